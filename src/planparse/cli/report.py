"""planparse report: a plan as a page for the browser."""

from pathlib import Path
from typing import Annotated

import typer

from planparse import pages
from planparse.cli.options import Lang
from planparse.cli.speaking import language
from planparse.cli.streams import for_each, plan_at, write_out


def report(
    plan: Annotated[Path, typer.Argument(metavar="PLAN")],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE")] = None,
    _lang: Lang = None,
) -> None:
    """Write a plan as one HTML page: its text with all that was read marked in it, to search and filter."""
    for_each([plan], lambda plan: write_out(out, pages.report(plan_at(plan), language())))

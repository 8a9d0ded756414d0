"""planparse report: a plan as a page for the browser."""

from pathlib import Path
from typing import Annotated

import typer

from planparse import pages
from planparse.cli.options import Lang, locale_language
from planparse.cli.streams import for_each, plan_at, write_data
from planparse.writers.files import write_whole


def report(
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help="A plan's text or extracted file; - is standard input.")],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="FILE", help="Where to write. [default: standard output]")
    ] = None,
    lang: Lang = None,
) -> None:
    """Write a plan as one HTML page: its text with all that was read marked in it, to search and filter.

    The page needs no network and can be mailed as it is; a button in it switches between Chinese and English.
    """
    for_each([plan], lambda plan: _write(pages.report(plan_at(plan), lang or locale_language()), out))


def _write(page: str, out: Path | None) -> None:
    if out:
        write_whole(out, page)
    else:
        write_data(page)

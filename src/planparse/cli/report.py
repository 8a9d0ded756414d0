"""planparse report: a plan as a page for the browser."""

from pathlib import Path
from typing import Annotated

import typer

from planparse import pages
from planparse.cli.options import Lang
from planparse.cli.speaking import language
from planparse.cli.streams import STDIN, for_each, in_time, plan_at, write_out
from planparse.reviewing.places import review_beside


def report(
    plan: Annotated[Path, typer.Argument(metavar="PLAN")],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE")] = None,
    review: Annotated[bool, typer.Option("--review")] = False,  # noqa: FBT002 - a flag
    _lang: Lang = None,
) -> None:
    """Write a plan as one HTML page: its text with all that was read marked in it, to search and filter; or to review."""
    made = _reviewed if review else _read
    for_each([plan], lambda plan: write_out(out, made(plan)))


def _read(plan: Path) -> str:
    return pages.report(plan_at(plan), language())


def _reviewed(plan: Path) -> str:
    """The page that goes on with the review file beside the plan, or else with what the plan says of decisions."""
    from planparse.reviewing.edited import review_of  # noqa: PLC0415 - only where it is needed
    from planparse.reviewing.files import read_review  # noqa: PLC0415

    read = plan_at(plan)
    name = None if plan == STDIN else plan.with_suffix("")
    file = review_beside(name) if name else None
    review = in_time(read_review, file) if file else review_of(read)
    return pages.report(read, language(), review, name.name if name else "plan")

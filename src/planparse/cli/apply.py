"""planparse apply: apply decisions to a plan, or turn edits into a review file."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planparse.api import apply_bytes, load, open_plan
from planparse.cli.options import Force, Lang, one_of, stdin_once
from planparse.cli.speaking import Refused, language, say, tell
from planparse.cli.streams import STDIN, for_each, in_time, opened, write_data, write_out
from planparse.errors import InputError, InvalidReviewError, OutputError
from planparse.formats import format_of
from planparse.messages import Message
from planparse.readers.inputs import Input, label, read_bytes
from planparse.reviewing.places import ENDING, review_beside
from planparse.writers import WRITERS
from planparse.writers.results import write_result

if TYPE_CHECKING:
    from planparse.reviewing.applying import Applied


def apply(
    plan: Annotated[Path, typer.Argument(metavar="PLAN")],
    review: Annotated[Path | None, typer.Argument(metavar="REVIEW")] = None,
    edited: Annotated[Path | None, typer.Option("--from", metavar="EDITED")] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE")] = None,
    output: Annotated[str | None, one_of(WRITERS, "--format")] = None,
    force: Force = False,  # noqa: FBT002
    _lang: Lang = None,
) -> None:
    """Put a review file, or a checked workbook, onto a plan; or make a review file of an edited file."""
    stdin_once([path for path in (plan, review, edited) if path])
    if review and edited:
        raise Refused("review-or-edited")
    if edited:
        for_each([edited], lambda file: _keep(file, plan, out, force=force))
    else:
        for_each(
            [review or _beside(plan)],
            lambda file: _put_on(file, plan, out, output or format_of(out, WRITERS, "json"), force=force),
        )


def _beside(plan: Path) -> Path:
    """The review file beside a plan. Raises InputError where there is none."""
    found = None if plan == STDIN else review_beside(plan.with_suffix(""))
    if found is None:
        raise InputError("no-review", plan, name=f"{plan.stem}{ENDING}")
    return found


def _put_on(review: Path, plan: Path, out: Path | None, output: str, *, force: bool) -> None:
    decided = in_time(read_bytes, review)

    def applied(source: Input) -> "Applied":
        return apply_bytes(open_plan(source), decided, label(opened(review)))

    done = in_time(applied, plan)
    for remark in done.remarks:
        tell(Message("at", where=review, what=remark).words(language()))
    content = WRITERS[output](done.plan)
    if out is None:
        write_data(content)
    else:
        write_result(out, content, force=force)
    if done.lost:
        raise InvalidReviewError(label(opened(review)), done.lost)


def _keep(edited: Path, plan: Path, out: Path | None, *, force: bool) -> None:
    from planparse.reviewing.edited import decisions_of, not_kept  # noqa: PLC0415
    from planparse.writers.as_review import as_review  # noqa: PLC0415

    if out and os.path.exists(out) and not force:  # noqa: PTH110 - Path.exists raises where a name is too long to be there
        raise OutputError("review-exists", out)
    changed, read = in_time(load, edited), in_time(open_plan, plan)
    if changed.producer != read.producer:
        say(Message("at", where=edited, what=Message("other-rules")))
    review = decisions_of(changed, read)
    write_out(out, as_review(review))
    if left := [*not_kept(changed, read, review)]:
        raise InvalidReviewError(str(edited), left)

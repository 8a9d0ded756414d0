"""planparse extract: plans in, JSON or YAML out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from planparse.api import extract as extract_plan
from planparse.cli.aids import Own, aids_at, identified_by
from planparse.cli.limits import SECONDS, at_most
from planparse.cli.options import Force, Jobs, Lang, Limited, one_of, stdin_once
from planparse.cli.speaking import Refused, language, say, tell
from planparse.cli.streams import STDIN, for_each, opened, write_data
from planparse.corpus.discovery import is_many
from planparse.errors import InvalidReviewError
from planparse.messages import Message
from planparse.model import Plan
from planparse.readers.inputs import label
from planparse.reviewing.places import review_beside
from planparse.writers import LINES, WRITERS
from planparse.writers.files import fitting, make_folder
from planparse.writers.results import write_result

if TYPE_CHECKING:
    from planparse.language.indicators import Entry
    from planparse.reviewing.applying import Applied


class _Task(NamedTuple):
    """What is to be done with each plan."""

    formats: list[str]
    seconds: float
    reviews: Path | None
    force: bool
    entries: "tuple[Entry, ...]"


def extract(
    plans: Annotated[list[str], typer.Argument(metavar="PLAN")],
    out: Annotated[str | None, typer.Option("-o", "--out", metavar="DIR")] = None,
    formats: Annotated[list[str] | None, one_of((*WRITERS, LINES), "--format")] = None,
    reviews: Annotated[Path | None, typer.Option("--reviews", metavar="DIR")] = None,
    own: Own = None,
    indent: Annotated[bool, typer.Option("--indent")] = False,  # noqa: FBT002
    force: Force = False,  # noqa: FBT002
    jobs: Jobs = None,
    limit: Limited = None,
    engine: Annotated[str | None, one_of(("local", "ray"), "--engine")] = None,
    address: Annotated[str | None, typer.Option("--address", metavar="ADDRESS")] = None,
    _lang: Lang = None,
) -> None:
    """Write plans out as JSON or YAML."""
    if engine == "ray":
        from planparse.cli.batch import batch_on_ray  # noqa: PLC0415

        local = {"--format": formats, "--reviews": reviews, "--indicators": own, "--indent": indent, "--force": force}
        if given := [name for name, value in local.items() if value]:
            raise Refused("engine-alone", options=", ".join(given))
        if out is None or len(plans) != 1:
            raise Refused("engine-one-out")
        batch_on_ray(plans[0], out, address, jobs, limit or SECONDS)
        return
    if address:
        raise Refused("address-needs-engine")
    folder = None if out is None else Path(out)
    names = list(dict.fromkeys(formats or ["json"]))
    paths = [Path(plan) for plan in plans]
    stdin_once(paths)
    seconds = limit or SECONDS
    entries = aids_at(own).entries
    if jobs or LINES in names or any(map(is_many, plans)):
        from planparse.cli.batch import batch  # noqa: PLC0415 - worker processes and rich are slow to import

        batch(plans, folder, names, jobs, seconds, reviews, entries, indent=indent, force=force)
        return
    if folder is None and len(plans) > 1:
        raise Refused("plans-need-folder")
    if folder is None and len(names) > 1:
        raise Refused("formats-need-folder")

    task = _Task(names, seconds, reviews, force, entries)
    stems = iter(_stems(paths))
    if folder:
        make_folder(folder)
    for_each(paths, lambda plan: _extract(plan, Path(folder or "", next(stems)), task, to_stdout=folder is None))


def _extract(plan: Path, result: Path, task: _Task, *, to_stdout: bool) -> None:
    """Read a plan, put its review file onto it if there is one, and write it; `result` is the path of its results less their endings."""
    review = (
        None if to_stdout and task.reviews is None else review_beside(task.reviews / result.name if task.reviews else result)
    )
    source = opened(plan)
    with at_most(task.seconds, label(source), "took-too-long"):
        extracted = extract_plan(source)
        applied = _reviewed(extracted, review) if review else None
    plan_ = identified_by(task.entries, applied.plan if applied else extracted)
    for name in task.formats:
        content = WRITERS[name](plan_)
        if to_stdout:
            write_data(content)
        else:
            write_result(result.with_name(f"{result.name}.{name}"), content, force=task.force)
    if applied:
        for remark in applied.remarks:
            tell(Message("at", where=review, what=remark).words(language()))
        if applied.lost:
            raise InvalidReviewError(str(review), applied.lost)


def _reviewed(plan: Plan, review: Path) -> "Applied":
    from planparse.reviewing.applying import apply  # noqa: PLC0415 - only where there is a review file
    from planparse.reviewing.files import read_review  # noqa: PLC0415

    return apply(plan, read_review(review))


def _stems(plans: list[Path]) -> list[str]:
    """The name of each plan's results: that of its file, with -2, -3 … where another plan has taken it before."""
    taken: dict[str, Path] = {}  # in small letters, for file systems that make no difference
    stems = []
    for plan in plans:
        own = stem = "stdin" if plan == STDIN else fitting(plan.stem)
        number = 1
        while stem.casefold() in taken:
            number += 1
            stem = fitting(f"{own}-{number}")
        if stem != own:
            what = Message("written-as", name=stem, other=taken[own.casefold()], own=own)
            say(Message("at", where=plan, what=what))
        taken[stem.casefold()] = plan
        stems.append(stem)
    return stems

"""planparse extract: plans in, JSON or YAML out."""

from pathlib import Path
from typing import Annotated

import typer

from planparse.api import extract as extract_plan
from planparse.cli.limits import SECONDS, at_most
from planparse.cli.options import Jobs, Lang, Limited, one_of, stdin_once
from planparse.cli.speaking import Refused, say
from planparse.cli.streams import STDIN, for_each, opened, write_data
from planparse.corpus.discovery import is_many
from planparse.messages import Message
from planparse.model import Plan
from planparse.readers.inputs import label
from planparse.writers import FORMATS, LINES, WRITERS
from planparse.writers.files import fitting, make_folder, write_whole


def extract(
    plans: Annotated[list[str], typer.Argument(metavar="PLAN")],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="DIR")] = None,
    formats: Annotated[list[str] | None, one_of(FORMATS, "--format")] = None,
    jobs: Jobs = None,
    limit: Limited = None,
    _lang: Lang = None,
) -> None:
    """Write plans out as JSON or YAML."""
    names = list(dict.fromkeys(formats or ["json"]))
    paths = [Path(plan) for plan in plans]
    stdin_once(paths)
    seconds = limit or SECONDS
    if jobs or LINES in names or any(map(is_many, plans)):
        from planparse.cli.batch import batch  # noqa: PLC0415 - worker processes and rich are slow to import

        batch(plans, out, names, jobs, seconds)
        return
    if out is None and len(plans) > 1:
        raise Refused("plans-need-folder")
    if out is None and len(names) > 1:
        raise Refused("formats-need-folder")

    if out is None:
        for_each(paths, lambda plan: write_data(WRITERS[names[0]](_extracted(plan, seconds))))
    else:
        make_folder(out)
        stems = iter(_stems(paths))
        for_each(paths, lambda plan: _extract_to(out / next(stems), plan, names, seconds))


def _extracted(plan: Path, seconds: float) -> Plan:
    source = opened(plan)
    with at_most(seconds, label(source), "took-too-long"):
        return extract_plan(source)


def _extract_to(path: Path, plan: Path, names: list[str], seconds: float) -> None:
    extracted = _extracted(plan, seconds)
    for name in names:
        write_whole(path.with_name(f"{path.name}.{name}"), WRITERS[name](extracted))


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

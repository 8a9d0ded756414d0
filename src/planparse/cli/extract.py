"""planparse extract: plans in, JSON or YAML out."""

from pathlib import Path
from typing import Annotated, Final

import typer

from planparse.api import extract as extract_plan
from planparse.cli.limits import SECONDS, at_most
from planparse.cli.options import Lang, locale_language, one_of, stdin_once
from planparse.cli.streams import STDIN, for_each, opened, say, write_data
from planparse.corpus.discovery import is_many
from planparse.model import Plan
from planparse.readers.inputs import label
from planparse.writers import WRITERS
from planparse.writers.files import fitting, make_folder, write_whole

LINES: Final = "jsonl"
FORMATS: Final = (*WRITERS, LINES)


def extract(
    plans: Annotated[
        list[str],
        typer.Argument(
            metavar="PLAN", help="Texts of plans, folders or quoted globs ('plans/**/*.txt'); - is standard input."
        ),
    ],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="DIR", help="Folder for the results; made if need be.")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", parser=one_of(FORMATS), metavar="|".join(FORMATS), help="How to write; repeatable. [default: json]"
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, metavar="N", help="Processes that read at once. [default: a core each]"),
    ] = None,
    limit: Annotated[
        float | None,
        typer.Option("--time-limit", min=0.001, metavar="SECONDS", help="Most that one plan may take. [default: 120]"),
    ] = None,
    lang: Lang = None,
) -> None:
    """Write plans out as JSON or YAML.

    One plan and no -o: to standard output. With -o, jining.txt becomes DIR/jining.json.

    Folders and globs are read by several processes; sub/jining.docx in a folder becomes DIR/sub/jining.json. What cannot be
    read stands in DIR/errors.jsonl. Stopped and started again, the command does what is missing. jsonl writes a plan a line, to
    DIR/plans.jsonl or to standard output.
    """
    names = list(dict.fromkeys(formats or ["json"]))
    paths = [Path(plan) for plan in plans]
    stdin_once(paths)
    seconds = limit or SECONDS
    if jobs or LINES in names or any(map(is_many, plans)):
        from planparse.cli.batch import batch  # noqa: PLC0415 - worker processes and rich are slow to import

        batch(plans, out, names, jobs, seconds, lang or locale_language())
        return
    if out is None and len(plans) > 1:
        raise typer.BadParameter("several plans need a folder for their results: -o DIR")
    if out is None and len(names) > 1:
        raise typer.BadParameter("several formats need a folder for their results: -o DIR")

    if out is None:
        for_each(paths, lambda plan: write_data(WRITERS[names[0]](_extracted(plan, seconds))))
    else:
        make_folder(out)
        stems = iter(_stems(paths))
        for_each(paths, lambda plan: _extract_to(out / next(stems), plan, names, seconds))


def _extracted(plan: Path, seconds: float) -> Plan:
    source = opened(plan)
    with at_most(seconds, label(source), "give it more with --time-limit, or cut it"):
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
            say(f"{plan}: written as {stem}; {taken[own.casefold()]} has taken the name {own}")
        taken[stem.casefold()] = plan
        stems.append(stem)
    return stems

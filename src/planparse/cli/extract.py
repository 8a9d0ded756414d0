"""planparse extract: plans in, JSON or YAML out."""

from pathlib import Path
from typing import Annotated

import typer

from planparse.api import extract as extract_plan
from planparse.cli.options import one_of, stdin_once
from planparse.cli.streams import STDIN, for_each, opened, say, write_data
from planparse.writers import WRITERS
from planparse.writers.files import make_folder, write_whole


def extract(
    plans: Annotated[list[Path], typer.Argument(metavar="PLAN", help="Texts of plans; - is standard input.")],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="DIR", help="Folder for the results; made if need be.")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", parser=one_of(WRITERS), metavar="|".join(WRITERS), help="How to write; repeatable. [default: json]"
        ),
    ] = None,
) -> None:
    """Write plans out as JSON or YAML.

    One plan and no -o: to standard output. With -o, jining.txt becomes DIR/jining.json.
    """
    names = list(dict.fromkeys(formats or ["json"]))
    stdin_once(plans)
    if out is None and len(plans) > 1:
        raise typer.BadParameter("several plans need a folder for their results: -o DIR")
    if out is None and len(names) > 1:
        raise typer.BadParameter("several formats need a folder for their results: -o DIR")

    if out is None:
        for_each(plans, lambda plan: write_data(WRITERS[names[0]](extract_plan(opened(plan)))))
    else:
        make_folder(out)
        for_each(zip(plans, _stems(plans), strict=True), lambda pair: _extract_to(out / pair[1], pair[0], names))


def _extract_to(path: Path, plan: Path, names: list[str]) -> None:
    extracted = extract_plan(opened(plan))
    for name in names:
        write_whole(path.with_name(f"{path.name}.{name}"), WRITERS[name](extracted))


def _stems(plans: list[Path]) -> list[str]:
    """The name of each plan's results: that of its file, with -2, -3 … where another plan has taken it before."""
    taken: dict[str, Path] = {}  # in small letters, for file systems that make no difference
    stems = []
    for plan in plans:
        own = stem = "stdin" if plan == STDIN else plan.stem
        number = 1
        while stem.casefold() in taken:
            number += 1
            stem = f"{own}-{number}"
        if stem != own:
            say(f"{plan}: written as {stem}; {taken[own.casefold()]} has taken the name {own}")
        taken[stem.casefold()] = plan
        stems.append(stem)
    return stems

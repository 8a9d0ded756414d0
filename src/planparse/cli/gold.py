"""planparse gold: turn a reviewed plan into gold."""

from pathlib import Path
from typing import Annotated

import typer

from planparse.api import load
from planparse.cli.options import Lang
from planparse.cli.streams import for_each, in_time, write_out


def gold(
    plan: Annotated[Path, typer.Argument(metavar="PLAN")],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE")] = None,
    _lang: Lang = None,
) -> None:
    """Write a reviewed plan as gold."""
    for_each([plan], lambda path: _write(path, out))


def _write(plan: Path, out: Path | None) -> None:
    from planparse.evaluating.reviewed import gold_of  # noqa: PLC0415 - only where it is needed
    from planparse.writers.as_json import escaped  # noqa: PLC0415
    from planparse.writers.as_yaml import dumped  # noqa: PLC0415

    said = gold_of(in_time(load, plan), str(plan)).model_dump(mode="json", exclude_unset=True)
    write_out(out, escaped(dumped(said)))

"""planparse validate: what is wrong with an extracted file that somebody edited."""

from pathlib import Path
from typing import Annotated

import typer

from planparse.api import load
from planparse.cli.streams import for_each, in_time, tell
from planparse.errors import InvalidPlanError
from planparse.readers.inputs import Input, label


def validate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Extracted JSON or YAML; - is standard input.")],
    strict: Annotated[bool, typer.Option("--strict", help="Take what contradicts the words for a fault.")] = False,  # noqa: FBT002
) -> None:
    """Check extracted files that were edited.

    One line for each fault: its path, what should stand there and what does. Numbers and times are read again from their words;
    where a field says something else, a line warns of it. Silent where every file holds.
    """
    for_each(files, lambda file: in_time(_refuse if strict else _warn, file))


def _warn(source: Input) -> None:
    """Check a file; what contradicts its words is told of."""
    for doubt in _doubts(source):
        tell(f"{label(source)}: warning: {doubt}")


def _refuse(source: Input) -> None:
    """Check a file. Raises InvalidPlanError where something contradicts its words."""
    if doubts := _doubts(source):
        raise InvalidPlanError(label(source), doubts)


def _doubts(source: Input) -> list[str]:
    """What in a file contradicts its words. Raises what `load` raises."""
    from planparse.validating.rereading import contradictions  # noqa: PLC0415 - read again is only what holds

    return [*contradictions(load(source))]

"""planparse validate: what is wrong with an extracted file that somebody edited."""

from pathlib import Path
from typing import Annotated

import typer

from planparse.api import load
from planparse.cli.options import Lang
from planparse.cli.speaking import language, tell
from planparse.cli.streams import for_each, in_time
from planparse.errors import InvalidPlanError
from planparse.messages import Message
from planparse.readers.inputs import Input, label


def validate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE")],
    strict: Annotated[bool, typer.Option("--strict")] = False,  # noqa: FBT002
    _lang: Lang = None,
) -> None:
    """Check extracted files that were edited."""
    for_each(files, lambda file: in_time(_refuse if strict else _warn, file))


def _warn(source: Input) -> None:
    """Check a file; what contradicts its words is told of."""
    for doubt in _doubts(source):
        tell(Message("at", where=label(source), what=Message("warning", what=doubt)).words(language()))


def _refuse(source: Input) -> None:
    """Check a file. Raises InvalidPlanError where something contradicts its words."""
    if doubts := _doubts(source):
        raise InvalidPlanError(label(source), doubts)


def _doubts(source: Input) -> list[Message]:
    """What in a file contradicts its words. Raises what `load` raises."""
    from planparse.validating.rereading import contradictions  # noqa: PLC0415 - read again is only what holds

    return [*contradictions(load(source))]

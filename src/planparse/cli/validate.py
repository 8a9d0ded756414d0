"""planparse validate: what is wrong with an extracted file that somebody edited."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from planparse.api import load
from planparse.cli.streams import for_each, in_time


def validate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Extracted JSON or YAML; - is standard input.")],
) -> None:
    """Check extracted files that were edited.

    One line for each fault: its path, what should stand there and what does. Silent where every file holds.
    """
    for_each(files, partial(in_time, load))

"""What options of several commands have in common."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import typer

from planparse.cli.streams import STDIN


def one_of(names: Collection[str]) -> Callable[[str], str]:
    """A parser for an option that may be given again and takes one of the names, for which typer has no type of its own."""

    def parse(name: str) -> str:
        if name not in names:
            raise typer.BadParameter(f"{name!r} is none of {', '.join(names)}")
        return name

    return parse


def stdin_once(plans: Sequence[Path]) -> None:
    """Refuse arguments that name standard input more than once: the second would find nothing there."""
    if plans.count(STDIN) > 1:
        raise typer.BadParameter("standard input (-) can be read once")

"""What options of several commands have in common."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from planparse.cli.streams import STDIN, say
from planparse.labels import Language
from planparse.model import Plan

Lang = Annotated[
    Language | None, typer.Option("--lang", help="Language of what is for people, as headings. [default: from the locale]")
]
"""Give it `= None`, and take `lang or locale_language()`: what the environment asks for is looked up when the command runs."""


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


def each_once(read: Iterable[tuple[Path, Plan]]) -> Iterator[Plan]:
    """The plans, each once: two with one id could not be told apart."""
    kept: dict[str, Path] = {}
    for path, plan in read:
        if plan.id in kept:
            say(f"{path}: is the plan of {kept[plan.id]}; left out")
        else:
            kept[plan.id] = path
            yield plan


def locale_language() -> Language:
    """What the environment asks for, in the order of POSIX."""
    asked = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "zh" if asked.startswith("zh") else "en"

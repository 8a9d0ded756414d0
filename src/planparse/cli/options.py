"""Options that several commands share."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from planparse.cli.speaking import LANGUAGES, Refused, say
from planparse.cli.streams import STDIN
from planparse.formats import FORMATS
from planparse.labels import Language
from planparse.messages import Message
from planparse.model import Plan

Limit = TypeVar("Limit", int, float)


def one_of(names: Collection[str], *flags: str) -> Any:
    """An option, or without flags an argument, that takes one of the names; it may be repeated where its type is a list."""

    def parse(name: str) -> str:
        if name not in names:
            raise Refused("none-of", value=name, names=", ".join(names))
        return name

    made = typer.Option if flags else typer.Argument
    return made(*(flags or (...,)), parser=parse, metavar="|".join(names), autocompletion=lambda: [*names])


def at_least(least: Limit, flag: str, metavar: str) -> Any:
    """An option that takes a number that is not below this one, and as whole as this one."""

    def parse(value: str) -> Limit:
        try:
            number = type(least)(value)
        except ValueError:
            number = least - 1
        if not number >= least:
            raise Refused("too-small", value=value, least=least)
        return number

    return typer.Option(flag, parser=parse, metavar=metavar)


Lang = Annotated[Language | None, one_of(LANGUAGES, "--lang")]
"""Give it `= None`. Who speaks knows already: `speaking.speak` has looked for it."""

Plans = Annotated[list[Path], typer.Argument(metavar="PLAN")]
Everything = Annotated[bool, typer.Option("--all")]
Folder = Annotated[Path, typer.Option("-o", "--out", metavar="DIR")]
Out = Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE")]
Jobs = Annotated[int | None, at_least(1, "--jobs", "N")]
Force = Annotated[bool, typer.Option("--force")]
Sure = Annotated[float, at_least(0.0, "--least-confidence", "0…1")]
Limited = Annotated[float | None, at_least(0.001, "--time-limit", "SECONDS")]


def stdin_once(plans: Sequence[Path]) -> None:
    """Refuse arguments that name standard input more than once: the second would find nothing there."""
    if plans.count(STDIN) > 1:
        raise Refused("stdin-once")


def check_readable(form: str, out: Path | None) -> None:
    """Refuse a format that is no text where no file is named: a terminal could not show it."""
    if FORMATS[form].binary and out is None:
        raise Refused("no-text-form", form=form)


def each_once(read: Iterable[tuple[Path, Plan]]) -> Iterator[Plan]:
    """The plans, each once: two with one id could not be told apart."""
    kept: dict[str, Path] = {}
    for path, plan in read:
        if plan.id in kept:
            say(Message("at", where=path, what=Message("same-plan", other=kept[plan.id])))
        else:
            kept[plan.id] = path
            yield plan

"""The help of a command as a page of text: how it is used, what it does, its arguments and options; wide characters take two columns."""

import re
from collections.abc import Iterator
from typing import Any, Final

from rich.cells import cell_len
from rich.console import Console

from planparse.cli.speaking import language
from planparse.messages import Message
from planparse.messages.help import help_of

_WIDEST: Final = 100  # columns; longer lines are hard to read
_NAMES: Final = 24  # columns for the names of arguments and options, where there is room for two columns
_TWO_COLUMNS: Final = 60
# What a line is not broken within: a wide character or a word, with the marks that belong to it.
_UNIT: Final = re.compile(r"[（《“‘「]*(?:[^\x00-\u2e7f]|[^\s|\u2e80-\uffff]+)[|，。；：！？、）》”’」…]*|\s+")


def page(command: Any, ctx: Any) -> str:
    """What `--help` prints."""
    width = min(Console().width, _WIDEST)
    arguments = [param for param in command.get_params(ctx) if param.param_type_name == "argument"]
    options = [param for param in command.get_params(ctx) if param.param_type_name == "option"]
    names = command.list_commands(ctx) if hasattr(command, "list_commands") else []
    pieces = [f"[{_word('options-mark')}]", *map(_argument, arguments), *([_word("command-mark")] if names else [])]
    lines = [*_wrapped(f"{_word('usage-mark')}{ctx.command_path} {' '.join(pieces)}", width, 4)]
    for paragraph in help_of(language(), command.name).split("\n"):
        lines += ["", *_wrapped(paragraph, width)]
    for heading, rows in (
        ("arguments", [(_argument(param), _told(param)) for param in arguments]),
        ("options", [(_option(param), _told(param)) for param in options]),
        ("commands", [(name, help_of(language(), name).partition("\n")[0]) for name in names]),
    ):
        if rows:
            lines += ["", _word(heading)]
            for name, told in rows:
                lines += _row(name, told, width)
    return "\n".join(lines)


def _word(message: str) -> str:
    return Message(message).words(language())


def _argument(param: Any) -> str:
    name = param.metavar.removesuffix("...")
    several = f"{name}..." if param.nargs == -1 else name
    return several if param.required else f"[{several}]"


def _option(param: Any) -> str:
    return " ".join(filter(None, (", ".join(sorted(param.opts, key=len)), param.metavar)))


def _told(param: Any) -> str:
    """The help of an argument or option, with what holds where it is left out."""
    told: list[str] = [param.help]
    if param.param_type_name == "option" and param.required:
        told.append(_word("required"))
    if isinstance(param.default, str):
        told.append(Message("default", value=param.default).words(language()))
    return " ".join(told)


def _row(name: str, told: str, width: int) -> Iterator[str]:
    """A name with its help behind it, or below where there is no room."""
    two = width >= _TWO_COLUMNS
    indent = _NAMES if two else 4
    lines = _wrapped(told, width - indent)
    if two and cell_len(name) + 4 <= _NAMES:
        yield f"  {name}{' ' * (_NAMES - 2 - cell_len(name))}{next(lines)}"
    else:
        yield from (f"  {part}" for part in _wrapped(name, width - 2))
    for line in lines:
        yield f"{' ' * indent}{line}"


def _wrapped(text: str, width: int, indent: int = 0) -> Iterator[str]:
    """The text in lines that fit; those behind the first are indented."""
    line = ""
    for unit in _UNIT.findall(text):
        if line.strip() and cell_len(line + unit.rstrip()) > width:
            yield line.rstrip()
            line = " " * indent
        if line.strip() or not unit.isspace():
            line += unit
    yield line.rstrip()

"""The language of messages, and messages on standard error."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from contextvars import ContextVar
from typing import Any, Final, get_args

import typer

from planparse.errors import PlanparseError
from planparse.labels import Language
from planparse.messages import Message
from planparse.text import printable

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
_LANGUAGE: ContextVar[Language] = ContextVar("language", default="en")
_ASKED: ContextVar[Language | None] = ContextVar("asked", default=None)
_CHINESE = 0x04  # as Windows numbers languages, less what numbers their kinds


def language() -> Language:
    """The language of the command that runs."""
    return _LANGUAGE.get()


def asked_language() -> Language | None:
    """The language that `--lang` asks for, None where nothing does."""
    return _ASKED.get()


def speak(arguments: Sequence[str]) -> None:
    """From now on speak what `--lang` says, wherever in a command's arguments it stands, or else what the environment asks for.

    It is looked up before the arguments are read, for they may be wrong, or ask for help.
    """
    asked: Language | None = None
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or "".join(arguments[at + 1 : at + 2])
            asked = next((known for known in LANGUAGES if known == value), asked)
    _ASKED.set(asked)
    _LANGUAGE.set(asked or locale_language())


def locale_language() -> Language:
    """What the environment asks for, in the order of POSIX; where that says nothing, what Windows is set to."""
    asked = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if not asked and sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - nowhere else

        return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _CHINESE else "en"
    return "zh" if asked.startswith("zh") else "en"


def say(told: Message | PlanparseError) -> None:
    """Tell people something, on standard error and in their language."""
    tell(f"planparse: {told.words(language())}")


def tell(line: str) -> None:
    """Write a line to standard error, in the encoding that is set for it."""
    with suppress(OSError):  # nobody hears it any more
        typer.echo(printable(line), err=True)


class Refused(typer.BadParameter):
    """Wrong usage: the id of a message that says what is asked for instead, with its fields."""

    def __init__(self, message: str, context: Any = None, /, **fields: object) -> None:
        self.told = Message(message, **fields)
        super().__init__(str(self.told), context)

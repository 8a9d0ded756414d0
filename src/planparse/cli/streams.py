"""Standard input, output and error, as the commands use them."""

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import typer

from planparse.api import open_plan
from planparse.cli.limits import SECONDS, at_most
from planparse.cli.speaking import language, say, tell
from planparse.errors import InvalidFileError, PlanparseError, fault, reason
from planparse.messages import Message
from planparse.model import Plan
from planparse.readers.inputs import Input, label
from planparse.writers.files import write_whole

STDIN = Path("-")

Item = TypeVar("Item")
Result = TypeVar("Result")


def opened(plan: Path) -> Input:
    """What to read for an argument: `-` is standard input."""
    return sys.stdin.buffer if plan == STDIN else plan


def in_time(read: Callable[[Input], Result], argument: Path) -> Result:
    """What is read there. Raises what `read` raises, and InputError where it takes longer than SECONDS."""
    source = opened(argument)
    with at_most(SECONDS, label(source), "took-too-long-here"):
        return read(source)


def plan_at(argument: Path) -> Plan:
    """The plan that an argument names, a text or extracted. Raises what `open_plan` raises, and InputError as `in_time`."""
    return in_time(open_plan, argument)


def write_data(content: str | bytes) -> None:
    """Write to standard output, a text as UTF-8 whatever the terminal speaks. Ends the command where nobody reads on."""
    try:
        sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)
        sys.stdout.flush()
    except OSError as error:
        # What is still buffered has no place to go; without this Python would complain about it when it leaves.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno != errno.EPIPE:
            what = Message("cannot-write", reason=reason(error), option="-o")
            say(Message("at", where=Message("stdout"), what=what))
        raise typer.Exit(1) from error


def write_out(out: Path | None, content: str | bytes) -> None:
    """Write to the file, or to standard output where there is none. Raises OutputError where that is impossible."""
    if out:
        write_whole(out, content)
    else:
        write_data(content)


def for_each(inputs: Iterable[Item], do: Callable[[Item], object]) -> None:
    """Do it for each input; one that fails is told of and does not stop the others, but the exit status is 1."""
    failures = Failures()
    failures.of(inputs, do)
    failures.end()


class Failures:
    """Work on inputs of several kinds; one that fails is told of and does not stop the others."""

    def __init__(self) -> None:
        self._failed = False

    def of(self, inputs: Iterable[Item], do: Callable[[Item], Result]) -> list[Result]:
        """What it gives for each input that does not fail."""
        return [*self.each(inputs, do)]

    def each(self, inputs: Iterable[Item], do: Callable[[Item], Result]) -> Iterator[Result]:
        """The same, one at a time; to find the next input may fail, too, and ends it."""
        found = iter(inputs)
        while True:
            at: Item | None = None
            try:
                for item in found:
                    at = item
                    yield do(item)
                    at = None
            except InvalidFileError as error:
                self._failed = True
                for problem in error.problems:
                    tell(f"{error.where}: {problem.words(language())}")
            except PlanparseError as error:
                self._failed = True
                say(error)
            except (typer.Exit, typer.BadParameter):
                raise
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told of and the next input has its turn
                self._failed = True
                say(fault(error) if at is None else Message("at", where=at, what=fault(error)))
            else:
                return

    def end(self) -> None:
        """End the command with exit status 1 where anything has failed."""
        if self._failed:
            raise typer.Exit(1)

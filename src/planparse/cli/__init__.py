"""The planparse command: one module a subcommand, each only glue.

Standard output carries data; everything for people goes to standard error. Exit status: 0 done, 1 some input failed,
2 wrong usage.
"""

import io
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Final, cast

import typer

from planparse.cli.streams import say, tell
from planparse.errors import PlanparseError, fault
from planparse.producer import __version__

COMMANDS: Final = ("extract", "report", "diff", "compare", "export", "show", "validate", "evaluate", "schema")
"""Each is a function in the module of its name, in the order in which the help lists them."""

# Any wrong usage: typer has a name for this one kind of it alone.
_STOPPED: Final = 130  # what typer makes of Ctrl-C
_Misuse: Final = cast("type[typer.BadParameter]", typer.BadParameter.__base__)


def app(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The command with these subcommands: to make one that is not asked for costs as much as to read a page."""
    made = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        # rich is left to those that draw: for the other commands it would cost more time than the command itself.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    made.callback()(planparse)
    for name in names:
        made.command(name)(getattr(import_module(f"planparse.cli.{name}"), name))
    return made


def _print_version(asked: bool) -> None:  # noqa: FBT001 - typer's form of a callback
    if asked:
        typer.echo(f"planparse {__version__}")
        raise typer.Exit


def planparse(
    _version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True, help="Show the version."),  # noqa: FBT001, FBT003
) -> None:
    """Read Chinese government plans: sections, measures, targets, deadlines and responsible bodies."""


def main() -> None:
    """Run the command, all of it loaded; `planparse.__main__` comes here."""
    asked = sys.argv[1:2]
    try:
        status = app(asked if asked and asked[0] in COMMANDS else COMMANDS)(standalone_mode=False)
    except PlanparseError as error:
        say(str(error))
        status = 1
    except _Misuse as error:
        words = io.StringIO()
        error.show(words)  # what was wrongly given stands in it
        for line in words.getvalue().splitlines():
            tell(line)
        status = error.exit_code
    except KeyboardInterrupt:  # before the command itself began
        status = _STOPPED
    except Exception as error:  # noqa: BLE001 - whatever it is, it gets its line
        say(fault(error))
        status = 1
    if status == _STOPPED:
        say("stopped")
    sys.exit(status)

"""The command and its subcommands: help and usage errors in both languages, as wide as the terminal."""

import sys
from collections.abc import Callable
from difflib import get_close_matches
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from planparse.cli.speaking import Refused, language, say, speak
from planparse.errors import PlanparseError, fault
from planparse.messages import Message
from planparse.messages.help import help_of

COMMANDS: Final = (
    "extract",
    "apply",
    "report",
    "diff",
    "compare",
    "cascade",
    "track",
    "indicators",
    "export",
    "ledger",
    "show",
    "validate",
    "evaluate",
    "gold",
    "explain",
    "schema",
)
"""Each is a function in the module of its name, in the order in which the help lists them."""

# rich is left to those that draw: for the other commands it would cost more time than the command itself.
SETTINGS: Final[dict[str, Any]] = {"rich_markup_mode": None, "pretty_exceptions_enable": False}


_STOPPED: Final = 130  # what typer makes of Ctrl-C


class _Spoken:
    """What a command and its subcommands have in common: their help is that of the catalogue."""

    name: str | None

    def get_params(self, ctx: Any) -> list[Any]:
        """Its arguments and options with their help, which a shell shows as well."""
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]  # of the class that stands behind this one
        for param in params:
            param.help = help_of(language(), self.name, param.name)
        return params

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """What is wrong knows which command it is about; typer's parser leaves that out."""
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except typer.TyperException as error:
            error.ctx = getattr(error, "ctx", None) or ctx  # type: ignore[attr-defined]
            raise
        return rest

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        """The first line of its help, which a shell shows as well."""
        return help_of(language(), self.name).partition("\n")[0]

    def get_help(self, ctx: Any) -> str:
        """A page."""
        from planparse.cli.help import page  # noqa: PLC0415 - rich is slow to import

        return page(self, ctx)


class Command(_Spoken, TyperCommand):
    """A subcommand."""

    allow_extra_args = True  # so that they are refused in our words

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Refuses what is left over."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Refused("extra-arguments", ctx, arguments=" ".join(rest))
        return rest


class Commands(_Spoken, TyperGroup):
    """The command with its subcommands. One that is not asked for is not made: that would cost as much as to read a page."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The names, in the order of the help."""
        return [*COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The subcommand of this name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        function: Callable[..., object] = getattr(import_module(f"planparse.cli.{cmd_name}"), cmd_name)
        alone = typer.Typer(add_completion=False, **SETTINGS)
        alone.command(cmd_name, cls=Command)(function)
        return typer.main.get_command(alone)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The subcommand that is asked for, and its arguments."""
        name, *rest = args
        command = self.get_command(ctx, name)
        if command is None and not ctx.resilient_parsing:
            if close := get_close_matches(name, COMMANDS, 1):
                raise Refused("close-command", ctx, name=name, close=close[0])
            raise Refused("no-command", ctx, name=name)
        return name if command else None, command, rest

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Before anything is said, the language is known."""
        speak(args)
        return super().parse_args(ctx, args)

    def main(self, *args: Any, standalone_mode: bool = True, **more: Any) -> Any:
        """Run it. What goes wrong is told, in a line; the exit status says that it did."""
        run: Callable[..., Any] = super().main
        try:
            status = run(*args, standalone_mode=False, **more)
        except PlanparseError as error:
            say(error)
            status = 1
        except typer.TyperException as error:
            _tell_usage(error)
            status = error.exit_code
        except KeyboardInterrupt:  # before the command itself began
            status = _STOPPED
        except Exception as error:  # noqa: BLE001 - whatever it is, it gets its line
            say(fault(error))
            status = 1
        if status == _STOPPED:
            say(Message("stopped-here"))
        if standalone_mode:
            sys.exit(status)
        return status


def _tell_usage(error: Any) -> None:
    """What is wrong with the arguments, and where to read how they should be."""
    match type(error).__name__:  # typer does not export them
        case "NoArgsIsHelpError":
            typer.echo(error.format_message(), err=True)
            return
        case "MissingParameter":
            told = Message("missing-parameter", name=_shown(error.param))
        case "NoSuchOption":
            told = Message("no-option", name=error.option_name)
            if error.possibilities:
                told = Message("close-option", name=error.option_name, close=", ".join(error.possibilities))
        case "BadOptionUsage":
            flags = [param for param in error.ctx.command.params if getattr(param, "is_flag", False)]
            is_flag = any(error.option_name in param.opts for param in flags)
            told = Message("takes-no-value" if is_flag else "needs-value", name=error.option_name)
        case _ if isinstance(error, Refused):
            told = error.told if error.param is None else Message("bad-value", name=_shown(error.param), what=error.told)
        case _:
            told = Message("other-usage", what=error.format_message())
    command = error.ctx.command_path if error.ctx else "planparse"
    say(Message("usage", what=told, command=command))


def _shown(param: Any) -> str:
    """How people write it."""
    name: str = param.metavar if param.param_type_name == "argument" else param.opts[-1]
    return name

"""The planparse command: one module per subcommand, each only glue.

Standard output carries data; everything for people goes to standard error. Exit status: 0 done, 1 some input failed,
2 wrong usage. The help texts are in `planparse.messages.help`, in both languages.
"""

import typer

from planparse.cli.commands import SETTINGS, Commands
from planparse.cli.options import Lang
from planparse.producer import __version__


def app() -> typer.Typer:
    """The command with all its subcommands."""
    made = typer.Typer(
        cls=Commands,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        **SETTINGS,
    )
    made.callback()(planparse)
    return made


def _print_version(asked: bool) -> None:  # noqa: FBT001 - typer's form of a callback
    if asked:
        typer.echo(f"planparse {__version__}")
        raise typer.Exit


def planparse(
    _version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True),  # noqa: FBT001, FBT003
    _lang: Lang = None,
) -> None:
    """What stands before a subcommand."""


def main() -> None:
    """Run the command; this is what `planparse` starts."""
    app()()

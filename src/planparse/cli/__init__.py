"""The planparse command: one module a subcommand, each only glue.

Standard output carries data; everything for people goes to standard error. Exit status: 0 done, 1 some input failed,
2 wrong usage.
"""

import sys

import typer

from planparse import __version__
from planparse.cli import evaluate, extract, schema, show, validate
from planparse.cli.streams import say
from planparse.errors import PlanparseError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    # rich is left to `show` and `evaluate`: for the other commands it would cost more time than the command itself.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("extract")(extract.extract)
app.command("show")(show.show)
app.command("validate")(validate.validate)
app.command("evaluate")(evaluate.evaluate)
app.command("schema")(schema.schema)


def _print_version(asked: bool) -> None:  # noqa: FBT001 - typer's form of a callback
    if asked:
        typer.echo(f"planparse {__version__}")
        raise typer.Exit


@app.callback()
def planparse(
    _version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True, help="Show the version."),  # noqa: FBT001, FBT003
) -> None:
    """Read Chinese government plans: sections, measures, targets, deadlines and responsible bodies."""


def main() -> None:
    """Run the command; this is what `planparse` starts."""
    try:
        app()
    except PlanparseError as error:
        say(str(error))
        sys.exit(1)

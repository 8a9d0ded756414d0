"""planparse schema: the JSON Schema of what other commands write, and the codebook, which says in words what it means."""

from typing import Annotated, Literal, get_args

from planparse.cli.options import Lang, one_of
from planparse.cli.speaking import language
from planparse.cli.streams import write_data
from planparse.writers.as_json import schema as schema_of

Printed = Literal["plan", "diff", "matrix", "cascade", "track", "review", "codebook"]


def schema(
    what: Annotated[Printed, one_of(get_args(Printed))] = "plan",
    _lang: Lang = None,
) -> None:
    """Print the JSON Schema of what other commands write, or the codebook of a plan."""
    if what == "codebook":
        from planparse.writers.as_codebook import as_codebook  # noqa: PLC0415 - the lexicons are slow to load

        write_data(as_codebook(language()))
    else:
        write_data(schema_of(what))

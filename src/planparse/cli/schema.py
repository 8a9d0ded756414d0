"""planparse schema: the JSON Schema of what other commands write."""

from typing import Annotated, get_args

from planparse.cli.options import Lang, one_of
from planparse.cli.streams import write_data
from planparse.writers.as_json import Schema
from planparse.writers.as_json import schema as schema_of


def schema(
    what: Annotated[Schema, one_of(get_args(Schema))] = "plan",
    _lang: Lang = None,
) -> None:
    """Print the JSON Schema of an extracted plan, of a diff or of a matrix."""
    write_data(schema_of(what))

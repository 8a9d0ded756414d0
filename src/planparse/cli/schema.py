"""planparse schema: the JSON Schema of what other commands write."""

from typing import Annotated, Literal

import typer

from planparse.cli.streams import write_data
from planparse.model import Plan, Record
from planparse.writers.as_json import schema as schema_of


def schema(
    what: Annotated[
        Literal["plan", "diff", "matrix"], typer.Argument(help="What extract, diff or compare writes as JSON.")
    ] = "plan",
) -> None:
    """Print the JSON Schema of an extracted plan, of a diff or of a matrix."""
    from planparse.comparing.results import PlanDiff, PlanMatrix  # noqa: PLC0415 - only where it is needed

    records: dict[str, type[Record]] = {"plan": Plan, "diff": PlanDiff, "matrix": PlanMatrix}
    write_data(schema_of(records[what]))

"""planparse schema: the JSON Schema of what `extract` writes."""

from planparse.cli.streams import write_data
from planparse.writers.as_json import schema as plan_schema


def schema() -> None:
    """Print the JSON Schema of an extracted plan."""
    write_data(plan_schema())

"""Writes a plan to a file. WRITERS: the name of a format → the function that writes it; `--format` offers its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from planparse.model import Plan
from planparse.writers.as_json import as_json
from planparse.writers.as_yaml import as_yaml

WRITERS: dict[str, Callable[[Plan], bytes]] = {
    "json": as_json,
    "yaml": as_yaml,
}
LINES: Final = "jsonl"
"""JSON with a plan a line, for many plans."""

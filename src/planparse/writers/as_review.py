"""A review file: one decision per line, so that people can read it, sort it and remove lines."""

from __future__ import annotations

from typing import Any

from planparse.reviewing.records import Review
from planparse.writers.as_json import escaped
from planparse.writers.as_yaml import dumped


def as_review(review: Review) -> bytes:
    """The review as YAML, Chinese as Chinese; what a decision does not say is left out."""
    lines = ["plan: ", _line(review.plan.model_dump(mode="json")), "decisions:\n" if review.decisions else "decisions: []\n"]
    for decision in review.decisions:
        said = decision.model_dump(mode="json", exclude_unset=True)
        # Null is something that may have been read, and may be put there.
        lines += ("- ", _line({name: value for name, value in said.items() if value is not None or name in {"was", "now"}}))
    return escaped("".join(lines).encode())


def _line(values: dict[str, Any]) -> str:
    return dumped(values, flow=True).decode()

"""Reads Chinese government plans: sections, measures, targets, deadlines and responsible bodies, each tied to its words."""

from typing import TYPE_CHECKING, Any

from planparse.api import compare, diff, extract, load, parse
from planparse.errors import (
    InputError,
    InvalidFileError,
    InvalidGoldError,
    InvalidPlanError,
    NotAPlanError,
    OutputError,
    PlanparseError,
)
from planparse.model import Plan
from planparse.producer import __version__

if TYPE_CHECKING:
    from planparse.comparing.results import PlanDiff, PlanMatrix

__all__ = [
    "InputError",
    "InvalidFileError",
    "InvalidGoldError",
    "InvalidPlanError",
    "NotAPlanError",
    "OutputError",
    "Plan",
    "PlanDiff",
    "PlanMatrix",
    "PlanparseError",
    "__version__",
    "compare",
    "diff",
    "extract",
    "load",
    "parse",
]


def __getattr__(name: str) -> Any:
    """What comparing gives is made when it is asked for: to extract a plan does without."""
    if name in {"PlanDiff", "PlanMatrix"}:
        from planparse.comparing import results  # noqa: PLC0415

        return getattr(results, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

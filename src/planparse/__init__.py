"""Reads Chinese government plans: sections, measures, targets, deadlines and responsible bodies, each tied to its words."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from planparse.api import apply, cascade, compare, diff, extract, load, parse, track
    from planparse.cascading.results import Cascade
    from planparse.comparing.results import PlanDiff, PlanMatrix
    from planparse.corpus.batches import SCHEMA as SCHEMA
    from planparse.corpus.batches import extract_batch
    from planparse.errors import (
        InputError,
        InvalidFileError,
        InvalidGoldError,
        InvalidPlanError,
        InvalidReviewError,
        NotAPlanError,
        OutputError,
        PlanparseError,
    )
    from planparse.model import Plan
    from planparse.producer import __version__
    from planparse.reviewing.applying import Applied
    from planparse.reviewing.records import Review
    from planparse.tracking.results import Track

__all__ = [
    "Applied",
    "Cascade",
    "InputError",
    "InvalidFileError",
    "InvalidGoldError",
    "InvalidPlanError",
    "InvalidReviewError",
    "NotAPlanError",
    "OutputError",
    "Plan",
    "PlanDiff",
    "PlanMatrix",
    "PlanparseError",
    "Review",
    "Track",
    "__version__",
    "apply",
    "cascade",
    "compare",
    "diff",
    "extract",
    "extract_batch",
    "load",
    "parse",
    "track",
]

_HOMES: Final = {
    **dict.fromkeys(("apply", "cascade", "compare", "diff", "extract", "load", "parse", "track"), "api"),
    "Cascade": "cascading.results",
    "Track": "tracking.results",
    **dict.fromkeys(("PlanDiff", "PlanMatrix"), "comparing.results"),
    **dict.fromkeys(("SCHEMA", "extract_batch"), "corpus.batches"),
    "Plan": "model",
    "__version__": "producer",
    "Applied": "reviewing.applying",
    "Review": "reviewing.records",
}


def __getattr__(name: str) -> Any:
    """Load a name when it is first used: the command can be stopped meanwhile, and needs nothing of it at once."""
    # SCHEMA needs pyarrow, so that it is not among what `from planparse import *` takes.
    if name in __all__ or name == "SCHEMA":
        return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)
    if name in {"api", "errors", "model"}:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""Reads Chinese government plans: sections, measures, targets, deadlines and responsible bodies, each tied to its words."""

from planparse.api import extract, load, parse
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

__version__ = "0.1.0"

__all__ = [
    "InputError",
    "InvalidFileError",
    "InvalidGoldError",
    "InvalidPlanError",
    "NotAPlanError",
    "OutputError",
    "Plan",
    "PlanparseError",
    "__version__",
    "extract",
    "load",
    "parse",
]

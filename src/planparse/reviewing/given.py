"""Applies the decisions in a file to a plan: a review file, or a checked workbook."""

from __future__ import annotations

from planparse.model import Plan
from planparse.reviewing.applying import Applied, apply
from planparse.reviewing.files import review_in
from planparse.reviewing.workbooks import checked_in, is_workbook


def apply_file(plan: Plan, data: bytes, where: str) -> Applied:
    """The plan with what the bytes of such a file decide; `where` is what messages call it.

    What of a workbook cannot be understood is lost. Raises InputError where the file cannot be read, and InvalidReviewError where it
    does not hold.
    """
    if not is_workbook(data):
        return apply(plan, review_in(data, where))
    review, faults, remarks = checked_in(data, where, plan)
    applied = apply(plan, review)
    return Applied(applied.plan, faults + applied.lost, remarks + applied.remarks)

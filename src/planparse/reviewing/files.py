"""Reads review files, and reports every fault."""

from __future__ import annotations

from planparse.errors import InvalidReviewError
from planparse.readers.inputs import Input, label, read_bytes
from planparse.reviewing.records import Review
from planparse.validating import record_in


def read_review(source: Input) -> Review:
    """The review in a file. Raises InputError where it cannot be read, and InvalidReviewError, with all faults, where it does not hold."""
    return review_in(read_bytes(source), label(source))


def review_in(data: bytes, where: str) -> Review:
    """The review in the bytes of a file; `where` is what messages call it. Raises what `read_review` raises."""
    return record_in(data, where, Review, "a-review-file", InvalidReviewError)

"""The functions of planparse.

`parse` a text, `extract` a file, `load` an extracted file, `apply` decisions; `diff`, `compare`, `cascade` and `track` plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from planparse.errors import InputError, NotAPlanError
from planparse.model import Plan
from planparse.readers import read
from planparse.readers.inputs import LIMIT, Input, label, read_bytes
from planparse.readers.media_types import PLAIN_TEXT
from planparse.readers.plain_text import tidy
from planparse.room import Room, room_for
from planparse.text import Document

if TYPE_CHECKING:
    from planparse.cascading.results import Cascade
    from planparse.comparing.populations import Populations
    from planparse.comparing.results import PlanDiff, PlanMatrix
    from planparse.language.indicators import Register
    from planparse.reviewing.applying import Applied
    from planparse.reviewing.records import Review
    from planparse.tracking.results import Track

_EXTRACTED_NAMES = (".json", ".yaml", ".yml")
_EXTRACTED_BEGINNING = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"schema_version"|schema_version:)')


def parse(text: str, name: str | None = None) -> Plan:
    """Read a text as a plan. Any string gives a Plan; `name` is the name of the plan's source."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(tidy(text), None if name is None else tidy(name).text, PLAIN_TEXT, digest, "utf-8")
    return _plan_of(document, Room())


def extract(source: Input) -> Plan:
    """Read a file, or an open binary stream, as a plan.

    Raises InputError if the input cannot be read, and NotAPlanError if it does not look like a plan.
    """
    return extract_bytes(read_bytes(source), label(source))


def extract_bytes(data: bytes, where: str) -> Plan:
    """Read the bytes of a file as a plan; `where` is its path, or its name in messages. Raises what `extract` raises."""
    if _EXTRACTED_BEGINNING.match(data):
        raise InputError("extracted-before", where)
    document = read(data, where)
    try:
        # Of a file that is packed, the text counts; but none may hold more than the largest text.
        plan = _plan_of(document, room_for(min(len(document.source.text.encode()), LIMIT)))
    except InputError as error:
        raise error.at(where) from error
    from planparse.parsing.genre import is_plan  # noqa: PLC0415 - with the rules

    if not is_plan(plan):
        raise NotAPlanError("no-plan", where)
    return plan


def load(source: Input) -> Plan:
    """Read back a plan that was extracted to JSON or YAML, and possibly edited.

    Raises InputError if the input cannot be read, and InvalidPlanError, with all faults, if it is not a valid plan.
    """
    return load_bytes(read_bytes(source), label(source))


def load_bytes(data: bytes, where: str) -> Plan:
    """Read back a plan from the bytes of a file; `where` is its path, or its name in messages. Raises what `load` raises."""
    from planparse.validating import validated  # noqa: PLC0415 - only where a plan is read back

    return validated(data, where)


def open_plan(source: Input) -> Plan:
    """Read a plan from either: a text is extracted, an extracted JSON or YAML is loaded.

    Raises what `extract` and `load` raise.
    """
    data, where = read_bytes(source), label(source)
    if where.lower().endswith(_EXTRACTED_NAMES) or _EXTRACTED_BEGINNING.match(data):
        return load_bytes(data, where)
    return extract_bytes(data, where)


def apply(plan: Plan, review: Review | Input) -> Applied:
    """Apply people's decisions to a plan: a `Review`, a review file, or a checked workbook.

    `lost` lists decisions that have no match in the plan or cannot be understood; `remarks` those that apply although something has changed.
    Applying them again changes nothing. Raises InputError if the file cannot be read, and InvalidReviewError, with all faults, if it
    is not a valid review.
    """
    from planparse.reviewing.records import Review  # noqa: PLC0415 - only where there is something to apply

    if isinstance(review, Review):
        from planparse.reviewing.applying import apply as put_on  # noqa: PLC0415

        return put_on(plan, review)
    return apply_bytes(plan, read_bytes(review), label(review))


def apply_bytes(plan: Plan, data: bytes, where: str) -> Applied:
    """Apply the decisions in the bytes of a file to a plan; `where` is its path, or its name in messages. Raises what `apply` raises."""
    from planparse.reviewing.given import apply_file  # noqa: PLC0415

    return apply_file(plan, data, where)


def diff(left: Plan, right: Plan, populations: Populations | None = None, indicators: Register | None = None) -> PlanDiff:
    """Compare two plans: what both commit to, which is stricter or earlier, who leads, and what only one of them has.

    `diff(a, a)` finds everything equal; `diff(b, a)` is `diff(a, b)` with the sides swapped. Time grows with the product of the
    plans' measures and of their targets. Counts are compared per head if `populations` (see `planparse.comparing.populations`) gives
    the populations of both places. `indicators` (see `planparse.language.indicators`) says of which indicators less is better.
    """
    from planparse.comparing.diff import diff as compared  # noqa: PLC0415 - words are slow to load

    return compared(left, right, populations, indicators)


def compare(plans: Iterable[Plan]) -> PlanMatrix:
    """Compare many plans in one table: their targets by indicator, and their measures and who leads them by theme."""
    from planparse.comparing.matrix import compare as compared  # noqa: PLC0415

    return compared(plans)


def cascade(
    plans: Sequence[Plan],
    least_confidence: float = 0,
    populations: Populations | None = None,
    indicators: Register | None = None,
) -> Cascade:
    """Find which plans implement which, and what becomes of the measures and targets above them.

    Targets with a confidence below `least_confidence` are left out; counts and indicators are compared as in `diff`. Time grows with the
    plans' words, and for each two plans of which one implements the other as that of `diff`.
    """
    from planparse.cascading.cascade import cascade as found  # noqa: PLC0415

    return found(plans, least_confidence, populations, indicators)


def track(old: Plan, new: Plan, least_confidence: float = 0) -> Track:
    """Compare two versions of a plan: what was kept, changed, moved, added and dropped; a different number alone is not a change.

    Targets with a confidence below `least_confidence` are left out. Time grows with the two plans' words.
    """
    from planparse.tracking.track import track as found  # noqa: PLC0415

    return found(old, new, least_confidence)


def _plan_of(document: Document, room: Room) -> Plan:
    from planparse.parsing.pipeline import parse_document  # noqa: PLC0415 - the rules are slow to compile

    return parse_document(document, room)

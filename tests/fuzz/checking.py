"""What must hold of whatever is read: a plan that holds its invariants, or an error of one line; each gives what it has shown."""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Iterable, Iterator, Sequence

import planparse
from invariants import breaches
from planparse import pages
from planparse.api import extract_bytes, load_bytes, parse
from planparse.cli.views import rendered, target_table, tree
from planparse.errors import InvalidFileError
from planparse.exporting import tables
from planparse.labels import Language
from planparse.messages import Message
from planparse.text import STEERING
from planparse.validating.rereading import contradictions
from planparse.writers import WRITERS

Shown = set[str]
"""What an input has made the rules and readers do: one that shows something new is worth to be changed further."""

REFUSED = "refused: "
LANGUAGES: tuple[Language, ...] = ("en", "zh")
_VARYING = re.compile(r"0x[0-9a-f]+|\d+|'.*'|\".*\"", re.DOTALL)


class Breach(Exception):  # noqa: N818 - it is no error, but what is looked for
    """Something that must hold does not."""


def check_text(text: str) -> Shown:
    """Any string gives a plan."""
    return _sound(parse(text))


def check_file(data: bytes) -> Shown:
    """Any bytes give a plan, or one line."""
    try:
        plan = extract_bytes(data, "x")
    except planparse.PlanparseError as error:
        return refused(error)
    return _sound(plan) | {plan.source.media_type, plan.source.encoding}


def check_result(data: bytes) -> Shown:
    """Any bytes give a plan that every command can work with, or a line for each fault."""
    try:
        plan = load_bytes(data, "x")
    except planparse.PlanparseError as error:
        return refused(error)
    doubts = [*contradictions(plan)]
    tell(doubts)
    shown = {f"warned: {message.id}" for message in _parts(doubts)}
    for write in WRITERS.values():
        hold(["is another plan when it is read back"] if load_bytes(write(plan), "x") != plan else [])
    tables([plan])
    planparse.diff(plan, plan)
    planparse.compare([plan, plan])
    for language in LANGUAGES:
        pages.report(plan, language)
        rendered(tree(plan, language))
        rendered(target_table(plan, language))
    return shown


def place_of(trouble: BaseException) -> str:
    """What tells one kind of trouble from another: where an exception comes from, or what is said less its numbers and words."""
    if isinstance(trouble, Breach):
        return _VARYING.sub("…", str(trouble))
    ours = [frame for frame in traceback.extract_tb(trouble.__traceback__) if "planparse" in frame.filename]
    return f"{type(trouble).__name__} {' '.join(f'{frame.name}:{frame.lineno}' for frame in ours[-1:])}"


def _sound(plan: planparse.Plan) -> Shown:
    written = plan.model_dump_json()
    hold(breaches(json.loads(written)))
    hold(map(str, contradictions(plan)))
    hold(["is another plan when it is read back"] if planparse.Plan.model_validate_json(written) != plan else [])
    return {
        *(f"target {target.rule} {target.kind} {target.comparator} {target.strength}" for target in plan.targets),
        *(f"deadline {deadline.rule} {deadline.kind} {deadline.precision}" for deadline in plan.deadlines),
        *(f"quantity {quantity.role}" for quantity in plan.quantities),
        *(f"section {section.kind} {min(section.level, 6)}" for section in plan.sections),
        *(f"clause {clause.rule} {clause.open_ended}" for measure in plan.measures for clause in measure.responsibilities),
        *(f"diagnostic {diagnostic.code}" for diagnostic in plan.diagnostics),
        *(f"has {field}" for field, value in plan.metadata if value),
    }


def refused(error: planparse.PlanparseError) -> Shown:
    problems = error.problems if isinstance(error, InvalidFileError) else ()
    for language in LANGUAGES:
        _one_line(error.words(language))
    tell(problems)
    return {f"{REFUSED}{message.id}" for message in _parts((error.message, *problems))}


def tell(messages: Sequence[Message]) -> None:
    """Tell them all, a line each."""
    for language in LANGUAGES:
        for message in messages:
            _one_line(message.words(language))


def _one_line(told: str) -> None:
    """What is told is one line, which steers no terminal."""
    if "\n" in told or STEERING.search(told):
        raise Breach(f"is more than one line, or steers: {told}")


def _parts(messages: Iterable[Message]) -> Iterator[Message]:
    """Messages and what stands in them."""
    for message in messages:
        yield message
        yield from _parts(part for part in message.fields.values() if isinstance(part, Message))


def hold(broken: Iterable[str]) -> None:
    for line in broken:
        raise Breach(line)

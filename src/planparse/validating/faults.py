"""Faults in the values of a plan or another record: one line per fault, with its path, the expected and the actual value."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache, reduce
from itertools import islice
from types import SimpleNamespace
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from planparse.messages import Message
from planparse.model import Deadline, Diagnostic, Measure, Plan, Quantity, Reference, Removed, Section, Source, Target
from planparse.text import Span
from planparse.validating.paths import Path, dotted

_MOST = 1000  # faults to tell; a file with more is no plan that somebody edited

_LISTS: dict[str, type[BaseModel]] = {
    "sections": Section,
    "measures": Measure,
    "targets": Target,
    "deadlines": Deadline,
    "references": Reference,
    "quantities": Quantity,
    "diagnostics": Diagnostic,
    "removed": Removed,
}


def faults_of(values: Any, record: type[BaseModel], what: str) -> list[Message]:
    """A message for each fault in the values of a record, which the message `what` names.

    Of a plan also one for each way in which its sound parts disagree.
    """
    found: list[Message] = []
    less_telling: set[str] = set()
    broken: set[Path] = set()
    errors = _errors(values, record)
    for fault in islice(errors, _MOST):
        path, schema = _place(fault["loc"], values, record)
        broken.add(path)
        if fault["type"] == "value_error":  # a check of the model's own; that of the whole plan has a line for each fault
            own = fault["ctx"]["error"].problems
            found += (_at_path(path, problem) for problem in own) if path else own
        elif fault["type"] == "missing":
            found.append(_at_path(path, Message("missing", expected=expected(schema))))
        elif fault["type"] in ("extra_forbidden", "unexpected_keyword_argument"):  # of a model, of a dataclass
            no_field = Message("no-field", record=Message(what), advice=_similar(path, values, record))
            found.append(_at_path(path, no_field))
        else:
            asked, shown = expected(schema), _shown(_at(path, values), schema)
            told = _at_path(path, Message("unexpected", expected=asked, found=shown))
            if (bound := _bound(fault)) and str(bound) not in str(asked):
                less_telling.add(str(told))  # 1e300 is no int, and no float that is small enough
                told = _at_path(
                    path, Message("unexpected", expected=Message("bounded", what=asked, bound=bound), found=shown)
                )
            found.append(told)
    if next(errors, None):
        found.append(_at_path((), Message("more-faults")))
    elif record is Plan and () not in broken:
        found += _disagreements(values, broken)
    # Once each: a number that is neither int nor float is two errors to pydantic.
    return list({line: message for message in found if (line := str(message)) not in less_telling}.values())


def is_broken(values: Any, record: type[BaseModel]) -> bool:
    """Whether the values of a record do not hold, its lists left out of account.

    To be asked first: with each fault pydantic keeps a copy of all values of the object that it is in.
    """
    return bool(_errors_outside_lists(values, record, ()))


def _errors(values: Any, record: type[BaseModel], path: Path = ()) -> Iterator[ErrorDetails]:
    """What pydantic has against the values of a record: of its fields, then of the entries of its lists, one by one (see `Many`)."""
    errors = _errors_outside_lists(values, record, path)
    yield from errors
    is_sound = not errors
    for name, kind in _lists_in(values, record).items():
        for at, entry in enumerate(values[name]):
            for error in _errors(entry, kind, (*path, name, at)):
                is_sound = False
                yield error
    if is_sound and _lists_in(values, record):
        yield from _own_errors(values, record, path)


def _errors_outside_lists(values: Any, record: type[BaseModel], path: Path) -> list[ErrorDetails]:
    lists = _lists_in(values, record)
    if not lists:
        return _own_errors(values, record, path)
    errors = _own_errors(values | {name: [] for name in lists}, record, path)
    # What the parts must have in common can be told when they are whole.
    return [error for error in errors if error["loc"] != path]


def _lists_in(values: Any, record: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The lists of records among the values of a record, with what they are lists of."""
    fields = values if isinstance(values, dict) else {}
    return {name: kind for name, kind in _lists_of(record).items() if isinstance(fields.get(name), list)}


def _own_errors(values: Any, record: type[BaseModel], path: Path) -> list[ErrorDetails]:
    try:
        record.model_validate_json(json.dumps(values))
    except ValidationError as error:
        return [fault | {"loc": (*path, *fault["loc"])} for fault in error.errors(include_url=False)]
    return []


@cache
def _lists_of(record: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The fields of a record that are lists of records, with what they are lists of."""
    found = {}
    for name, field in record.model_fields.items():
        for choice in (field.annotation, *get_args(field.annotation)):
            match get_args(get_args(choice)[0] if get_origin(choice) is Annotated else choice):
                case (type() as kind, types.EllipsisType()) if issubclass(kind, BaseModel):
                    found[name] = kind
    return found


def _at_path(path: Path, what: Message) -> Message:
    return Message("at", where=dotted(path), what=what)


def _bound(fault: ErrorDetails) -> Message | None:
    """The bound that a number oversteps; None where that is not what is wrong."""
    match fault["type"]:
        case "less_than_equal":
            return Message("at-most", most=int(fault["ctx"]["le"]))
        case "greater_than_equal":
            return Message("at-least", least=int(fault["ctx"]["ge"]))
    return None


def _place(loc: Path, values: Any, record: type[BaseModel]) -> tuple[Path, dict[str, Any]]:
    """The path of a pydantic location, less the names of union members that it ends in, and the schema at that path."""
    path: list[str | int] = []
    schema = schema_of(record)
    for part in loc:
        inner = _inner(schema, part)
        is_there = part in values if isinstance(values, dict) else isinstance(values, list) and isinstance(part, int)
        if inner is None and not is_there:
            break
        path.append(part)
        schema = inner or {}
        values = values[part] if is_there else None
    return tuple(path), schema


def _at(path: Path, values: Any) -> Any:
    for part in path:
        if isinstance(values, str):  # one name where a list of them may stand
            break
        values = values[part]
    return values


@cache
def schema_of(record: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a record, with every part in its place instead of a reference to it."""
    document = record.model_json_schema()
    parts = document.pop("$defs", {})

    def resolved(schema: Any) -> Any:
        match schema:
            case {"$ref": name}:
                return resolved(parts[name.rsplit("/", 1)[1]])
            case dict():
                return {key: resolved(value) for key, value in schema.items()}
            case list():
                return [resolved(value) for value in schema]
        return schema

    whole: dict[str, Any] = resolved(document)
    return whole


def _inner(schema: dict[str, Any], part: str | int) -> dict[str, Any] | None:
    """The schema of one field or of the items; None where there is none."""
    for choice in schema.get("anyOf", [schema]):
        found = choice.get("items") if isinstance(part, int) else choice.get("properties", {}).get(part)
        if found is not None:
            return dict(found)
    return None


def expected(schema: dict[str, Any]) -> Message:
    """What a schema asks for."""
    match schema:
        case {"anyOf": choices}:
            alternatives = {str(choice): choice for choice in map(expected, choices)}.values()
            return reduce(lambda one, other: Message("either", one=one, other=other), alternatives)
        case {"enum": [*values]}:
            return Message("values", values=", ".join(map(repr, values)))
        case {"const": value}:
            return Message("values", values=repr(value))
        case {"format": "date"}:
            return Message("a-date")
        case {"type": "string", "pattern": pattern}:
            return Message("text-like", pattern=pattern)
        case {"type": "string", "minLength": 1}:
            return Message("text-not-empty")
        case {"type": "string"}:
            return Message("text")
        case {"type": "integer", "minimum": int(least)} if least >= 0:
            return Message("whole-number", least=least)
        case {"type": "integer" | "number"}:
            return Message("number")
        case {"type": "boolean"}:
            return Message("true-or-false")
        case {"type": "array"}:
            return Message("list")
        case {"type": "null"}:
            return Message("null")
        case {"properties": fields}:
            return Message("object-with", fields=", ".join(fields))
        case {"type": "object"}:
            return Message("object")
    return Message("something-else")


def _shown(value: Any, schema: dict[str, Any]) -> Message | str:
    match value:
        case dict():
            return Message("object")
        case list():
            return Message("list")
        case str():
            return repr(value if len(value) <= 40 else value[:40] + "…")
    shown = json.dumps(value)
    shown = shown if len(shown) <= 40 else shown[:40] + "…"
    return Message("in-quotes", value=shown) if value is not None and _is_text(schema) else shown


def _is_text(schema: dict[str, Any]) -> bool:
    """Whether the schema takes any text."""
    return any(
        choice.get("type") == "string" and not {"const", "enum", "format"} & choice.keys()
        for choice in schema.get("anyOf", [schema])
    )


def _similar(path: Path, values: Any, record: type[BaseModel]) -> Message:
    """What to do about a field that no such record has."""
    parent = schema_of(record)
    for part in path[:-1]:
        parent = _inner(parent, part) or {}
    fields = [name for choice in parent.get("anyOf", [parent]) for name in choice.get("properties", {})]
    close = get_close_matches(str(path[-1]), [name for name in fields if name not in _at(path[:-1], values)], 1)
    return Message("field-meant", name=close[0]) if close else Message("remove")


def _disagreements(values: Any, broken: set[Path]) -> list[Message]:
    """What does not hold between the parts of a plan, where some parts are broken in themselves.

    Nothing where the text or a whole list is broken: all that points into it would be blamed.
    """
    if any((name,) in broken for name in ("text", *_LISTS)):
        return []
    places = {path[:2] for path in broken}
    parts: dict[str, Any] = {"text": values["text"]}
    for name, record in _LISTS.items():
        parts[name] = []
        start = 0
        for at, item in enumerate(values.get(name, [])):
            parts[name].append(_stand_in(item, start) if (name, at) in places else _sound(record, item))
            start = parts[name][-1].span.start
    if any(path[0] == "source" for path in places):
        parts["source"] = SimpleNamespace(char_count=len(values["text"]), page_starts=None)
    else:
        parts["source"] = _sound(Source, values["source"])
    return list(Plan.model_construct(**parts).problems())


def _sound(record: type[BaseModel], values: Any) -> BaseModel:
    return record.model_validate_json(json.dumps(values))


def _stand_in(item: Any, start: int) -> SimpleNamespace:
    """Takes the place of a broken item and agrees with everything; it keeps the ids, so that others may point to it.

    `start` is where the item before it begins.
    """
    fields = item if isinstance(item, dict) else {}
    clauses = fields.get("responsibilities")
    return SimpleNamespace(
        id=fields["id"] if isinstance(fields.get("id"), str) else object(),
        parent_id=None,
        section_id=None,
        measure_id=None,
        deadline_id=None,
        responsibility_id=None,
        ref=None,
        span=Span(start=start, end=start),
        quote="",
        text="",
        heading="",
        title="",
        end=None,
        due=None,
        due_context=None,
        page=None,
        responsibilities=[_stand_in(clause, start) for clause in clauses] if isinstance(clauses, list) else [],
        units=(),
    )

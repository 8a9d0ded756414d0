"""What is wrong with the values of a plan or another record: a line a fault, with its path, what should stand there, what does."""

from __future__ import annotations

import json
from difflib import get_close_matches
from functools import cache
from types import SimpleNamespace
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from planparse.model import Deadline, Diagnostic, Measure, Plan, Quantity, Reference, Section, Source, Target
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
}


def faults_of(error: ValidationError, values: Any, record: type[BaseModel], what: str) -> list[str]:
    """A line for each fault that pydantic found in the values of a record, which messages call `what`.

    Of a plan also a line for each way in which its sound parts disagree.
    """
    lines: dict[str, None] = {}  # in order and once: a number that is neither int nor float is two errors to pydantic
    less_telling: set[str] = set()
    broken: set[Path] = set()
    for fault in error.errors(include_url=False)[:_MOST]:
        path, schema = _place(fault["loc"], values, record)
        broken.add(path)
        if fault["type"] == "value_error":  # a check of the model's own; that of the whole plan has a line for each fault
            own = str(fault["ctx"]["error"]).split("\n")
            lines.update(dict.fromkeys(f"{dotted(path)}: {line}" if path else line for line in own))
        elif fault["type"] == "missing":
            lines[f"{dotted(path)}: is missing; should be {expected(schema)}"] = None
        elif fault["type"] in ("extra_forbidden", "unexpected_keyword_argument"):  # of a model, of a dataclass
            lines[f"{dotted(path)}: is no field of {what}; {_similar(path, values, record)}"] = None
        else:
            asked, shown = expected(schema), _shown(_at(path, values), schema)
            plain = f"{dotted(path)}: should be {asked}; is {shown}"
            if (bound := _bound(fault)) and bound not in asked:
                less_telling.add(plain)  # 1e300 is no int, and no float that is small enough
                plain = f"{dotted(path)}: should be {asked}, {bound}; is {shown}"
            lines[plain] = None
    for line in less_telling:
        lines.pop(line, None)
    if error.error_count() > _MOST:
        lines[f"the whole file: has {error.error_count() - _MOST} faults more"] = None
    elif record is Plan and () not in broken:
        lines.update(dict.fromkeys(_disagreements(values, broken)))
    return list(lines)


def _bound(fault: ErrorDetails) -> str:
    """The bound that a number oversteps, in words; "" where that is not what is wrong."""
    match fault["type"]:
        case "less_than_equal":
            return f"at most {int(fault['ctx']['le'])}"
        case "greater_than_equal":
            return f"at least {int(fault['ctx']['ge'])}"
    return ""


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


def expected(schema: dict[str, Any]) -> str:
    """What a schema asks for, in words."""
    match schema:
        case {"anyOf": choices}:
            return " or ".join(dict.fromkeys(map(expected, choices)))
        case {"enum": [*values]}:
            return ", ".join(map(repr, values))
        case {"const": value}:
            return repr(value)
        case {"format": "date"}:
            return "a date written 2025-12-31"
        case {"type": "string", "pattern": pattern}:
            return f"text of the form {pattern}"
        case {"type": "string", "minLength": 1}:
            return "text, not empty"
        case {"type": "string"}:
            return "text"
        case {"type": "integer", "minimum": int(least)} if least >= 0:
            return f"a whole number, at least {least}"
        case {"type": "integer" | "number"}:
            return "a number"
        case {"type": "boolean"}:
            return "true or false"
        case {"type": "array"}:
            return "a list"
        case {"type": "null"}:
            return "null"
        case {"properties": fields}:
            return f"an object with {', '.join(fields)}"
    return "something else"


def _shown(value: Any, schema: dict[str, Any]) -> str:
    match value:
        case dict():
            return "an object"
        case list():
            return "a list"
        case str():
            return repr(value if len(value) <= 40 else value[:40] + "…")
    shown = json.dumps(value)
    shown = shown if len(shown) <= 40 else shown[:40] + "…"
    return f"{shown}; put it in quotes" if "text" in expected(schema) and value is not None else shown


def _similar(path: Path, values: Any, record: type[BaseModel]) -> str:
    """What to do about a field that no such record has."""
    parent = schema_of(record)
    for part in path[:-1]:
        parent = _inner(parent, part) or {}
    fields = [name for choice in parent.get("anyOf", [parent]) for name in choice.get("properties", {})]
    close = get_close_matches(str(path[-1]), [name for name in fields if name not in _at(path[:-1], values)], 1)
    return f"is {close[0]} meant?" if close else "remove it"


def _disagreements(values: Any, broken: set[Path]) -> list[str]:
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
        for at, item in enumerate(values[name]):
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
        responsibilities=[_stand_in(clause, start) for clause in clauses] if isinstance(clauses, list) else [],
        units=(),
    )

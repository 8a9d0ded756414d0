"""JSON or YAML → plain values. What could mislead or never end is refused: doubled fields, aliases, bottomless nesting."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import yaml

from planparse.errors import UnsoundError
from planparse.messages import Message
from planparse.validating.paths import Path, dotted

_DEEPEST = 30  # lists and objects in each other; a plan has seven
# Characters of a number. What has more is no number of a plan, but words that can be shown; to make numbers of it, or of these
# words again, would take ever longer.
_LONGEST_NUMBER = 1000
MOST_FIELDS = 1000  # of one object; a target has thirty
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CORE_TYPES = frozenset(f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float"))
_CORE: Any = yaml.SafeLoader("")
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Object:
    """A JSON object or YAML mapping as printed, where a field may stand twice."""

    fields: list[tuple[str, Any]]


def values_in(text: str) -> tuple[Any, list[Message]]:
    """The values of a JSON or YAML text, and a message for each field or string that is written wrongly.

    Raises UnsoundError where the text is neither.
    """
    text = text.removeprefix("\ufeff")
    raw = _from_json(text) if text.lstrip().startswith(("{", "[")) else _from_yaml(text)
    faults: list[Message] = []
    return _plain(raw, (), faults), faults


def _from_json(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_Object, parse_int=_integer)
    except json.JSONDecodeError as error:
        what = Message("no-json", problem=error.msg)
        raise UnsoundError(Message("at-line", line=error.lineno, column=error.colno, what=what)) from error
    except RecursionError as error:
        raise UnsoundError(Message("too-deep")) from error


def _from_yaml(text: str) -> Any:
    # Built from events: yaml's own way to a tree follows aliases without end, and crashes on a thousand nested lists.
    events = _events(text)
    try:
        value = _built(next(events, None), events)
        if extra := next(events, None):
            raise _unread(extra.start_mark, Message("second-document"))
    except yaml.MarkedYAMLError as error:
        if error.problem_mark:
            # yaml looks far ahead of its events, and some releases refuse depth there, in words of their own. Ours come first.
            with suppress(yaml.YAMLError):  # the text as far as the fault may end anywhere
                deque(_events(text[: error.problem_mark.index]), maxlen=0)
        raise _unread(error.problem_mark, Message("no-yaml", problem=error.problem or error.context)) from error
    except yaml.YAMLError as error:
        raise _unread(None, Message("no-yaml", problem=" ".join(str(error).split()))) from error
    return value


_FRAME = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)


def _events(text: str) -> Iterator[yaml.Event]:
    """What a YAML text consists of; raises UnsoundError where it nests too deeply."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise UnsoundError(Message("too-deep"))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if not isinstance(event, _FRAME):
            yield event


def _built(event: yaml.Event | None, events: Iterator[yaml.Event]) -> Any:
    """The value that begins with the event; takes the events that belong to it."""
    match event:
        case yaml.SequenceStartEvent():
            return [_built(item, events) for item in _until(yaml.SequenceEndEvent, events)]
        case yaml.MappingStartEvent():
            return _Object(
                [(_name(key, events), _built(next(events), events)) for key in _until(yaml.MappingEndEvent, events)]
            )
        case yaml.AliasEvent():
            raise _unread(event.start_mark, Message("alias", name=event.anchor))
        case yaml.ScalarEvent():
            return _scalar(event)
        case _:
            return None


def _name(key: yaml.Event, events: Iterator[yaml.Event]) -> str:
    """The name of a field as it is written: `on` is no true there."""
    return key.value if isinstance(key, yaml.ScalarEvent) else str(_built(key, events))


def _until(end: type[yaml.Event], events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    for event in events:
        if isinstance(event, end):
            return
        yield event


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _unread(mark: Any, what: Message) -> UnsoundError:
    return UnsoundError(Message("at-line", line=mark.line + 1, column=mark.column + 1, what=what) if mark else what)


def _scalar(event: yaml.ScalarEvent) -> Any:
    """The null, boolean or number that is meant, otherwise the words: so a date stays as it is written in JSON."""
    tag = event.tag or _CORE.resolve(yaml.ScalarNode, event.value, event.implicit)
    if tag not in _CORE_TYPES or len(event.value) > _LONGEST_NUMBER:
        return event.value
    try:
        # Not by way of construct_object, which remembers all that it made.
        return _CORE.yaml_constructors[tag](_CORE, yaml.ScalarNode(tag, event.value))
    except (ValueError, LookupError, OverflowError):  # a tag that promises what is not there, or a float beyond all floats
        return event.value


def _plain(raw: Any, path: Path, faults: list[Message]) -> Any:
    """The raw value with dicts for objects; notes doubled fields and half characters on the way."""
    if len(path) > _DEEPEST:
        raise UnsoundError(Message("too-deep"))
    if isinstance(raw, list):
        return [_plain(item, (*path, i), faults) for i, item in enumerate(raw)]
    if isinstance(raw, _Object):
        if len(raw.fields) > MOST_FIELDS:
            raise UnsoundError(Message("at", where=dotted(path), what=Message("too-many-fields", most=MOST_FIELDS)))
        values: dict[str, Any] = {}
        for name, value in raw.fields:
            name = _whole(name, path, faults)  # noqa: PLW2901 - the name as it can be written
            if name in values:
                faults.append(Message("at", where=dotted((*path, name)), what=Message("twice")))
            values[name] = _plain(value, (*path, name), faults)
        return values
    return _whole(raw, path, faults) if isinstance(raw, str) else raw


def _whole(words: str, path: Path, faults: list[Message]) -> str:
    """The words without half characters; notes one on the way."""
    if half := _HALF.search(words):
        faults.append(Message("at", where=dotted(path), what=Message("half-character", code=ord(half.group()))))
        return _HALF.sub("?", words)
    return words

"""The path of a value in a plan."""

from __future__ import annotations

from planparse.messages import Message

Path = tuple[str | int, ...]
_LONGEST_NAME = 40


def dotted(path: Path) -> str | Message:
    r"""The path as messages print it, on one line whatever its fields are called.

    >>> dotted(("targets", 3, "span", "start")), dotted(("targets", 3, "in\nlines"))
    ('targets[3].span.start', "targets[3]['in\\nlines']")
    """
    steps = (f".{part}" if isinstance(part, str) and part.isidentifier() else f"[{_shown(part)}]" for part in path)
    return "".join(steps).removeprefix(".") or Message("whole-file")


def _shown(part: str | int) -> str:
    return repr(part if isinstance(part, int) or len(part) <= _LONGEST_NAME else part[:_LONGEST_NAME] + "…")

"""Where a value stands in a plan."""

from __future__ import annotations

Path = tuple[str | int, ...]


def dotted(path: Path) -> str:
    """The path as messages print it.

    >>> dotted(("targets", 3, "span", "start"))
    'targets[3].span.start'
    """
    steps = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(steps).removeprefix(".") or "the whole file"

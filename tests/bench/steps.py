"""What work on a text costs, counted in steps: the same figure on every machine, however busy it is.

A step is a line of planparse that runs, or a character that a string or a pattern looks through. What a pattern does within one
match, going back and trying again, cannot be counted; `make growth` times that.

It is counted in a process of its own, because patterns are watched from the moment on in which they are made.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any

import regex

_SOURCE = str(Path(__file__).resolve().parents[2] / "src")
_steps = 0


def growth(work: str, texts: Mapping[str, tuple[str, str]]) -> dict[str, float]:
    """How many times as many steps a character costs in the second of two texts as in the first; `work` is one of `_works`."""
    pairs = [text for pair in texts.values() for text in pair]
    command = (sys.executable, __file__)
    done = subprocess.run(command, input=json.dumps([work, pairs]), stdout=subprocess.PIPE, check=True, encoding="ascii")
    cost = [steps / len(text) for steps, text in zip(json.loads(done.stdout), pairs, strict=True)]
    return {name: many / few for name, few, many in zip(texts, cost[::2], cost[1::2], strict=True)}


def repeated(fragment: str, few: int = 1_000, many: int = 2_500) -> tuple[str, str]:
    """The fragment again and again, to so many characters."""
    return fragment * (few // len(fragment)), fragment * (many // len(fragment))


def _works() -> dict[str, Callable[[str], object]]:
    """What can be counted."""
    regions, organizations = (import_module(f"planparse.language.{name}") for name in ("regions", "organizations"))
    read, refused = import_module("planparse.readers").read, import_module("planparse.errors").InputError
    repeated_by = import_module("planparse.parsing.repeats").repeated
    fujian = regions.region("350000")

    def read_or_refuse(text: str) -> None:
        with suppress(refused):
            read(text.encode(), "x")

    return {
        "parse": import_module("planparse").parse,
        "locate": regions.locate,
        "locate_in_body": regions.locate_in_body,
        "split_bodies": organizations.split_bodies,
        "resolve": lambda name: organizations.resolve(name, fujian),
        "read": read_or_refuse,
        "repeated": lambda text: repeated_by(text.split("\n"), text.split("\n")[::-1]),
        "search_again": lambda text: [text.find("乙", at) for at in range(len(text))],  # what nothing of ours may do
    }


def _count(number: int) -> None:
    global _steps  # noqa: PLW0603 - what is counted here comes from everywhere
    _steps += max(number, 1)


class Watched(str):
    """A string that counts the characters that it looks through."""

    __slots__ = ()

    def __contains__(self, words: object) -> bool:
        return self.find(words) >= 0  # type: ignore[arg-type]  # as str says it

    def __getitem__(self, at: Any) -> Watched:
        return _watched(str.__getitem__(self, at))

    def find(self, words: str, start: int | None = 0, end: int | None = None, /) -> int:
        start, end, _ = slice(start, end).indices(len(self))
        at = str.find(self, words, start, end)
        _count((at if at >= 0 else end) - start)
        return at

    def rfind(self, words: str, start: int | None = 0, end: int | None = None, /) -> int:
        start, end, _ = slice(start, end).indices(len(self))
        at = str.rfind(self, words, start, end)
        _count(end - max(at, start))
        return at

    def count(self, words: str, start: int | None = 0, end: int | None = None, /) -> int:
        start, end, _ = slice(start, end).indices(len(self))
        _count(end - start)
        return str.count(self, words, start, end)


def _watched(words: str) -> Watched:
    _count(len(words))
    return Watched(words)


def _whole(name: str) -> Any:
    """A method of strings that looks at every character and gives another string."""
    method = getattr(str, name)
    return lambda self, *arguments: _watched(method(self, *arguments))


for _name in ("replace", "translate", "strip", "lstrip", "rstrip", "lower", "upper", "removeprefix", "removesuffix"):
    setattr(Watched, _name, _whole(_name))


class WatchedPattern:
    """A pattern that counts the characters that it looks through: to its match, or to the end where it finds none."""

    def __init__(self, pattern: Any) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def match(self, text: str, *window: int) -> Any:
        return self._here(self._pattern.match(text, *window))

    def fullmatch(self, text: str, *window: int) -> Any:
        return self._here(self._pattern.fullmatch(text, *window))

    def _here(self, match: Any) -> Any:
        _count(match.end() - match.start() if match else 1)
        return match

    def search(self, text: str, *window: int) -> Any:
        return next(self.finditer(text, *window), None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Any]:
        start, end, _ = slice(start, end).indices(len(text))
        for match in self._pattern.finditer(text, start, end):
            _count(match.end() - start)
            start = match.end()
            yield match
        _count(end - start)

    def findall(self, text: str, *window: int) -> Any:
        start, end, _ = slice(*window, *(None,) * (2 - len(window))).indices(len(text))
        _count(end - start)
        return self._pattern.findall(text, *window)

    def sub(self, new: Any, text: str, *arguments: Any) -> str:
        return _watched(self._pattern.sub(new, text, *arguments))

    def split(self, text: str, *arguments: Any) -> Any:
        _count(len(text))
        return self._pattern.split(text, *arguments)


def _watch() -> None:
    """Have every pattern that planparse makes from now on, and every text that it holds, watched."""
    for module in (re, regex):

        def compiled(pattern: Any, *arguments: Any, _compile: Any = module.compile, **options: Any) -> Any:
            made = _compile(pattern, *arguments, **options)
            ours = str(sys._getframe(1).f_globals["__name__"]).startswith("planparse.")
            return WatchedPattern(made) if ours else made

        module.compile = compiled
    pipeline, source = import_module("planparse.parsing.pipeline"), import_module("planparse.text").SourceText
    begin, paint = source.__init__, pipeline.paint
    source.__init__ = lambda self, text, *rest: begin(self, Watched(text), *rest)
    pipeline.paint = lambda *arguments: (skeleton := paint(*arguments))._replace(text=Watched(skeleton.text))


def _trace(frame: FrameType, _event: str, _argument: object) -> Any:
    """Have the lines of planparse counted that run in this frame."""
    return _lines if frame.f_code.co_filename.startswith(_SOURCE) else None


def _lines(_frame: FrameType, event: str, _argument: object) -> Any:
    """Count a line; it runs millions of times, so it calls nothing."""
    global _steps  # noqa: PLW0603 - as above
    if event == "line":
        _steps += 1
    return _lines


def _counted(work: Callable[[str], object], text: str) -> int:
    before = _steps
    sys.settrace(_trace)
    try:
        work(Watched(text))
    finally:
        sys.settrace(None)
    return _steps - before


def _count_all(name: str, texts: list[str]) -> list[int]:
    _watch()
    work = _works()[name]
    work("甲")  # what is made on first use is no part of it
    return [_counted(work, text) for text in texts]


if __name__ == "__main__":
    print(json.dumps(_count_all(*json.load(sys.stdin))))

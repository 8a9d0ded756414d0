"""Plans cut into words, and how much each word says. The only module that knows jieba.

words.tsv holds the words of official plans and how many measures use each; build_words.py makes it. Words that are in no list are
found by their characters.
"""

from __future__ import annotations

import math
import re
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from planparse.language.folding import fold

_RUN = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*")
_NUMBER = re.compile(r"[0-9.]+")

Vector = Mapping[str, float]
"""Words with their weights; its length is 1, or 0 for no words."""


class _Words(NamedTuple):
    """The list of words: how to cut by it, how many measures use each word, and of how many."""

    cut: Callable[[str], list[str]]
    measures: Mapping[str, int]
    of: int


@cache
def _words() -> _Words:
    with warnings.catch_warnings():
        # jieba's old patterns, and the packaging tools that it asks for its files, warn of what does not concern anybody here.
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415 - slow to import

    counts: dict[str, int] = {}
    measures: dict[str, int] = {}
    of = 0
    with (files("planparse.comparing") / "words.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                of = int(line.split()[2])
                continue
            word, count, spread = line.split("\t")
            counts[word] = int(count)
            if spread != "0\n":
                measures[word] = int(spread)
    total = sum(counts.values())
    # jieba wants the beginnings of words too, with a count of 0.
    for word in [*counts]:
        for end in range(1, len(word)):
            counts.setdefault(word[:end], 0)
    tokenizer = jieba.Tokenizer()
    # What `initialize` would set, without the file that it keeps for the next run in a folder that everybody may write to.
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = counts, total, True
    return _Words(tokenizer.lcut, measures, of)


@lru_cache(maxsize=2**13)
def _cut(run: str) -> Sequence[str]:
    """The words of a run of characters. Titles, and names and quotes of targets, stand in the clauses of measures once more."""
    return tuple(_words().cut(run))


def cut(text: str, shortest: int = 2) -> list[str]:
    """The words of a text in their order, one width and one script; what is no word falls away, so do those that are too short.

    >>> cut("建设紧密型县域医疗共同体，5G基站30个。")
    ['建设', '紧密', '县域', '医疗', '共同体', '5G', '基站']
    """
    found: list[str] = []
    for run in _RUN.findall(fold(text)):
        if not run.isascii():
            found += [word for word in _cut(run) if len(word) >= shortest]
        elif len(run) >= shortest and not _NUMBER.fullmatch(run):
            found.append(run)
    return found


def tokens(text: str) -> list[str]:
    """The whole text in pieces: its words, its numbers, and each mark by itself.

    >>> tokens("（三）建设5G基站30个。")
    ['（', '三', '）', '建设', '5G', '基站', '30', '个', '。']
    """
    pieces: list[str] = []
    done = 0
    for run in _RUN.finditer(text):
        pieces += text[done : run.start()]
        pieces += [run[0]] if run[0].isascii() else _cut(run[0])
        done = run.end()
    return [*pieces, *text[done:]]


def rarity(word: str) -> float:
    """How much a word says by its rarity in official plans: the logarithm of its inverse share of measures, up to 10 or so."""
    words = _words()
    return math.log((words.of + 1) / (words.measures.get(word, 0) + 1))


def vector(words: Iterable[str], weight: Callable[[str], float] = rarity) -> Vector:
    """The words as a vector of length 1: each by its weight, those that stand there often a little more."""
    return _scaled({word: (1 + math.log(count)) * weight(word) for word, count in Counter(words).items()})


def once(words: Iterable[str], weights: Mapping[str, float]) -> Vector:
    """Words of which each stands there once as a vector of length 1."""
    return _scaled({word: weights[word] for word in words})


def _scaled(weights: Vector) -> Vector:
    """The same vector at length 1; one of length 0 is empty."""
    length = math.sqrt(sum([value * value for value in weights.values()]))
    return {word: value / length for word, value in weights.items()} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """How far two vectors point the same way: 0 where they share no word, 1 where they are the same."""
    if len(left) > len(right):
        left, right = right, left
    return min(1.0, sum(value * right[word] for word, value in left.items() if word in right))


def likenesses(lefts: Iterable[Vector], rights: Sequence[Vector]) -> Iterator[Mapping[int, float]]:
    """For each left vector in turn the right ones that share a word with it, and their cosine. Only words that both have cost time."""
    holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, own in enumerate(rights):
        for word, value in own.items():
            holding[word].append((at, value))
    for own in lefts:
        sums: dict[int, float] = defaultdict(float)
        for word, value in own.items():
            if word in holding:
                for at, theirs in holding[word]:
                    sums[at] += value * theirs
        yield sums


def telling(texts: Sequence[Iterable[str]]) -> Callable[[str], float]:
    """A weight for words within these texts: rare in official plans, and rare among these too."""
    spread = Counter(word for words in texts for word in set(words))
    many = len(texts) + 1

    @cache
    def weight(word: str) -> float:
        return rarity(word) * math.log(many / (spread[word] + 0.5))

    return weight

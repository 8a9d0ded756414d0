"""How far two readers of the same paragraphs agree: on the roles of their numbers, and on targets and their fields.

python tests/bench/agreement.py

The first reading lies in tests/gold/numbers/building and measuring, the second in tests/gold/numbers/second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from planparse.evaluating import GoldNumbers, read_any_gold
from planparse.evaluating.fields import SAME
from planparse.evaluating.intervals import Interval, bootstrapped, wilson
from planparse.evaluating.numbers.answers import readings, same
from planparse.evaluating.numbers.gold import GoldCommitment, GoldParagraph
from planparse.evaluating.plain import alike, plain

NUMBERS = Path(__file__).resolve().parents[1] / "gold" / "numbers"
FIELDS = ("value", "unit", "indicator", "comparator", "due")
DEFAULTS = {"comparator": "eq"}
LIKE = 0.5  # likeness from which on two quotes are of the same words


Pair = tuple[GoldCommitment | None, GoldCommitment | None]


class Both(NamedTuple):
    """What two readers say of one document: the role of each number, and the targets that both have or one alone."""

    roles: list[tuple[str, str]]
    targets: list[Pair]


def documents() -> list[Both]:
    """Those that were read twice."""
    found = []
    for file in sorted((NUMBERS / "second").glob("*.yaml")):
        (first,) = NUMBERS.glob(f"[bm]*/{file.name}")
        found.append(both(read(first), read(file)))
    return found


def read(file: Path) -> GoldNumbers:
    gold = read_any_gold(file)
    assert isinstance(gold, GoldNumbers)
    return gold


def both(first: GoldNumbers, second: GoldNumbers) -> Both:
    """What the two readings of a document have in common."""
    roles: list[tuple[str, str]] = []
    targets: list[Pair] = []
    # Paragraphs that were drawn later stand behind those read twice.
    for one, other in zip(first.paragraphs[: len(second.paragraphs)], second.paragraphs, strict=True):
        roles += [(a.role, b.role) for a, b in zip(one.numbers, other.numbers, strict=True)]
        pairs = [*paired(one, other)]
        in_pairs = {id(target) for pair in pairs for target in pair}
        targets += pairs
        targets += [(target, None) for target in one.targets if id(target) not in in_pairs]
        targets += [(None, target) for target in other.targets if id(target) not in in_pairs]
    return Both(roles, targets)


def paired(one: GoldParagraph, other: GoldParagraph) -> Iterator[tuple[GoldCommitment, GoldCommitment]]:
    """The targets of a paragraph that stand on the same number, or where there is none in like words; the most equal first."""
    line = [
        (-sum(equal(field, a, b) for field in FIELDS), i, j)
        for (i, a), (j, b) in product(enumerate(one.targets), enumerate(other.targets))
        if meet(a, b)
    ]
    left, right = set(range(len(one.targets))), set(range(len(other.targets)))
    for _, i, j in sorted(line):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield one.targets[i], other.targets[j]


def meet(a: GoldCommitment, b: GoldCommitment) -> bool:
    if a.numbers or b.numbers:
        return not set(a.numbers).isdisjoint(b.numbers)
    words, others = plain(a.quote), plain(b.quote)
    return words in others or others in words or alike(words, others) >= LIKE


def equal(field: str, a: GoldCommitment, b: GoldCommitment) -> bool:
    """Whether some reading of the one is some reading of the other."""
    if field == "indicator":
        return any(alike(*names) >= SAME for names in product(names_of(a), names_of(b)))
    name = {"due": "deadline"}.get(field, field)
    values = (readings(getattr(target, name) or DEFAULTS.get(field, getattr(target, name))) for target in (a, b))
    return any(same(x, y) for x, y in product(*values))


def names_of(target: GoldCommitment) -> set[str]:
    """What its indicator may be called, the outcome included or not."""
    names = set(map(plain, readings(target.indicator)))
    return names | {name + plain(outcome) for name, outcome in product(names, readings(target.outcome))}


def kappa(roles: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa: how much more often two readers agree than by chance, of what chance leaves."""
    counts = [Counter(side) for side in zip(*roles, strict=True)]
    chance = sum(counts[0][role] * counts[1][role] for role in counts[0]) / len(roles) ** 2
    agreed = sum(a == b for a, b in roles) / len(roles)
    return (agreed - chance) / (1 - chance) if chance < 1 else None


def rows(found: Sequence[Both]) -> Iterator[tuple[str, str]]:
    """The lines of the table: what is compared, and the share with its interval."""
    roles = [pair for document in found for pair in document.roles]
    targets = [pair for document in found for pair in document.targets]
    pairs = [(a, b) for a, b in targets if a and b]
    demanded = [(a, b) for a, b in targets if (a and not a.optional) or (b and not b.optional)]
    yield "roles equal", single(a == b for a, b in roles)
    interval = bootstrapped(found, lambda drawn: kappa([pair for document in drawn for pair in document.roles]))
    yield "roles, Cohen's kappa", said(kappa(roles), interval, len(roles))
    yield "targets of both, of those of either", single(bool(a and b) for a, b in targets)
    yield "the same where one demands it", single(bool(a and b) for a, b in demanded)
    for field in FIELDS:
        yield f"{field} equal, of targets of both", single(equal(field, a, b) for a, b in pairs)
    yield "all of these equal", single(all(equal(field, a, b) for field in FIELDS) for a, b in pairs)


def single(some: Iterable[bool]) -> str:
    """A share of single things, with its interval."""
    values = list(some)
    return said(sum(values) / len(values), wilson(sum(values), len(values)), len(values))


def said(share: float | None, interval: Interval | None, of: int) -> str:
    low, high = interval or (None, None)
    shown = ("–" if value is None else f"{value:.3f}" for value in (share, low, high))
    return "{} ({}–{})  of {}".format(*shown, of)


def main() -> None:
    """Print a line for each thing that is compared."""
    found = documents()
    print(f"Two readers of {len(found)} documents, with 95 % intervals")
    print()
    for name, said in rows(found):
        print(f"{name:37}{said}")


if __name__ == "__main__":
    main()

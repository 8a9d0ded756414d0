"""Fit the weights of the signs by which targets are weighed to targets that readers judged, and write them into their lexicon.

    python tests/bench/fit_confidence.py ../shared/corpus

Three sorts of judged targets: those that planparse says in the paragraphs of tests/gold/numbers/building and in the plans of
tests/gold/building, held against gold, and those of tests/gold/judged, of documents that no rule was written with. What it prints was
foretold of each document by weights fitted to all others.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import ceil, exp
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import yaml

import planparse
from planparse.evaluating.gold import Gold
from planparse.evaluating.numbers import read_any_gold
from planparse.evaluating.numbers.answers import answers
from planparse.evaluating.numbers.placing import placed
from planparse.evaluating.targets import judged
from planparse.language.lexicon import words
from planparse.model import Plan
from planparse.parsing import assemble

GOLD = Path(__file__).parents[1] / "gold"
LEXICON = Path(__file__).parents[2] / "src/planparse/language/lexicons/confidence.yaml"
# How strongly weights are drawn towards zero: a sign that stands by some targets only weighs little.
RIDGE = 2.0
# How much more a target counts of a document that no rule was written with: what was wrong elsewhere has been mended.
UNSEEN = 3.0
# What no judged target shows is drawn towards what annotators say of it: such numbers are mostly no commitments, or of another year.
KNOWN = {"rules": -0.7, "call": -1.4, "table_without_year": -1.0, "past_year": -0.7}
_STRICT = ("indicator", "kind", "comparator", "due")


class Sample(NamedTuple):
    """A target that somebody judged: where, the signs that stand by it, and whether it is right."""

    source: str
    document: str
    signs: tuple[str, ...]
    right: bool


def samples(corpus: Path) -> Iterator[Sample]:
    """All judged targets, with the signs of today."""
    files = {
        file.name.partition("_")[0]: file for folder in ("plans", "files") for file in sorted((corpus / folder).iterdir())
    }
    by_document: dict[str, list[dict[str, Any]]] = yaml.safe_load((GOLD / "judged/targets.yaml").read_text("utf-8"))
    for document, entries in by_document.items():
        plan, standing = read(files[document])
        for entry in entries:
            same = [one for one in plan.targets if _is_read_so(entry, one)]
            if same:
                yield Sample("judged", document, standing[same[0].id], entry["judged"] == "right")
    for file in sorted((GOLD / "numbers/building").glob("*.yaml")):
        plan, standing = read(files[file.stem])
        gold = read_any_gold(file)
        assert not isinstance(gold, Gold)
        for paragraph in placed(gold, plan):
            for answer in answers(paragraph):
                if answer.found:
                    yield Sample("numbers", file.stem, standing[answer.found.id], answer.is_right)
    for file in sorted((GOLD / "building").glob("*.yaml")):
        gold = read_any_gold(file)
        assert isinstance(gold, Gold)
        if not gold.holds("targets"):
            continue
        plan, standing = read(files[file.stem])
        for one in judged(gold.targets, plan.targets):
            if one.found:
                right = one.gold is not None and all(check.is_right for check in one.checks if check.field in _STRICT)
                yield Sample("plans", file.stem, standing[one.found.id], right)


def read(file: Path) -> tuple[Plan, dict[str, tuple[str, ...]]]:
    """The plan of a file, and the signs of each of its targets by id."""
    seen: list[tuple[str, ...]] = []
    weigh = assemble.weigh

    def noting(signs: list[str]) -> tuple[float, tuple[str, ...]]:
        seen.append(tuple(signs))
        return weigh(signs)

    with patch.object(assemble, "weigh", noting):
        plan = planparse.extract(file)
    return plan, {target.id: signs for target, signs in zip(plan.targets, seen, strict=True)}


def _is_read_so(entry: dict[str, Any], target: Any) -> bool:
    fields = ("quote", "indicator", "comparator", "value", "value_max", "unit")
    due = None if target.due is None else str(target.due)
    return all(entry.get(field) == getattr(target, field) for field in fields) and str(entry.get("due")) == str(due)


class Model(NamedTuple):
    """Log odds without a sign, and what each sign adds."""

    base: float
    weights: dict[str, float]

    def of(self, signs: Iterable[str]) -> float:
        """The probability that a target with these signs is right."""
        return 1 / (1 + exp(-self.base - sum(self.weights.get(sign, 0) for sign in signs)))


def fit(known: Sequence[Sample], names: Sequence[str]) -> Model:
    """The weights under which the judgements are likeliest, drawn towards zero: Newton's steps on the penalised likelihood."""
    columns = {name: at for at, name in enumerate(names, 1)}
    rows = [
        ([0, *(columns[sign] for sign in one.signs)], float(one.right), UNSEEN if one.source == "judged" else 1.0)
        for one in known
    ]
    size = len(names) + 1
    drawn_to = [0.0, *(KNOWN.get(name, 0.0) for name in names)]
    beta = [*drawn_to]
    for _ in range(12):
        gradient = [0.0, *(RIDGE * (to - value) for value, to in zip(beta[1:], drawn_to[1:], strict=True))]
        hessian = [[RIDGE if i == j and i else 0.0 for j in range(size)] for i in range(size)]
        for active, right, counts in rows:
            share = 1 / (1 + exp(-sum(beta[at] for at in active)))
            for i in active:
                gradient[i] += counts * (right - share)
                for j in active:
                    hessian[i][j] += counts * share * (1 - share)
        step = solved(hessian, gradient)
        beta = [value + by for value, by in zip(beta, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return settled(Model(beta[0], {name: beta[at] for name, at in columns.items()}), known)


def settled(model: Model, known: Sequence[Sample]) -> Model:
    """The model with the base under which as many are right as are among targets of documents that no rule was written with.

    Of what the rules were written with more is right than of what they will read: the signs tell targets apart there as elsewhere, how
    many are right they do not.
    """
    unseen = [one for one in known if one.source == "judged"]
    for _ in range(20 if unseen else 0):
        shares = [model.of(one.signs) for one in unseen]
        over = sum(shares) - sum(one.right for one in unseen)
        model = model._replace(base=model.base - over / sum(share * (1 - share) for share in shares))
    return model


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """What the matrix, symmetric and positive definite, must be multiplied by to give the right side."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at, row in enumerate(rows):
        for below in rows[at + 1 :]:
            if factor := below[at] / row[at]:
                for column in range(at, len(row)):
                    below[column] -= factor * row[column]
    found = [0.0] * len(rows)
    for at in range(len(rows) - 1, -1, -1):
        found[at] = (rows[at][-1] - sum(rows[at][j] * found[j] for j in range(at + 1, len(rows)))) / rows[at][at]
    return found


def foretold(known: Sequence[Sample], names: Sequence[str]) -> list[tuple[Sample, float]]:
    """Each target with what a model of all other documents says of it."""
    documents = defaultdict(list)
    for one in known:
        documents[one.document].append(one)
    said = []
    for document, own in documents.items():
        model = fit([one for one in known if one.document != document], names)
        said += [(one, model.of(one.signs)) for one in own]
    return said


def figures(said: Sequence[tuple[Sample, float]]) -> str:
    """How far what was foretold comes true."""
    rows = sorted(said, key=lambda pair: pair[1])
    wrong = [not one.right for one, _ in rows]
    sure = [one.right for one, share in rows if share >= 0.895]
    tenths = defaultdict(list)
    for one, share in rows:
        tenths[min(int(share * 10), 9)].append((one.right, share))
    error = sum(abs(sum(right for right, _ in own) - sum(share for _, share in own)) for own in tenths.values()) / len(rows)
    least = sum(wrong[: ceil(len(rows) / 10)]) / max(sum(wrong), 1)
    return (
        f"{len(rows)} targets, right {1 - sum(wrong) / len(rows):.3f}, said {sum(share for _, share in rows) / len(rows):.3f}; "
        f"0.9 and more: {len(sure)}, right {sum(sure) / max(len(sure), 1):.3f}; "
        f"expected calibration error {error:.3f}; errors in the least sure tenth {least:.2f}"
    )


def written(model: Model, text: str) -> str:
    """The lexicon with the weights of the model."""
    lines = []
    for line in text.split("\n"):
        name = line.strip().partition(":")[0]
        if name == "base" or name in model.weights:
            weight = f"{model.weights.get(name, model.base):.2f}".replace("-0.00", "0.00")
            lines.append(re.sub(r"-?\d+\.\d+(?=}?$)", weight, line))
        else:
            lines.append(line)
    return "\n".join(lines)


def signs() -> list[str]:
    """The names of all signs."""
    return [name for part in ("words", "favours", "reckoned", "sorts") for name in words("confidence")[part]]


def main() -> None:
    """Fit, show how well it foretells, and write."""
    names = signs()
    known = list(samples(Path(sys.argv[1])))
    said = foretold(known, names)
    for source in ("judged", "numbers", "plans"):
        print(f"{source}: {figures([pair for pair in said if pair[0].source == source])}")
    print(f"all: {figures(said)}")
    LEXICON.write_text(written(fit(known, names), LEXICON.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()

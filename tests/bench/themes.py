"""How right the themes of `compare` are, against those of groups of plans labelled by reading: pairs of measures in one row.

python tests/bench/themes.py CORPUS

With --misses, the pairs of measures of the plans used for building that are missed, and those that are wrong. With --fit, the weights for
comparing/theme_chances.py that the plans used for building give.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

import yaml

import pairs
import planparse
from fit_tiers import Sample, fit
from planparse.comparing.theme_chances import Signs
from planparse.comparing.themes import Themes

# By subject, each with the plans of it that may be used for building; what is left of them is kept for measuring.
GROUPS = {
    "pandemic": pairs.PAIRS / "themes.yaml",
    "private firms": pairs.PAIRS / "themes_building.yaml",
    "services of offices": pairs.PAIRS / "themes_services.yaml",
    "growth": pairs.PAIRS / "themes_growth.yaml",
}
Place = tuple[str, str]


def joined(rows: Iterable[Collection[Place]], plans: Collection[str]) -> set[frozenset[Place]]:
    """The pairs of measures of these plans that stand in one row."""
    return {frozenset(pair) for row in rows for pair in combinations([place for place in row if place[0] in plans], 2)}


def halves(names: Collection[str], building: Collection[str]) -> Mapping[str, Collection[str]]:
    """The plans of a group, and of its halves."""
    parts = {
        "all": names,
        "used for building": building,
        "kept for measuring": [one for one in names if one not in building],
    }
    return {part: plans for part, plans in parts.items() if plans and (part == "all" or plans != names)}


def lines(subject: str, corpus: Path, *, misses: bool) -> Iterator[str]:
    """Precision, recall and F1 of the plans of a group and of its halves, of all measures and of those that are sure to be on their themes."""
    gold = yaml.safe_load(GROUPS[subject].read_text("utf-8"))
    names: list[str] = gold["plans"]
    plans = [planparse.extract(pairs.plan_of(name, corpus)) for name in names]
    matrix = planparse.compare(plans)
    said = {
        "all": [[(names[one.plan], one.path) for one in row.measures] for row in matrix.themes],
        "sure": [[(names[one.plan], one.path) for one in row.measures if one.confidence == "sure"] for row in matrix.themes],
    }
    right = [[(plan, path) for plan, paths in theme["rows"].items() for path in paths] for theme in gold["themes"]]
    for half, own in halves(names, gold["building"]).items():
        wanted = joined(right, own)
        for measures, themes in said.items():
            found = joined(themes, own)
            hits = len(found & wanted)
            yield (
                f"{subject:20} {half:20} {measures:5} precision {hits / len(found):.3f}  recall {hits / len(wanted):.3f}  "
                f"F1 {2 * hits / (len(found) + len(wanted)):.3f}"
            )
    if misses:
        titles = {
            (name, one.path): one.title or one.path for name, plan in zip(names, plans, strict=True) for one in plan.measures
        }
        wanted, found = (joined(rows, gold["building"]) for rows in (right, said["all"]))
        for kind, places in {"missed": wanted - found, "wrong": found - wanted}.items():
            for pair in sorted(sorted(pair) for pair in places):
                yield "  ".join((kind, *(f"{plan} {path} {titles[plan, path]}" for plan, path in pair)))


def samples(subject: str, corpus: Path) -> Iterator[Sample]:
    """The measures of a group, two by two where they are alike and of plans used for building, and whether they are on one theme."""
    gold = yaml.safe_load(GROUPS[subject].read_text("utf-8"))
    on = {
        (name, path): at
        for at, theme in enumerate(gold["themes"])
        for name, paths in theme["rows"].items()
        for path in paths
    }
    themes = Themes()
    places: list[Place] = []
    for name in gold["plans"]:
        plan = planparse.extract(pairs.plan_of(name, corpus))
        themes.add(plan)
        places += ((name, measure.path) for measure in plan.measures)
    for one, other, signs in themes.signs():
        (plan, _), (other_plan, _) = both = places[one], places[other]
        if {plan, other_plan} <= {*gold["building"]}:
            theme, other_theme = map(on.get, both)
            yield Sample(subject, signs, right=theme is not None and theme == other_theme)


def main(corpus: Path, *, misses: bool) -> None:
    """Print the figures of all groups."""
    for subject in GROUPS:
        print(*lines(subject, corpus, misses=misses), sep="\n")


if __name__ == "__main__":
    if "--fit" in sys.argv:
        model = fit([one for subject in GROUPS for one in samples(subject, Path(sys.argv[1]))])
        weights = ", ".join(f"{name}={weight:.2f}" for name, weight in zip(Signs._fields, model.weights, strict=True))
        print(f"BASE: Final = {model.base:.2f}", f"WEIGHTS: Final = Signs({weights})", sep="\n")
    else:
        main(Path(sys.argv[1]), misses="--misses" in sys.argv)

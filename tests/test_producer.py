"""What planparse writes says who made it, and a digest of the rules tells what was made by others."""

from __future__ import annotations

import shutil
from pathlib import Path

import grimp
import pytest

import planparse
from planparse import producer as module
from planparse.producer import COMPARING, READING, producer

pytestmark = pytest.mark.slow  # whole plans are read and compared

PACKAGE = Path(planparse.__file__).parent
# Decide nothing of what is read: names for all, words for errors, how results are cited, how much is refused, and the digest itself. A new part of the package belongs
# here, or into READING or COMPARING.
NEUTRAL = {
    "planparse.citing",
    "planparse.labels",
    "planparse.messages",
    "planparse.messages.catalogue",
    "planparse",
    "planparse.errors",
    "planparse.producer",
    "planparse.room",
}


def test_a_plan_a_diff_and_a_matrix_name_the_release_and_their_rules() -> None:
    plan = planparse.parse("一、目标\n住院率达到90%。")

    assert plan.producer == producer(READING)
    assert planparse.diff(plan, plan).producer == planparse.compare([plan]).producer == producer(COMPARING)
    assert producer(READING).version == producer(COMPARING).version == planparse.__version__
    assert producer(READING).rules != producer(COMPARING).rules


@pytest.mark.parametrize(
    ("parts", "within"),
    [(READING, ("planparse.parsing", "planparse.readers")), (COMPARING, ("planparse.comparing",))],
    ids=["reading", "comparing"],
)
def test_the_digest_is_of_all_that_decides(parts: tuple[str, ...], within: tuple[str, ...]) -> None:
    graph = grimp.build_graph("planparse", cache_dir=None)
    covered = tuple(f"planparse.{part.removesuffix('.py').replace('/', '.')}" for part in parts)

    needed = set[str]().union(*(graph.find_upstream_modules(name, as_package=True) for name in within)) - NEUTRAL

    assert len(needed) > 4
    assert [name for name in sorted(needed) if not f"{name}.".startswith(tuple(f"{part}." for part in covered))] == []


@pytest.mark.parametrize(
    ("changed", "tells"),
    [
        ("language/lexicons/verbs.yaml", (True, True)),
        ("language/lexicons/regions.tsv", (True, True)),
        ("parsing/targets/grammar.py", (True, False)),
        ("comparing/words.tsv", (False, True)),
        ("cli/show.py", (False, False)),
        ("producer.py", (False, False)),
    ],
)
def test_the_digest_changes_with_what_it_is_of(
    changed: str, tells: tuple[bool, bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(PACKAGE, tmp_path / "planparse")
    monkeypatch.setattr(module, "files", lambda _: copy)
    made = module.producer.__wrapped__
    before = [made(parts).rules for parts in (READING, COMPARING)]

    assert before == [producer(parts).rules for parts in (READING, COMPARING)]
    with (copy / changed).open("a", encoding="utf-8") as stream:
        stream.write("\n")

    assert tuple(made(parts).rules != rules for parts, rules in zip((READING, COMPARING), before, strict=True)) == tells

"""Gold of numbers: what the kept files hold, how a plan is held against them, and what is counted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import agreement
from planparse import InvalidGoldError, Plan
from planparse.cli import figures
from planparse.cli.views import rendered
from planparse.errors import UnsoundError
from planparse.evaluating import (
    Count,
    GoldNumbers,
    NumbersRun,
    evaluate_numbers,
    gathered,
    progress,
    read_any_gold,
    read_evaluation,
)
from planparse.evaluating.intervals import bootstrapped, wilson
from planparse.evaluating.numbers.results import Said, TargetCounts
from planparse.model import Target
from planparse.text import Span

pytestmark = pytest.mark.slow  # whole plans are read and compared

GOLD = Path(__file__).parent / "gold" / "numbers"
HALVES = ("building", "measuring")


@cache
def kept(folder: str) -> dict[str, GoldNumbers]:
    found = {file.stem: read_any_gold(file) for file in sorted((GOLD / folder).glob("*.yaml"))}
    assert all(isinstance(gold, GoldNumbers) and gold.document == name for name, gold in found.items())
    return {name: gold for name, gold in found.items() if isinstance(gold, GoldNumbers)}


# the files that are kept


def test_the_kept_numbers_are_many_and_of_many_governments() -> None:
    documents = {**kept("building"), **kept("measuring")}

    assert len(documents) == sum(len(kept(half)) for half in HALVES) >= 100  # no document is in both halves
    assert len({gold.issuer for gold in documents.values()}) >= 60
    assert sum(len(paragraph.numbers) for gold in documents.values() for paragraph in gold.paragraphs) >= 1500


@pytest.mark.parametrize("folder", [*HALVES, "second"])
def test_what_gold_demands_stands_on_numbers_that_it_calls_targets_and_leaves_none_of_those_out(folder: str) -> None:
    for name, gold in kept(folder).items():
        for paragraph in gold.paragraphs:
            demanded = {number for target in paragraph.targets if not target.optional for number in target.numbers}
            spared = {number for target in paragraph.targets if target.optional for number in target.numbers}
            called = {at for at, number in enumerate(paragraph.numbers, 1) if number.role == "target"}
            assert demanded <= called <= demanded | spared, (name, paragraph.opens)


def test_the_second_reading_is_of_the_same_paragraphs() -> None:
    first = {**kept("building"), **kept("measuring")}

    second = kept("second")

    assert len(second) * 5 >= len(first)
    for name, gold in second.items():
        both = first[name].paragraphs[: len(gold.paragraphs)]  # behind them stand those drawn later
        for own, other in zip(gold.paragraphs, both, strict=True):
            assert (own.opens, own.length) == (other.opens, other.length)
            assert [(number.at, number.text) for number in own.numbers] == [(n.at, n.text) for n in other.numbers]


def test_the_agreement_of_two_readers_is_as_it_is_told() -> None:
    said = dict(agreement.rows(agreement.documents()))

    roles, kappa, seen, alike = (
        said[name]
        for name in ("roles equal", "roles, Cohen's kappa", "targets of both, of those of either", "all of these equal")
    )
    text = " ".join((GOLD.parents[2] / "README.md").read_text("utf-8").split())
    for name, figure in {"numbers the same role": roles, "say the same": alike, "both saw": seen}.items():
        share, of = figure.split("  of ")
        assert share in text, name
        assert f" {of} " in text, name
    assert f"Cohen's kappa of {kappa.split()[0]}." in text


# a plan made by hand against gold made by hand

TEXT = """甲市方案（2019年印发）
到2025年，县域内住院率达到90%以上，建成医疗中心1—3家，培训医生500名，改造管
网20公里。现有医院8家。补助最高5万元。排名全省前3位。
实现签约服务全覆盖。
"""
FLAT = "".join(TEXT.split())
# Words of a number of gold, its digits, what gold calls it, and what the plan calls it; the plan has no number for the first.
NUMBERS: list[tuple[str, str, str, str | None]] = [
    ("2019年印发", "2019", "date", None),
    ("2025年，", "2025", "deadline", "deadline"),
    ("90%", "90", "target", "target"),
    ("1—3家", "1", "target", "target"),
    ("3家", "3", "target", "target"),
    ("500名", "500", "target", "target"),
    ("20公里", "20", "target", "other"),
    ("8家", "8", "existing", "target"),
    ("5万元", "5", "parameter", "parameter"),
    ("3位", "3", "target", "target"),
]
TARGETS: list[dict[str, Any]] = [
    {"numbers": [3], "indicator": "县域内住院率", "kind": "level", "comparator": "ge", "value": 90, "unit": "%"},
    {
        "numbers": [4, 5],
        "indicator": ["医疗中心", "中心"],
        "outcome": "建成",
        "kind": ["count", "level"],
        "comparator": "range",
        "value": 1,
        "value_max": 3,
        "unit": "家",
        "deadline": ["2025-12-31", None],
    },
    {"numbers": [6], "indicator": "医生", "outcome": "培训", "kind": "count", "value": 500, "unit": "名"},
    {"numbers": [7], "indicator": "管网", "outcome": "改造", "kind": "level", "value": 20, "unit": "公里"},
    {"numbers": [10], "indicator": "排名", "kind": "rank", "comparator": "le", "value": 3, "optional": True},
    {
        "quote": "实现签约服务全覆盖",
        "indicator": "签约服务",
        "outcome": "全覆盖",
        "kind": "coverage",
        "value": 100,
        "unit": "%",
        "deadline": None,
    },
]


def gold_of(**changes: Any) -> GoldNumbers:
    """The gold of TEXT, one paragraph from its first character to its last."""
    paragraph = {
        "opens": FLAT[:8],
        "length": len(FLAT),
        "numbers": [{"at": FLAT.index(words), "text": digits, "role": role} for words, digits, role, _ in NUMBERS],
        "targets": TARGETS,
        **changes,
    }
    values = {"document": "018", "issuer": "甲市", "paragraphs": [paragraph]}
    gold = read_any_gold(BytesIO(json.dumps(values).encode()))
    assert isinstance(gold, GoldNumbers)
    return gold


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def read(plan: Plan) -> Plan:
    """What a plan might hold of TEXT: some targets right, one wrong, one twice, one missed, one that is no commitment."""
    target, number = plan.targets[0], plan.quantities[0]

    def stated(name: str, words: str, **fields: Any) -> Target:
        none = {"due": None, "outcome": None, "deadline_id": None, "strength": "firm"}
        return target.model_copy(update={"id": name, "quote": words, "span": span(words), **none, **fields})

    targets = (
        stated("t1", "县域内住院率达到90%以上", indicator="县域内住院率", value=90, unit="%", comparator="ge"),
        stated("t2", "住院率达到90%以上", indicator="住院率", value=90, unit="%", comparator="ge"),
        stated(
            "t3",
            "建成医疗中心1—3家",
            indicator="中心",
            kind="count",
            value=1,
            value_max=3,
            unit="家",
            comparator="range",
            due=date(2025, 12, 31),
        ),
        stated("t4", "培训医生500名", indicator="医生", kind="count", value=500, unit="人", comparator="eq"),
        stated("t5", "医院8家", indicator="医院", kind="count", value=8, unit="家", comparator="eq"),
        stated("t6", "排名全省前3位", indicator="排名", kind="rank", value=3, unit="位", comparator="le"),
        stated("t7", "签约服务全覆盖", indicator="签约服务", kind="coverage", value=100, implied=True, comparator="eq"),
    )
    owners = {"90%": "t1", "1—3家": "t3", "500名": "t4", "8家": "t5", "3位": "t6"}
    quantities = tuple(
        number.model_copy(update={"text": words, "span": span(words), "role": role, "ref": owners.get(words)})
        for words, _, _, role in NUMBERS
        if role and words != "3家"  # which is part of 1—3家
    )
    return plan.model_copy(update={"text": TEXT, "targets": targets, "quantities": quantities})


def test_each_count_is_what_one_counts_by_hand(plan: Plan) -> None:
    found = evaluate_numbers(gold_of(), read(plan), "018")

    assert found.targets == {
        # Demanded are 90 %, 1—3, 500 and 20. The last is missed, 500 has another unit; 90 % said again and 8 are extra.
        "targets": TargetCounts(demanded=4, found=3, right=2, extra=2, no_commitment=1),
        "coverage": TargetCounts(demanded=1, found=1, right=1),
    }
    assert found.roles == {
        "date": {"unread": 1},
        "deadline": {"deadline": 1},
        "target": {"target": 5, "other": 1},
        "existing": {"target": 1},
        "parameter": {"parameter": 1},
    }
    assert found.fields["target.unit"] == Count(right=3, total=4)
    assert found.fields["target.indicator"] == found.fields["target.due"] == Count(right=4, total=4)
    assert sorted(one.right for one in found.said) == [False, False, False, True, True, True]


def test_the_figures_are_shares_of_these_counts(plan: Plan) -> None:
    run = NumbersRun(documents=(evaluate_numbers(gold_of(), read(plan), "018"),))

    figures = run.targets["targets"]
    shares = (figures.precision, figures.recall, figures.right, figures.no_commitment)
    assert [(share.share, share.of) for share in shares] == [(3 / 5, 5), (3 / 4, 4), (2 / 4, 4), (1 / 5, 5)]
    assert run.targets["all targets"].counts == TargetCounts(demanded=5, found=4, right=3, extra=2, no_commitment=1)
    assert (run.roles_right.share, run.roles_right.of) == (7 / 10, 10)
    assert run.roles["target"]["other"] == run.roles["existing"]["target"] == 1


def test_the_misses_bear_the_counts_out(plan: Plan) -> None:
    misses = evaluate_numbers(gold_of(), read(plan), "018").misses

    told = [(miss.list, miss.fault, miss.words, miss.field, miss.gold, miss.found) for miss in misses]
    assert told == [
        ("numbers", "wrong", "甲市方案（[2019]年印发）到202", "role", "date", "unread"),
        ("numbers", "wrong", "3家，培训医生500名，改造管网[20]公里。现有医院8", "role", "target", "other"),
        ("numbers", "wrong", "0名，改造管网20公里。现有医院[8]家。补助最高5万", "role", "existing", "target"),
        ("targets", "wrong", "，建成医疗中心1—3家，培训医生[500]名，改造管网20", "unit", "名", "人"),
        ("targets", "missed", "3家，培训医生500名，改造管网[20]公里。现有医院8", None, "管网 eq 20 公里", None),
        ("targets", "extra", "住院率达到90%以上", None, None, "住院率 ge 90 %"),
        ("targets", "extra", "医院8家", None, None, "医院 eq 8 家"),
    ]
    assert {miss.path for miss in misses} == {"¶1"}


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"value": 91}, "value"),
        ({"unit": "家"}, "unit"),
        ({"comparator": None}, "comparator"),
        ({"indicator": ["床位使用率", "住院人数"]}, "indicator"),
        ({"deadline": ["2025-12-31", "2026-12-31"]}, "due"),
        ({"value_max": 95}, "value"),
        ({"value": [89, 90], "unit": ["家", "％"], "deadline": ["2025-12-31", None]}, None),
        ({"indicator": ["床位使用率", "县域内 住院率"], "comparator": ["eq", "ge"], "strength": "strive"}, None),
    ],
)
def test_a_target_is_right_where_a_reading_of_each_decisive_field_is(
    plan: Plan, change: dict[str, Any], wrong: str | None
) -> None:
    gold = gold_of(targets=[{**TARGETS[0], **change}])

    found = evaluate_numbers(gold, read(plan), "018")

    assert found.targets["targets"].right == (wrong is None)
    if wrong:
        assert found.fields[f"target.{wrong}"].right == 0


def test_a_number_that_targets_share_is_that_of_each(plan: Plan) -> None:
    """A quantity names one target only; 化肥、农药均减少10% is two, of which each stands on the number."""
    twin = {**TARGETS[0], "indicator": "住院率"}

    found = evaluate_numbers(gold_of(targets=[TARGETS[0], twin]), read(plan), "018")

    assert found.targets["targets"] == TargetCounts(demanded=2, found=2, right=2, extra=4, no_commitment=4)


def test_words_that_overlap_do_not_join_a_target_with_digits_and_one_without(plan: Plan) -> None:
    wordy = {"quote": "县域内住院率达到90%以上", "indicator": "县域内住院率", "kind": "level"}

    found = evaluate_numbers(gold_of(targets=[wordy]), read(plan), "018")

    assert found.targets["targets"] == TargetCounts(demanded=1, extra=6, no_commitment=6)


def test_of_an_optional_and_a_demanded_target_on_one_number_neither_is_extra(plan: Plan) -> None:
    other = {**TARGETS[0], "indicator": "住院率", "optional": True}

    found = evaluate_numbers(gold_of(targets=[*TARGETS, other]), read(plan), "018")

    assert found.targets["targets"] == TargetCounts(demanded=4, found=3, right=2, extra=1, no_commitment=1)


def test_a_document_that_gave_no_plan_has_all_its_numbers_unread() -> None:
    found = evaluate_numbers(gold_of(), None, "018")

    assert {*chain(*found.roles.values())} == {"unread"}
    assert sum(counts["unread"] for counts in found.roles.values()) == len(NUMBERS)
    assert found.targets == {"targets": TargetCounts(demanded=4), "coverage": TargetCounts(demanded=1)}


def test_what_is_not_in_the_plan_is_told_of_each_for_itself(plan: Plan) -> None:
    with pytest.raises(UnsoundError) as moved:
        evaluate_numbers(gold_of(opens="乙市方案"), read(plan), "018")
    with pytest.raises(UnsoundError) as other:
        evaluate_numbers(gold_of(numbers=[{"at": 3, "text": "2019", "role": "date"}], targets=[]), read(plan), "018")
    with pytest.raises(UnsoundError) as quoted:
        evaluate_numbers(gold_of(targets=[{**TARGETS[5], "quote": "全部覆盖"}]), read(plan), "018")

    lost = "paragraphs[0]: no paragraph of the plan begins with {} and has these numbers; check that this is the right plan"
    assert [*map(str, moved.value.problems)] == [lost.format("乙市方案")]
    assert [*map(str, other.value.problems)] == [lost.format(FLAT[:8])]
    assert [*map(str, quoted.value.problems)] == ["paragraphs[0].targets[0].quote: the paragraph does not contain 全部覆盖"]


def test_of_paragraphs_that_open_alike_the_one_with_the_numbers_is_meant(plan: Plan) -> None:
    twice = read(plan).model_copy(update={"text": f"甲市方案（2018年印发）\n{TEXT}", "targets": (), "quantities": ()})

    found = evaluate_numbers(gold_of(opens="甲市方案（"), twice, "018")

    assert sum(counts["unread"] for counts in found.roles.values()) == len(NUMBERS)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"numbers": [{"at": 9, "text": "90", "role": "goal"}]}, "paragraphs[0].numbers[0].role: should be 'target', "),
        ({"numbers": [{"at": 9, "text": "90"}]}, "paragraphs[0].numbers[0].role: is missing"),
        (
            {"numbers": [{"at": at, "text": "90", "role": "name"} for at in (4, 5)], "targets": []},
            "paragraphs[0]: the number 90 overlaps the one before it, or is out of order",
        ),
        ({"length": 20}, "paragraphs[0]: the number 3 lies outside the 20 characters of the paragraph"),
        ({"targets": [{**TARGETS[0], "numbers": [11]}]}, "paragraphs[0]: there is no number 11; there are 10"),
        (
            {"targets": [{**TARGETS[0], "numbers": []}]},
            "paragraphs[0].targets[0]: has neither numbers nor quote; give one of them",
        ),
        ({"targets": [{**TARGETS[0], "due": None}]}, "paragraphs[0].targets[0].due: is not a field of a gold file"),
    ],
)
def test_gold_that_does_not_hold_is_told_of_fault_by_fault(change: dict[str, Any], line: str) -> None:
    with pytest.raises(InvalidGoldError) as caught:
        gold_of(**change)

    assert [str(problem)[: len(line)] for problem in caught.value.problems] == [line]


# intervals


def test_an_interval_over_documents_is_the_same_each_time_and_that_of_what_is_drawn() -> None:
    def mean(drawn: Sequence[int]) -> float:
        return sum(drawn) / len(drawn)

    documents = [0, 1, 1, 1, 0, 1, 1, 0, 1, 1]

    low, high = bootstrapped(documents, mean) or (0, 0)

    assert (low, high) == bootstrapped(documents, mean)
    assert 0.3 <= low < 0.7 < high <= 1.0
    assert bootstrapped([1, 1, 1], mean) == (1.0, 1.0)
    assert bootstrapped([1], mean) is None
    assert bootstrapped([1, 0], lambda _: None) is None


def test_wilsons_interval_is_that_of_the_books() -> None:
    assert wilson(0, 0) is None
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert wilson(10, 10) == pytest.approx((0.7225, 1.0), abs=1e-4)
    assert wilson(50, 100) == pytest.approx((0.4038, 0.5962), abs=1e-4)


# confidence


def with_confidence(*documents: Sequence[tuple[float | None, bool]]) -> NumbersRun:
    empty = evaluate_numbers(gold_of(), None, "018")
    said = [tuple(Said(confidence=sure, right=right) for sure, right in document) for document in documents]
    return NumbersRun(documents=tuple(empty.model_copy(update={"said": one}) for one in said))


def test_the_calibration_is_what_one_reckons_by_hand() -> None:
    found = with_confidence(
        [(0.95, True), (0.92, True), (0.05, False), (None, False)], [(0.91, False), (0.55, True), (0.52, False)]
    ).calibration

    assert found is not None
    assert [(tenth.above, tenth.said) for tenth in found.tenths if tenth.said] == [(0.0, 1), (0.5, 2), (0.9, 3)]
    assert [tenth.right for tenth in found.tenths if tenth.said] == [0.0, 0.5, 2 / 3]
    # 0.05 too sure of one, 0.035 of each of two, 0.26 of each of three: 0.9 in all.
    assert found.expected_error.share == pytest.approx(0.9 / 6)
    assert (found.sure.share, found.sure.of) == (2 / 3, 3)
    assert (found.least_sure.share, found.least_sure.of) == (1 / 3, 3)
    assert found.expected_error.low is not None


def test_the_calibration_is_shown_by_tenths() -> None:
    run = with_confidence([(0.95, True), (0.92, True)], [(0.91, False), (0.05, False)])

    shown = [line.split() for view in figures.numbers(run, "en") for line in rendered(view, 200).splitlines()]

    assert ["confidence", "said", "on", "average", "right"] in shown
    assert ["0.9–1.0", "3", "0.927", "0.667"] in shown
    assert ["0.0–0.1", "1", "0.050", "0.000"] in shown
    assert not any(line[:1] == ["0.5–0.6"] for line in shown)
    assert ["errors", "within", "the", "least", "sure", "tenth", "0.500", "(0.095–0.905)", "2"] in shown


def test_a_confidence_of_one_stands_in_the_last_tenth_and_perfect_ones_have_no_error() -> None:
    found = with_confidence([(1.0, True), (0.0, False)]).calibration

    assert found is not None
    assert [tenth.said for tenth in found.tenths] == [1, *[0] * 8, 1]
    assert found.expected_error.share == 0.0


def test_without_confidence_there_is_no_calibration() -> None:
    assert with_confidence([(None, True)], []).calibration is None


@pytest.mark.parametrize("confidence", [None, 0.875])
def test_the_confidence_of_a_target_is_what_it_has(plan: Plan, confidence: float | None) -> None:
    stated = read(plan)
    targets = tuple(target.model_copy(update={"confidence": confidence}) for target in stated.targets)

    found = evaluate_numbers(gold_of(), stated.model_copy(update={"targets": targets}), "018")

    assert {one.confidence for one in found.said} == {confidence}
    assert (NumbersRun(documents=(found,)).calibration is None) == (confidence is None)


# runs that are kept


def test_a_run_that_is_kept_is_read_back_and_has_the_same_figures(plan: Plan) -> None:
    run = gathered([evaluate_numbers(gold_of(), read(plan), "018")])

    kept_run = run.model_dump_json().encode()

    assert read_evaluation(BytesIO(kept_run)) == run
    assert json.loads(kept_run)["numbers"]["targets"]["targets"]["counts"]["demanded"] == 4


def test_a_target_that_is_found_now_is_a_gain_and_one_that_is_lost_a_loss(plan: Plan) -> None:
    now = read(plan)
    before = now.model_copy(update={"targets": now.targets[2:]})

    change = progress(*(gathered([evaluate_numbers(gold_of(), one, "018")]) for one in (before, now)))

    assert [(miss.fault, miss.gold) for miss in change.gains] == [("missed", "县域内住院率 ge 90 %")]
    assert [(miss.fault, miss.found) for miss in change.losses] == [("extra", "住院率 ge 90 %")]
    recall = change.numbers["targets: recall"]
    assert (recall.before, recall.now) == (0.5, 0.75)

"""A plan against gold: the figures are those of tests/score.py, number for number, whatever is wrong on either side."""

from __future__ import annotations

import json
import re
import runpy
from copy import deepcopy
from datetime import date
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import planparse
from planparse import InputError, InvalidGoldError, Plan
from planparse.evaluating import Evaluation, Gold, Miss, evaluate, pairing, progress, read_evaluation, read_gold
from planparse.evaluating.gold import GoldTarget
from planparse.evaluating.pairing import pairs
from planparse.evaluating.plain import alike
from planparse.model import Comparator, MeasureKind, Role, SectionKind, Status, Strength, TargetKind
from yaml_files import read_yaml

pytestmark = pytest.mark.slow  # whole plans are read and compared

HERE = Path(__file__).parent
SCORE = runpy.run_path(str(HERE / "score.py"))
SEEDS = sorted((HERE.parent / "seeds").glob("*.txt"))
GOLD_FILES = [HERE / "gold" / f"{seed.stem}.yaml" for seed in SEEDS]
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
LOOK = settings(derandomize=True, deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))


@cache
def plans() -> list[Plan]:
    """The sample plans as read; not yet where tests are only collected."""
    return [planparse.extract(seed) for seed in SEEDS]


@cache
def golds() -> list[dict[str, Any]]:
    return [read_yaml(file) for file in GOLD_FILES]


def as_gold(values: dict[str, Any]) -> Gold:
    return read_gold(BytesIO(yaml.dump(values, Dumper=DUMPER, allow_unicode=True).encode()))


def assert_agreement(golds: list[dict[str, Any]], plans: list[Plan]) -> None:
    """What we say of the plans is what tests/score.py says, and every figure is borne out by the misses."""
    tallies, fields, _ = SCORE["score"](
        [(gold, plan.model_dump(mode="json")) for gold, plan in zip(golds, plans, strict=True)]
    )

    run = Evaluation(plans=tuple(evaluate(as_gold(gold), plan, "plan") for gold, plan in zip(golds, plans, strict=True)))

    ours = {name: (t.precision, t.recall, t.f1, t.tp, t.fp, t.fn) for name, t in run.lists.items()}
    nothing = (1.0, 1.0, 1.0, 0, 0, 0)
    assert ours == {name: tallies[name].row() if name in tallies else nothing for name in run.lists}
    assert tallies.keys() <= ours.keys()
    assert {name: [count.right, count.total] for name, count in run.fields.items()} == dict(fields)
    assert_borne_out(run)


def assert_borne_out(run: Evaluation) -> None:
    misses = [miss for plan in run.plans for miss in plan.misses]
    for name, tally in run.lists.items():
        if not name.endswith("(strict)"):
            own = [miss.fault for miss in misses if miss.list == name.removesuffix(" (value)")]
            assert (own.count("missed"), own.count("extra")) == (tally.fn, tally.fp)
    for name, count in run.fields.items():
        where, _, field = name.partition(".")
        wrong = [
            miss
            for miss in misses
            if miss.fault == "wrong"
            and (miss.list == "metadata") == (where == "metadata")
            and str(miss.field).partition(".")[0] == field
        ]
        assert len(wrong) == count.total - count.right


# agreement with the yardstick


def test_the_seeds_together_are_scored_as_the_yardstick_does() -> None:
    assert_agreement(golds(), plans())
    assert [read_gold(file) for file in GOLD_FILES] == [as_gold(gold) for gold in golds()]


def test_a_plan_against_the_gold_of_another_is_scored_as_the_yardstick_does() -> None:
    assert_agreement(golds(), plans()[::-1])


PATHS = ["一、", "二、/1.", "二、/１．", "二、/（一）/2.", "二、/(一)/2.", "preamble", ""]
WORDS = [
    "县级综合医院",
    "县级 综合医院",
    "“县级综合医院”",
    "县级综合医院(试点)",
    "县级综合医院（试点）",
    "医院县级综合",
    "达到三级水平",
    "”",
    "",
]
DAYS = [date(2025, 12, 31), date(2030, 12, 31)]
ABSENT = object()
HAN = re.compile("[一-鿿]")
NUMBERS = [0, 1, 1.0, 3, 90, 90.0000001, 90.1, -2.5, 1e-9, 10**20]
GRADES = ["四级乙等", "四级“乙等”", "三级", "”"]
UNITS = ["%", "％", "个", " 个", "家"]
ROLES = [{"name": name, "role": role} for name in ("市财政局", "市 财政局", "市卫生健康委") for role in get_args(Role)]

# What the fields of each list of gold are changed to, and those of the plan where they have another name or may hold less.
CHANGES: dict[str, dict[str, list[Any]]] = {
    "sections": {"path": PATHS, "heading": WORDS, "kind": [*get_args(SectionKind)]},
    "measures": {
        "path": PATHS,
        "title": WORDS,
        "kind": [*get_args(MeasureKind)],
        "units": [ABSENT, None, [], ROLES[:1], ROLES[:2], ROLES[3:5], ROLES],
    },
    "targets": {
        "at": PATHS,
        "quote": WORDS,
        "indicator": WORDS,
        "outcome": [ABSENT, None, *WORDS],
        "kind": [*get_args(TargetKind)],
        "comparator": [ABSENT, None, *get_args(Comparator)],
        "value": [ABSENT, None, *NUMBERS],
        "value_max": [ABSENT, None, *NUMBERS],
        "unit": [ABSENT, None, *UNITS],
        "grade": [ABSENT, None, "", *GRADES],
        "per": [ABSENT, None, "每千人口"],
        "scope": [ABSENT, None, "全市", "“全市”"],
        "strength": [ABSENT, None, *get_args(Strength)],
        "deadline": [ABSENT, None, *DAYS],
        "optional": [ABSENT, None, True, False],
        "baseline": [ABSENT, None, {"value": 24.9, "unit": "%", "year": None}],
    },
    "deadlines": {"text": ["到2025年", "到 2025年"], "end": [ABSENT, None, *DAYS], "optional": [ABSENT, None, True, False]},
    "references": {"title": WORDS},
}
METADATA: dict[str, list[Any]] = {
    "title": [None, *WORDS, ["甲", "县级综合医院"], [None]],
    "notice_title": [None, *WORDS],
    "doc_number": [None, "亳政办〔2024〕2号", "亳政办[2024]2号", ["1号", "亳政办〔2024〕2号"]],
    "issuer": [None, *WORDS, []],
    "issued_on": [None, *DAYS, date(2024, 1, 14), [None, date(2024, 1, 14)]],
    "status": [*get_args(Status), None, ["draft", "final"]],
    "region": [None, {}, {"province": None}, {"city": "济宁市", "adcode": "370800"}, {"county": "任城区"}],
    "recipients": [None, [], ["各县"]],
}
IN_PLAN = {"at": "path", "deadline": "due"}
NEVER_NULL = {"path", "indicator", "kind", "comparator", "strength", "quote"}


def near(value: Any) -> list[Any]:
    """Values close to one of gold, where a comparison must just hold or just fail."""
    match value:
        case bool():
            return [not value]
        case int() | float():
            return [value + 1e-7, value + 2e-6, -value]
        case str() if HAN.search(value):
            return [f" {value[:1]}“{value[1:]}”", value[1:], value[: len(value) * 3 // 4], value * 2, value * 40]
    return []


@pytest.mark.parametrize(("name", "field"), [(name, field) for name, fields in CHANGES.items() for field in fields])
def test_each_field_of_each_list_is_scored_as_the_yardstick_does(name: str, field: str) -> None:
    for gold, plan in zip(golds(), plans(), strict=True):
        only = plan.model_copy(update={other: getattr(plan, other) if other == name else () for other in CHANGES})
        demanded = [entry for entry in gold[name] if not entry.get("optional")]
        for entry, other in pairwise(demanded[:: 1 + len(demanded) // 3]):
            for value in (*CHANGES[name][field], *near(entry.get(field))):
                changed = {key: it for key, it in {**entry, field: value}.items() if it is not ABSENT}
                assert_agreement([{name: [changed, other]}], [only])


@pytest.mark.parametrize("field", METADATA)
def test_each_field_of_the_metadata_is_scored_as_the_yardstick_does(field: str) -> None:
    for gold, plan in zip(golds(), plans(), strict=True):
        for value in (*METADATA[field], *near(gold["metadata"][field])):
            assert_agreement([{"metadata": {field: value}}], [plan])


@st.composite
def damaged(draw: st.DrawFn) -> tuple[dict[str, Any], Plan]:
    """Some of a sample plan and of its gold, each with entries dropped, doubled, moved and changed."""
    which = draw(st.integers(0, len(SEEDS) - 1))
    gold, plan = deepcopy(golds()[which]), plans()[which]
    parts: dict[str, list[Any]] = {}
    for name in CHANGES:
        start, size = draw(st.integers(0, len(gold[name]) - 1)), draw(st.integers(0, 10))
        gold[name] = gold[name][start : start + size]
        parts[name] = list(getattr(plan, name)[max(0, start - draw(st.integers(0, 2))) : start + size])
    for _ in range(draw(st.integers(0, 14))):
        name = draw(st.sampled_from(sorted(CHANGES)))
        entries, in_gold = draw(st.sampled_from([(gold[name], True), (parts[name], False)]))
        if entries:
            _damage(draw, name, entries, in_gold=in_gold)
    for name in draw(st.lists(st.sampled_from(sorted(METADATA)), max_size=3)):
        gold["metadata"][name] = draw(st.sampled_from(METADATA[name]))
    for name in draw(st.lists(st.sampled_from(sorted(METADATA)), max_size=2)):
        gold["metadata"].pop(name, None)
    for name in draw(st.lists(st.sampled_from(sorted(gold)), max_size=1)):
        del gold[name]
    return gold, plan.model_copy(update={name: tuple(entries) for name, entries in parts.items()})


def _damage(draw: st.DrawFn, name: str, entries: list[Any], *, in_gold: bool) -> None:
    at = draw(st.integers(0, len(entries) - 1))
    match draw(st.sampled_from(["drop", "double", "move", "change", "change", "change", "change"])):
        case "drop":
            del entries[at]
        case "double":
            entries.insert(draw(st.integers(0, len(entries))), deepcopy(entries[at]))
        case "move":
            entries.append(entries.pop(at))
        case _:
            field = draw(st.sampled_from(sorted(CHANGES[name])))
            value = draw(st.sampled_from(CHANGES[name][field]))
            if not in_gold:
                entries[at] = _changed(entries[at], field, value)
            elif value is ABSENT:
                entries[at].pop(field, None)
            else:
                entries[at][field] = deepcopy(value)


def _changed(entry: Any, field: str, value: Any) -> Any:
    """An entry of a plan with a field changed as that of gold would be, as far as a plan may hold such a value."""
    field, value = IN_PLAN.get(field, field), None if value is ABSENT else value
    if field == "units":
        clauses = entry.responsibilities
        return entry.model_copy(update={"responsibilities": clauses[:1] * 2 if value else clauses[1:]})
    if field not in type(entry).model_fields or (value is None and field in NEVER_NULL):
        return entry
    return entry.model_copy(update={field: value})


@settings(LOOK, max_examples=60)
@given(st.lists(damaged(), min_size=1, max_size=2))
def test_damaged_gold_and_damaged_plans_are_scored_as_the_yardstick_does(both: list[tuple[dict[str, Any], Plan]]) -> None:
    assert_agreement([gold for gold, _ in both], [plan for _, plan in both])


# Few letters in short words: many targets are equally like each other, and have the same letters in another order.
LETTERS = st.text("甲乙丙", max_size=4)
STATED = st.tuples(
    *(LETTERS, LETTERS.filter(bool), LETTERS),
    *(st.sampled_from(["一、", "二、"]), st.sampled_from([1, 2, None]), st.sampled_from([None, "四级", "”"])),
)


# Words of more than two hundred characters, where difflib would leave out the frequent ones if it were let.
LONG = "甲乙丙" * 80


@LOOK
@example([("", LONG + "丁", "", "一、", 1, None)], [("甲", "丁" + LONG, "", "一、", 1, None)])
@given(st.lists(STATED, max_size=9), st.lists(STATED, max_size=9))
def test_targets_are_paired_as_the_yardstick_does(gold: list[Any], found: list[Any]) -> None:
    (target, *_) = plans()[0].targets
    wanted = [
        GoldTarget(indicator=words, quote=quote, outcome=outcome, at=at, value=value, grade=grade, kind="count")
        for words, quote, outcome, at, value, grade in gold
    ]
    stated = [
        target.model_copy(
            update={
                "indicator": words,
                "quote": quote,
                "outcome": outcome,
                "path": at,
                "value": value,
                "value_max": None,
                "grade": grade,
                "unit": None,
            }
        )
        for words, quote, outcome, at, value, grade in found
    ]

    expected = SCORE["pair_targets"](*([one.model_dump(mode="json") for one in side] for side in (wanted, stated)))

    assert pairs(wanted, stated) == expected


def test_of_hundreds_of_like_targets_few_are_looked_at_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    (target, *_) = plans()[0].targets
    quotes = [f"{one.quote[:12]}第{n}类{one.quote[-9:]}" for n, one in enumerate(plans()[1].targets * 9)][:300]
    update = {"value": 100, "value_max": None, "unit": "%", "outcome": None, "grade": None, "path": "二、"}
    found = [target.model_copy(update={**update, "indicator": quote[:10], "quote": quote}) for quote in quotes[::-1]]
    gold = [GoldTarget(at="一、", quote=quote, indicator=quote[:10], kind="level", value=100, unit="%") for quote in quotes]
    assert len(gold) == 300
    exact: list[float] = []

    def look(a: str, b: str) -> float:
        exact.append(alike(a, b))
        return exact[-1]

    monkeypatch.setattr(pairing, "_LOOKS", (*pairing._LOOKS[:-1], look))

    found_pairs = pairs(gold, found)

    assert len(exact) < 300 * 300 / 20  # each takes a hundred times as long as a look at the characters
    assert sorted(found_pairs) == [(n, 299 - n) for n in range(300)]


def test_a_number_that_no_float_holds_is_compared_as_it_is(plan: Plan) -> None:
    large = plan.model_copy(update={"targets": (plan.targets[0].model_copy(update={"value": 10**400}),)})
    target = {"at": "一、", "quote": "县域内住院率达到90%以上", "indicator": "县域内住院率", "kind": "level", "unit": "%"}

    found, missed = (
        evaluate(as_gold({"targets": [{**target, "value": value}]}), large, "甲").lists["targets (value)"].tp
        for value in (10**400, 10**400 + 1)
    )

    assert (found, missed) == (1, 0)


def test_nothing_counts_of_a_list_that_was_not_annotated(gold: dict[str, Any], plan: Plan) -> None:
    only = {name: gold[name] for name in ("metadata", "sections", "measures")}

    whole, part = (evaluate(as_gold({**only, **more}), plan, "甲") for more in ({}, {"annotated": ["sections", "measures"]}))

    assert {"targets", "deadlines", "references"} == {miss.list for miss in whole.misses}
    assert {name for name, tally in part.lists.items() if not tally.is_empty} == {
        "sections",
        "section kinds",
        "measures",
        "units",
    }
    assert part.misses == ()


# misses


@pytest.fixture
def gold() -> dict[str, Any]:
    """What a careful reader finds in the plan of conftest, as plain values that a test may break."""
    return {
        "metadata": {"title": "甲市医疗服务实施方案", "issued_on": "2024-01-14", "region": {"city": "甲市"}},
        "sections": [
            {"path": "一、", "heading": "主要目标", "kind": "goals"},
            {"path": "二、", "heading": "主要任务", "kind": "tasks"},
        ],
        "measures": [
            {
                "path": "二、/1.",
                "title": "建设区域医疗中心",
                "kind": "task",
                "units": [{"name": "市卫生健康委", "role": "lead"}, {"name": "市财政局", "role": "support"}],
            }
        ],
        "targets": [
            {
                "at": "一、",
                "quote": "县域内住院率达到90%以上",
                "indicator": "县域内住院率",
                "kind": "level",
                "comparator": "ge",
                "value": 90,
                "unit": "%",
                "deadline": "2025-12-31",
            },
            {
                "at": "二、/1.",
                "quote": "建成区域医疗中心1—3家",
                "indicator": "区域医疗中心",
                "outcome": "建成",
                "kind": "count",
                "comparator": "range",
                "value": 1,
                "value_max": 3,
                "unit": "家",
            },
        ],
        "deadlines": [{"at": "一、", "text": "到2025年", "kind": "by", "end": "2025-12-31"}],
        "references": [{"at": "二、/1.", "title": "发展规划"}],
    }


def test_a_plan_that_is_right_has_no_misses(gold: dict[str, Any], plan: Plan) -> None:
    result = evaluate(as_gold(gold), plan, "甲")

    assert result.misses == ()
    assert all(tally.f1 == 1.0 for tally in result.lists.values())
    assert [name for name, tally in result.lists.items() if tally.is_empty] == ["coverage (value)", "coverage (strict)"]


@pytest.mark.parametrize(
    ("path", "value", "misses"),
    [
        (
            ("measures", 0, "units", 1, "role"),
            "lead",
            [
                Miss(plan="甲", list="units", fault="missed", path="二、/1.", words="市财政局", gold="lead"),
                Miss(plan="甲", list="units", fault="extra", path="二、/1.", words="市财政局", found="support"),
            ],
        ),
        (
            ("targets", 0, "deadline"),
            None,
            [
                Miss(
                    plan="甲",
                    list="targets",
                    fault="wrong",
                    path="一、",
                    words="县域内住院率达到90%以上",
                    field="due",
                    found="2025-12-31",
                )
            ],
        ),
        (
            ("targets", 1, "value_max"),
            4,
            [
                Miss(
                    plan="甲",
                    list="targets",
                    fault="missed",
                    path="二、/1.",
                    words="建成区域医疗中心1—3家",
                    gold="区域医疗中心 range 1—4 家",
                ),
                Miss(
                    plan="甲",
                    list="targets",
                    fault="extra",
                    path="二、/1.",
                    words="建成区域医疗中心1—3家",
                    found="区域医疗中心 range 1—3 家",
                ),
            ],
        ),
        (
            ("metadata", "title"),
            ["乙", "丙"],
            [Miss(plan="甲", list="metadata", fault="wrong", field="title", gold="乙 | 丙", found="甲市医疗服务实施方案")],
        ),
        (
            ("metadata", "region"),
            {"city": "甲市", "county": "丙县"},
            [Miss(plan="甲", list="metadata", fault="wrong", field="region.county", gold="丙县")],
        ),
        (("deadlines", 0, "optional"), True, []),
    ],
)
def test_a_miss_says_where_what_and_what_instead(
    gold: dict[str, Any], plan: Plan, path: tuple[str | int, ...], value: Any, misses: list[Miss]
) -> None:
    _put(gold, path, value)

    assert list(evaluate(as_gold(gold), plan, "甲").misses) == misses


def _put(values: Any, path: tuple[str | int, ...], value: Any) -> None:
    for part in path[:-1]:
        values = values[part]
    if value is ABSENT:
        del values[path[-1]]
    else:
        values[path[-1]] = value


# gold files


@pytest.mark.parametrize(
    "file",
    sorted([*HERE.glob("gold/*.yaml"), *HERE.glob("gold/building/*.yaml"), *HERE.glob("gold/measuring/*.yaml")]),
    ids=lambda file: file.stem,
)
def test_the_gold_files_that_are_kept_hold(file: Path) -> None:
    assert read_gold(file).measures


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (("targets", 0, "kind"), "levels", "targets[0].kind: should be 'level', 'count', 'share', 'rank', "),
        (("targets", 0, "quote"), ABSENT, "targets[0].quote: is missing; should be text"),
        (("targets", 0, "quot"), "九", "targets[0].quot: is not a field of a gold file; remove it"),
        (("targets", 0, "strenght"), "firm", "targets[0].strenght: is not a field of a gold file; did you mean strength?"),
        (("targets", 0, "value"), "90%", "targets[0].value: should be a number or null; is '90%'"),
        (("targets", 0, "unit"), 3, "targets[0].unit: should be text or null; is 3; put it in quotes"),
        (("targets", 0, "optional"), "maybe", "targets[0].optional: should be true or false or null; is 'maybe'"),
        (("targets", 0, "baseline"), 5, "targets[0].baseline: should be an object with value, unit, year or null; is 5"),
        (("deadlines", 0, "end"), "2025", "deadlines[0].end: should be a date like 2025-12-31 or null; is '2025'"),
        (("measures", 0, "units", 0, "role"), "boss", "measures[0].units[0].role: should be 'lead', 'support', "),
        (("measures", 0, "kind"), ABSENT, "measures[0].kind: is missing; should be 'task', 'safeguard'"),
        (("measures", 0, "optional"), True, "measures[0].optional: is not a field of a gold file; remove it"),
        (("metadata", "title"), 5, "metadata.title: should be text or a list or null; is 5; put it in quotes"),
        (("metadata", "region"), {"adcode": "37"}, "metadata.region.adcode: should be text of the form ^[0-9]{6}$ or null;"),
        (("sections",), None, "sections: should be a list; is null"),
        (("measure",), [], "measure: is not a field of a gold file; remove it"),
    ],
)
def test_a_fault_of_gold_is_one_line(gold: dict[str, Any], path: tuple[str | int, ...], value: Any, line: str) -> None:
    _put(gold, path, value)

    with pytest.raises(InvalidGoldError) as caught:
        as_gold(gold)

    assert len(caught.value.problems) == 1
    assert str(caught.value.problems[0]).startswith(line)


def test_a_doubled_field_of_gold_is_a_fault() -> None:
    with pytest.raises(InvalidGoldError, match=r"references\[0\].title: occurs twice; keep one"):
        read_gold(BytesIO("references:\n- title: 甲\n  title: 乙\n".encode()))


def test_what_is_no_gold_at_all_is_refused() -> None:
    with pytest.raises(InvalidGoldError, match="the whole file: should be an object with metadata, sections, "):
        read_gold(BytesIO(b"- 1"))
    with pytest.raises(InputError, match=r"^stdin: looks like binary data"):
        read_gold(BytesIO(bytes(range(128, 256)) * 50))


def test_the_digest_tells_what_gold_says_not_how_it_is_laid_out(gold: dict[str, Any]) -> None:
    in_json = read_gold(BytesIO(json.dumps(gold).encode()))
    assert in_json.digest() == as_gold(gold).digest()

    gold["targets"][0]["value"] = 91

    assert in_json.digest() != as_gold(gold).digest()


# runs


def run_of(gold: dict[str, Any], plan: Plan, *names: str) -> Evaluation:
    return Evaluation(plans=tuple(evaluate(as_gold(gold), plan, name) for name in names or ("甲",)))


def test_a_run_is_read_back_as_it_was_saved(gold: dict[str, Any], plan: Plan) -> None:
    gold["targets"][0]["value"] = 91
    run = run_of(gold, plan, "甲", "乙")

    assert read_evaluation(BytesIO(run.model_dump_json().encode())) == run


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        (lambda text: text[:-1], "the whole file: Invalid JSON: EOF"),
        (lambda _: "[]", "the whole file: Input should be"),
        (lambda _: "", "the whole file: Invalid JSON: EOF"),
        (lambda text: text.replace('"tp":2', '"tp":-2'), "plans[0].lists.sections.tp: Input should be greater"),
        (lambda text: text.replace('"units":', '"unit":'), "plans[0].lists.unit"),
        (lambda text: text.replace('"gold_sha256"', '"gold"'), "plans[0].gold_sha256: Field required"),
    ],
)
def test_a_damaged_run_is_one_line(gold: dict[str, Any], plan: Plan, damage: Any, line: str) -> None:
    text = run_of(gold, plan).model_dump_json()

    with pytest.raises(InputError) as caught:
        read_evaluation(BytesIO(damage(text).encode()))

    assert str(caught.value).startswith(f"stdin: is not a complete saved run ({line}")
    assert "\n" not in str(caught.value)


def test_gains_are_what_was_missed_or_wrong_and_is_right_and_losses_the_reverse(gold: dict[str, Any], plan: Plan) -> None:
    changed = deepcopy(gold)
    changed["targets"][0]["deadline"] = None
    changed["references"][0]["title"] = "其他规划"
    right, wrong = run_of(gold, plan), run_of(changed, plan)

    forth, back = progress(wrong, right), progress(right, wrong)

    assert [(miss.list, miss.fault, miss.field or miss.words) for miss in forth.gains] == [
        ("references", "missed", "其他规划"),
        ("references", "extra", "发展规划"),
        ("targets", "wrong", "due"),
    ]
    assert (forth.losses, forth.changed) == ((), ())
    assert (back.gains, back.losses, back.changed) == ((), forth.gains, ())
    assert forth.gold_changed == ("甲",)
    f1 = {name: (both.before, both.now) for name, both in forth.lists.items()}
    assert f1["references"] == (0.0, 1.0)
    assert f1["targets (strict)"] == (0.5, 1.0)
    assert f1["targets (value)"] == (1.0, 1.0)
    assert f1["coverage (value)"] == (None, None)


def test_an_entry_that_is_wrong_in_another_way_is_neither_gain_nor_loss(gold: dict[str, Any], plan: Plan) -> None:
    missed, wrong = deepcopy(gold), deepcopy(gold)
    missed["targets"] = [{**gold["targets"][0], "value": 80}]
    wrong["targets"] = [{**gold["targets"][0], "scope": "全市"}]
    plan = plan.model_copy(update={"targets": plan.targets[:1]})

    change = progress(run_of(missed, plan), run_of(wrong, plan))

    ((turned),) = change.changed
    assert [miss.fault for miss in turned.before] == ["missed"]
    assert [(miss.fault, miss.field) for miss in turned.now] == [("wrong", "scope")]
    assert [miss.fault for miss in change.gains] == ["extra"]
    assert change.losses == ()


def test_one_of_two_equal_misses_that_is_gone_is_one_gain(gold: dict[str, Any], plan: Plan) -> None:
    twice = {**gold, "references": [{"title": "甲规划"}, {"title": "甲规划"}, *gold["references"]]}
    once = {**gold, "references": [{"title": "甲规划"}, *gold["references"]]}

    change = progress(run_of(twice, plan), run_of(once, plan))

    assert [miss.words for miss in change.gains] == ["甲规划"]
    assert (change.losses, change.changed) == ((), ())


def test_runs_are_compared_on_the_plans_that_both_have(gold: dict[str, Any], plan: Plan) -> None:
    wrong = {**gold, "references": []}
    before, now = run_of(wrong, plan, "甲", "乙"), run_of(gold, plan, "乙", "丙")

    change = progress(before, now)

    assert (change.only_before, change.only_now, change.gold_changed) == (("甲",), ("丙",), ("乙",))
    assert [miss.plan for miss in change.gains] == ["乙"]
    assert change.lists["references"].before == 0.0

"""What people decided holds from then on: for other rules, for a source that was edited, and put on twice."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from planparse import InvalidReviewError, Plan, parse
from planparse.model import Value
from planparse.reviewing.anchoring import LIKENESS, Entry, Words, entries_of, same_words
from planparse.reviewing.applying import Applied, apply, plain_field
from planparse.reviewing.edited import anchor_of, decisions_of, not_kept, review_of, values_of
from planparse.reviewing.files import review_in
from planparse.reviewing.records import Decision, Neighbours, Review
from planparse.text import Span
from planparse.writers.as_review import as_review

pytestmark = pytest.mark.slow  # whole plans are read and compared

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
each_seed = pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)


@cache
def read(seed: Path) -> Plan:
    return parse(seed.read_text("utf-8"), seed.name)


def decision(plan: Plan, entry: Entry, do: Any, **fields: Any) -> Decision:
    anchor = anchor_of(entry, Words(plan))
    around = Neighbours(before=anchor.before, after=anchor.after)
    values = values_of(entry) if do != "remove" else None
    return Decision(
        on=entry.on, key=entry.key, quote=entry.quote, path=entry.path, neighbours=around, do=do, values=values, **fields
    )


def change(plan: Plan, entry: Entry, field: str, now: Value) -> Decision:
    return decision(
        plan, entry, "change", field=field, was=plain_field(entry.record, field), now=now, by="甲", at="2026-03-01"
    )


def lone(plan: Plan) -> dict[str, list[Entry]]:
    """The entries of each kind whose words no other of it has."""
    entries = [*entries_of(plan)]
    counts = Counter((entry.on, same_words(entry.quote)) for entry in entries)
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if counts[entry.on, same_words(entry.quote)] == 1:
            found.setdefault(entry.on, []).append(entry)
    return found


def addition(plan: Plan, on: Any, start: int, length: int, path: str, values: dict[str, Value]) -> Decision:
    span = Span(start, start + length)
    before, after = Words(plan).around(span)
    around = Neighbours(before=before, after=after)
    return Decision(on=on, do="add", quote=plan.text[start : start + length], path=path, neighbours=around, values=values)


@cache
def twenty(seed: Path) -> Review:
    """Twenty decisions on a sample: 12 on what was read, 5 on what was not, 3 on what should not have been."""
    plan = read(seed)
    entries = lone(plan)
    targets, measures, units, deadlines = (entries[on] for on in ("target", "measure", "unit", "deadline"))
    valued = [target for target in targets if isinstance(plain_field(target.record, "value"), int)]
    first, second, third, fourth = plan.measures[2], plan.measures[5], plan.measures[8], plan.measures[11]
    return Review(
        decisions=(
            decision(plan, targets[0], "accept", by="甲"),
            decision(plan, targets[1], "accept", note="两处都核对过"),
            change(plan, valued[3], "value", 77),
            change(plan, valued[4], "comparator", "gt"),
            change(plan, valued[4], "unit", "所"),
            change(plan, targets[8], "indicator", "改过的指标"),
            decision(plan, measures[1], "accept"),
            change(plan, measures[3], "kind", "safeguard"),
            change(plan, units[2], "role", "lead" if plain_field(units[2].record, "role") != "lead" else "support"),
            change(plan, deadlines[1], "end", "2027-06-30"),
            Decision(on="metadata", do="accept", field="title"),
            Decision(on="metadata", do="change", field="region.county", was=None, now="某某县"),
            addition(plan, "target", first.span.start + 2, 9, first.path, {"indicator": "甲", "value": 5, "unit": "家"}),
            addition(
                plan, "target", second.span.start + 2, 8, second.path, {"indicator": "乙", "comparator": "ge", "value": 9}
            ),
            addition(plan, "deadline", third.span.start + 2, 8, third.path, {"end": "2028-12-31"}),
            addition(plan, "unit", fourth.span.start + 2, 6, fourth.path, {"role": "support"}),
            addition(plan, "measure", plan.sections[0].span.start + 8, 9, "某/1.", {"kind": "task"}),
            decision(plan, targets[10], "remove"),
            decision(plan, units[6], "remove"),
            decision(plan, measures[7], "remove"),
        )
    )


def fails(plan: Plan, made: Decision) -> str | None:
    """What of a decision does not stand in a plan; None where it holds."""
    if made.on == "metadata":
        assert made.field
        assert plan.metadata.review
        holds = made.do == "accept" or plain_field(plan.metadata, made.field) == made.now
        return None if holds else f"metadata {made.field}"
    there = [
        entry
        for entry in entries_of(plan)
        if entry.on == made.on and same_words(entry.quote) == same_words(made.quote or "")
    ]
    if made.do == "remove":
        taken = {(one.on, same_words(one.quote)) for one in plan.removed}
        return None if not there and (made.on, same_words(made.quote or "")) in taken else f"remove {made.quote}"
    wanted: dict[str, Value] = dict(made.values or {}) if made.do == "add" else {}
    if made.do == "change" and made.field:
        wanted = {made.field: made.now}
    status = {"accept": {"accepted"}, "change": {"changed", "accepted"}, "add": {"added"}}[made.do]
    holds = any(
        entry.review is not None
        and entry.review.status in status
        and all(plain_field(entry.record, name) == value for name, value in wanted.items())
        for entry in there
    )
    return None if holds else f"{made.do} {made.on} {made.quote}"


def held(plan: Plan, review: Review) -> Applied:
    """What becomes of a plan on which all decisions of a review hold; put on once more they change nothing."""
    done = apply(plan, review)
    assert [str(one) for one in done.lost] == []
    assert [failed for made in review.decisions if (failed := fails(done.plan, made))] == []
    again = apply(done.plan, review)
    assert again.plan == done.plan
    assert again.lost == []
    assert not done.plan.is_edited
    assert Plan.model_validate_json(done.plan.model_dump_json()) == done.plan
    return done


@each_seed
def test_twenty_decisions_hold_and_are_counted(seed: Path) -> None:
    done = held(read(seed), twenty(seed))

    assert done.remarks == []
    summary = done.plan.reviewed
    assert summary
    assert (summary.targets.looked_at, summary.targets.accepted, summary.targets.changed) == (8, 2, 3)
    assert (summary.targets.added, summary.targets.removed) == (2, 1)
    assert summary.targets.open == len(done.plan.targets) - 7
    assert (summary.measures.looked_at, summary.units.looked_at, summary.deadlines.looked_at) == (4, 3, 2)
    assert done.plan.text == read(seed).text


@each_seed
def test_a_plan_tells_what_was_decided_on_it(seed: Path) -> None:
    done = apply(read(seed), twenty(seed)).plan
    told = review_of(done)

    again = apply(read(seed), told)

    assert again.lost == again.remarks == []
    assert again.plan == done
    assert review_of(read(seed)).decisions == ()


def with_blanks(plan: Plan, review: Review) -> str:
    """A blank within the words of each decision."""
    text = plan.text
    for made in review.decisions:
        if made.quote and made.on != "unit" and text.count(made.quote) == 1:
            text = text.replace(made.quote, f"{made.quote[:1]} {made.quote[1:]}")
    return text


def with_paragraphs(plan: Plan, _: Review) -> str:
    starts = [measure.span.start for measure in plan.measures[::3]]
    text = plan.text
    for start in reversed(starts):
        line = text.rfind("\n", 0, start) + 1
        text = f"{text[:line]}这一段说明有关背景，供各地参考。\n{text[line:]}"
    return text


def with_a_measure_moved(plan: Plan, review: Review) -> str:
    """The measure with a decision on its kind stands behind its next."""
    quotes = [made.quote for made in review.decisions if made.field == "kind"]
    at = next(at for at, measure in enumerate(plan.measures) if measure.title in quotes)
    one, other = plan.measures[at].span, plan.measures[at + 1].span
    text = plan.text
    return (
        text[: one.start]
        + text[other.start : other.end]
        + text[one.end : other.start]
        + text[one.start : one.end]
        + text[other.end :]
    )


@each_seed
@pytest.mark.parametrize("edit", [with_blanks, with_paragraphs, with_a_measure_moved])
def test_twenty_decisions_hold_where_the_source_was_edited(seed: Path, edit: Callable[[Plan, Review], str]) -> None:
    review = twenty(seed)
    text = edit(read(seed), review)
    assert text != read(seed).text

    done = apply(parse(text, seed.name), review)

    # Where a blank parts a word, the rules may not read any more what was to be taken out; that is told.
    told = " ".join(map(str, done.remarks))
    failed = [made for made in review.decisions if fails(done.plan, made)]
    assert done.lost == []
    assert [
        made.quote
        for made in failed
        if made.do != "remove" or f"{made.quote}” ({made.path}): the rules no longer" not in told
    ] == []
    assert len(failed) <= (1 if edit is with_blanks else 0)
    assert apply(done.plan, review).plan == done.plan


def by_other_rules(plan: Plan, review: Review) -> Plan:
    """What rules might read that drop every other target that was decided on, and read other values and ends in the rest."""
    decided = [same_words(made.quote or "") for made in review.decisions if made.on == "target" and made.do != "add"]
    dropped = set(decided[::2])
    kept, lost = [], set()
    for target in plan.targets:
        words = same_words(target.quote)
        if words in dropped:
            lost.add(target.id)
        elif words in decided:
            span = Span(target.span.start, target.span.end + 1)
            changes = {"span": span, "quote": plan.text[span.start : span.end], "key": None, "strength": "encourage"}
            kept.append(target.model_copy(update=changes))
        else:
            kept.append(target)
    numbers = [one.model_copy(update={"ref": None, "role": "other"}) if one.ref in lost else one for one in plan.quantities]
    return plan.model_copy(update={"targets": tuple(kept), "quantities": tuple(numbers)})


@each_seed
def test_twenty_decisions_hold_or_are_listed_with_other_rules(seed: Path) -> None:
    review = twenty(seed)
    other = by_other_rules(read(seed), review)
    assert len(other.targets) < len(read(seed).targets)
    assert [*other.problems()] == []

    done = apply(other, review)

    assert done.lost == []
    marked = Counter(entry.review.status for entry in entries_of(done.plan) if entry.review)
    assert marked["added"] == 5
    assert marked["accepted"] + marked["changed"] + len(done.plan.removed) >= 11
    told = " ".join(map(str, done.remarks))
    assert told.count("the rules no longer read it") >= 2
    assert apply(done.plan, review).plan == done.plan


def test_what_has_lost_its_words_is_listed_with_them() -> None:
    plan = read(SEEDS[0])
    [target, *_] = lone(plan)["target"]
    review = Review(
        decisions=(
            decision(plan, target, "accept"),
            Decision(on="deadline", do="remove", quote="到二〇九九年底以前某日"),
            Decision(on="target", do="add", quote="全市没有人见过的那句话", values={"indicator": "甲"}),
        )
    )

    done = apply(parse("甲市实施方案\n一、主要目标\n到2025年，县域内住院率达到90%以上。\n"), review)

    why = "not applied; the text no longer contains these words; check it and change the review file"
    assert [str(one) for one in done.lost] == [
        f"add target “全市没有人见过的那句话” (—): {why}",
        f"accept target “{target.quote}” ({target.path}): {why}",
        f"remove deadline “到二〇九九年底以前某日” (—): {why}",
    ]
    assert done.plan.reviewed is None


TEXT = "甲市实施方案\n一、主要目标\n到2025年，县域内就诊率达到90%以上。到2025年，建成医疗中心3家。\n二、重点任务\n1.建设中心。新建病房20间。（责任单位：市财政局）\n"


def test_words_that_have_changed_are_found_by_likeness_and_that_is_told() -> None:
    before = parse(TEXT)
    rate = next(entries_of(before))
    review = Review(decisions=(change(before, rate, "value", 91),))

    done = apply(parse(TEXT.replace("达到90%", "达到92%")), review)

    assert [target.value for target in done.plan.targets] == [91, 3, 20]
    closest, conflict = map(str, done.remarks)
    assert closest.endswith("its words are gone; applied to the closest words, “县域内就诊率达到92%以上” (similarity 0.83)")
    assert LIKENESS <= 0.83
    assert conflict.endswith("the rules now read 92 for value (90 at the time of the decision); 91 is kept")
    assert done.plan.targets[0].review
    assert done.plan.targets[0].review.was == {"value": 92}


def test_another_sentence_that_reads_alike_is_no_heir_of_words_that_are_there() -> None:
    text = "甲市方案\n一、目标\n到2025年，一级医院床位达到90张。到2025年，二级医院床位达到90张。\n"
    plan = parse(text)
    first = next(entries_of(plan))
    review = Review(decisions=(decision(plan, first, "remove"),))
    assert "一级" in first.quote

    other = apply(plan.model_copy(update={"targets": plan.targets[1:], "quantities": ()}), review)

    assert [target.quote for target in other.plan.targets] == ["二级医院床位达到90张"]
    assert [str(one).rpartition(": ")[2] for one in other.remarks] == ["the rules no longer read it"]


def test_equal_words_are_told_apart_by_what_stands_around_them() -> None:
    text = "甲市方案\n一、目标\n到2025年，建成甲类机构5家。到2025年，建成乙类机构5家。到2025年，建成丙类机构5家。\n"
    plan = parse(text)
    second = [entry for entry in entries_of(plan) if entry.on == "deadline"][1]
    review = Review(decisions=(change(plan, second, "end", "2026-06-30"),))

    moved = apply(parse(text.replace("到2025年，建成甲类机构5家。", "")), review).plan
    gone = apply(parse(text.replace("到2025年，建成乙类机构5家。", "")), review)

    assert [str(deadline.end) for deadline in moved.deadlines] == ["2026-06-30", "2025-12-31"]
    assert [str(target.due) for target in moved.targets] == ["2026-06-30", "2025-12-31"]
    assert [str(deadline.end) for deadline in gone.plan.deadlines].count("2026-06-30") <= 1


def test_what_is_taken_out_leaves_nothing_that_leads_to_it() -> None:
    plan = parse(TEXT)
    entries = {entry.quote: entry for entry in entries_of(plan)}
    gone = [entries["到2025年"], entries["新建病房20间"], entries["建设中心"]]

    done = apply(plan, Review(decisions=tuple(decision(plan, entry, "remove", by="乙") for entry in gone)))

    assert [*done.plan.problems()] == []
    assert [(one.on, one.by) for one in done.plan.removed] == [("deadline", "乙"), ("measure", "乙"), ("target", "乙")]
    assert (len(done.plan.targets), len(done.plan.measures)) == (2, 0)
    assert sum(quantity.role == "target" for quantity in done.plan.quantities) == 2


def test_what_was_added_is_joined_to_what_is_there() -> None:
    plan = parse(TEXT)
    added = Decision(
        on="target",
        do="add",
        quote="建设中心",
        path="二、/1.",
        values={"indicator": "中心", "value": 2, "unit": "万家", "due": "2025-12-31"},
    )
    unit = Decision(on="unit", do="add", quote="新建病房", path="二、/1.", values={"role": "lead"})

    done = apply(plan, Review(decisions=(added, unit)))

    [target] = [target for target in done.plan.targets if target.review]
    assert (target.path, target.measure_id, target.responsibility_id) == ("二、/1.", "m1", "r1")
    assert target.amount
    assert (target.amount.value, target.amount.unit, target.kind, target.rule) == (20000, "家", "count", "review")
    assert str(target.due) == "2025-12-31"
    assert [[unit.name for unit in clause.units] for clause in done.plan.measures[0].responsibilities] == [
        ["新建病房"],
        ["市财政局"],
    ]


def test_of_targets_in_the_same_words_one_is_taken_out_once() -> None:
    plan = parse("甲市方案\n一、目标\n到2025年，床医比、医护比分别达到1：0.55、1：1.2。\n")
    assert [target.quote for target in plan.targets] == ["床医比、医护比分别达到1：0.55、1：1.2"] * 2
    one = Decision(on="target", do="remove", quote="床医比、医护比分别达到1：0.55、1：1.2的")
    both = [decision(plan, entry, "remove") for entry in entries_of(plan) if entry.on == "target"]

    for review, left in (
        (Review(decisions=(one,)), 1),
        (Review(decisions=(both[1],)), 1),
        (Review(decisions=tuple(both)), 0),
    ):
        done = apply(plan, review)
        assert (len(done.plan.targets), done.lost) == (left, [])
        assert apply(done.plan, review).plan == done.plan


def test_who_adds_what_somebody_takes_out_changes_nothing_the_second_time() -> None:
    plan = parse(TEXT)
    [measure] = [entry for entry in entries_of(plan) if entry.on == "measure"]
    added = Decision(on="measure", do="add", quote=measure.quote, values={})
    review = Review(decisions=(added, decision(plan, measure, "remove")))

    done = apply(plan, review)
    again = apply(done.plan, review)

    assert done.plan.measures == ()
    assert again.plan == done.plan
    assert [str(one).rpartition("not applied; ")[2] for one in again.lost] == [
        "it was removed earlier; extract the plan again, then apply this"
    ]


@pytest.mark.parametrize("title", ["别的标题", ""])
def test_a_measure_keeps_a_title_that_stands_in_it(title: str) -> None:
    plan = parse(TEXT)
    [measure] = [entry for entry in entries_of(plan) if entry.on == "measure"]
    added = Decision(on="measure", do="add", quote="主要目标", values={"title": title})

    done = apply(plan, Review(decisions=(change(plan, measure, "title", title), added)))

    assert [str(one).partition("; ")[2] for one in done.lost] == [
        f"the measure does not contain “{title}”; a title must consist of words of the measure"
    ] * 2
    assert done.plan.measures == plan.measures


def test_what_the_rules_read_now_by_themselves_is_not_added_twice() -> None:
    plan = parse(TEXT)
    rate = next(entries_of(plan))
    review = Review(
        decisions=(Decision(on="target", do="add", quote=rate.quote, values={"indicator": "就诊率", "value": 90}),)
    )

    done = apply(plan, review)

    assert len(done.plan.targets) == len(plan.targets)
    assert [str(one).rpartition(": ")[2] for one in done.remarks] == ["the rules now read it as well"]
    assert apply(done.plan, review).plan == done.plan


@pytest.mark.parametrize(
    ("field", "now", "why"),
    [
        ("value", "九十", "value"),
        ("kind", "everything", "kind cannot be"),
        ("value_max", 3, "value_max 3 needs a value that is not larger"),
        ("due", "2025年底", "due cannot be"),
        ("indicator", "", "indicator cannot be"),
    ],
)
def test_what_the_contract_does_not_allow_is_listed_and_nothing_else_is_lost(field: str, now: Value, why: str) -> None:
    plan = parse(TEXT)
    one, other, *_ = entries_of(plan)
    review = Review(decisions=(change(plan, one, field, now), decision(plan, other, "accept")))

    done = apply(plan, review)

    [lost] = map(str, done.lost)
    assert why in lost
    assert done.plan.targets[0] == plan.targets[0]
    assert done.plan.targets[1].review


@each_seed
def test_a_review_file_is_read_as_it_was_written(seed: Path) -> None:
    review = twenty(seed)
    written = as_review(review)

    assert review_in(written, "r") == review
    assert as_review(review_in(written, "r")) == written
    assert len(written.decode().splitlines()) == 22


def test_a_review_file_may_be_written_as_people_write_yaml() -> None:
    data = """
plan: {title: 甲市实施方案}
decisions:
  - {on: target, quote: 县域内就诊率达到90%以上, path: 一、, do: change, field: value, was: 90, now: 91, by: 甲, at: 2026-03-01}
  - on: metadata
    do: change
    field: issued_on
    now: 2024-05-01
"""
    review = review_in(data.encode(), "r")
    done = apply(parse(TEXT), review)

    assert (done.lost, done.remarks) == ([], [])
    assert done.plan.targets[0].value == 91
    assert str(done.plan.metadata.issued_on) == "2024-05-01"
    assert done.plan.metadata.review
    assert done.plan.metadata.review.was == {"issued_on": None}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("", "the whole file: should be an object with plan, decisions; is null"),
        ("decisions: 3", "decisions: should be a list; is 3"),
        ("decisions: [{on: plan, do: accept}]", "decisions[0].on: should be"),
        ("decisions: [{on: target, do: accept}]", "decisions[0]: quote is missing; accept needs it"),
        ("decisions: [{on: target, quote: 甲, do: change}]", "decisions[0]: field is missing; change needs it"),
        (
            "decisions: [{on: target, quote: 甲, do: change, field: id, now: t1}]",
            "decisions[0]: id is not a changeable field of a target",
        ),
        (
            "decisions: [{on: unit, quote: 甲, do: add, values: {span: 3}}]",
            "decisions[0]: span is not a changeable field of a unit",
        ),
        ("decisions: [{on: target, quote: 甲, do: add, values: {value: {a: 1}}}]", "decisions[0].values.value: should be"),
        (
            "decisions: [{on: target, quote: 甲, do: accept, keys: 1}]",
            "decisions[0].keys: is not a field of a review file; did you mean key?",
        ),
        (
            "decisions: [{on: metadata, do: remove, field: title}]",
            "decisions[0]: metadata allow only accept and change, not remove",
        ),
        ("decisions: &a [*a]", "line 1, column 16: the alias *a is not supported"),
        ("decisions: " + "[" * 1000, "is nested too deeply"),
        ("decisions: [{on: target, on: unit, quote: 甲, do: accept}]", "decisions[0].on: occurs twice; keep one"),
        ("decisions: [{on: target, quote: 甲, do: accept, at: 昨天}]", "decisions[0].at: should be"),
        ("decisions: [", "is not YAML"),
    ],
)
def test_a_review_file_that_does_not_hold_is_told_of_fault_by_fault(data: str, told: str) -> None:
    with pytest.raises(InvalidReviewError) as refused:
        review_in(data.encode(), "r.review.yaml")

    assert any(told in str(problem) for problem in refused.value.problems), [*map(str, refused.value.problems)]


@each_seed
def test_an_edited_file_becomes_a_review_that_brings_the_edits_back(seed: Path) -> None:
    plan = read(seed)
    values = json.loads(plan.model_dump_json())
    gone = values["targets"].pop(4)
    for quantity in values["quantities"]:
        if quantity["ref"] == gone["id"]:
            quantity["ref"] = None
    values["targets"][0]["value"] = 88
    values["targets"][2]["indicator"] = "改过的指标"
    values["measures"][1]["kind"] = "safeguard"
    values["metadata"]["issuer"] = "某某办公室"
    unit = next(unit for clause in values["measures"][3]["responsibilities"] for unit in clause["units"])
    unit["role"] = "support" if unit["role"] != "support" else "lead"
    edited = Plan.model_validate_json(json.dumps(values))
    assert edited.is_edited

    review = decisions_of(edited, plan)
    done = apply(plan, review)

    assert Counter(made.do for made in review.decisions) == {"change": 5, "remove": 1}
    assert (done.lost, done.remarks, [*not_kept(edited, plan, review)]) == ([], [], [])
    plain = [
        [{**json.loads(target.model_dump_json()), "review": 0, "amount": 0, "indicator_id": 0} for target in one.targets]
        for one in (done.plan, edited)
    ]
    assert plain[0] == plain[1]
    assert decisions_of(plan, plan).decisions == ()


def test_what_no_decision_holds_is_told() -> None:
    plan = parse(TEXT)
    section = plan.sections[0].model_copy(update={"kind": "tasks"})
    edited = plan.model_copy(update={"sections": (section, *plan.sections[1:])})

    review = decisions_of(edited, plan)

    assert review.decisions == ()
    assert [str(one) for one in not_kept(edited, plan, review)] == [
        "sections: was edited in a way that a review file cannot record; save the edit separately"
    ]


def test_an_edited_plan_stays_one_with_decisions_on_it() -> None:
    plan = parse(TEXT)
    edited = plan.model_copy(update={"targets": plan.targets[:1], "quantities": ()})

    done = apply(edited, Review(decisions=(decision(plan, next(entries_of(plan)), "accept"),)))

    assert done.plan.targets[0].review
    assert done.plan.is_edited

"""How sure a target is: signs, weights, and how the weights are made."""

from __future__ import annotations

import inspect
import json
from math import log

import pytest

import fit_confidence as fitting
import planparse
from planparse.labels import VALUES, worded
from planparse.language.lexicon import words
from planparse.model import Target
from planparse.parsing import confidence
from planparse.parsing.confidence import weigh
from planparse.parsing.targets.coverage import COVERAGE
from planparse.parsing.targets.stating import TARGETS

TABLE = words("confidence")
AGAINST = [*TABLE["words"], *TABLE["reckoned"]]
PLAN = "甲市制造业发展行动方案\n一、工作目标\n{}\n二、重点任务\n（一）培育企业\n1.培育主体。{}\n"


def read(sentence: str, goals: str = "推动发展。") -> Target:
    """The target of a sentence among the tasks of a plan."""
    (target,) = planparse.parse(PLAN.format(goals, sentence)).targets
    return target


def test_a_plain_commitment_is_sure_and_has_no_doubts() -> None:
    (target,) = planparse.parse(PLAN.format("到2027年，培育专精特新企业300家以上。", "加强服务。")).targets

    assert target.confidence is not None
    assert target.confidence > 0.95
    assert target.doubts == ()


@pytest.mark.parametrize(
    ("sentence", "doubt"),
    [
        ("对新认定的企业给予奖励，新增规模以上企业50家。", "payment_nearby"),
        ("比上年有所好转，机床产量达到300万台。", "past"),
        ("通过企业培训达到50家。", "open_noun"),
        ("企业开展改造比例达到50%。", "verb_in_noun"),
        ("具有自主知识产权和核心竞争力并且能够带动上下游协同发展的大型骨干企业达到50家。", "long_noun"),
        ("国有企业、民营企业、外资企业产值占比达到50%。", "list_in_noun"),
        ("技改投资增速达到20。", "no_unit"),
        ("举办两场技术交流活动。", "small_numeral"),
    ],
)
def test_what_speaks_against_a_target_is_said_and_makes_it_less_sure(sentence: str, doubt: str) -> None:
    plain, doubted = read("新增规模以上企业50家。"), read(sentence)

    assert doubt in doubted.doubts
    assert plain.confidence is not None
    assert doubted.confidence is not None
    assert doubted.confidence < plain.confidence


def test_the_weightiest_doubt_comes_first() -> None:
    _, doubts = weigh(["long_noun", "small_numeral", "list_in_noun"])
    weights = {**{name: sign["weight"] for name, sign in TABLE["words"].items()}, **TABLE["reckoned"]}

    assert len(doubts) == 3
    assert [weights[doubt] for doubt in doubts] == sorted(weights[doubt] for doubt in doubts)


def test_what_speaks_for_a_target_is_no_doubt() -> None:
    share, doubts = weigh([*TABLE["favours"], *TABLE["sorts"]])

    assert 0 <= share <= 1
    assert doubts == ()


@pytest.mark.parametrize("code", AGAINST)
def test_every_doubt_has_words_in_both_languages(code: str) -> None:
    assert all(VALUES["doubts"][code])


def test_there_are_no_words_for_doubts_that_nobody_has() -> None:
    assert set(VALUES["doubts"]) == set(AGAINST)


def test_several_doubts_are_told_one_behind_the_other() -> None:
    assert worded("doubts", "torn、long_noun", "zh") == "原文在此断行；指标过长"
    assert worded("doubts", "", "en") == ""


def test_every_sign_that_is_no_word_is_reckoned_somewhere() -> None:
    source = inspect.getsource(confidence)
    made = {"part_goals", "part_tasks", "part_safeguards", "by_reach", "by_bounded", "by_build", "by_build_list"}

    assert [name for name in (*TABLE["reckoned"], *TABLE["sorts"]) if f'"{name}"' not in source and name not in made] == []


def test_the_rules_that_are_named_exist() -> None:
    rules = {rule.name for rule in (*TARGETS, *COVERAGE)}

    assert rules >= confidence.LOOSE_RULES


def test_a_file_without_confidence_loads() -> None:
    target = read("新增规模以上企业50家。").model_dump(mode="json")
    del target["confidence"], target["doubts"]

    older = Target.model_validate_json(json.dumps(target))

    assert older.confidence is None
    assert older.doubts == ()


def test_a_sign_by_which_targets_are_mostly_wrong_comes_out_below_zero() -> None:
    known = [
        fitting.Sample("made", str(at), ("bad",) if at % 4 == 0 else ("good",), at % 4 != 0 or at % 20 == 0)
        for at in range(400)
    ]
    model = fitting.fit(known, ["good", "bad", "unseen"])

    assert model.of(["good"]) > 0.95
    assert 0.2 <= model.of(["bad"]) < 0.3  # one in five was right; a ridge draws it towards the others
    assert model.weights["unseen"] == 0


def test_without_signs_the_model_says_the_share_that_is_right() -> None:
    known = [fitting.Sample("made", str(at), (), at % 5 != 0) for at in range(50)]

    assert fitting.fit(known, ["unseen"]).base == pytest.approx(log(4))


def test_equations_are_solved() -> None:
    assert fitting.solved([[4.0, 1.0], [1.0, 3.0]], [1.0, 2.0]) == pytest.approx([1 / 11, 7 / 11])


def test_only_weights_are_written_anew() -> None:
    text = fitting.LEXICON.read_text("utf-8")
    names = fitting.signs()
    now = {name: sign["weight"] for part in ("words", "favours") for name, sign in TABLE[part].items()}
    model = fitting.Model(TABLE["base"], {**now, **TABLE["reckoned"], **TABLE["sorts"]})

    assert fitting.written(model, text) == text
    assert fitting.written(model._replace(base=-0.5), text) == text.replace(f"base: {TABLE['base']:.2f}", "base: -0.50")
    assert len(names) == len(set(names))

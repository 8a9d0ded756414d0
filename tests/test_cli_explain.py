"""planparse explain: what each stage sees of a sentence, for people and as JSON."""

from __future__ import annotations

import json

import pytest

from planparse.labels import STAGES
from running import run


def test_a_target_is_shown_with_its_time_its_amount_its_skeleton_and_its_rule() -> None:
    result = run("explain", "到2025年，数字经济规模翻一番。")

    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            "到2025年，数字经济规模翻一番。",
            "  time: 到2025年  → by_year · by · 2025-12-31",
            "  amount: 翻一番  → doubled · = 2 · 倍",
            "  skeleton: ⟨deadline⟩，数字经济规模⟨doubled⟩。",
            "  target: 数字经济规模翻一番  → doubles · change · 数字经济规模 · 翻一番",
        ],
    )


@pytest.mark.parametrize(
    ("sentence", "test", "found"),
    [
        ("目前，累计培育企业30家。", "report", "目前"),
        ("对年产值20亿元的企业，培育3家。", "condition", "对"),
        ("依托现有30家医院建设中心。", "existing", "依托"),
        ("给予一次性补助30万元。", "parameter", "给予"),
        ("30家医院。", "no_rule", "30家医院"),
    ],
)
def test_what_kept_a_number_out_is_told_with_the_words_that_did(sentence: str, test: str, found: str) -> None:
    (seen,) = json.loads(run("explain", "--json", sentence).stdout)

    assert seen["targets"] == []
    assert (seen["kept"][0]["test"], seen["kept"][0]["found"]) == (test, found)
    assert test in STAGES


def test_a_time_that_is_no_deadline_is_told_with_the_rule() -> None:
    assert "  no deadline: 至2025年12月31日  → validity" in run("explain", "本办法有效期至2025年12月31日。").stdout


def test_json_holds_each_sentence_with_all_that_was_seen() -> None:
    built, answered = json.loads(run("explain", "到2025年，建成医院3家。", "（牵头单位：市财政局）", "--json").stdout)

    assert built["times"][0]["last"] == built["targets"][0]["due"]["last"] == "2025-12-31"
    assert (built["targets"][0]["rule"], built["targets"][0]["amount"]["value"]) == ("build_list", 3)
    assert answered["clauses"] == [
        {"words": "（牵头单位：市财政局）", "rule": "bracketed_label", "bodies": [["市财政局", "lead"]]}
    ]


def test_it_speaks_chinese_as_well_and_nothing_in_a_sentence_steers_the_terminal() -> None:
    result = run("explain", "建成医院3家。\x1b[31m", "--lang", "zh")

    assert "  目标: 建成医院3家" in result.stdout
    assert "\x1b" not in result.stdout
    assert r"\x1b[31m" in result.stdout


def test_without_a_sentence_it_is_wrong_usage() -> None:
    assert run("explain").exit_code == 2

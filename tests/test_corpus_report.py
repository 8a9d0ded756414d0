"""The report on real plans: it counts what is there, and each of its checks fails where what it looks for is there."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import corpus
import planparse
import tallies
from clauses import judged, positions
from invariants import breaches
from tallies import Text, tally, time_ratios

pytestmark = pytest.mark.slow  # whole plans are read and compared

ROOT = Path(__file__).parent.parent
SEEDS = [Text(path.stem, path.read_text("utf-8")) for path in sorted((ROOT / "seeds").glob("*.txt"))]
PLAN = """甲市实施方案
一、主要任务
（一）建设中心。到2025年，建成中心30个。（责任单位：市卫生健康委，配合单位：市财政局）
（二）培育企业。依据《发展规划》，培育企业20家。（市工业和信息化局牵头，市财政局配合）
（三）办好实事。2025年底前，新建学校3所。
责任单位：市教育局
"""
WORDS = ["责任单位", "配合单位", "牵头", "配合", "责任单位"]
NO_PLAN = "今天天气很好，大家都来了。"


def values_of(text: str) -> dict[str, Any]:
    """A plan's JSON."""
    return json.loads(planparse.parse(text).model_dump_json())


def unread(plan: planparse.Plan) -> planparse.Plan:
    """The same plan as a parser gives it that reads no clause and says nothing of it."""
    measures = tuple(measure.model_copy(update={"responsibilities": ()}) for measure in plan.measures)
    targets = tuple(target.model_copy(update={"responsibility_id": None}) for target in plan.targets)
    return plan.model_copy(update={"measures": measures, "targets": targets, "diagnostics": ()})


def cost_by_length(text: str) -> float:
    """Seconds that no machine disturbs: a character of a text that says 贵 costs three, any other one."""
    return len(text) * (3.0 if "贵" in text else 1.0)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of the two seeds and two more texts, one of them no plan; costs are those of `cost_by_length`."""
    (tmp_path / "plans").mkdir()
    for seed in SEEDS:
        (tmp_path / "plans" / f"{seed.name}.txt").write_text(seed.text, "utf-8")
    rows = [{"id": "a-1", "title": None, "text": PLAN}, {"id": "a-2", "title": "天气", "text": NO_PLAN}]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (tmp_path / "bulk.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    monkeypatch.setattr(tallies, "_cost", cost_by_length)
    return tmp_path


# Clause position, told by the print.


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("给予补助。（责任单位：市财政局；配合部门：市教育局）", ["责任单位", "配合部门"]),
        ("给予补助。 责任单位:市财政局", ["责任单位"]),
        ("牵头部门：省住建厅\n牵头推进单位：相关县政府", ["牵头部门", "牵头推进单位"]),
        ("杠杆率责任单位：省国资委责任单位：省经信委", ["责任单位", "责任单位"]),
        ("（牵头：市教育局，协办：市财政局）", ["牵头", "协办"]),
        ("给予补助。责任单位（部门）：市财政局", ["责任单位（部门）"]),
        ("给予补助。\n责任单位\n市财政局", ["责任单位"]),
        ("给予补助。责任部门为市财政局。", ["责任部门"]),
        ("给予补助。〔省发改委牵头，省财政厅等配合〕", ["牵头", "配合"]),
        ("给予补助[市财政局负责]。", ["负责"]),
        ("给予补助（市财政局负责），建设中心。", ["负责"]),
        ("给予补助。（市财政局牵头，2025年底前完成）", ["牵头"]),
        ("给予补助。（省发改委牵头，各县政府负责落实，以下均需各县政府落实，不再列出）", ["牵头", "落实", "落实"]),
        ("给予补助。（市财政局、市教育局，列第一位者为牵头单位，下同）", ["牵头单位"]),
        ("给予补助。（市财政局负责\n建设中心。", ["负责"]),
    ],
)
def test_a_printed_clause_is_in_clause_position(text: str, words: list[str]) -> None:
    assert [text[word.start : word.end] for word in positions(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "对试点给予牵头单位一次性支持100万元。",
        "支持企业牵头承担国家项目，鼓励高校参与。",
        "各责任单位要加强领导。牵头部门要主动协调。",
        "复印领导（参与）过的主要项目证明。",
        "由工信部门（晋江市由晋江市商务局负责）行文上报。",
        "格式不符的不予评审（申报人需自行负责）。",
        "市级财政部门（市级财政部门负责的项目除外）给予补助。",
        "申报单位对材料的真实性负责：\n（一）申请表。",
        "版权所有　主办单位：广州市人民政府办公厅　联系我们：020-12345",
    ],
)
def test_running_text_is_not(text: str) -> None:
    assert positions(text) == []


# Read, diagnosed, uncovered.


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_every_printed_clause_of_a_seed_is_read(seed: Text) -> None:
    verdicts = [verdict for _, verdict in judged(values_of(seed.text))]

    assert len(verdicts) >= seed.text.count("单位：") > 20
    assert set(verdicts) == {"read"}


def test_a_clause_that_nothing_holds_is_uncovered() -> None:
    values = values_of(PLAN)
    text = values["text"]
    assert [(text[word.start : word.end], verdict) for word, verdict in judged(values)] == [(word, "read") for word in WORDS]

    values["measures"][0]["responsibilities"] = []
    values["measures"][2]["responsibilities"] = []
    values["diagnostics"] = []

    assert [verdict for _, verdict in judged(values)] == ["uncovered", "uncovered", "read", "read", "uncovered"]


def test_a_clause_that_is_read_in_part_is_uncovered_in_part() -> None:
    values = values_of(PLAN)
    values["diagnostics"] = []
    span = values["measures"][0]["responsibilities"][0]["span"]
    span["end"] = values["text"].index("，配合单位")

    assert [verdict for _, verdict in judged(values)] == ["read", "uncovered", "read", "read", "read"]


@pytest.mark.parametrize(("code", "verdict"), [("unread-clause", "diagnosed"), ("unplaced-number", "uncovered")])
def test_only_a_diagnostic_about_clauses_speaks_for_one(code: str, verdict: str) -> None:
    values = values_of(PLAN)
    values["measures"][1]["responsibilities"] = []
    start = values["text"].index("（市工业")
    values["diagnostics"] = [{"code": code, "span": {"start": start, "end": start + 5}}]

    assert [found for _, found in judged(values)] == ["read", "read", verdict, verdict, "read"]


# Invariants.


def _moved(values: dict[str, Any]) -> None:
    values["targets"][0]["span"]["start"] += 1


def _beyond(values: dict[str, Any]) -> None:
    values["sections"][0]["span"]["end"] = len(values["text"]) + 1


def _renamed(values: dict[str, Any]) -> None:
    values["measures"][0]["responsibilities"][0]["units"][0]["name"] = "市医保局"


def _retitled(values: dict[str, Any]) -> None:
    values["references"][0]["title"] = "规划"


def _reheaded(values: dict[str, Any]) -> None:
    values["measures"][0]["title"] = "拆除中心"


def _twice(values: dict[str, Any]) -> None:
    values["measures"][1]["id"] = values["measures"][0]["id"]


def _dangling(values: dict[str, Any]) -> None:
    values["targets"][0]["deadline_id"] = "d99"


def _turned(values: dict[str, Any]) -> None:
    values["measures"].reverse()


def _units_turned(values: dict[str, Any]) -> None:
    values["measures"][0]["responsibilities"][0]["units"].reverse()


def _lost(values: dict[str, Any]) -> None:
    del values["quantities"][1]


def _doubled(values: dict[str, Any]) -> None:
    values["quantities"].insert(1, deepcopy(values["quantities"][0]))


def _miscounted(values: dict[str, Any]) -> None:
    values["source"]["char_count"] += 1


def _overdue(values: dict[str, Any]) -> None:
    values["targets"][0]["due"] = "2031-01-01"


def _strayed(values: dict[str, Any]) -> None:
    values["measures"][0]["path"] = "九、"


def _moved_out(values: dict[str, Any]) -> None:
    values["targets"][0].update(section_id=values["sections"][-1]["id"], measure_id=values["measures"][-1]["id"])


def _numberless(values: dict[str, Any]) -> None:
    values["targets"][0]["value"] = None


def _misjoined(values: dict[str, Any]) -> None:
    next(quantity for quantity in values["quantities"] if quantity["ref"])["role"] = "other"


def _steering(values: dict[str, Any]) -> None:
    values["metadata"]["title"] = "\x1b[2J"


def _torn(values: dict[str, Any]) -> None:
    span = {"start": 0, "end": 1}
    values["diagnostics"] = [{"code": "no-title", "severity": "info", "message": "two\nlines", "span": span}]


def _huge(values: dict[str, Any]) -> None:
    values["targets"][0]["value"] = 2**63


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_overdue, "targets[0].due: is 2031-01-01"),
        (_strayed, "measures[0].path: '九、' does not go on from"),
        (_moved_out, "targets[0]: does not begin in m"),
        (_numberless, "targets[0]: has neither a value nor a grade"),
        (_misjoined, "is a other and became"),
        (_steering, "metadata.title: holds a control character"),
        (_torn, "diagnostics[0].message: is more than one line"),
        (_huge, "targets[0].value: is 9223372036854775808, which not every reader holds"),
        (_moved, "targets[0].quote"),
        (_beyond, "does not lie in the text"),
        (_renamed, "units[0].name"),
        (_retitled, "references[0].title"),
        (_reheaded, "measures[0].title"),
        (_twice, "ids: ['m1'] stand twice"),
        (_dangling, "targets[0].deadline_id: nothing has the id d99"),
        (_turned, "measures: not in document order"),
        (_units_turned, "units of one clause: not in document order"),
        (_lost, "lies in no one quantity"),
        (_doubled, "quantities: two hold"),
        (_miscounted, "source.char_count"),
    ],
)
def test_what_does_not_hold_is_named(change: Callable[[dict[str, Any]], None], said: str) -> None:
    values = values_of(PLAN)
    assert list(breaches(values)) == []

    change(values)

    assert any(said in breach for breach in breaches(values)), list(breaches(values))


# The tally of many texts.


def test_the_seeds_are_counted_as_their_kept_outputs_hold_them() -> None:
    found = tally(SEEDS, twice=True)
    kept = [json.loads((ROOT / "output" / f"{seed.name}.json").read_text("utf-8")) for seed in SEEDS]

    assert (found.crashes, found.refused, found.breaches, found.uncovered) == ([], [], [], [])
    assert found.characters == sum(len(seed.text) for seed in SEEDS)
    for name in ("sections", "measures", "targets", "deadlines", "references", "quantities"):
        assert found.counts[name, ""] == sum(len(plan[name]) for plan in kept)
    for name in ("targets", "deadlines", "quantities"):
        kinds = [count for (list_, kind), count in found.counts.items() if list_ == name and kind]
        assert sum(kinds) == found.counts[name, ""]
    assert found.codes.total() == sum(len(plan["diagnostics"]) for plan in kept)
    assert len(found.others) == found.counts["quantities", "other"]
    assert [look.name for look in found.each] == [seed.name for seed in SEEDS]


def test_a_text_that_extract_refuses_is_named_with_the_clauses_it_prints() -> None:
    found = tally([Text("天气", NO_PLAN), Text("条款", "责任单位：市财政局")])

    assert [(refusal.name, refusal.words) for refusal in found.refused] == [("天气", 0), ("条款", 1)]
    assert "does not look like a plan" in found.refused[0].reason
    assert found.in_refused == 1
    assert found.verdicts.total() == 0


def test_a_crash_is_told_and_the_other_texts_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    extract = planparse.extract

    def fragile(source: Any) -> planparse.Plan:
        data = source.read()
        if "贵".encode() in data:
            raise ZeroDivisionError("oh\nno")
        source.seek(0)
        return extract(source)

    monkeypatch.setattr(planparse, "extract", fragile)

    found = tally([Text("一", PLAN + "贵"), Text("二", PLAN)])

    assert len(found.crashes) == 1
    assert found.crashes[0].startswith("一: ZeroDivisionError at test_corpus_report.py:")
    assert [text.name for text in found.sound] == ["二"]


def test_a_text_that_reads_otherwise_the_second_time_is_a_breach(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = planparse.parse(PLAN)
    readings = iter([plan, unread(plan)])
    monkeypatch.setattr(planparse, "extract", lambda _: next(readings))

    assert tally([Text("一", PLAN)], twice=True).breaches == ["一: read twice, two results"]


def test_time_is_a_ratio_to_the_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tallies, "_cost", cost_by_length)
    cheap, dear = Text("一", PLAN), Text("二", PLAN + "贵" * len(PLAN))

    of_groups, of_texts = time_ratios({"plans": [cheap, dear], "bulk": [dear], "none": []}, rounds=2)

    assert of_groups == pytest.approx({"plans": 7 / 3, "bulk": 3.0, "none": 0.0})
    assert [(ratio, text.name) for ratio, text in of_texts] == [(3.0, "二"), (3.0, "二"), (1.0, "一")]


def test_the_seeds_cost_what_the_seeds_cost() -> None:
    of_groups, _ = time_ratios({"plans": SEEDS}, rounds=3)

    assert 0.5 < of_groups["plans"] < 2


# The command.


def test_a_sound_corpus_gives_a_report_and_status_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    totals = folder / "totals.json"

    status = corpus.main([str(folder), "--each", "--uncovered", "--other", "--json", str(totals)])

    printed = capsys.readouterr().out
    assert status == 0
    assert "FAILS" not in printed
    assert "share covered" in printed
    assert [line.split()[0] for line in printed.partition("each plan\n")[2].splitlines()[2:4]] == ["bozhou", "jining"]
    figures = json.loads(totals.read_text("utf-8"))
    assert figures["plans"]["texts"] == 2
    assert figures["plans"]["time_ratio"] == 1.0
    assert figures["bulk"]["clauses"] == {"read": len(WORDS), "diagnosed": 0, "uncovered": 0, "in refused texts": 0}
    assert figures["bulk"]["refused"] == 1


def test_a_corpus_with_clauses_left_unread_fails_and_lists_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    extract = planparse.extract
    monkeypatch.setattr(planparse, "extract", lambda source: unread(extract(source)))

    status = corpus.main([str(folder)])

    printed = capsys.readouterr().out
    assert status == 1
    assert "uncovered in plans, the first 20 of " in printed
    assert f"FAILS bulk: {len(WORDS)} words in clause position are neither read nor diagnosed" in printed
    assert "培育企业20家。（市工业和信息化局[牵头]，市财政局配合）" in printed


@pytest.mark.parametrize(
    ("change", "ratio", "said"),
    [
        ({}, 2.0, []),
        ({}, 2.1, ["plans: a character costs 2.10 times one of the seeds, more than 2.0"]),
        ({"crashes": ["一: KeyError"]}, 1.0, ["plans: 1 texts crashed"]),
        ({"breaches": ["一: ids"]}, 1.0, ["plans: 1 breaches of invariants"]),
    ],
)
def test_what_fails_is_said(change: dict[str, list[str]], ratio: float, said: list[str]) -> None:
    found = tally([Text("一", PLAN)])
    for name, lines in change.items():
        setattr(found, name, lines)

    assert corpus.faults({"plans": found}, {"plans": ratio}) == said


def test_without_a_corpus_one_line_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = corpus.main([str(tmp_path / "nowhere")])

    printed = capsys.readouterr()
    assert (status, printed.out) == (0, "")
    assert printed.err.count("\n") == 1
    assert "no such folder" in printed.err


def test_a_folder_of_other_things_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        corpus.main([str(tmp_path)])

    assert stopped.value.code == 2
    assert "holds neither plans/*.txt nor bulk.jsonl" in capsys.readouterr().err

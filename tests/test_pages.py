"""The pages of a plan, of two and of many, as they stand in the file: its marks, its words, and nothing of a plan that could run."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from planparse import Plan, cascade, compare, diff, extract, model, pages, parse, track
from planparse.cli import app
from planparse.comparing import results
from planparse.comparing.populations import Populations
from planparse.comparing.results import PlanDiff, PlanMatrix, PlanSummary, Population
from planparse.exporting.of_diff import diff_tables
from planparse.labels import INTERFACE, REVIEWING, VALUES, Language
from planparse.pages.charts import bars, columns, scales, years
from planparse.pages.marking import block_at, blocks
from planparse.reviewing.fields import form_of
from planparse.reviewing.records import CHANGEABLE, Review
from planparse.text import Span

Compared = tuple[PlanDiff, Plan, Plan]
Gathered = tuple[PlanMatrix, tuple[Plan, ...]]
TEMPLATES = {path.name: path.read_text("utf-8") for path in files("planparse.pages").joinpath("templates").iterdir()}


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of those whose data is not markup."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open), "a link within a link"
        self.found.append((tag, dict(attrs)))
        if tag not in {"meta", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]].append(data)
        else:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


# The text, cut


def joined(plan: Plan) -> str:
    return "".join(
        "".join(segment.text for run in block.runs for segment in run.segments) + block.gap for block in blocks(plan)
    )


@pytest.mark.parametrize("name", ["jining.txt", "bozhou.txt"])
def test_the_pieces_make_up_the_text_and_those_of_a_target_its_words(seeds: Path, name: str) -> None:
    plan = extract(seeds / name)
    segments = [segment for block in blocks(plan, "x-") for run in block.runs for segment in run.segments]

    assert joined(plan) == plan.text
    for target in plan.targets:
        words = "".join(segment.text for segment in segments if f"x-{target.id}" in segment.keys)
        assert words == target.quote.replace("\n", "")


@given(
    st.lists(
        st.sampled_from(["一、总体", "1.建设", "到2025年", "达到90%以上", "\n", "。", "（责任单位：市卫生健康委）", " "])
    )
)
def test_the_pieces_make_up_any_text(parts: list[str]) -> None:
    plan = parse("".join(parts))

    assert joined(plan) == plan.text


def test_targets_that_share_words_share_a_link(plan: Plan) -> None:
    first, second = plan.targets
    start, end = first.span.start, first.span.end
    crossing = second.model_copy(update={"span": Span(start + 4, end + 1)})

    runs = [
        run for block in blocks(plan.model_copy(update={"targets": (first, crossing)})) for run in block.runs if run.keys
    ]

    assert [run.keys for run in runs] == [("tar-1", "tar-2")]
    assert [(segment.text, segment.keys) for segment in runs[0].segments] == [
        (plan.text[start : start + 4], ("tar-1",)),
        (plan.text[start + 4 : end], ("tar-1", "tar-2")),
        (plan.text[end], ("tar-2",)),
    ]


def test_headings_are_headings_and_lead_no_level_astray(seeds: Path) -> None:
    levels = [block.level for block in blocks(extract(seeds / "bozhou.txt")) if block.level]

    assert levels[0] == 3
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_place_is_the_block_that_holds_it(plan: Plan) -> None:
    cut = blocks(plan)

    assert block_at(cut, plan.text.index("到2025年")) == plan.text.index("到2025年")
    assert block_at(cut, plan.text.index("90%")) == plan.text.index("到2025年")
    assert block_at([], 5) == 0


# Pictures


def test_columns_stand_on_each_other_and_the_highest_fills_the_picture() -> None:
    made = columns({"2025": {"level": 1, "count": 3}, "none": {"level": 0, "count": 2}})

    assert [(part.name, part.count, part.at, part.size) for part in made[0].parts] == [
        ("level", 1, 0, 55),
        ("count", 3, 55, 165),
    ]
    assert [(column.total, column.at) for column in made] == [(4, 25), (2, 75)]
    assert [part.size for part in made[1].parts] == [110]


def test_bars_are_as_long_as_they_count() -> None:
    assert [[part.size for part in bar.parts] for bar in bars({"甲": {"lead": 3, "support": 1}, "乙": {"lead": 1}})] == [
        [75, 25],
        [25],
    ]


def test_a_time_line_shows_empty_years_unless_they_are_many() -> None:
    assert years([2023, 2025, 2025]) == [2023, 2024, 2025]
    assert years([2025, 2050]) == [2025, 2050]
    assert years([]) == []


# Words


def test_every_value_that_a_page_shows_has_a_name_in_both_languages() -> None:
    named = {
        "kind": model.TargetKind,
        "strength": model.Strength,
        "status": model.Status,
        "severity": model.Severity,
        "relation": results.Relation,
        "verdict": results.Verdict,
        "obstacle": results.Obstacle,
        "confidence": results.Confidence,
    }

    assert [field for field, values in named.items() if not set(get_args(values)) <= set(VALUES[field])] == []


def cascaded() -> str:
    """The page of a plan that two others carry out, which carry out a missing one as well."""
    above = "国务院关于推进健康服务的意见\n一、主要目标\n到2025年，签约率达到75%，建成医疗中心300家。\n"
    opening = "根据《国务院关于推进健康服务的意见》和《健康中国工作规划》，制定本方案。"
    below = f"甲市健康方案\n{opening}\n一、主要目标\n到2025年，签约率达到80%，建成医疗中心3家。\n"
    plans = [parse(text) for text in (above, below, below.replace("甲市", "乙市"))]
    people = Population(people=3_000_000, source="某公报", year=2020)
    populations = Populations({plan.id: people for plan in plans}, {})
    return pages.cascade_page(cascade(plans, populations=populations), plans, "zh")


def test_every_word_of_the_interface_is_used(seeds: Path, compared: Compared, gathered: Gathered) -> None:
    plan, (diff, left, right) = extract(seeds / "jining.txt"), compared
    answer, pair = diff.measures[0], diff.targets[0]
    same = answer.model_copy(update={"leads": answer.leads.model_copy(update={"same_body": True})})
    outside = pair.model_copy(update={"left": pair.left.model_copy(update={"path": "preamble"})})
    every = diff.model_copy(update={"measures": (*diff.measures, same), "targets": (outside, *diff.targets[1:])})
    every = every.model_copy(
        update={
            "measures": (*every.measures, answer.model_copy(update={"confidence": "likely"})),
            "guesses": (answer.model_copy(update={"confidence": "guess"}),),
            "targets": (*every.targets, pair.model_copy(update={"confidence": "likely"})),
        }
    )
    unnamed = every.model_copy(update={"right": every.left})
    shown = (
        *(pages.report(plan, "zh"), pages.report(parse(""), "zh"), pages.matrix_page(*gathered, "zh")),
        *(pages.diff_page(it, left, right, "zh") for it in (every, unnamed)),
        cascaded(),
        *(pages.track_page(track(one, other), "zh") for one, other in ((plan, plan), (plan, left))),
    )
    attributes = re.findall(r'data-(?:i|label|placeholder|key)="(\w+)"', "".join(shown))
    spoken = re.findall(r'said\("(\w+)"', TEMPLATES["page.js"])

    assert set(INTERFACE) - {*attributes, *spoken} == set()


def test_every_word_of_reviews_is_used_and_is_no_other(seeds: Path) -> None:
    page = pages.report(extract(seeds / "jining.txt"), "zh", Review(decisions=()))
    attributes = re.findall(r'data-(?:i|label)="(\w+)"', page)
    # Words are also named by what is done, by the kind of a field that refuses a value, and by comparator and direction.
    written = re.findall(r'"(\w+)"', TEMPLATES["review.js"] + TEMPLATES["review_file.js"])
    made = [f"fault_{form['type']}" for on in CHANGEABLE for form in form_of(on).values()]
    fields = [f"{name}_{value}" for name in ("comparator", "direction") for value in get_args(getattr(model, name.title()))]
    statuses = re.findall(r'\w+: "(\w+)"', TEMPLATES["review.js"])

    assert set(REVIEWING) - {*attributes, *written, *made, *fields, *statuses} == set()
    assert set(REVIEWING) & set(INTERFACE) == set()


def test_both_languages_fill_in_the_same() -> None:
    for chinese, english in [
        *INTERFACE.values(),
        *REVIEWING.values(),
        *(pair for names in VALUES.values() for pair in names.values()),
    ]:
        assert sorted(re.findall(r"\{\w+\}", chinese)) == sorted(re.findall(r"\{\w+\}", english))


# The page


@pytest.mark.parametrize("language", get_args(Language))
def test_the_page_begins_in_the_language_that_was_asked_for(plan: Plan, language: Language) -> None:
    page = pages.report(plan, language)

    assert f'<html lang="{language}">' in page
    assert (">Search<" in page or ">Overview<" in page) == (language == "en")
    assert page == pages.report(plan, language)


def test_a_diagnostic_is_told_in_the_language_of_the_page_and_in_english_where_there_is_no_other(plan: Plan) -> None:
    both = pages.report(plan, "zh")
    (diagnostic,) = plan.diagnostics
    old = pages.report(plan.model_copy(update={"diagnostics": (diagnostic.model_copy(update={"message_zh": None}),)}), "zh")

    assert '<span lang="zh" data-only="zh">请看这里</span><span lang="en" data-only="en">look here</span>' in both
    assert '<span lang="en">look here</span>' in old


def test_only_its_own_style_and_script_may_run_and_nothing_is_fetched(hostile: Plan) -> None:
    page = Elements(pages.report(hostile, "zh"))
    policy = next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv")) or ""

    def digest(content: str) -> str:
        return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"

    assert policy.startswith("default-src 'none'; ")
    assert f"style-src {digest(page.raw['style'][0])};" in policy
    assert f"script-src {digest(page.raw['script'][-1])};" in policy
    assert [script.get("type") for script in page.all("script")] == ["application/json", None]


def test_what_a_plan_says_stays_text(plan: Plan, hostile: Plan, shown: str) -> None:
    tame, spoiled = (Elements(pages.report(it, "en")) for it in (plan, hostile))

    assert {tag for tag, _ in spoiled.found} == {tag for tag, _ in tame.found}
    for tag, attributes in spoiled.found:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert (attributes.get("href") or "#").startswith("#"), tag
    assert spoiled.text.count(shown) >= 10
    assert not any("bad" in script for script in spoiled.raw["script"])


def assert_holds(page: Elements) -> None:
    """Ids are unique, and every link and label leads to one."""
    ids = [attributes["id"] for _, attributes in page.found if "id" in attributes]
    links = {(link["href"] or "")[1:] for link in page.all("a")}
    labels = {id_ for _, attributes in page.found for id_ in (attributes.get("aria-labelledby") or "").split()}

    assert len(ids) == len(set(ids))
    assert links | labels <= set(ids)


def test_ids_are_unique_and_every_link_leads_somewhere(seeds: Path) -> None:
    assert_holds(Elements(pages.report(extract(seeds / "jining.txt"), "zh")))


# The page to review a plan in


def test_only_a_page_to_review_in_holds_what_reviews_need(plan: Plan) -> None:
    page = pages.report(plan, "zh")
    reviewed = pages.report(plan, "zh", Review(decisions=()))

    assert '"fault_' not in page
    assert "reviewFile" not in page
    assert_holds(Elements(reviewed))


def test_the_forms_of_reviews_take_what_the_contract_takes() -> None:
    forms = {on: form_of(on) for on in CHANGEABLE}
    target = forms["target"]

    assert {on: (*fields,) for on, fields in forms.items()} == CHANGEABLE
    assert target["comparator"] == {"type": "choice", "nullable": False, "choices": [*get_args(model.Comparator)]}
    assert target["value"] == {"type": "number", "nullable": True, "least": -model.LARGEST, "most": model.LARGEST}
    assert target["due"] == {"type": "date", "nullable": True}
    assert target["implied"] == {"type": "boolean", "nullable": False}
    assert forms["deadline"]["months"] == {"type": "integer", "nullable": True, "least": 0, "most": model.LARGEST}
    assert forms["metadata"]["recipients"]["type"] == "array"
    assert forms["metadata"]["region.adcode"]["pattern"] == "^[0-9]{6}$"


def test_what_a_review_starts_from_stays_data_and_is_exact(hostile: Plan) -> None:
    page = Elements(pages.report(hostile, "zh", Review(decisions=()), "</script>"))
    data = json.loads(page.raw["script"][1])

    assert [script.get("type") for script in page.all("script")] == ["application/json", "application/json", None]
    assert data["name"] == "</script>"
    assert [entry["values"]["indicator"] for entry in data["entries"] if entry["on"] == "target"] == [
        target.indicator for target in hostile.targets
    ]
    assert data["plan"]["title"] == hostile.metadata.title


def test_what_no_screen_can_show_is_one_character_and_can_be_written(plan: Plan) -> None:
    page = pages.report(plan.model_copy(update={"text": plan.text.replace("一、主", "\x00\ud800\x1b")}), "zh")

    assert "\ufffd\ufffd\ufffd要目标" in page
    assert page.encode()


def test_a_plan_of_nothing_has_a_page() -> None:
    page = pages.report(parse(""), "en")

    assert "No targets were read in this plan." in page
    assert "No measures were read in this plan." in page


# The page of two plans


def test_two_plans_stand_side_by_side(compared: Compared) -> None:
    page = Elements(pages.diff_page(*compared, "zh"))
    rows = [attributes for _, attributes in page.found if "data-verdict" in attributes]

    assert [row["data-verdict"] for row in rows] == [
        *("left_stricter", "right_stricter"),
        *("left_only", "left_only", "right_only", "right_only"),
    ]
    assert [row["data-lead"] for row in rows[:2]] == ["none", "other"]
    assert [row.get("data-in") for row in rows[:2]] == [None, "answer-0"]
    for words in (
        "甲市更严",
        "乙市更严",
        "甲市更早",
        "甲市更坚决",
        "乙市独有",
        "建设区域医疗中心⇄打造区域医疗中心",
        "同一指标：甲市≥90%严于乙市≥85%",
    ):
        assert words in page.text


def test_in_english_the_reasons_are_english(compared: Compared) -> None:
    page = Elements(pages.diff_page(*compared, "en")).text

    assert "甲市 is stricter" in page
    assert "same indicator: 甲市 ≥90% is stricter than 乙市 ≥85%" in page


def test_plans_of_one_place_are_left_and_right(compared: Compared) -> None:
    diff, left, right = compared
    page = Elements(pages.diff_page(diff.model_copy(update={"right": diff.left}), left, right, "zh")).text

    assert "左方更严" in page
    assert "仅右方有" in page
    assert "甲市更严" not in page


def test_the_filter_calls_two_plans_by_their_places(compared: Compared) -> None:
    options = re.findall(r"<option[^>]*>(.*?)</option>", pages.diff_page(*compared, "zh"))

    assert {"甲市更严", "乙市更严", "甲市独有", "乙市独有"} <= set(options)


def test_a_target_of_two_pairs_is_led_back_to_the_first(compared: Compared) -> None:
    diff, left, right = compared
    twice = diff.model_copy(update={"targets": (*diff.targets, diff.targets[0].model_copy(update={"verdict": "equal"}))})

    assert_holds(Elements(pages.diff_page(twice, left, right, "zh")))


def test_the_page_of_two_plans_holds(compared: Compared) -> None:
    assert_holds(Elements(pages.diff_page(*compared, "zh")))


def test_two_plans_without_anything_in_common_have_a_page(compared: Compared) -> None:
    diff, left, right = compared
    nothing = {"targets": (), "measures": (), "targets_left_only": left.targets, "targets_right_only": right.targets}

    assert_holds(Elements(pages.diff_page(diff.model_copy(update=nothing), left, right, "en")))


def test_what_two_plans_say_stays_text(plan: Plan, hostile: Plan, shown: str) -> None:
    sides = PlanSummary.of(hostile), PlanSummary.of(plan)
    diff = PlanDiff.model_construct(
        left=sides[0],
        right=sides[1],
        measures=(),
        guesses=(),
        measures_left_only=[measure.path for measure in hostile.measures],
        measures_right_only=[measure.path for measure in plan.measures],
        measures_left_only_ids=[measure.id for measure in hostile.measures],
        measures_right_only_ids=[measure.id for measure in plan.measures],
        targets=(),
        targets_left_only=hostile.targets,
        targets_right_only=plan.targets,
    )
    page = Elements(pages.diff_page(diff, hostile, plan, "zh"))

    assert page.text.count(shown) >= 5
    assert_holds(page)
    assert {"script", "img"} & {tag for tag, attributes in page.found if attributes.get("type")} == {"script"}
    assert not [name for _, attributes in page.found for name in attributes if name.startswith("on") or name == "style"]


# The page of many plans


def test_every_target_and_measure_of_many_plans_stands_once(gathered: Gathered) -> None:
    matrix, plans = gathered
    page = Elements(pages.matrix_page(matrix, plans, "zh")).text

    quotes = Counter(target.quote for plan in plans for target in plan.targets)
    texts = Counter(measure.text for plan in plans for measure in plan.measures)
    # The text of a measure holds the words of its targets.
    held = {quote: sum(quote in text for text in texts.elements()) for quote in quotes}
    assert {quote: page.count(quote) - held[quote] for quote in quotes} == dict(quotes)
    assert {text: page.count(text) for text in texts} == dict(texts)


@pytest.mark.parametrize(("language", "words"), [("zh", "只见于一份规划"), ("en", "In one plan only")])
def test_many_plans_have_a_page_in_both_languages(gathered: Gathered, language: Language, words: str) -> None:
    page = pages.matrix_page(*gathered, language)

    assert f'<html lang="{language}">' in page
    assert f">{words}</h2>" in page
    assert page == pages.matrix_page(*gathered, language)


def test_a_row_is_as_wide_as_there_are_plans(gathered: Gathered) -> None:
    rows: list[list[dict[str, str | None]]] = []
    found = Elements(pages.matrix_page(*gathered, "zh")).found
    first = next(at for at, (_, attributes) in enumerate(found) if attributes.get("class") == "sheet")
    for tag, attributes in found[first:]:
        if tag == "tr":
            rows.append([])
        elif tag in {"th", "td"}:
            rows[-1].append(attributes)

    assert len(rows) == 5
    assert [sum(int(cell.get("colspan") or 1) for cell in row) for row in rows] == [4] * len(rows)
    assert all(row[0]["scope"] for row in rows)


def test_a_theme_says_who_leads_it_in_how_many_plans(gathered: Gathered) -> None:
    page = Elements(pages.matrix_page(*gathered, "zh")).text

    assert "打造区域医疗中心 2牵头 市发展改革委 2" in page


def test_measures_of_one_number_under_headings_without_one_each_have_their_own_text_and_leads() -> None:
    text = "任务\n1.编目馆藏古籍。对馆藏古籍逐册编目。\n保障\n1.培训家政服务员。组织家政服务员培训。（责任单位：市商务局）\n"
    plans = [parse(f"{place}市若干措施\n{text}", f"{place}.txt") for place in "甲乙"]
    matrix = compare(plans)

    page = Elements(pages.matrix_page(matrix, plans, "zh")).text

    assert {one.path for row in matrix.themes for one in row.measures} == {"1."}
    assert {row.theme: len(row.measures[0].leads) for row in matrix.themes} == {"编目馆藏古籍": 0, "培训家政服务员": 1}
    assert page.count("对馆藏古籍逐册编目") == page.count("组织家政服务员培训") == 2


def test_measures_of_one_number_in_two_plans_stand_beside_their_own_answers() -> None:
    text = (
        "任务\n1.编目馆藏古籍。对馆藏古籍逐册编目，公布{0}。\n2.{2}\n"
        "保障\n1.培训家政服务员。组织家政服务员培训{1}次。（责任单位：市商务局）\n2.{3}\n"
    )
    left, right = (
        parse(f"{place}市若干措施\n{text.format(*own)}", f"{place}.txt")
        for place, own in (
            ("甲", ("目录", 3, "疏浚航道。清理内河淤泥。", "评估考核。逐年评估考核结果。")),
            ("乙", ("书目", 4, "种植红豆。扩种红豆三成。", "审计账目。逐项审计账目。")),
        )
    )
    found = diff(left, right)
    titles = [{measure.id: measure.title for measure in plan.measures} for plan in (left, right)]

    rows = Elements(pages.diff_page(found, left, right, "zh"))
    table = diff_tables(found, left, right, "zh")[1]

    answers = [
        [(titles[0][one], titles[1][other]) for one in pair.left_ids for other in pair.right_ids] for pair in found.measures
    ]
    assert answers == [[("编目馆藏古籍", "编目馆藏古籍")], [("培训家政服务员", "培训家政服务员")]]
    assert [{pair.left for pair in found.measures}, {pair.right for pair in found.measures}] == [{("1.",)}] * 2
    assert [pair.leads.same_body for pair in found.measures] == [None, True]
    assert [titles[0][one] for one in found.measures_left_only_ids] == ["疏浚航道", "评估考核"]
    assert [row[list(table.columns).index("left_title")] for row in table.rows] == ["编目馆藏古籍", "培训家政服务员"]
    for words in ("清理内河淤泥", "逐年评估考核结果", "扩种红豆三成", "逐项审计账目", "公布目录", "公布书目"):
        assert rows.text.count(words) >= 2, words


def test_the_page_of_many_plans_holds(gathered: Gathered) -> None:
    assert_holds(Elements(pages.matrix_page(*gathered, "zh")))


def test_plans_that_share_nothing_have_a_page(gathered: Gathered) -> None:
    matrix, plans = gathered
    page = Elements(pages.matrix_page(matrix.model_copy(update={"indicators": (), "themes": ()}), plans, "en"))

    assert page.text.count("Nothing matches") == 4
    assert_holds(page)


def test_what_many_plans_say_stays_text(gather: Callable[..., Gathered], plan: Plan, hostile: Plan, shown: str) -> None:
    tame, spoiled = (Elements(pages.matrix_page(*gather(it, it), "zh")) for it in (plan, hostile))

    assert {tag for tag, _ in spoiled.found} == {tag for tag, _ in tame.found}
    assert spoiled.text.count(shown) >= 10
    assert not [name for _, attributes in spoiled.found for name in attributes if name.startswith("on") or name == "style"]
    assert not any("bad" in script for script in spoiled.raw["script"])
    assert_holds(spoiled)


def test_sections_are_weighed_in_their_order(compared: Compared) -> None:
    page = Elements(pages.diff_page(*compared, "zh")).text
    table = page[page.index("数据表") :]

    assert table.index("一、主要目标") < table.index("二、主要任务")


def test_scales_reach_from_the_middle_to_both_sides() -> None:
    bar, other = scales({"甲": (2, 4), "乙": (0, 0)})

    assert [(part.name, part.at, part.size) for part in bar.parts] == [("left", 28, 22), ("right", 50, 44)]
    assert [part.size for part in other.parts] == [0, 0]


# The command


def run(*arguments: str | Path, stdin: bytes = b"", locale: str = "C") -> Any:
    return CliRunner(env={"LC_ALL": locale}).invoke(app(), ["report", *map(str, arguments)], input=stdin)


def test_the_page_goes_to_standard_output_or_into_a_file(seeds: Path, tmp_path: Path) -> None:
    path = tmp_path / "jining.html"

    printed, written = run(seeds / "jining.txt"), run(seeds / "jining.txt", "-o", path)

    assert (printed.exit_code, written.exit_code, written.output) == (0, 0, "")
    assert printed.stdout == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("locale", "arguments", "language"),
    [("zh_CN.UTF-8", [], "zh"), ("C", [], "en"), ("C", ["--lang", "zh"], "zh"), ("zh_CN.UTF-8", ["--lang", "en"], "en")],
)
def test_the_locale_chooses_the_language_unless_it_is_named(
    seeds: Path, locale: str, arguments: list[str], language: str
) -> None:
    assert f'<html lang="{language}">' in run(seeds / "jining.txt", *arguments, locale=locale).stdout


def test_an_extracted_file_gives_the_same_page_as_its_text(seeds: Path) -> None:
    extracted = (seeds.parent / "output" / "jining.json").read_bytes()

    assert run("-", stdin=extracted).stdout == run(seeds / "jining.txt").stdout


def test_a_plan_that_cannot_be_read_gives_one_line_and_no_file(tmp_path: Path) -> None:
    result = run(tmp_path / "none.txt", "-o", tmp_path / "none.html")

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "none.html").exists()

"""The pages as people use them, in a Chromium without a screen.

Playwright drives the Chromium that the system has: its wheel holds all it needs, nothing is downloaded when the tests run, and it
reports console, requests, dialogs and media alike. Where there is no Chromium these tests are skipped; `make browser` installs one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from long_pages import ASK, LINE, LONG
from picture import CHROMIUM
from planparse import Plan, extract, pages, parse
from planparse.comparing.results import PlanDiff, PlanMatrix
from planparse.labels import worded
from planparse.model import Tally
from planparse.reviewing.anchoring import Words
from planparse.reviewing.applying import apply
from planparse.reviewing.edited import decisions_of
from planparse.reviewing.files import review_in
from planparse.reviewing.records import Decision, Neighbours, Review
from planparse.text import Span
from planparse.writers.as_review import as_review

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed; `make browser` does that"),
]

PHONE = {"width": 360, "height": 740}
# What of the interface is still Chinese.
UNSPOKEN = (
    "[...document.querySelectorAll('[data-i]')].filter(e => /\\p{Script=Han}/u.test(e.textContent)).map(e => e.dataset.i)"
)

# What never comes is given up after so many ms; nothing is judged by it, for a machine may be busy.
PATIENCE = 120_000
expect.set_options(PATIENCE)

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for all tests of this file."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, timeout=PATIENCE)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page from disk; in the end it must have asked for nothing else, said nothing on the console and run no dialog."""
    trouble: list[str] = []
    contexts = []

    def open_page(html: str, **settings: Any) -> Page:
        path = tmp_path / "page.html"
        path.write_text(html, "utf-8")
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.on("request", lambda request: trouble.append(request.url) if request.url != path.as_uri() else None)
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.fixture(scope="module")
def report() -> str:
    """The report of a real plan."""
    return pages.report(extract(Path(__file__).parent.parent / "seeds" / "jining.txt"), "zh")


def row(page: Page, text: str) -> Locator:
    return page.locator("[data-rows=targets] a", has_text=text).first


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent"))


def painted(page: Page, name: str) -> list[str]:
    """The words that are painted over the text."""
    words = """name => [...CSS.highlights.get(name)].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return String(range);
    })"""
    found: list[str] = page.evaluate(words, name)
    return found


def has_room(page: Page) -> bool:
    """Whether nothing reaches beyond the screen's right edge."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_a_target_leads_to_its_words_and_back(opened: Open, report: str) -> None:
    page = opened(report)
    target = row(page, "县域内患者就诊率")

    target.click()

    words = page.locator(".prose .hit")
    expect(words).to_have_text("县域内患者就诊率力争在90%左右")
    expect(words).to_be_in_viewport()
    assert focused(page) == "县域内患者就诊率力争在90%左右"

    words.click()

    expect(target).to_be_focused()
    expect(target).to_be_in_viewport()
    expect(page.locator(".rows .hit")).to_contain_text("县域内患者就诊率")


def test_words_that_two_targets_share_lead_back_to_the_one_that_one_came_from(opened: Open, plan: Plan) -> None:
    first, second = plan.targets
    twin = second.model_copy(update={"span": first.span})
    page = opened(pages.report(plan.model_copy(update={"targets": (first, twin)}), "zh"))

    for target in (twin, first):
        row(page, target.indicator).click()
        expect(page.locator(".prose :focus")).to_have_count(1)
        page.keyboard.press("Enter")
        expect(page.locator(f"#row-{target.id}")).to_be_focused()


def test_measures_lead_to_their_place(opened: Open, report: str) -> None:
    page = opened(report)

    page.locator("[data-rows=measures] a", has_text="发挥县级医院龙头作用").click()

    expect(page.locator(".prose > :target")).to_contain_text("3.发挥县级医院龙头作用")
    expect(page.locator(".prose > :target")).to_be_in_viewport()


def test_filters_narrow_targets_and_the_measures_that_hold_them(opened: Open, report: str) -> None:
    page = opened(report)
    state = page.get_by_role("status")
    expect(state).to_have_text("目标 48 / 48 · 举措 31 / 31")

    page.get_by_role("combobox", name="类别").select_option("rank")

    expect(state).to_have_text("目标 2 / 48 · 举措 2 / 31")
    assert page.locator("[data-rows=targets] .tag").all_text_contents() == ["排名", "排名"]

    page.get_by_role("combobox", name="到期年份").select_option("none")
    expect(state).to_have_text("目标 1 / 48 · 举措 1 / 31")
    page.get_by_role("combobox", name="牵头单位").select_option("市财政局")
    expect(state).to_have_text("目标 0 / 48 · 举措 0 / 31")
    expect(page.locator("[data-empty=targets]")).to_be_visible()

    page.get_by_role("button", name="清除筛选").click()

    expect(state).to_have_text("目标 48 / 48 · 举措 31 / 31")
    expect(page.get_by_role("combobox", name="类别")).to_have_value("")


def test_a_target_that_was_filtered_away_comes_back_when_its_words_are_clicked(opened: Open, report: str) -> None:
    page = opened(report)
    page.get_by_role("combobox", name="类别").select_option("rank")

    page.locator(".prose a.t", has_text="县域内患者就诊率").click()

    expect(row(page, "县域内患者就诊率")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("目标 48 / 48 · 举措 31 / 31")


def test_search_finds_rows_and_words_and_leads_through_them(opened: Open, report: str) -> None:
    page = opened(report)

    page.get_by_role("searchbox").fill("村卫生室")

    expect(page.get_by_role("status")).to_contain_text("目标 3 / 48")
    hits = page.evaluate("document.querySelector('.prose').textContent.split('村卫生室').length - 1")
    expect(page.get_by_role("status")).to_contain_text(f"原文 {hits} 处")
    assert painted(page, "found") == ["村卫生室"] * hits

    page.keyboard.press("Enter")
    assert painted(page, "current") == ["村卫生室"]
    first = page.evaluate("scrollY")
    page.get_by_role("button", name="下一处").click()
    assert page.evaluate("scrollY") >= first > 0


def test_the_language_is_switched_and_the_plan_stays_as_it_is(opened: Open, report: str) -> None:
    page = opened(report)
    page.get_by_role("combobox", name="类别").select_option("rank")
    text = page.locator(".prose").text_content()

    page.get_by_role("button", name="English").click()

    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.get_by_role("status")).to_have_text("targets 2 of 48 · measures 2 of 31")
    expect(page.get_by_role("combobox", name="Kind")).to_have_value("rank")
    expect(page.get_by_role("searchbox", name="Search targets, measures and text")).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("[data-rows=targets] .tag").last).to_have_text("coverage")
    assert page.locator(".prose").text_content() == text
    assert page.locator(".prose").get_attribute("lang") == "zh"
    assert page.evaluate(UNSPOKEN) == ["language"]

    page.get_by_role("button", name="中文").click()
    assert page.locator("html").get_attribute("lang") == "zh"


def test_by_keyboard_alone(opened: Open, report: str) -> None:
    page = opened(report)

    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    target = page.locator("[data-rows=targets] a").first
    expect(target).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("a.t:focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(target).to_be_focused()


def test_the_rows_and_marks_of_a_hostile_plan_are_text(opened: Open, hostile: Plan, shown: str) -> None:
    page = opened(pages.report(hostile, "zh"))

    page.locator("[data-rows=targets] a").first.click()
    page.get_by_role("searchbox").fill("<script>")
    page.get_by_role("button", name="English").click()

    expect(page.locator("h1")).to_have_text(shown)
    expect(page.locator(".prose p").first).to_have_text(shown)
    expect(page.get_by_role("status")).to_have_text("targets 2 of 2 · measures 1 of 1 · 1 hits in the text")
    assert page.evaluate("window.bad") is None
    assert page.locator("img").count() == 0


def test_a_script_that_got_in_would_not_run(browser: Browser, plan: Plan) -> None:
    """Escaping is not all that stands between a plan and its reader: the page's policy holds by itself."""
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))

    page.set_content(
        pages.report(plan, "zh").replace("</main>", "<script>bad = 1</script><img src=x onerror='bad = 1'></main>")
    )

    page.wait_for_timeout(100)
    assert page.evaluate("window.bad") is None
    assert len(refused) >= 2
    assert all("Content Security Policy" in message for message in refused)
    page.close()


def test_a_phone_needs_no_sideways_scrolling(opened: Open, report: str, hostile: Plan) -> None:
    for html in (report, pages.report(hostile, "en")):
        page = opened(html, viewport=PHONE, is_mobile=True, has_touch=True)
        assert has_room(page)
        page.locator("[data-rows=targets] a").last.tap()
        expect(page.locator("a.t:focus")).to_be_in_viewport()
        assert has_room(page)


def test_on_paper_there_are_marks_but_no_controls(opened: Open, report: str) -> None:
    page = opened(report)
    page.emulate_media(media="print")

    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.locator("#language")).to_be_hidden()
    background = "getComputedStyle(document.querySelector('.prose .target')).backgroundColor"
    assert page.evaluate(background) not in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert page.pdf().startswith(b"%PDF")


def test_dark_rooms_get_a_dark_page(opened: Open, report: str) -> None:
    light, dark = (
        opened(report, color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    )

    assert light != dark


def test_without_its_script_the_page_can_be_read(opened: Open, report: str) -> None:
    page = opened(report, java_script_enabled=False)

    row(page, "县域内患者就诊率").click()

    expect(page.locator(".prose a.t", has_text="县域内患者就诊率")).to_be_in_viewport()
    expect(page.get_by_role("searchbox")).to_be_hidden()


@pytest.mark.parametrize("name", LONG)
def test_a_page_with_much_in_it_is_filtered_like_any(opened: Open, name: str) -> None:
    made, choices = LONG[name]
    page = opened(made(0.2))  # what it costs is another question, that of `make bench`
    state = page.get_by_role("status")
    said = [state.inner_text()]

    for choice in choices:
        page.evaluate(ASK, choice)
        said.append(state.inner_text())

    assert len({*said}) > 1
    assert said[-1] == said[0]


# The review

NOTHING = Review(decisions=())
# What of the controls of the review is Chinese, though it is no word of the plan.
HAN_IN_CONTROLS = """[...document.querySelectorAll("#review :is(button:not(.pick), label, dt, .status, .doubt, #left)")]
    .map(element => element.textContent).filter(text => /\\p{Script=Han}/u.test(text))"""
# What is decided, in the queue, in the lists, and over the text.
DECIDED = """() => {
    const count = selector => ["accepted", "changed", "removed", "added"].map(
        status => document.querySelectorAll(`${selector}[data-status=${status}]:not([hidden])`).length);
    return [count("#queue li"), count("[data-rows=targets] li"), [...["accepted", "changed", "removed", "added"]].map(
        status => CSS.highlights.get(status).size)];
}"""


@pytest.fixture(scope="module")
def sample() -> Plan:
    return extract(Path(__file__).parent.parent / "seeds" / "jining.txt")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def retype(page: Page, words: str) -> None:
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def saved(page: Page) -> Review:
    """The review file that the page gives for its key."""
    with page.expect_download() as download:
        page.keyboard.press("s")
    assert download.value.suggested_filename == "济宁.review.yaml"
    return review_in(download.value.path().read_bytes(), "saved")


def test_a_plan_is_reviewed_by_keys_alone_and_the_file_applies(opened: Open, sample: Plan) -> None:
    # The least sure comes first: a range, whatever the weights say.
    asked = next(target for target in sample.targets if target.value_max == 3 and target.doubts)
    sample = sample.model_copy(
        update={
            "targets": tuple(one.model_copy(update={"confidence": 0.1}) if one is asked else one for one in sample.targets)
        }
    )
    page = opened(pages.report(sample, "zh", NOTHING, "济宁"))
    left, fault = page.locator("#left"), page.locator("#card .fault")
    first, second, *_ = sorted(sample.targets, key=lambda target: target.confidence or 0)
    expect(left).to_have_text("还剩 48 条，共 48 条")
    expect(page.locator("#card-title")).to_contain_text(first.indicator)
    expect(page.locator(".sure .doubt").first).to_have_text(worded("doubts", first.doubts[0], "zh"))
    assert painted(page, "now") == [first.quote]

    press(page, "e", "Tab", "Tab")
    retype(page, "４")  # as an input method writes it
    press(page, "Enter")
    expect(fault).to_have_text("上限须不小于目标值")
    retype(page, "5")
    press(page, "Tab")
    retype(page, "百分之")
    press(page, "Enter")
    expect(fault).to_have_text("单位请写作 %")
    retype(page, "所")
    press(page, "Tab")
    retype(page, "2030-12-31")
    press(page, "Enter", "x", "u", "x", "p", "p", "m")
    page.keyboard.type("量过")
    press(page, "Enter", "n", "n", *"a" * 46)
    expect(left).to_have_text("48 条全部看过 · 已认可 46 · 已修改 1 · 已删去 1")
    press(page, "i")
    page.keyboard.type("没有这句话")
    press(page, "Tab")
    page.keyboard.type("床位")
    press(page, "Enter")
    expect(fault).to_have_text("原文中没有这些字")
    retype(page, "优化医疗 资源布局")
    press(page, "Tab", "Tab", "Tab")
    page.keyboard.type("7")
    press(page, "Enter")
    done = "49 条全部看过 · 已认可 46 · 已修改 1 · 已删去 1 · 人工增加 1"
    expect(left).to_have_text(done)
    assert page.evaluate(DECIDED) == [[46, 1, 1, 1]] * 3
    review = saved(page)

    page.reload()

    expect(left).to_have_text(done)
    assert page.evaluate(DECIDED) == [[46, 1, 1, 1]] * 3
    assert saved(page) == review
    put_on = apply(sample, review)
    assert put_on.lost == put_on.remarks == []
    assert put_on.plan.reviewed
    assert put_on.plan.reviewed.targets == Tally(looked_at=49, accepted=46, changed=1, added=1, removed=1, open=0)
    (changed,) = (target for target in put_on.plan.targets if target.review and target.review.status == "changed")
    assert (changed.value, changed.value_max, changed.unit, str(changed.due)) == (4, 5, "所", "2030-12-31")
    assert changed.review
    assert changed.review.note == "量过"
    assert [one.quote for one in put_on.plan.removed] == [second.quote]
    # The same as planparse makes of hand edits.
    page_made, hand_made = (
        [one.model_dump(exclude={"at"}) for one in made.decisions if one.do != "add"]
        for made in (review, decisions_of(put_on.plan, sample))
    )
    assert page_made == hand_made

    page.get_by_role("button", name="English").click()
    expect(left).to_have_text("all 49 reviewed · accepted 46 · changed 1 · removed 1 · added 1")
    assert page.evaluate(UNSPOKEN) == ["language"]
    assert page.evaluate(HAN_IN_CONTROLS) == []


def opened_review(page: Page, text: str) -> str:
    """Paste a review file; gives what the page says against it, or how much it has read."""
    page.keyboard.press("o")
    page.locator("#pasted").fill(text)
    page.get_by_role("button", name="读入", exact=True).click()
    fault = page.locator("#load-fault")
    if page.locator("#loading").is_visible():
        said = fault.inner_text()
        page.keyboard.press("Escape")
        return said
    return page.locator("#told").inner_text()


WORDS = [
    "null",
    "on",
    "1e5",
    "0123",
    "a: b",
    "# c",
    "it's “so”",
    '"',
    "\\",
    "两行\n三行",
    "\u2028\u0085\ufeff",
    "😀",
    "- x",
    "{y}",
    " z ",
]
BLOCK = """
# by hand
plan:
  title: 甲
decisions:
- on: target
  quote: '县域内住院率 达到90%以上'
  do: change
  field: value
  now: 91
-
  on: deadline
  quote: 到2025年
  do: accept
"""


def test_all_kinds_are_reviewed_and_what_was_saved_is_read_back(opened: Open, plan: Plan) -> None:
    text = f"😀{plan.text}".replace("一、主要", "各市(区)推进一批，各县(区)推进一批。\n一、主要")
    wide = parse(text, "甲市.txt")
    page = opened(pages.report(wide, "zh", NOTHING, "济宁"))
    left, told = page.locator("#left"), page.locator("#told")
    assert painted(page, "now") == [min(wide.targets, key=lambda target: target.confidence or 0).quote]

    press(page, "a", "a", "2", "e", "Tab", "ArrowDown", "Enter", "3", "a", "e", "ArrowUp", "Enter", "4", "e", "Tab", "Tab")
    retype(page, "2026-02-30")
    press(page, "Enter")
    expect(page.locator("#card .fault")).to_have_text("止须为日期，如 2025-12-31")
    retype(page, "2026-06-30")
    press(page, "Enter", "5", *"a" * 11)
    expect(left).to_have_text("11 条全部看过 · 已认可 11")
    press(page, "5", "e")
    retype(page, "改过的标题")
    press(page, "Enter")
    review = saved(page)
    expect(told).to_contain_text(f"含 {len(review.decisions)} 项决定")
    done = apply(wide, review)
    assert done.lost == done.remarks == []
    assert done.plan.reviewed
    assert [getattr(done.plan.reviewed, name).open for name in ("targets", "measures", "units", "deadlines")] == [0] * 4
    (measure,) = done.plan.measures
    assert measure.kind == "safeguard"
    assert [unit.role for clause in measure.responsibilities for unit in clause.units] == ["lead", "lead"]
    assert str(done.plan.deadlines[0].end) == "2026-06-30"
    assert done.plan.metadata.title == "改过的标题"

    def noted(number: int, note: str) -> Decision:
        return review.decisions[number].model_copy(update={"note": note})

    notes = [noted(number % len(review.decisions), note.strip()) for number, note in enumerate(WORDS)]
    written = as_review(Review(plan=review.plan, decisions=tuple(notes))).decode()
    assert opened_review(page, written) == f"读入 {len(notes)} 项决定。"
    again = saved(page)
    last = {one.anchor if one.on != "metadata" else one.field: one.note for one in notes}
    assert {one.anchor if one.on != "metadata" else one.field: one.note for one in again.decisions if one.note} == last
    press(page, "u")
    assert saved(page) == review

    assert opened_review(page, BLOCK) == "读入 2 项决定。"
    assert opened_review(page, review.model_dump_json()) == f"读入 {len(review.decisions)} 项决定。"
    second = Span(text.rindex("推进一批"), text.rindex("推进一批") + 4)
    before, after = Words(wide).around(second)
    around = Neighbours(before=before, after=after)  # in one width of brackets, as planparse reads
    addition = Decision(on="target", quote="推进一批", neighbours=around, do="add", values={"indicator": "项目"})
    opened_review(page, Review(decisions=(addition,)).model_dump_json())
    (added,) = (one for one in saved(page).decisions if one.do == "add")
    assert added.neighbours
    assert added.neighbours.after == after
    lost = '{"decisions": [{"on": "target", "quote": "没有这句话", "do": "remove"}]}'
    assert opened_review(page, lost) == "读入 1 项决定。 有 1 项决定所指的条目不在本页，会原样写回审阅文件。"
    assert saved(page).decisions[0].quote == "没有这句话"

    other = page.context.new_page()
    other.goto(page.url)
    press(other, "1", "x")
    press(page, "2", "x")
    page.reload()
    assert {one.on for one in saved(page).decisions if one.do == "remove"} == {"target", "measure"}
    assert "没有这句话" in {one.quote for one in saved(page).decisions}


def test_junk_is_refused_in_a_line_and_nothing_is_lost(opened: Open, plan: Plan) -> None:
    page = opened(pages.report(plan, "zh", NOTHING, "济宁"))
    page.context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    page.reload()
    press(page, "a", "x")
    expect(page.locator("#unkept")).to_be_visible()
    before = saved(page)
    one = '{{"decisions": [{{"on": "target", "quote": "县域内住院率", "do": "accept", {}}}]}}'

    for junk, said in (
        ("", "不是审阅文件：应有 decisions 列表"),
        ("随便一段话", "第 1 行：不是审阅文件的写法"),
        ("decisions: 3", "不是审阅文件：应有 decisions 列表"),
        ("decisions:\n- {on: target", "第 2 行：不是审阅文件的写法"),
        ("decisions:\n- on: target\n    do: accept", "第 3 行：不是审阅文件的写法"),
        ("decisions:\n- &a {on: target}", "第 2 行：不是审阅文件的写法"),
        ("decisions:\n- " + "[" * 100_000, "第 2 行：不是审阅文件的写法"),
        ("decisions:\n- '" + "'" * 100_000 + "x", "第 2 行：不是审阅文件的写法"),
        ("{" * 100_000, "不是审阅文件：应有 decisions 列表"),
        ("decisions: [{}]", "第 1 项决定：on 不对"),
        (one.format('"by": "<img src=x onerror=\'bad=1\'>"').replace("accept", "<b>"), "第 1 项决定：do 不对"),
        (one.format('"id": 3'), "第 1 项决定：id 不对"),
        (one.format('"__proto__": {"do": "remove"}'), "第 1 项决定：__proto__ 不对"),
        (one.format('"values": {"unit": 5}'), "第 1 项决定：values 不对"),
        (one.format('"at": "昨天"'), "第 1 项决定：at 不对"),
        (one.format('"field": "due", "now": "2025-02-30"').replace("accept", "change"), "第 1 项决定：now 不对"),
    ):
        assert opened_review(page, junk) == said, junk[:80]

    assert saved(page) == before
    assert page.evaluate("window.bad") is None


def test_what_is_added_is_selected_or_typed_and_stands_beside_what_was_read(opened: Open, plan: Plan) -> None:
    page = opened(pages.report(plan, "zh", NOTHING, "济宁"))
    page.locator(".prose .target").first.evaluate(
        "words => getSelection().setBaseAndExtent(words.firstChild, 4, words.firstChild, 8)"
    )
    page.get_by_role("button", name="增加").click()
    expect(page.locator("[name=quote]")).to_have_value("院率达到")
    press(page, "Enter")
    expect(page.locator("#card .fault")).to_have_text("指标不能为空")
    page.keyboard.type("甲")
    press(page, "Enter", "i")
    for name, value in (("乙", "5"), ("丙", "6")):  # in the words of what was read, and of each other
        page.keyboard.type("建成区域医疗中心1—3家")
        press(page, "Tab")
        page.keyboard.type(name)
        press(page, "Tab", "Tab")
        page.keyboard.type(value)
        press(page, "Enter", "i")
    press(page, "Escape")
    review = saved(page)
    assert [(one.quote, (one.values or {})["indicator"]) for one in review.decisions] == [
        ("院率达到", "甲"),
        ("建成区域医疗中心1—3家", "乙"),
        ("建成区域医疗中心1—3家", "丙"),
    ]
    page.reload()
    assert saved(page) == review
    assert painted(page, "added") == [one.quote for one in review.decisions]
    done = apply(plan, review)
    assert done.lost == []
    assert [target.indicator for target in done.plan.targets] == ["县域内住院率", "甲", "区域医疗中心", "乙", "丙"]

    later = opened(pages.report(done.plan, "zh", review, "济宁"))
    later.evaluate("localStorage.clear()")
    later.reload()
    assert apply(plan, saved(later)).plan == done.plan
    assert later.evaluate(DECIDED) == [[0, 0, 0, 3]] * 3
    press(later, "1", "p", "x")
    assert len(saved(later).decisions) == 2

    press(page, "1", "p", "x")
    assert len(saved(page).decisions) == 2
    page.get_by_role("button", name="浏览").click()
    expect(page.locator("[data-rows=targets] li[data-status=added]")).to_have_count(2)
    expect(page.locator("#queue")).to_be_hidden()


# What a key changes in the page: the elements that come and go, and the attributes and words that change.
WORK = """key => new Promise(done => {
    let work = 0;
    const observer = new MutationObserver(records => {
        for (const { type, addedNodes, removedNodes } of records)
            work += type !== "childList" ? 1 : [...addedNodes, ...removedNodes].reduce(
                (sum, node) => sum + 1 + (node.querySelectorAll?.("*").length ?? 0), 0);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    setTimeout(() => { observer.disconnect(); done(work); });
})"""


def test_a_key_is_as_little_work_among_a_thousand_targets_as_among_a_few(opened: Open) -> None:
    few = parse("甲市实施方案\n一、主要目标\n" + "".join(LINE.format(n, n, n, n) for n in range(1, 6)))
    many = parse("甲市实施方案\n一、主要目标\n" + "".join(LINE.format(n, n, n, n) for n in range(1, 501)))
    assert len(many.targets) == 1000
    work = []
    for read in (few, many):
        page = opened(pages.report(read, "zh", NOTHING))
        work.append([page.evaluate(WORK, key) for key in "aaxneu"])

    assert work[0] == work[1]
    assert max(work[1]) < 150


def test_a_hostile_plan_is_reviewed_as_any(opened: Open, hostile: Plan) -> None:
    page = opened(pages.report(hostile, "zh", NOTHING, "济宁"), viewport=PHONE)

    press(page, "a", "e", "Enter", "i", "Escape", "3", "a", "x")

    assert has_room(page)
    assert {one.quote for one in saved(page).decisions} == {
        *(target.quote for target in hostile.targets),
        *(unit.name for measure in hostile.measures for clause in measure.responsibilities for unit in clause.units),
    }
    assert page.evaluate("window.bad") is None
    assert page.locator("img").count() == 0


# Two plans

Compared = tuple[PlanDiff, Plan, Plan]


def test_a_pair_brings_both_words_into_view(opened: Open, compared: Compared) -> None:
    page = opened(pages.diff_page(*compared, "zh"))
    value = page.locator("[data-rows=pairs] .right a").first

    value.click()

    for side, words in (("left", "县域内住院率达到90%以上"), ("right", "县域内住院率力争达到85%以上")):
        expect(page.locator(f".pane.{side} .hit")).to_have_text(words)
        expect(page.locator(f".pane.{side} .hit")).to_be_in_viewport()
    assert focused(page) == "县域内住院率力争达到85%以上"

    page.keyboard.press("Enter")

    expect(value).to_be_focused()
    expect(value).to_be_in_viewport()


def test_a_pair_of_targets_leads_to_its_measures_and_they_to_their_place(opened: Open, compared: Compared) -> None:
    page = opened(pages.diff_page(*compared, "zh"))

    page.get_by_role("link", name="对应举措").click()

    answer = page.locator("[data-rows=answers] li:target")
    expect(answer).to_be_in_viewport()
    answer.get_by_text("展开原文").first.click()
    expect(answer.locator("details p").first).to_be_visible()
    answer.get_by_role("link", name="打造区域医疗中心").first.click()
    expect(page.locator(".pane.right :target")).to_be_in_viewport()


def test_pairs_are_filtered_by_verdict_relation_and_leads(opened: Open, compared: Compared) -> None:
    page = opened(pages.diff_page(*compared, "zh"))
    state = page.get_by_role("status")
    expect(state).to_have_text("目标对 2 / 2 · 举措对 1 / 1 · 独有 甲市 2 / 2 乙市 2 / 2")

    for name, value, shown in (
        ("判断", "left_stricter", "目标对 1 / 2 · 举措对 0 / 1 · 独有 甲市 0 / 2 乙市 0 / 2"),
        ("判断", "right_stricter", "目标对 1 / 2 · 举措对 1 / 1 · 独有 甲市 0 / 2 乙市 0 / 2"),
        ("判断", "right_only", "目标对 0 / 2 · 举措对 0 / 1 · 独有 甲市 0 / 2 乙市 2 / 2"),
        ("关系", "same", "目标对 2 / 2 · 举措对 1 / 1 · 独有 甲市 0 / 2 乙市 0 / 2"),
        ("牵头部门", "other", "目标对 1 / 2 · 举措对 1 / 1 · 独有 甲市 0 / 2 乙市 0 / 2"),
    ):
        page.get_by_role("combobox", name=name).select_option(value)
        expect(state).to_have_text(shown)
        page.get_by_role("button", name="清除筛选").click()


def test_two_plans_are_searched_at_once(opened: Open, compared: Compared) -> None:
    page = opened(pages.diff_page(*compared, "zh"))

    page.get_by_role("searchbox").fill("养老")

    expect(page.get_by_role("status")).to_have_text("目标对 0 / 2 · 举措对 0 / 1 · 独有 甲市 0 / 2 乙市 2 / 2 · 原文 2 处")
    page.keyboard.press("Enter")
    expect(page.locator(".pane.right [id^=at-]", has_text="完善养老服务")).to_be_in_viewport()


def test_two_plans_in_either_language(opened: Open, compared: Compared) -> None:
    page = opened(pages.diff_page(*compared, "zh"))
    reason = page.locator("[data-rows=pairs] .why").first
    assert reason.inner_text() == "同一指标：甲市≥90%严于乙市≥85%"

    page.get_by_role("button", name="English").click()

    assert "甲市 ≥90% is stricter than 乙市 ≥85%" in reason.inner_text()
    assert page.locator("[data-rows=pairs] .verdict b").all_inner_texts() == ["甲市 is stricter", "乙市 is stricter"]


def test_two_plans_fit_a_phone_and_paper(opened: Open, compared: Compared) -> None:
    page = opened(pages.diff_page(*compared, "en"), viewport=PHONE, is_mobile=True, has_touch=True)

    assert has_room(page)
    page.locator("[data-rows=pairs] a").first.tap()
    expect(page.locator("a.t:focus")).to_be_in_viewport()
    page.emulate_media(media="print")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")


# Many plans

Gathered = tuple[PlanMatrix, tuple[Plan, ...]]
EVERY = "指标 2 / 2 · 主题 1 / 1 · 仅一份有：目标 3 / 3、举措 4 / 4"


def column_heads(page: Page, name: str) -> list[str]:
    """The plans that a table has columns of."""
    return page.locator(f".sheet:has([data-rows={name}]) thead th[data-plan] b").all_inner_texts()


def test_a_value_of_many_leads_to_its_words_and_back(opened: Open, gathered: Gathered) -> None:
    page = opened(pages.matrix_page(*gathered, "zh"))
    value = page.locator("[data-rows=indicators] summary", has_text="≥80%")
    words = page.locator("[data-rows=indicators] q", has_text="县域内住院率力争达到80%以上")
    expect(words).to_be_hidden()

    value.focus()
    page.keyboard.press("Enter")

    expect(words).to_be_in_viewport()
    expect(value).to_be_focused()

    page.keyboard.press("Enter")

    expect(words).to_be_hidden()


def test_rows_of_many_plans_are_filtered_and_searched(opened: Open, gathered: Gathered) -> None:
    page = opened(pages.matrix_page(*gathered, "zh"))
    state = page.get_by_role("status")
    expect(state).to_have_text(EVERY)

    for name, value, shown in (
        ("见于几份规划", "2", "指标 2 / 2 · 主题 1 / 1 · 仅一份有：目标 0 / 3、举措 0 / 4"),
        ("见于几份规划", "3", "指标 2 / 2 · 主题 0 / 1 · 仅一份有：目标 0 / 3、举措 0 / 4"),
        ("类别", "level", "指标 1 / 2 · 主题 0 / 1 · 仅一份有：目标 0 / 3、举措 0 / 4"),
    ):
        page.get_by_role("combobox", name=name).select_option(value)
        expect(state).to_have_text(shown)
        page.get_by_role("button", name="清除筛选").click()
    page.get_by_role("searchbox").fill("托育")
    expect(state).to_have_text("指标 0 / 2 · 主题 0 / 1 · 仅一份有：目标 1 / 3、举措 1 / 4")
    page.get_by_role("button", name="清除筛选").click()
    expect(state).to_have_text(EVERY)


def test_one_chooses_among_many_plans(opened: Open, gathered: Gathered) -> None:
    page = opened(pages.matrix_page(*gathered, "zh"))
    assert len(column_heads(page, "indicators")) == 3
    assert len(column_heads(page, "themes")) == 2  # the first has no such measure

    page.get_by_text("选择规划").first.click()
    page.get_by_role("checkbox").nth(2).uncheck()

    assert len(column_heads(page, "indicators")) == 2
    assert len(column_heads(page, "themes")) == 1
    expect(page.get_by_role("status")).to_have_text("指标 2 / 2 · 主题 1 / 1 · 仅一份有：目标 2 / 3、举措 3 / 4")
    page.get_by_role("combobox", name="见于几份规划").select_option("3")
    expect(page.locator("[data-empty=indicators]")).to_be_visible()
    page.get_by_role("button", name="无", exact=True).click()
    expect(page.locator(".chooser summary")).to_have_text("选择规划 0 / 3")
    page.get_by_role("button", name="清除筛选").click()
    expect(page.get_by_role("status")).to_have_text(EVERY)


def test_many_plans_in_either_language(opened: Open, gathered: Gathered) -> None:
    page = opened(pages.matrix_page(*gathered, "zh"))

    page.get_by_role("button", name="English").click()

    expect(page.get_by_role("status")).to_contain_text("indicators 2 of 2 · themes 1 of 1")
    expect(page.get_by_role("combobox", name="In how many plans")).to_be_visible()
    assert page.evaluate(UNSPOKEN) == ["language"]


def test_many_hostile_plans_are_text(opened: Open, gather: Callable[..., Gathered], hostile: Plan) -> None:
    page = opened(pages.matrix_page(*gather(hostile, hostile), "zh"), viewport=PHONE)

    page.locator("[data-rows=indicators] summary").first.click()
    page.get_by_role("searchbox").fill("<script>")

    expect(page.get_by_role("status")).to_contain_text("指标 1 / 1 · 主题 1 / 1")
    assert page.evaluate("window.bad") is None
    assert page.locator("img").count() == 0
    assert has_room(page)


def test_many_plans_fit_a_phone_and_paper(opened: Open, gathered: Gathered) -> None:
    page = opened(pages.matrix_page(*gathered, "en"), viewport=PHONE, is_mobile=True, has_touch=True)

    assert has_room(page)
    sheet = page.locator(".sheet").first
    sheet.evaluate("sheet => sheet.scrollBy(200, 0)")
    about = sheet.locator("tbody th").first.bounding_box()
    box = sheet.bounding_box()
    assert about
    assert box
    assert abs(about["x"] - box["x"]) <= 1, "what a row is about stays in sight"
    page.emulate_media(media="print")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")


def test_without_its_script_the_tables_can_be_read(opened: Open, gathered: Gathered) -> None:
    page = opened(pages.matrix_page(*gathered, "zh"), java_script_enabled=False)

    page.locator("[data-rows=indicators] summary").first.click()

    expect(page.locator("[data-rows=indicators] q").first).to_be_visible()
    expect(page.locator("[data-more]").first).to_be_hidden()


def test_of_hundreds_of_rows_a_hundred_are_shown_at_once(opened: Open) -> None:
    page = opened(LONG["a hundred plans"].made(0.2))
    rows = page.locator("[data-rows=indicators] tr")
    before = rows.count()

    page.get_by_role("button", name="再显示一些").first.click()

    assert (before, rows.count()) == (50, 100)

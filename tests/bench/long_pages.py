"""How long the pages of long plans take in Chromium, to load, to be filtered and to be reviewed in.

python tests/bench/long_pages.py            # the figures
python tests/bench/long_pages.py --check    # exit 1 where one misses its bound
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from bounds import Row, status
from picture import CHROMIUM
from planparse import Plan, pages, parse
from planparse.citing import Input
from planparse.comparing.results import IndicatorRow, IndicatorTarget, PlanDiff, PlanMatrix, PlanSummary
from planparse.reviewing.records import Review

SEED = Path(__file__).resolve().parents[2] / "seeds" / "jining.txt"
LINE = "{}.任务{}。到2025年，第{}项住院率达到90%以上，建成中心{}家。（责任单位：市卫生健康委、市财政局）\n"
# What one waits for without noticing, in ms; on a machine that is not busy, less than half is measured.
LOADED, FILTERED, DECIDED = 1500, 200, 200

# Asks a filter and gives the time until the page is laid out anew.
ASK = """([name, value]) => {
    const select = document.querySelector(`[name=${name}]`), begin = performance.now();
    select.value = value;
    select.dispatchEvent(new Event("change"));
    document.body.offsetHeight;
    return performance.now() - begin;
}"""

# Presses a key, and gives the same.
PRESS = """key => {
    const begin = performance.now();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    document.body.offsetHeight;
    return performance.now() - begin;
}"""


class LongPage(NamedTuple):
    """A page with much in it: how it is made, whole or a share of it, and what is chosen on it; in the end all is shown again."""

    made: Callable[[float], str]
    choices: tuple[tuple[str, str], ...]


def report_of_a_long_plan(share: float) -> str:
    """A plan of a hundred thousand characters."""
    return pages.report(parse(SEED.read_text("utf-8") * round(10 * share)), "zh")


def report_full_of_marks(share: float, review: Review | None = None) -> str:
    """A plan as long in which nearly every word is marked: 3,600 targets."""
    lines = "甲市实施方案\n一、主要目标\n" + "".join(LINE.format(n, n, n, n) for n in range(1, round(1800 * share) + 1))
    return pages.report(parse(lines), "zh", review)


def two_long_plans(share: float) -> str:
    """Two long plans with nothing in common."""
    plan = parse(SEED.read_text("utf-8") * round(5 * share))
    diff = PlanDiff(
        inputs=(Input.of(plan), Input.of(plan)),
        settings={},
        left=PlanSummary.of(plan),
        right=PlanSummary.of(plan),
        measures=(),
        guesses=(),
        measures_left_only=tuple(measure.path for measure in plan.measures),
        measures_right_only=tuple(measure.path for measure in plan.measures),
        measures_left_only_ids=tuple(measure.id for measure in plan.measures),
        measures_right_only_ids=tuple(measure.id for measure in plan.measures),
        targets=(),
        targets_left_only=plan.targets,
        targets_right_only=plan.targets,
    )
    return pages.diff_page(diff, plan, plan, "zh")


def a_hundred_plans(share: float) -> str:
    """A hundred plans with thirty targets each, in a thousand rows of three, but for some at both ends."""
    plans = [
        parse(
            f"第{at}市实施方案\n一、主要目标\n"
            + "".join(f"到2025年，项目{at * 10 + n}甲率达到{n + 30}%以上。\n" for n in range(30))
        )
        for at in range(round(100 * share))
    ]
    return pages.matrix_page(by_name(plans), plans, "zh")


def by_name(plans: list[Plan]) -> PlanMatrix:
    """A table in which targets of one indicator make a row."""
    rows: dict[str, list[IndicatorTarget]] = {}
    for at, plan in enumerate(plans):
        for target in plan.targets:
            rows.setdefault(target.indicator, []).append(IndicatorTarget(plan=at, target=target))
    return PlanMatrix(
        inputs=tuple(map(Input.of, plans)),
        settings={},
        plans=tuple(map(PlanSummary.of, plans)),
        indicators=tuple(IndicatorRow(indicator=name, targets=tuple(row)) for name, row in rows.items()),
        themes=(),
    )


_KIND_AND_YEAR = (("kind", "count"), ("due", "2025"), ("kind", ""), ("due", ""))
LONG = {
    "a long plan": LongPage(report_of_a_long_plan, _KIND_AND_YEAR),
    "a plan full of marks": LongPage(report_full_of_marks, _KIND_AND_YEAR),
    "two long plans": LongPage(two_long_plans, (("verdict", "left_only"), ("verdict", ""))),
    "a hundred plans": LongPage(a_hundred_plans, (("least", "3"), ("kind", "level"), ("kind", ""), ("least", ""))),
}


def cost_of_loading(page: Page) -> float:
    """The processor time that the page takes when it is loaded, in ms."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.reload()
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"] * 1000)


def cost_of_choosing(page: Page, choices: tuple[tuple[str, str], ...]) -> float:
    """The time that the slowest choice takes, in ms: of each the least of three, which leaves out what else the machine does."""
    return max(min(float(page.evaluate(ASK, choice)) for _ in range(3)) for choice in choices)


def measured(folder: Path) -> Iterator[Row]:
    """What each page takes."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for name, (made, choices) in LONG.items():
            path = folder / "page.html"
            path.write_text(made(1), "utf-8")
            page = browser.new_page()
            page.goto(path.as_uri())
            yield f"ms to filter the page of {name}", cost_of_choosing(page, choices), FILTERED, "at most"
            yield "ms to load it", cost_of_loading(page), LOADED, "at most"
            page.close()
        path.write_text(report_full_of_marks(1, Review(decisions=())), "utf-8")
        page = browser.new_page()
        page.goto(path.as_uri())
        yield (
            "ms to accept one of the 3,600 targets of a plan full of marks",
            min(page.evaluate(PRESS, "a") for _ in range(5)),
            DECIDED,
            "at most",
        )
        browser.close()


def main() -> int:
    """Print every figure with its bound; with --check fail where one is missed."""
    if CHROMIUM is None:
        print("no Chromium is installed, so the pages are not timed; `make browser` installs it")
        return 0
    with TemporaryDirectory() as folder:
        return status(measured(Path(folder)))


if __name__ == "__main__":
    sys.exit(main())

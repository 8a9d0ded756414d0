"""Whether cost grows with length alone: 1,200 fragments of plans, each repeated to 20,000 and to 160,000 characters.

Where cost grows with the square of the length, a character that costs more than twice as much in 160,000 as in 20,000 costs a
quarter more in 40,000 than in 5,000 already. So these are tried first, and the long ones only where a fifth is exceeded.

python tests/bench/growth.py [FOLDER]    # fragments of seeds/ and of FOLDER/plans/*.txt, where there are any

A fragment that costs more than twice as much a character when it is repeated eight times as often is a fault: exit status 1. So is
a plan that does when eight times as many of its parts look at each other. Which fragments are drawn is the same each time. `tests/test_growth.py` counts instead of timing, on a few fragments; a clock also
sees what happens inside of one pattern.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import planparse

ROOT = Path(__file__).resolve().parents[2]
LENGTHS = ((5_000, 40_000, 1.2), (20_000, 160_000, 2.0))  # few characters, many, and how much more one may cost of many
MOST = LENGTHS[-1][-1]
ALL = 1_200
# What the rules look at; alone, and any two of them side by side.
MADE = (
    *("7", "12", "1,", "1.5", "2025年", "到2025年底，", "90%以上", "3家", "九", "二十", "第", "每", "各", "全部", "约", "至"),
    *(" ", "  ", "   ", "\u3000", "\u3000\u3000", "\t", " \t", "|", "| ", "\n", "\f", "\r\n", "\xa0", "—", "-", "……", "…", "·"),
    *("，", "、", "；", "：", "。", "！", ".", ",", "“", "”", "《", "》", "（", "）", "()", "（）", "《》", "“”", "〔2024〕2号", '"', "(", "【"),
    *("一、", "（一）", "1.", "1.1", "（1）", "①", "第一章", "第十条", "一是", "附件1：\n", "附件", "1）", "序号\n", "序号\t任务\t责任单位\n"),
    *("责任单位：", "（责任单位：", "牵头", "负责", "配合单位：", "市财政局", "市财政局、", "市、县", "和", "与", "及", "等", "各县、区人民政府"),
    *("达到", "建成", "新增", "实现全覆盖", "分别", "力争", "其中", "比", "从", "以上", "不低于", "提高", "用3年时间", "年内", "每年"),
    *("关于", "的通知", "方案", "印发", "发文机关：", "抄送：", "页", "第1页\n", "甲", "a", "http://", "省", "市", "县", "我市", "北京市"),
)  # fmt: skip

# Plans of many parts, which could look at each other: what stands once, and then the parts that are repeated, in turn.
PLANS = {
    "measures and rows that repeat them": (
        ("某市方案\n一、任务\n", "{0}.建设{0}号中心。加快建设。\n"),
        ("任务分工表\n序号\t任务\t责任单位\n", "{0}\t建设{0}号中心\t市财政局\n"),
    ),
    "measures and rows of other tasks": (
        ("某市方案\n一、任务\n", "{0}.建设{0}号中心。加快建设。\n"),
        ("任务分工表\n序号\t任务\t责任单位\n", "{0}\t开展{0}号活动\t市财政局\n"),
    ),
    "targets and clauses of one measure": (("某市方案\n一、任务\n1.建设。", "建成{0}个中心。（责任单位：市财政局）"),),
    "targets behind one time": (("某市方案\n一、任务\n1.建设。到2025年，加快建设。", "建成{0}个中心。"),),
    "targets and times of one clause": (("某市方案\n一、任务\n1.建设。（责任单位：市财政局，", "每年建成{0}个中心，"),),
    "sections below sections": (("某市方案\n", "一、甲{0}\n（一）乙\n1.丙\n（1）丁\n①戊\n"),),
    "indicators of one table": (("某市方案\n一、目标\n指标\t单位\t2025年目标\n", "床位{0}\t张\t{0}\n"),),
    "nouns and numbers of one list": (("某市方案\n一、目标\n1.建设。", "床位{0}、"), ("分别达到", "{0}张、")),
    "citations": (("某市方案\n一、目标\n1.建设。", "按照《某市方案{0}》（某政发〔2020〕{0}号）要求，建成{0}个中心。"),),
    "annexes": (("某市方案\n一、目标\n1.建设。\n", "附件{0}：某市方案{0}\n"), ("", "附件{0}\n某市方案{0}\n1.建设。\n")),
    "heads of pages": (("某市方案\n一、目标\n1.建设。\n", "某市方案\n第{0}段讲服务。\n— {0} —\n\f"),),
}


def plan(name: str, size: int) -> str:
    """One of PLANS with so many characters, or a few less."""
    length = sum(len(part) + 2 for _, part in PLANS[name])
    numbers = range(1, size // length + 1)
    return "".join(once + "".join(part.format(n) for n in numbers) for once, part in PLANS[name])


def repeated(fragment: str, size: int) -> str:
    """The fragment again and again, to so many characters."""
    return fragment * (size // len(fragment))


def fragments(texts: list[str]) -> Iterator[str]:
    """What is repeated: all that is made by hand, pairs of it, and pieces of plans of a character to some lines."""
    yield from MADE
    draw = random.Random(11)
    seen = set(MADE)
    while len(seen) < ALL:
        if draw.random() < 0.3:
            fragment = "".join(draw.sample(MADE, draw.choice((2, 2, 3))))
        else:
            text = draw.choice(texts)
            at = draw.randrange(len(text))
            if draw.random() < 0.3:  # from the beginning of a line or a clause
                at = max(text.rfind(mark, 0, at) for mark in "\n，、") + 1
            fragment = text[at : at + draw.choice((1, 2, 3, 5, 8, 13, 21, 34, 55, 150))]
        if fragment and fragment not in seen:
            seen.add(fragment)
            yield fragment


def cost(text: str, runs: int) -> float:
    """Processor seconds a character, the least of several runs: what else the machine does is left out."""
    least = float("inf")
    for _ in range(runs):
        began = time.process_time()
        planparse.parse(text)
        least = min(least, time.process_time() - began)
    return least / len(text)


def growth(text: Callable[[int], str]) -> tuple[float, float]:
    """How much more a character of a text costs when there are many than when there are few, and what it costs then in µs."""
    for few, many, most in LENGTHS:
        times, dear = _compared(text(few), text(many), most)
        if times <= most:
            break
    return times, dear * 1e6


def _compared(few: str, many: str, most: float) -> tuple[float, float]:
    for runs in (1, 3, 5):  # again, where a disturbance may be the reason
        dear, cheap = cost(many, runs), cost(few, runs)  # what is made on first use counts against it
        if dear <= most * cheap:
            break
    return dear / cheap, dear


def main(folder: Path | None) -> int:
    """Print the fragments whose cost grows most and those that cost most; 1 where one grows too much."""
    paths = sorted((ROOT / "seeds").glob("*.txt"))
    paths += sorted((folder / "plans").glob("*.txt")) if folder else []
    planparse.parse(paths[0].read_text("utf-8"))
    texts = [path.read_text("utf-8") for path in paths]
    works = {name: partial(plan, name) for name in PLANS}
    works |= {repr(fragment): partial(repeated, fragment) for fragment in fragments(texts)}
    found: list[tuple[float, float, str]] = []
    with ProcessPoolExecutor() as pool:
        for name, grown in zip(works, pool.map(growth, works.values()), strict=True):
            found.append((*grown, name))
            if found[-1][0] > MOST:  # at once: all of them take long where much else runs
                print(f"{found[-1][0]:8.2f}  {name}", flush=True)
    print(f"{len(works) - len(PLANS):,} fragments of {len(paths)} plans and made by hand, {len(PLANS)} plans of many parts")
    for title, at in (("Grows most: times the cost a character", 0), ("Costs most: µs a character", 1)):
        print(f"\n{title}")
        for row in sorted(found, key=lambda row: -row[at])[:10]:
            print(f"{row[at]:8.2f}  {row[2]}")
    worst = max(row[0] for row in found)
    print(f"\n{'ok' if worst <= MOST else 'TOO MUCH'}: {worst:.2f} times, at most {MOST:g}")
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))

"""How fast planparse is, as ratios taken in one run: machines are noisy, and a ratio of neighbours is not.

python tests/bench/speed.py            # the figures that README quotes
python tests/bench/speed.py --check    # exit 1 where a figure misses its bound
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import docx
from lxml import etree, html

import planparse
from bounds import status
from planparse import readers

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # jieba still imports pkg_resources
    import jieba

ROOT = Path(__file__).resolve().parents[2]
SEEDS = [ROOT / "seeds" / name for name in ("jining.txt", "bozhou.txt")]
PLANPARSE = Path(sys.executable).parent / "planparse"
JIEBA = (sys.executable, "-W", "ignore", "-c", "import jieba; jieba.initialize()")
TOKENS = ("7", "九", "到2025年", "（", " ", "1,", "90%以上", "市财政局、", "一、", "《", "\n", "（责任单位：")


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def paired(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> float:
    """Median of (ours ÷ theirs) over neighbouring calls."""
    return median(seconds(ours) / seconds(theirs) for _ in range(rounds))


def cold(*ours: str | Path, theirs: Sequence[str | Path] = JIEBA, rounds: int = 7) -> float:
    """The whole command against starting jieba, or another one, each in a process of its own.

    Both are run once before, and may write down what Python compiles, as they do when they are installed.
    """
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}

    def run(command: Sequence[str | Path]) -> None:
        subprocess.run(command, check=True, capture_output=True, env=environment)

    run(ours)
    run(theirs)
    return paired(lambda: run(ours), lambda: run(theirs), rounds)


def many(folder: Path) -> list[Path]:
    """A hundred extracted plans in the folder, each with half of the lines of both samples."""
    draw = random.Random(1)
    lines = [line for path in SEEDS for line in path.read_text("utf-8").splitlines()]
    paths = [folder / f"{number}.json" for number in range(100)]
    for path in paths:
        text = "\n".join(line for line in lines if draw.random() < 0.5)
        path.write_text(planparse.parse(text, path.stem).model_dump_json(), "utf-8")
    return paths


def side_by_side() -> tuple[float, float]:
    """A diff of two extracted plans against starting jieba; comparing a hundred of them against that diff."""
    with TemporaryDirectory() as name:
        paths = many(Path(name))
        seeds = [Path(name) / f"{seed.stem}.json" for seed in SEEDS]
        for seed, path in zip(SEEDS, seeds, strict=True):
            path.write_text(planparse.extract(seed).model_dump_json(), "utf-8")
        diff = (PLANPARSE, "diff", *seeds, "--format", "json")
        return cold(*diff), cold(PLANPARSE, "compare", *paths, "--format", "json", theirs=diff, rounds=3)


def warm() -> float:
    """Cutting both seeds with jieba against reading them to validated JSON: how many times as fast we are."""
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    texts = [path.read_text("utf-8") for path in SEEDS]

    def cut() -> None:
        for text in texts:
            jieba.lcut(text)

    def read() -> None:
        for text in texts:
            planparse.parse(text).model_dump_json()

    cut()
    read()
    return paired(cut, read, 25)


def growth() -> float:
    """Cost a character of 2 MB of plans against one plan."""
    plan = SEEDS[0].read_text("utf-8")
    many = plan * (2_000_000 // len(plan.encode()) + 1)
    one = min(seconds(lambda: planparse.parse(plan).model_dump_json()) for _ in range(9)) / len(plan)
    all_ = min(seconds(lambda: planparse.parse(many).model_dump_json()) for _ in range(2)) / len(many)
    return all_ / one


def forms() -> tuple[float, float]:
    """Reading a long web page against lxml's text of it, and a short Word document against unpacking it and lxml's text, by processor."""
    lines = SEEDS[0].read_text("utf-8").splitlines() * 40
    page = "".join(f'<p style="text-indent:2em"><span>{line}</span></p>' for line in lines).encode()
    page = b"<html><meta charset=utf-8><body><div class=TRS_Editor>" + page + b"</div></body></html>"
    made, document = BytesIO(), docx.Document()
    for line in lines[:20]:
        document.add_paragraph(line)
    document.save(made)

    def unpacked() -> None:
        with ZipFile(made) as archive:
            [*etree.fromstring(archive.read("word/document.xml")).itertext()]

    return (
        spent(lambda: readers.read(page, "x"), 2) / spent(lambda: html.fromstring(page).text_content(), 10),
        spent(lambda: readers.read(made.getvalue(), "x"), 20) / spent(unpacked, 100),
    )


def spent(work: Callable[[], object], times: int) -> float:
    """Processor time of one call; the least of some rounds."""
    work()
    rounds = []
    for _ in range(5):
        start = time.process_time()
        for _ in range(times):
            work()
        rounds.append((time.process_time() - start) / times)
    return min(rounds)


def tokens() -> dict[str, float]:
    """Cost a character of 160,000 characters of one repeated token against 20,000 of it."""
    ratios: dict[str, float] = {}
    for token in TOKENS:
        short, long = (token * (size // len(token)) for size in (20_000, 160_000))
        planparse.parse(short)
        few = min(seconds(lambda text=short: planparse.parse(text).model_dump_json()) for _ in range(3)) / len(short)  # type: ignore[misc]  # mypy does not infer default arguments of lambdas
        many = min(seconds(lambda text=long: planparse.parse(text).model_dump_json()) for _ in range(2)) / len(long)  # type: ignore[misc]  # the same
        ratios[token] = many / few
    return ratios


def main() -> int:
    """Print every figure with its bound; with --check fail where one is missed."""
    two, hundred = side_by_side()
    page, document = forms()
    rows = [
        ("whole command on one plan, cold, ÷ starting jieba", cold(PLANPARSE, "extract", SEEDS[0]), 0.6, "at most"),
        ("diff of two extracted plans, cold, ÷ starting jieba", two, 2.0, "at most"),
        ("compare of 100 extracted plans ÷ diff of two", hundred, 20.0, "at most"),
        ("jieba.lcut ÷ parse to validated JSON, warm", warm(), 3.0, "at least"),
        ("a long web page ÷ lxml's text of it", page, 10, "at most"),
        ("a short Word document ÷ unpacking it and lxml's text", document, 50, "at most"),
        ("cost a character, 2 MB ÷ one plan", growth(), 2.0, "at most"),
    ]
    rows += [
        (f"cost a character, 160,000 ÷ 20,000 of {token!r}", ratio, 2.0, "at most") for token, ratio in tokens().items()
    ]
    return status(rows)


if __name__ == "__main__":
    sys.exit(main())

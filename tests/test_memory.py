"""What an input may take: at most sixty times its size, or it is refused in one line before it takes more."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tracemalloc
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED

import pytest

import hostile_files
import planparse
from planparse import readers, room
from planparse.errors import InputError, NotAPlanError
from planparse.readers import markdown, read
from planparse.readers.web import tree
from planparse.writers.as_json import as_json

pytestmark = pytest.mark.slow  # memory is traced

MOST = 60  # times the input
SIZE = 8_000
SAMPLES = Path(__file__).parent / "samples"
REFUSED = r"^stdin: contains far more numbers, marks and names than any plan of this length; split it into single plans$"


@pytest.fixture
def no_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small texts have no more room than large ones, so that they show what large ones take."""
    monkeypatch.setattr(room, "_LEAST", 0)


def taken(text: str) -> tuple[float, bool]:
    """The memory that is taken to extract and write a text, as a multiple of its bytes, and whether it was read."""
    data = text.encode()
    tracemalloc.start()
    try:
        as_json(planparse.extract(BytesIO(data)))
    except NotAPlanError:  # after all has been read
        was_read = True
    except InputError:
        was_read = False
    else:
        was_read = True
    multiple = tracemalloc.get_traced_memory()[1] / len(data)
    tracemalloc.stop()
    return multiple, was_read


# Of a kind that takes most of what its stage finds, of each stage; `make bench-memory` measures all.
DENSE = (
    "annexes",
    "brackets",
    "citations",
    "clauses",
    "coverage",
    "deadlines",
    "grades",
    "measures",
    "measures without marks",
    "numbers",
    "numbers in a list",
    "pairs of brackets",
    "targets",
    "wide blanks",
    "years",
)


@pytest.fixture(scope="module", autouse=True)
def _lexicons() -> None:
    """What is loaded once does not count, nor do the patterns that few plans need."""
    planparse.extract(Path(__file__).parent.parent / "seeds" / "jining.txt")
    for kind in DENSE:
        with suppress(InputError):
            planparse.extract(BytesIO(hostile_files.mixed(hostile_files.TOKENS[kind], 600, 1).encode()))


@pytest.mark.parametrize("kind", DENSE)
@pytest.mark.usefixtures("no_floor")
def test_a_text_takes_at_most_sixty_times_its_size(kind: str) -> None:
    for share in (1, 0.2):
        multiple, _ = taken(hostile_files.mixed(hostile_files.TOKENS[kind], SIZE, share))
        assert multiple < MOST


@pytest.mark.usefixtures("no_floor")
def test_plans_have_room_however_many_follow_each_other(seeds: Path) -> None:
    plan = (seeds / "jining.txt").read_text("utf-8") + (seeds / "bozhou.txt").read_text("utf-8")

    multiple, was_read = taken(plan)

    assert was_read
    assert multiple < MOST


@pytest.mark.usefixtures("no_floor")
@pytest.mark.parametrize("kind", ["numbers", "marks", "measures", "targets", "brackets", "rows", "clauses"])
def test_a_text_of_nothing_else_is_refused_in_one_line(kind: str) -> None:
    with pytest.raises(InputError, match=REFUSED):
        planparse.extract(BytesIO(hostile_files.repeated(hostile_files.TOKENS[kind], SIZE).encode()))


@pytest.mark.usefixtures("no_floor")
def test_of_a_packed_file_the_text_counts(seeds: Path) -> None:
    lines = (seeds / "jining.txt").read_text("utf-8").splitlines()
    opening = next(at for at, line in enumerate(lines) if line.startswith("一、")) - 1
    copies = ([*lines[:opening], f"为做好第{n}批工作，制定本方案。", *lines[opening + 1 :]] for n in range(3))
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for copy in copies for line in copy)
    data = hostile_files.zipped(ZIP_DEFLATED, **{"word/document.xml": hostile_files.document(body)})

    assert len(planparse.extract(BytesIO(data)).targets) > 100


def test_a_short_text_may_hold_nothing_else() -> None:
    text = hostile_files.repeated(hostile_files.TOKENS["measures"], SIZE)

    assert len(planparse.extract(BytesIO(text.encode())).measures) > 100


def test_any_string_has_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_LEAST", 0)

    assert len(planparse.parse(hostile_files.repeated(hostile_files.TOKENS["numbers"], SIZE)).quantities) == SIZE // 2


def test_a_header_without_end_makes_no_table() -> None:
    columns = "\t".join(["任务", "责任单位", *["备注"] * 500])
    text = "1.甲乙丙\n" + columns + "\n" + "甲乙丙\t市财政局\n" * 50

    assert not any(measure.responsibilities for measure in planparse.parse(text).measures)


# Files that are more than their text


@pytest.fixture
def no_floor_of_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small files are bounded as large ones are."""
    monkeypatch.setattr(markdown, "_FEWEST_MARKS", 0)
    monkeypatch.setattr(tree, "_FEWEST_NODES", 0)
    monkeypatch.setattr(readers, "_LEAST_TEXT", 0)


TAGS, MARKS = "more tags than any real page of this size", "more Markdown marks than any plan of this size"
REFUSALS = {
    **{("html", kind): TAGS for kind in ("paragraphs", "cells", "line breaks", "tags with attributes", "div in div")},
    **{
        ("markdown", kind): MARKS for kind in ("headings", "strong words", "open marks", "links", "items", "rows", "columns")
    },
    ("mhtml", "headers"): "more than 20000 headers, unlike any saved page",
    ("mhtml", "parts"): "more than 10000 parts, unlike any saved page",
    ("text", "pages"): "more than 5000 pages",
}


@pytest.mark.parametrize(("form", "kind"), REFUSALS)
@pytest.mark.usefixtures("no_floor_of_files")
def test_files_of_nothing_but_marks_are_refused_in_one_line(form: str, kind: str) -> None:
    make, ending = hostile_files.FILES[form, kind]

    with pytest.raises(InputError, match=f"^x{ending}: has (?:far )?{REFUSALS[form, kind]}; .*$"):
        read(make(130_000), f"x{ending}")


@pytest.mark.parametrize(
    "unit",
    ["# 甲\n\n", "- 甲\n", "1. 甲\n", "**甲**", "*a_", "[甲](乙)", "> 甲\n\n", "`甲`", "|1|2|\n"],
)
@pytest.mark.usefixtures("no_floor_of_files")
def test_as_many_marks_of_markdown_as_are_read_take_at_most_sixty_times_their_size(unit: str) -> None:
    words, end = (unit[:-1], "\n") if unit.endswith("|\n") else (unit.rstrip("\n"), unit[len(unit.rstrip("\n")) :])
    marks = sum(not character.isalnum() for character in unit)
    dense = words + "加" * (7 * marks) + end  # 21 bytes a mark
    data = ("# 甲\n\n" + "加" * 2_000 + "\n\n|甲|乙|\n|---|---|\n" + dense * (60_000 // len(dense.encode()))).encode()
    read(data[:8_000], "x")  # what is loaded once does not count

    tracemalloc.start()
    read(data, "x")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < MOST * len(data)


@pytest.mark.usefixtures("no_floor_of_files")
@pytest.mark.parametrize("name", ["plan.html", "plan.mhtml", "plan.md", "plan.docx"])
def test_plans_are_read_however_large_they_are(name: str) -> None:
    assert read((SAMPLES / name).read_bytes(), name).source.text


def test_a_file_that_unpacks_to_more_text_than_words_are_packed_to_is_refused() -> None:
    words = "".join(random.Random(1).choices("甲乙", k=400_000))
    body = hostile_files.document(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")

    with pytest.raises(
        InputError, match=r"^x: contains far more text than a file of this size can hold; save it as plain text .*$"
    ):
        read(hostile_files.zipped(ZIP_DEFLATED, **{"word/document.xml": body}), "x")


# The command


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no limit of addresses, or do not keep it")
@pytest.mark.parametrize("options", [[], ["--jobs", "2"]], ids=["alone", "in workers"])
def test_in_little_memory_each_input_that_takes_too_much_has_a_line(tmp_path: Path, options: list[str]) -> None:
    plan = SAMPLES / "plan.txt"
    refused = {
        "text": "first marks",
        "html": "paragraphs",
        "markdown": "rows",
        "docx": "zeros",
        "pdf": "zeros",
        "mhtml": "parts",
    }
    hostile = [(hostile_files.FILES[form, kind], tmp_path / form) for form, kind in refused.items()]
    paths = []
    for (make, ending), path in hostile:
        paths.append(path.with_suffix(ending))
        paths[-1].write_bytes(make(600_000))
    command = (sys.executable, "-m", "planparse", "extract", *paths, plan, "-o", tmp_path / "out", *options)

    done = subprocess.run(
        ("sh", "-c", 'ulimit -v 2000000 && exec "$@"', "sh", *command), capture_output=True, check=False, encoding="utf-8"
    )

    assert done.returncode == 1
    assert [path.name for path in (tmp_path / "out").glob("*.json")] == ["plan.json"]
    told = (tmp_path / "out" / "errors.jsonl").read_text("utf-8") if options else done.stderr
    named = [[path.name for path in paths if path.name in line] for line in told.splitlines()]
    assert sorted(named) == sorted([path.name] for path in paths)
    assert not re.search("Traceback|panic|MemoryError|bug in planparse", done.stderr + told)

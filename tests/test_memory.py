"""What an input may take: at most sixty times its size, or it is refused in one line before it takes more."""

from __future__ import annotations

import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest

import hostile_files
import planparse
from planparse.errors import InputError, NotAPlanError
from planparse.parsing import room
from planparse.writers.as_json import as_json

MOST = 60  # times the input
SIZE = 8_000
REFUSED = r"^stdin: holds far more numbers, marks and names than any plan of its length; cut it into single plans$"


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


@pytest.fixture(scope="module", autouse=True)
def _lexicons() -> None:
    """What is loaded once does not count."""
    planparse.extract(Path(__file__).parent.parent / "seeds" / "jining.txt")


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
    "pairs of brackets",
    "targets",
    "wide blanks",
    "years",
)


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

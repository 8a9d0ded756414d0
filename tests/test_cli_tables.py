"""Tables on terminals of every width: columns are left out rather than broken to a word a line, and a note says which."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.text import Text

from planparse.cli.fitting import Column, Fitted
from planparse.cli.views import rendered
from running import run

pytestmark = pytest.mark.slow  # whole plans are read and compared

ROOT = Path(__file__).parent.parent
PLANS = [ROOT / "output" / f"{name}.json" for name in ("jining", "bozhou")]
COMMANDS = {
    "show": ["show", "--targets", PLANS[0]],
    "diff": ["diff", *PLANS],
    "compare": ["compare", *PLANS],
    "compare targets": ["compare", *PLANS, "--part", "targets"],
    "evaluate": ["evaluate", "--gold", ROOT / "tests" / "gold", "--plans", ROOT / "seeds", "--by-plan"],
}


@pytest.mark.parametrize(("name", "width"), [*product(COMMANDS, [40, 80]), ("show", 60), ("show", 120), ("compare", 120)])
def test_tables_are_as_wide_as_the_terminal(name: str, width: int) -> None:
    result = run(*COMMANDS[name], COLUMNS=str(width))

    assert (result.exit_code, result.stderr) == (0, "")
    assert max(map(cell_len, result.stdout.splitlines())) <= width


@pytest.mark.parametrize(
    ("width", "columns", "left_out"),
    [
        (40, ["Indicator", "Value", "Due"], "Kind, Outcome, Scope, Strength, Path, Confidence"),
        (60, ["Indicator", "Value", "Due", "Strength", "Path"], "Kind, Outcome, Scope, Confidence"),
        (80, ["Kind", "Indicator", "Outcome", "Scope", "Value", "Due", "Strength", "Path"], "Confidence"),
        (
            120,
            ["Kind", "Indicator", "Outcome", "Scope", "Value", "Due", "Strength", "Path", "Confidence"],
            None,
        ),
    ],
)
def test_the_targets_do_without_what_matters_least(width: int, columns: list[str], left_out: str | None) -> None:
    shown = run("show", "--targets", PLANS[0], COLUMNS=str(width)).stdout

    assert columns in [line.split() for line in shown.splitlines()]
    _, _, said = " ".join(shown.split()).partition("too narrow to show: ")
    assert said == (f"{left_out}; widen the window, or use planparse export" if left_out else "")


def test_what_is_left_out_and_what_shows_it_is_told_in_chinese_as_well() -> None:
    lines = run("diff", *PLANS, "--lang", "zh", COLUMNS="40").stdout.splitlines()

    assert "窗口太窄，未列出：说明；请加宽窗口，或用" in lines
    assert "--format html" in lines


def test_two_plans_stand_side_by_side_on_the_narrowest_terminal() -> None:
    lines = run("compare", *PLANS, "--lang", "zh", COLUMNS="40").stdout.splitlines()

    assert ["指标", "济宁市", "亳州市"] in [line.split() for line in lines]


def test_a_column_that_is_not_spared_stays_however_narrow_it_is() -> None:
    cells = [Text("一二三四五六")]
    columns = [Column("a", cells, 4), Column("b", cells, 4, spared=1), Column("c", cells, 4, spared=2)]

    shown = {width: rendered(Fitted(columns, "x"), width, plain=True).split()[:3] for width in (20, 14, 9, 3)}

    assert shown[20] == ["a", "b", "c"]
    assert shown[14] == ["a", "b", "c"]
    assert shown[9][:2] == ["a", "b"]
    assert shown[3][0] == "a"
    assert "b" not in shown[3]


def test_columns_of_one_heading_are_two() -> None:
    columns = [Column("标题", [Text("甲")]), Column("标题", [Text("乙")], spared=1)]

    assert rendered(Fitted(columns, "x"), 20, plain=True).split() == ["标题", "标题", "甲", "乙"]

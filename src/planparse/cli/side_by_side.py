"""Compared plans on a terminal: their tables, one below the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from planparse.cli.fitting import Column, Fitted
from planparse.exporting.people import Line, View, view
from planparse.exporting.tables import Table
from planparse.labels import Language, heading, note
from planparse.text import printable

# The left plan has one colour, the right one another; every verdict is in words as well.
_STYLES = {
    ("judgement", "left_stricter"): "bold cyan",
    ("judgement", "right_stricter"): "bold magenta",
    ("judgement", "equal"): "green",
    ("judgement", "not_comparable"): "yellow",
    ("judgement", "unweighed"): "yellow",
    **{(field, side): style for field in ("side", "sooner", "firmer") for side, style in (("left", "cyan"), ("right", "magenta"))},
}  # fmt: skip
# Columns of characters that what a row is about, and a plan, need to be read with ease; and where there is little room, at all.
_ABOUT, _PLAN = 26, 18
_LEAST_ABOUT, _LEAST_PLAN = 14, 13
_READABLE = {"why": 18, "left": 13, "right": 13, "similarity": 10, "verdict": 10}
_GAP = 2


@dataclass(frozen=True)
class SideBySide:
    """Tables for the width at hand. Where plans have columns: those that fit; or everything, one slice below the other."""

    tables: Sequence[Table]
    language: Language
    everything: bool

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """What rich prints."""
        fitting = max(1, (options.max_width - _ABOUT) // _PLAN, min(2, (options.max_width - _LEAST_ABOUT) // _LEAST_PLAN))
        for table in self.tables:
            shown = view(table, self.language, everything=self.everything)
            yield Text(heading(table.name, self.language), "bold underline")
            yield Text()
            notes = [*shown.notes]
            if not table.leading:
                grids = [_grid(shown, range(len(shown.headings)), table)]
            elif self.everything:
                grids = [_grid(shown, columns, table) for columns in _slices(shown, table.leading, fitting)]
            else:
                grids = [_grid(shown, _fullest(shown, table.leading, fitting), table)]
                if (plans := len(shown.headings) - table.leading) > fitting:
                    notes.append(note("some_plans", self.language, fitting, plans))
            for grid in grids:
                if grid:
                    yield grid
                    yield Text()
            for words in notes:
                yield Text(words, "dim")
                yield Text()


def _slices(shown: View, leading: int, fitting: int) -> Iterator[list[int]]:
    """The columns that lead, with as many plans as fit; and so on until all have stood there."""
    for start in range(leading, len(shown.headings), fitting):
        yield [*range(leading), *range(start, min(start + fitting, len(shown.headings)))]


def _fullest(shown: View, leading: int, fitting: int) -> list[int]:
    """The columns that lead, and as many as fit of those plans that have something in most rows, in their order."""
    plans = range(leading, len(shown.headings))
    filled = Counter(at for row in shown.rows for at in plans if row[at])
    return [*range(leading), *sorted(sorted(plans, key=lambda at: -filled[at])[:fitting])]


def _grid(shown: View, columns: Sequence[int], table: Table) -> Fitted | None:
    """The table of these columns, without rows in which only the leading ones say something; None where no row is left."""
    leading = table.leading
    rows = [row for row in shown.rows if not leading or any(row[at] for at in columns[leading:])]
    if not rows:
        return None
    names = [shown.columns[at] for at in columns]
    spared = names[1:leading] if leading else table.layout.scarce
    order = [*(names[:0:-1] if spared is None else spared)]
    drawn = [
        Column(
            printable(shown.headings[at]),
            [Text("\n").join(map(_words, row[at])) for row in rows],
            _LEAST_ABOUT - _GAP if leading and not where else _READABLE.get(name, _LEAST_PLAN - _GAP),
            len(order) - order.index(name) if name in order else 0,
        )
        for where, (at, name) in enumerate(zip(columns, names, strict=True))
    ]
    return Fitted(drawn, "--format html", _GAP, apart=bool(leading) or any(len(cell) > 1 for row in rows for cell in row))


def _words(line: Line) -> Text:
    return Text(printable(line.words), _STYLES.get((line.field, str(line.value)), ""))

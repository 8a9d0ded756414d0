"""Tables that fit the terminal: if it is narrow, columns are left out rather than broken into one word per line."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, JustifyMethod, RenderResult
from rich.table import Table
from rich.text import Text

from planparse.cli.speaking import language
from planparse.messages import Message


@dataclass(frozen=True)
class Column:
    """A column: its heading, its cells, and what becomes of it where there is little room."""

    heading: str
    cells: Sequence[Text]
    readable: int | None = None  # how wide it must be where it may break into lines; None: it does not break
    spared: int = 0  # columns are left out from the highest on; 0: it stays
    justify: JustifyMethod = "left"

    @cached_property
    def least(self) -> int:
        """How wide it must be at least."""
        lines = (line for words in (self.heading, *(cell.plain for cell in self.cells)) for line in words.split("\n"))
        widest = max(map(cell_len, lines))
        return widest if self.readable is None else min(widest, self.readable)


@dataclass(frozen=True)
class Fitted:
    """A table of those columns that fit. Below it stands which are left out, and what shows them."""

    columns: Sequence[Column]
    instead: str
    gap: int = 1  # between columns
    apart: bool = False  # a blank line behind each row

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """What rich prints."""
        left_out = self._left_out(options.max_width)
        table = Table(box=None, padding=(0, self.gap, int(self.apart), 0), pad_edge=False, header_style="bold")
        kept = [column for at, column in enumerate(self.columns) if at not in left_out]
        for column in kept:
            table.add_column(Text(column.heading), justify=column.justify, no_wrap=column.readable is None, overflow="fold")
        for row in zip(*(column.cells for column in kept), strict=True):
            table.add_row(*row)
        yield table
        if left_out:
            names = ", ".join(self.columns[at].heading for at in sorted(left_out))
            yield Text(Message("left-out", columns=names, instead=self.instead).words(language()), "dim")

    def _left_out(self, width: int) -> Collection[int]:
        """The columns without which the others are wide enough to be read."""
        short = sum(column.least + self.gap for column in self.columns) - self.gap - width
        left_out: set[int] = set()
        for at, column in sorted(enumerate(self.columns), key=lambda entry: -entry[1].spared):
            if short <= 0 or not column.spared:
                break
            left_out.add(at)
            short -= column.least + self.gap
        return left_out

"""How an evaluation looks on a terminal: tables of figures, lines of misses, gains and losses."""

from collections.abc import Iterable
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from planparse.cli.views import one_line
from planparse.evaluating import Evaluation, Miss, Progress, Tally


def lists(run: Evaluation) -> RenderableType:
    """Precision, recall and F1 of each list over all plans, and the counts behind them."""
    table = _table("list", "precision", "recall", "F1", "tp", "fp", "fn")
    for name, tally in run.lists.items():
        shares = (tally.precision, tally.recall, tally.f1)
        shown = ("–" if tally.is_empty else f"{share:.3f}" for share in shares)
        table.add_row(name, *shown, str(tally.tp), str(tally.fp), str(tally.fn))
    return table


def fields(run: Evaluation) -> RenderableType:
    """How many of each field are right, of those that were looked at."""
    table = _table("field", "right", "of")
    for name, count in run.fields.items():
        table.add_row(name, str(count.right), str(count.total))
    return table


def plans(run: Evaluation) -> RenderableType:
    """The F1 of each list, a row a plan."""
    table = _table("F1", *run.lists)
    for plan in run.plans:
        table.add_row(one_line(plan.plan), *(_f1(plan.lists[name]) for name in run.lists))
    return table


def misses(run: Evaluation) -> RenderableType:
    """What was missed, extra or wrong, plan by plan."""
    return Group(*_listed("misses", [("", miss) for plan in run.plans for miss in plan.misses]))


def progress(change: Progress) -> RenderableType:
    """The F1 of each list before and now; then gains, losses, and what is wrong in another way."""
    table = _table("F1", "before", "now", "change")
    for name, f1 in change.lists.items():
        before, now = ("–" if share is None else f"{share:.3f}" for share in (f1.before, f1.now))
        table.add_row(name, before, now, "" if before == now else f"{(f1.now or 0) - (f1.before or 0):+.3f}")
    changed = [line for pair in change.changed for line in (*_each("was ", pair.before), *_each("now ", pair.now))]
    return Group(
        table,
        "",
        *_listed("gains", _each("", change.gains)),
        "",
        *_listed("losses", _each("", change.losses)),
        "",
        *_listed("changed, but not right", changed, len(change.changed)),
    )


_Lines = list[tuple[str, Miss]]  # what stands before a miss, and the miss


def _each(before: str, misses: Iterable[Miss]) -> _Lines:
    return [(before, miss) for miss in misses]


def _listed(title: str, lines: _Lines, number: int | None = None) -> list[Text]:
    """The misses under a title with their number, and under the names of their plans."""
    shown = [Text(f"{title}: {len(lines) if number is None else number}", "bold")]
    for plan, own in groupby(lines, lambda line: line[1].plan):
        shown.append(Text(f"  {one_line(plan)}", "cyan"))
        shown += (Text(one_line(f"    {before}{_line(miss)}")) for before, miss in own)
    return shown


def _line(miss: Miss) -> str:
    """A miss in one line: what it is, where it stands, its words, and what is there instead."""
    parts = [f"{miss.list:<13} {miss.fault:<6}", miss.path, miss.words]
    if miss.fault == "wrong":
        parts.append(f"[{miss.field}: found {miss.found or 'nothing'}, gold {miss.gold or 'nothing'}]")
    elif beside := miss.gold or miss.found:
        parts.append(f"[{beside}]")
    return " ".join(part for part in parts if part)


def _table(*columns: str) -> Table:
    """A table whose first column is names, which a narrow terminal leaves whole, and the others figures."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    table.add_column(columns[0], no_wrap=True)
    for column in columns[1:]:
        table.add_column(column, justify="right", min_width=5)
    return table


def _f1(tally: Tally) -> str:
    return "–" if tally.is_empty else f"{tally.f1:.3f}"

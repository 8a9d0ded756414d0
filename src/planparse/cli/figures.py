"""How an evaluation looks on a terminal: tables of figures, lines of misses, gains and losses."""

from collections.abc import Iterable
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from planparse.evaluating import Evaluation, Miss, Progress, Tally
from planparse.labels import Language, figure
from planparse.text import printable


def lists(run: Evaluation, language: Language) -> RenderableType:
    """Precision, recall and F1 of each list over all plans, and the counts behind them."""
    table = _table(language, "list", "precision", "recall", "F1", "tp", "fp", "fn")
    for name, tally in run.lists.items():
        shares = (tally.precision, tally.recall, tally.f1)
        shown = ("–" if tally.is_empty else f"{share:.3f}" for share in shares)
        table.add_row(figure(name, language), *shown, str(tally.tp), str(tally.fp), str(tally.fn))
    return table


def fields(run: Evaluation, language: Language) -> RenderableType:
    """How many of each field are right, of those that were looked at."""
    table = _table(language, "field", "right", "of")
    for name, count in run.fields.items():
        table.add_row(name, str(count.right), str(count.total))
    return table


def plans(run: Evaluation, language: Language) -> RenderableType:
    """The F1 of each list, a row a plan."""
    table = _table(language, "F1", *run.lists)
    for plan in run.plans:
        table.add_row(printable(plan.plan), *(_f1(plan.lists[name]) for name in run.lists))
    return table


def misses(run: Evaluation, language: Language) -> RenderableType:
    """What was missed, extra or wrong, plan by plan."""
    return Group(*_listed("misses", language, [("", miss) for plan in run.plans for miss in plan.misses]))


def progress(change: Progress, language: Language) -> RenderableType:
    """The F1 of each list before and now; then gains, losses, and what is wrong in another way."""
    table = _table(language, "F1", "before", "now", "change")
    for name, f1 in change.lists.items():
        before, now = ("–" if share is None else f"{share:.3f}" for share in (f1.before, f1.now))
        table.add_row(
            figure(name, language), before, now, "" if before == now else f"{(f1.now or 0) - (f1.before or 0):+.3f}"
        )
    was, now_ = (f"{figure(name, language)} " for name in ("was", "now"))
    changed = [line for pair in change.changed for line in (*_each(was, pair.before), *_each(now_, pair.now))]
    return Group(
        table,
        "",
        *_listed("gains", language, _each("", change.gains)),
        "",
        *_listed("losses", language, _each("", change.losses)),
        "",
        *_listed("changed", language, changed, len(change.changed)),
    )


_Lines = list[tuple[str, Miss]]  # what stands before a miss, and the miss


def _each(before: str, misses: Iterable[Miss]) -> _Lines:
    return [(before, miss) for miss in misses]


def _listed(title: str, language: Language, lines: _Lines, number: int | None = None) -> list[Text]:
    """The misses under a title with their number, and under the names of their plans."""
    shown = [Text(f"{figure(title, language)}: {len(lines) if number is None else number}", "bold")]
    for plan, own in groupby(lines, lambda line: line[1].plan):
        shown.append(Text(f"  {printable(plan)}", "cyan"))
        shown += (Text(printable(f"    {before}{_line(miss, language)}")) for before, miss in own)
    return shown


def _line(miss: Miss, language: Language) -> str:
    """A miss in one line: what it is, where it stands, its words, and what is there instead."""
    nothing = figure("nothing", language)
    parts = [f"{figure(miss.list, language):<13} {figure(miss.fault, language):<6}", miss.path, miss.words]
    if miss.fault == "wrong":
        parts.append(f"[{figure('instead', language).format(miss.field, miss.found or nothing, miss.gold or nothing)}]")
    elif beside := miss.gold or miss.found:
        parts.append(f"[{beside}]")
    return " ".join(part for part in parts if part)


def _table(language: Language, *columns: str) -> Table:
    """A table whose first column is names, which a narrow terminal leaves whole, and the others figures."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    first, *others = (figure(column, language) for column in columns)
    table.add_column(first, no_wrap=True)
    for column in others:
        table.add_column(column, justify="right", min_width=5)
    return table


def _f1(tally: Tally) -> str:
    return "–" if tally.is_empty else f"{tally.f1:.3f}"

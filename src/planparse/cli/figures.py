"""How an evaluation looks on a terminal: tables of figures, lines of misses, gains and losses."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from rich.console import Group, RenderableType
from rich.text import Text

from planparse.cli.fitting import Column, Fitted
from planparse.evaluating import Evaluation, Miss, Progress, Tally
from planparse.labels import Language, figure
from planparse.text import printable

# Lists in the order in which a terminal that is narrow does without them.
_LEAST_TELLING: Final = (
    *("section kinds", "references", "coverage (value)", "coverage (strict)", "sections", "deadlines", "units"),
    *("targets (value)", "measures"),
)


def lists(run: Evaluation, language: Language) -> RenderableType:
    """Precision, recall and F1 of each list over all plans, and the counts behind them."""
    rows = []
    for name, tally in run.lists.items():
        shares = (tally.precision, tally.recall, tally.f1)
        shown = ("–" if tally.is_empty else f"{share:.3f}" for share in shares)
        rows.append((figure(name, language), *shown, str(tally.tp), str(tally.fp), str(tally.fn)))
    names = ("list", "precision", "recall", "F1", "tp", "fp", "fn")
    return _table(language, names, rows, ("fn", "fp", "tp", "precision", "recall"))


def fields(run: Evaluation, language: Language) -> RenderableType:
    """How many of each field are right, of those that were looked at."""
    rows = [(name, str(count.right), str(count.total)) for name, count in run.fields.items()]
    return _table(language, ("field", "right", "of"), rows)


def plans(run: Evaluation, language: Language) -> RenderableType:
    """The F1 of each list, a row a plan."""
    rows = [(printable(plan.plan), *(_f1(plan.lists[name]) for name in run.lists)) for plan in run.plans]
    return _table(language, ("F1", *run.lists), rows, _LEAST_TELLING)


def misses(run: Evaluation, language: Language) -> RenderableType:
    """What was missed, extra or wrong, plan by plan."""
    return Group(*_listed("misses", language, [("", miss) for plan in run.plans for miss in plan.misses]))


def progress(change: Progress, language: Language) -> RenderableType:
    """The F1 of each list before and now; then gains, losses, and what is wrong in another way."""
    rows = []
    for name, f1 in change.lists.items():
        before, now = ("–" if share is None else f"{share:.3f}" for share in (f1.before, f1.now))
        rows.append(
            (figure(name, language), before, now, "" if before == now else f"{(f1.now or 0) - (f1.before or 0):+.3f}")
        )
    table = _table(language, ("F1", "before", "now", "change"), rows)
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


def _table(
    language: Language, names: Sequence[str], rows: Sequence[Sequence[str]], spared: Sequence[str] = ()
) -> RenderableType:
    """A table of names and figures about them; the columns that are spared are left out first, in this order."""
    columns = []
    for at, name in enumerate(names):
        cells = [Text(row[at]) for row in rows]
        rank = len(spared) - spared.index(name) if name in spared else 0
        columns.append(Column(figure(name, language), cells, 10 if at else None, rank, "right" if at else "left"))
    return Fitted(columns, "--format json", gap=2)


def _f1(tally: Tally) -> str:
    return "–" if tally.is_empty else f"{tally.f1:.3f}"

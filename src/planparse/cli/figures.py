"""How an evaluation looks on a terminal: tables of figures, lines of misses, gains and losses."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from rich.console import Group, RenderableType
from rich.text import Text

from planparse.cli.fitting import Column, Fitted
from planparse.evaluating import Count, Evaluation, Miss, NumbersRun, Progress, Tally
from planparse.evaluating.numbers.results import ROLES, Calibration, Share
from planparse.evaluating.progress import Both
from planparse.labels import Language, figure
from planparse.text import printable

# Lists in the order in which a terminal that is narrow does without them.
_LEAST_TELLING: Final = (
    *("section kinds", "references", "coverage (value)", "coverage (strict)", "sections", "deadlines", "units"),
    *("targets (value)", "measures"),
)


def lists(run: Evaluation, language: Language) -> RenderableType:
    """Precision, recall and F1 of each list over all plans, of several with a 95 % interval, and the counts behind them."""
    rows = []
    intervals = run.intervals
    for name, tally in run.lists.items():
        shares = (tally.precision, tally.recall, tally.f1)
        precision, recall, f1 = ("–" if tally.is_empty else f"{share:.3f}" for share in shares)
        shown = (precision, recall, f"{f1}{_interval(intervals[name])}")
        rows.append((figure(name, language), *shown, str(tally.tp), str(tally.fp), str(tally.fn)))
    names = ("list", "precision", "recall", "F1", "tp", "fp", "fn")
    return _table(language, names, rows, ("fn", "fp", "tp", "precision", "recall"))


def fields(counts: Mapping[str, Count], language: Language) -> RenderableType:
    """How many of each field are right, of those that were looked at."""
    rows = [(name, str(count.right), str(count.total)) for name, count in counts.items()]
    return _table(language, ("field", "right", "of"), rows)


def numbers(run: NumbersRun, language: Language) -> list[RenderableType]:
    """How right targets and roles of numbers are, with 95 % intervals, and whether the confidence comes true."""
    rows = []
    for name, figures in run.targets.items():
        shares = (figures.precision, figures.recall, figures.right, figures.no_commitment)
        counts = figures.counts
        rows.append((figure(name, language), *map(_share, shares), str(counts.demanded), str(counts.said)))
    names = ("numbers", "precision", "recall", "right", "no commitment", "in gold", "said")
    views = [
        _table(language, names, rows, ("said", "in gold")),
        fields(run.fields, language),
        _table(language, ("roles", "right", "of"), [(figure("numbers", language), *_with_number(run.roles_right))]),
        _confusion(run, language),
    ]
    return views + (_calibration(run.calibration, language) if run.calibration else [])


def _confusion(run: NumbersRun, language: Language) -> RenderableType:
    """How often a role of gold, a row, was read as which, a column."""
    table = run.roles
    reads = [read for read in ROLES if any(row[read] for row in table.values())]
    rows = [
        (figure(role, language), *(str(row[read] or "·") for read in reads), str(sum(row.values())))
        for role, row in table.items()
        if any(row.values())
    ]
    return _table(language, ("gold ↓ read →", *reads, "together"), rows)


def _calibration(found: Calibration, language: Language) -> list[RenderableType]:
    tenths = [
        (f"{tenth.above:.1f}–{tenth.above + 0.1:.1f}", str(tenth.said), _figure(tenth.confidence), _figure(tenth.right))
        for tenth in found.tenths
        if tenth.said
    ]
    shares = {"expected error": found.expected_error, "right of sure": found.sure, "errors in least sure": found.least_sure}
    rows = [(figure(name, language), *_with_number(share)) for name, share in shares.items()]
    return [
        _table(language, ("confidence", "said", "on average", "right"), tenths),
        _table(language, ("calibration", "share", "of"), rows),
    ]


def plans(run: Evaluation, language: Language) -> Iterator[RenderableType]:
    """The F1 of each list, a row a plan, and of each document whose numbers are measured, how its targets are."""
    if run.plans:
        rows = [(printable(plan.plan), *(_f1(plan.lists[name]) for name in run.lists)) for plan in run.plans]
        yield _table(language, ("F1", *run.lists), rows, _LEAST_TELLING)
    if run.numbers.documents:
        lines = []
        for document in run.numbers.documents:
            counts = document.counts("all targets")
            known = (counts.demanded, counts.found, counts.right, counts.extra, counts.no_commitment)
            lines.append((printable(document.plan), *map(str, known)))
        yield _table(language, ("targets", "in gold", "found", "right", "extra", "no commitment"), lines)


def misses(run: Evaluation, language: Language) -> RenderableType:
    """What was missed, extra or wrong, plan by plan."""
    return Group(*_listed("misses", language, [("", miss) for plan in run.measured for miss in plan.misses]))


def progress(change: Progress, language: Language) -> RenderableType:
    """The F1 of each list before and now; then gains, losses, and what is wrong in another way."""
    tables = [
        _table(language, (what, "before", "now", "change"), [*_changes(both, language)])
        for what, both in (("F1", change.lists), ("numbers", change.numbers))
        if any(one.before is not None or one.now is not None for one in both.values())
    ]
    was, now_ = (f"{figure(name, language)} " for name in ("was", "now"))
    changed = [line for pair in change.changed for line in (*_each(was, pair.before), *_each(now_, pair.now))]
    return Group(
        *(part for table in tables for part in (table, "")),
        *_listed("gains", language, _each("", change.gains)),
        "",
        *_listed("losses", language, _each("", change.losses)),
        "",
        *_listed("changed", language, changed, len(change.changed)),
    )


def _changes(shares: Mapping[Any, Both], language: Language) -> Iterator[tuple[str, str, str, str]]:
    for name, share in shares.items():
        before, now = _figure(share.before), _figure(share.now)
        change = "" if before == now else f"{(share.now or 0) - (share.before or 0):+.3f}"
        yield ": ".join(figure(part, language) for part in name.split(": ")), before, now, change


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


def _share(share: Share) -> str:
    """A share with its interval: `0.912 (0.871–0.948)`."""
    return _figure(share.share) + _interval(None if share.low is None or share.high is None else (share.low, share.high))


def _interval(interval: tuple[float, float] | None) -> str:
    return f" ({interval[0]:.3f}–{interval[1]:.3f})" if interval else ""


def _with_number(share: Share) -> tuple[str, str]:
    return _share(share), str(share.of)


def _figure(number: float | None) -> str:
    return "–" if number is None else f"{number:.3f}"


def _f1(tally: Tally) -> str:
    return "–" if tally.is_empty else f"{tally.f1:.3f}"

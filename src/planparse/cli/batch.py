"""Many plans with planparse extract: what is seen while they are read, and at the end."""

import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from planparse.cli.streams import STDIN, say, write_data
from planparse.corpus.discovery import find
from planparse.corpus.reading import COUNTED
from planparse.corpus.results import ERRORS, Outcome, Remark
from planparse.corpus.runs import Pace, as_lines, into_files, into_lines
from planparse.corpus.workers import cores
from planparse.labels import Language, figure
from planparse.text import printable

_OPEN: Final = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")  # what no other process could open
_TOLD: Final = 10  # lines on how far it is, where there is no terminal
_CAUSES: Final = 10  # causes of failure that the summary lists


def batch(
    plans: Sequence[str],
    out: Path | None,
    formats: Sequence[str],
    jobs: int | None,
    limit: float,
    language: Language,
) -> None:
    """Extract many plans, tell how it goes, and end with exit status 1 where any has failed."""
    lines = "jsonl" in formats
    if any(plan == str(STDIN) or plan.startswith(_OPEN) for plan in plans):
        raise typer.BadParameter("standard input (-) and <(…) are single plans: give them without --jobs, jsonl and folders")
    if lines and len(formats) > 1:
        raise typer.BadParameter("jsonl is written alone: leave the other formats out")
    if out is None and not lines:
        raise typer.BadParameter("many plans need a folder for their results: -o DIR, or --format jsonl")

    items = find(plans, None if out is None else str(out))
    pace = Pace(min(jobs or cores(), len(items)), limit)
    outcomes: Generator[Outcome | Remark, None, None]
    if out is None:
        outcomes = as_lines(items, write_data, pace)
    elif lines:
        outcomes = into_lines(items, out, pace)
    else:
        outcomes = into_files(items, out, formats, pace)

    tally = _Tally()
    with closing(outcomes), _progress(len(items), language) as advance:
        try:
            for outcome in outcomes:
                if isinstance(outcome, Remark):
                    say(f"{outcome.where}: {outcome.words}")
                    continue
                tally.add(outcome)
                if outcome.error is not None:
                    say(f"{outcome.path}: {outcome.error}")
                advance()
        except KeyboardInterrupt:
            say(f"stopped at {tally.plans:,} of {len(items):,} plans; start it again, and it goes on from there")
            sys.exit(130)  # no typer.Exit: on that main would say once more that it was stopped
    tally.show(language)
    if tally.failed:
        if out:
            say(f"what has failed stands in {out / ERRORS}")
        raise typer.Exit(1)


class _Tally:
    """How many plans were done, found done or failed, and what they hold."""

    def __init__(self) -> None:
        self.done = self.before = self.failed = 0
        self._held: Counter[str] = Counter()
        self._causes: Counter[str] = Counter()

    @property
    def plans(self) -> int:
        """All that an outcome is known of."""
        return self.done + self.before + self.failed

    def add(self, outcome: Outcome) -> None:
        """Count a plan."""
        if outcome.error is not None:
            self.failed += 1
            self._causes[outcome.error] += 1
            return
        self.before += outcome.before
        self.done += not outcome.before
        self._held.update(dict(zip(COUNTED, outcome.counts, strict=False)))

    def show(self, language: Language) -> None:
        """Print the table on standard error."""
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(justify="right")
        table.add_column(overflow="fold")
        rows = [
            (figure("done", language), self.done),
            (figure("done before", language), self.before),
            (figure("failed", language), self.failed),
        ]
        causes = sorted(self._causes.items(), key=lambda cause: (-cause[1], cause[0]))
        rows += [(f"  {printable(cause)}", count) for cause, count in causes[:_CAUSES]]
        if rest := causes[_CAUSES:]:
            rows.append((f"  {figure('other causes', language).format(len(rest))}", sum(count for _, count in rest)))
        rows += [(figure(name, language), self._held[name]) for name in COUNTED]
        for what, count in rows:
            table.add_row(f"{count:,}", what)
        _console().print(table)


@contextmanager
def _progress(total: int, language: Language) -> Iterator[Callable[[], None]]:
    """What to call behind each plan: a bar moves on a terminal; elsewhere a line comes now and then."""
    console = _console()
    if console.is_terminal:
        columns = (BarColumn(), MofNCompleteColumn(), TextColumn(figure("plans", language)), TimeRemainingColumn())
        with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
            task = bar.add_task("", total=total)
            yield lambda: bar.advance(task)
        return
    seen = 0

    def advance() -> None:
        nonlocal seen
        seen += 1
        if seen * _TOLD // total > (seen - 1) * _TOLD // total and total >= _TOLD and seen < total:
            say(f"{seen:,} of {total:,} plans")

    yield advance


def _console() -> Console:
    return Console(stderr=True, markup=False, highlight=False, emoji=False)

"""Many plans with planparse extract: progress while they are read, and the summary at the end."""

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

from planparse.cli.speaking import Refused, language, say, tell
from planparse.cli.streams import STDIN, write_data
from planparse.corpus.discovery import find, is_many
from planparse.corpus.reading import COUNTED
from planparse.corpus.results import ERRORS, Outcome, Remark
from planparse.corpus.runs import Limits, as_lines, into_files, into_lines
from planparse.corpus.workers import cores
from planparse.labels import figure
from planparse.language.indicators import Entry
from planparse.messages import Message
from planparse.text import printable
from planparse.writers import LINES

_OPEN: Final = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")  # what no other process could open
_TOLD: Final = 10  # lines on how far it is, where there is no terminal
_CAUSES: Final = 10  # causes of failure that the summary lists


def batch(
    plans: Sequence[str],
    out: Path | None,
    formats: Sequence[str],
    jobs: int | None,
    limit: float,
    reviews: Path | None = None,
    own: tuple[Entry, ...] = (),
    *,
    indent: bool = False,
    force: bool = False,
) -> None:
    """Extract many plans, tell how it goes, and end with exit status 1 where any has failed."""
    lines = LINES in formats
    if any(plan == str(STDIN) or plan.startswith(_OPEN) for plan in plans):
        raise Refused("stdin-alone")
    if lines and len(formats) > 1:
        raise Refused("jsonl-alone")
    if lines and indent:
        raise Refused("jsonl-no-indent")
    if out is None and not lines:
        raise Refused("many-need-folder")

    items = find(plans, None if out is None else str(out))
    limits = Limits(min(jobs or cores(), len(items)), limit)
    outcomes: Generator[Outcome | Remark, None, None]
    if out is None:
        outcomes = as_lines(items, write_data, limits, reviews, own)
    elif lines:
        outcomes = into_lines(items, out, limits, reviews, own)
    else:
        indented = indent or not any(map(is_many, plans))
        outcomes = into_files(items, out, formats, limits, reviews, own, indent=indented, force=force)

    _tell(outcomes, len(items), None if out is None else str(out / ERRORS))


def batch_on_ray(source: str, out: str, address: str | None, jobs: int | None, limit: float) -> None:
    """The same on a cluster: documents at an address become tables at another."""
    from planparse.corpus.cluster import documents_at, into_parquet  # noqa: PLC0415 - needs an extra

    documents = documents_at(source)
    _tell(
        into_parquet(source, documents, out, Limits(jobs or 0, limit), address), len(documents), f"{out.rstrip('/')}/errors"
    )


def _tell(outcomes: Generator[Outcome | Remark, None, None], total: int, errors: str | None) -> None:
    """Go through the outcomes, of which there are so many, and tell of them; `errors` is where those stand that have failed."""
    tally = _Tally()
    with closing(outcomes), _progress(total) as advance:
        try:
            for outcome in outcomes:
                if isinstance(outcome, Remark):
                    say(Message("at", where=outcome.where, what=outcome.what))
                    continue
                tally.add(outcome)
                for told in (*outcome.remarks, *outcome.lost):
                    tell(told.words(language()))
                if outcome.error is not None:
                    say(Message("at", where=outcome.path, what=outcome.error))
                advance()
        except KeyboardInterrupt:
            say(Message("stopped", seen=tally.plans, total=total))
            sys.exit(130)  # no typer.Exit: on that main would say once more that it was stopped
    tally.show()
    if tally.failed and errors:
        say(Message("errors-stand-in", path=errors))
    if tally.failed or tally.lost:
        raise typer.Exit(1)


class _Tally:
    """How many plans were done, found done or failed, and what they hold."""

    def __init__(self) -> None:
        self.done = self.before = self.failed = self.lost = 0
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
            self._causes[outcome.error.words(language())] += 1
            return
        self.lost += len(outcome.lost)
        self.before += outcome.before
        self.done += not outcome.before
        self._held.update(dict(zip(COUNTED, outcome.counts, strict=False)))

    def show(self) -> None:
        """Print the table on standard error."""
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(justify="right")
        table.add_column(overflow="fold")
        rows = [
            (figure("done", language()), self.done),
            (figure("done before", language()), self.before),
            (figure("failed", language()), self.failed),
        ]
        causes = sorted(self._causes.items(), key=lambda cause: (-cause[1], cause[0]))
        rows += [(f"  {printable(cause)}", count) for cause, count in causes[:_CAUSES]]
        if rest := causes[_CAUSES:]:
            rows.append((f"  {figure('other causes', language()).format(len(rest))}", sum(count for _, count in rest)))
        rows += [(figure(name, language()), self._held[name]) for name in COUNTED]
        for what, count in rows:
            table.add_row(f"{count:,}", what)
        _console().print(table)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """What to call behind each plan: a bar moves on a terminal; elsewhere a line comes now and then."""
    console = _console()
    if console.is_terminal:
        columns = (BarColumn(), MofNCompleteColumn(), TextColumn(figure("plans", language())), TimeRemainingColumn())
        with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
            task = bar.add_task("", total=total)
            yield lambda: bar.advance(task)
        return
    seen = 0

    def advance() -> None:
        nonlocal seen
        seen += 1
        if seen * _TOLD // total > (seen - 1) * _TOLD // total and total >= _TOLD and seen < total:
            say(Message("so-far", seen=seen, total=total))

    yield advance


def _console() -> Console:
    return Console(stderr=True, markup=False, highlight=False, emoji=False)

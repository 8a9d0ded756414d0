"""Runs over many plans: into one file each, into one file with one line each, or as lines for a stream.

Each yields one Outcome per plan while it runs, and ends its processes when it is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from planparse.corpus import workers
from planparse.corpus.discovery import Item
from planparse.corpus.journal import DamagedError, Journal, Record, claimed
from planparse.corpus.lines import Lines
from planparse.corpus.reading import Done, Failed, Job, digest_of, is_done, made_from, to_files, to_line
from planparse.corpus.results import Outcome, Remark, forget_errors, write_errors
from planparse.language.indicators import Entry
from planparse.messages import Message
from planparse.writers import LINES

PLANS: Final = f"plans.{LINES}"
_PRELOAD: Final = ("planparse.corpus.reading", "planparse.corpus.warming")


class Limits(NamedTuple):
    """How many processes work, and how many seconds a plan may take."""

    jobs: int
    limit: float


def into_files(
    items: Sequence[Item],
    out: Path,
    formats: Sequence[str],
    limits: Limits,
    reviews: Path | None = None,
    own: tuple[Entry, ...] = (),
    *,
    indent: bool = False,
    force: bool = False,
) -> Generator[Outcome | Remark, None, None]:
    """Write each plan to files named as it is, in each format, unless an earlier run did; outcomes come as they are ready.

    JSON stands on one line unless `indent` is asked for: it is for programs, and a third of it would be blanks.

    Review files lie beside the results, or in the folder `reviews`; a plan some of whose decisions find no place is tried again by the
    next run. With `force` all is read anew, and what somebody has edited is written over. `own` are entries of a register of
    indicators of one's own; where they have changed all is read anew, too.

    What fails stands in errors.jsonl at the end. Raises OutputError where another run is at work there, or nothing can be
    written any more.
    """
    with claimed(out) as folder:
        forget_errors(out)
        journal = Journal(folder / "files.jsonl", _digest(own))
        remembered = yield from _remembered(journal)
        before = {record.output: record for record in remembered}
        failed: list[Outcome] = []

        reviewed = _reviewed(reviews or out)

        def job(item: Item) -> Job:
            files = tuple((name, out / f"{item.name}.{name}") for name in formats)
            return Job(item, files, folder, reviewed(item), indent, force, own)

        def is_as_before(item: Item) -> bool:
            outputs = [f"{item.name}.{name}" for name in formats]
            made_from = {_made_from(before.get(output), item) for output in outputs}
            if force or len(made_from) > 1 or (known := made_from.pop()) is None:
                return False
            files = [f"{out}/{output}" for output in outputs]
            return is_done(item.path, known, files, reviewed(item), indent=indent)

        with journal.opened(before.values()):
            missing = []
            for item in items:
                if is_as_before(item):
                    yield Outcome(item.path, before[f"{item.name}.{formats[0]}"].counts or (), before=True)
                else:
                    missing.append(item)
            for item, result in _results(to_files, missing, job, limits):
                if isinstance(result, Failed):
                    failed.append(_outcome(item, result))
                else:
                    for name in formats if not result.lost else ():
                        journal.add(Record(item.place, result.sha256, f"{item.name}.{name}", result.counts))
                yield _outcome(item, result)
        write_errors(out, failed, folder)


def into_lines(
    items: Sequence[Item], out: Path, limits: Limits, reviews: Path | None = None, own: tuple[Entry, ...] = ()
) -> Generator[Outcome | Remark, None, None]:
    """Write the plans to plans.jsonl, a line each, in their order; else as `into_files`.

    An earlier run's lines stay as far as the inputs, in their order, and their review files are what they were, and the lines are those
    of the inputs: one that was edited stays, and from one that was taken out, or cut, or whose decisions found no place, all is written
    anew.
    """
    reviewed = _reviewed(reviews or out)
    with claimed(out) as folder:
        forget_errors(out)
        path = out / PLANS
        journal = Journal(folder / "lines.jsonl", _digest(own))
        remembered = yield from _remembered(journal)
        lines = Lines(path)
        kept, failed = yield from _kept(items, remembered, lines, limits, _to_line(reviewed, own))
        with journal.opened(kept), lines.opened():
            for item, record in zip(items, kept, strict=False):
                if record.counts is not None:
                    yield Outcome(item.path, record.counts, before=True)
            yield from failed
            for item, result in _results(to_line, items[len(kept) :], _to_line(reviewed, own), limits, in_order=True):
                if isinstance(result, Done):
                    lines.add(result.line)
                else:
                    failed.append(_outcome(item, result))
                counts, lost = (result.counts, result.lost) if isinstance(result, Done) else (None, ())
                journal.add(Record(item.place, None if lost else result.sha256, PLANS, counts))
                yield _outcome(item, result)
        write_errors(out, failed, folder)


def as_lines(
    items: Sequence[Item],
    write: Callable[[bytes], None],
    limits: Limits,
    reviews: Path | None = None,
    own: tuple[Entry, ...] = (),
) -> Generator[Outcome | Remark, None, None]:
    """Give each plan's line to `write`, in their order; review files lie in the folder `reviews`, or there are none."""
    job = _to_line(_reviewed(reviews), own)
    for item, result in _results(to_line, items, job, limits, in_order=True):
        if isinstance(result, Done):
            write(result.line)
        yield _outcome(item, result)


def _reviewed(reviews: Path | None) -> Callable[[Item], str]:
    """The path of an item's review file, as Job has it."""
    return lambda item: f"{reviews}/{item.name}" if reviews else ""


def _to_line(reviewed: Callable[[Item], str], own: tuple[Entry, ...]) -> Callable[[Item], Job]:
    return lambda item: Job(item, reviewed=reviewed(item), own=own)


def _digest(own: tuple[Entry, ...]) -> str:
    return sha256(repr(own).encode()).hexdigest()[:16] if own else ""


def _results(
    work: Callable[[Job], Done | Failed],
    items: Iterable[Item],
    job: Callable[[Item], Job],
    limits: Limits,
    *,
    in_order: bool = False,
) -> Generator[tuple[Item, Done | Failed], None, None]:
    """Each item with what the work gave for its job. Raises OutputError where the others would fail like this one."""
    jobs = map(job, items)
    found = workers.run(work, jobs, jobs=limits.jobs, limit=limits.limit, preload=_PRELOAD, in_order=in_order)
    with closing(found):
        for (item, *_), result in found:
            if isinstance(result, workers.Failure):
                yield item, Failed(digest_of(item.path), result.message)
            elif isinstance(result, Failed) and result.hopeless:
                raise result.hopeless
            else:
                yield item, result


def _remembered(journal: Journal) -> Generator[Remark, None, list[Record]]:
    """The records of earlier runs; none where they cannot be trusted."""
    try:
        return [*journal.records()]
    except DamagedError as error:
        aside = journal.set_aside()
        yield Remark(str(journal.path), Message("cannot-be-trusted", why=error.why, aside=aside.name))
        return []


def _kept(
    items: Sequence[Item], records: Sequence[Record], lines: Lines, limits: Limits, job: Callable[[Item], Job]
) -> Generator[Remark, None, tuple[list[Record], list[Outcome]]]:
    """The records that still hold for the first items, with the outcomes of those that have failed again."""
    kept: list[Record] = []
    with lines.read() as read:
        for item, record in zip(items, records, strict=False):
            digest = digest_of(item.path)
            if record.input != item.place or record.sha256 != made_from(digest, job(item).reviewed):
                break
            if record.counts is not None and not read(digest or ""):
                yield Remark(str(lines.path), Message("not-as-left", line=lines.count + 1))
                break
            kept.append(record)
    again = [number for number, record in enumerate(kept) if record.counts is None]
    failed: list[Outcome] = []
    tried = _results(to_line, [items[number] for number in again], job, limits, in_order=True)
    with closing(tried):
        for number, (item, result) in zip(again, tried, strict=False):
            if isinstance(result, Done):  # its line belongs before those behind it
                kept = kept[:number]
                lines.cut(sum(record.counts is not None for record in kept))
                break
            failed.append(_outcome(item, result))
    return kept, failed


def _made_from(record: Record | None, item: Item) -> str | None:
    """The sha256 of the input that a record of the item's output is about."""
    return record.sha256 if record and record.input == item.place else None


def _outcome(item: Item, result: Done | Failed) -> Outcome:
    if isinstance(result, Failed):
        return Outcome(item.path, sha256=result.sha256, error=result.error)
    return Outcome(item.path, result.counts, sha256=result.sha256, remarks=result.remarks, lost=result.lost)

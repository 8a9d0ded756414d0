"""Runs over many plans: into a file each, into one file with a line each, or as lines for a stream.

Each gives an Outcome a plan while it goes on, and ends its processes when it is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from planparse.corpus import workers
from planparse.corpus.discovery import Item
from planparse.corpus.journal import Journal, Record, append, claimed
from planparse.corpus.reading import Done, Failed, Job, digest_of, to_files, to_line
from planparse.corpus.results import Outcome, forget_errors, write_errors
from planparse.errors import OutputError

PLANS: Final = "plans.jsonl"
_PRELOAD: Final = ("planparse.parsing.pipeline", "planparse.corpus.reading")


class Pace(NamedTuple):
    """How many processes work, and how many seconds a plan may take."""

    jobs: int
    limit: float


def into_files(items: Sequence[Item], out: Path, formats: Sequence[str], pace: Pace) -> Generator[Outcome, None, None]:
    """Write each plan to files named as it is, in each format, unless an earlier run did; outcomes come as they are ready.

    What fails stands in errors.jsonl at the end. Raises OutputError where another run is at work there, or nothing can be
    written any more.
    """
    with claimed(out) as folder:
        forget_errors(out)
        journal = Journal(folder / "files.jsonl")
        before = {record.output: record for record in journal.records()}
        failed: list[Outcome] = []

        def job(item: Item) -> Job:
            outputs = tuple((name, f"{item.name}.{name}") for name in formats)
            digests = {_made_from(before.get(output), item) for _, output in outputs}
            known = digests.pop() if len(digests) == 1 else None
            return Job(item, tuple((name, out / output) for name, output in outputs), folder, known)

        with journal.opened(before.values()):
            for item, result in _results(to_files, items, job, pace):
                if isinstance(result, Failed):
                    failed.append(_outcome(item, result))
                elif result.counts is not None:
                    for name in formats:
                        journal.add(Record(item.place, result.sha256, f"{item.name}.{name}", result.counts))
                else:
                    counts = before[f"{item.name}.{formats[0]}"].counts
                    yield Outcome(item.path, counts or (), before=True)
                    continue
                yield _outcome(item, result)
        write_errors(out, failed, folder)


def into_lines(items: Sequence[Item], out: Path, pace: Pace) -> Generator[Outcome, None, None]:
    """Write the plans to plans.jsonl, a line each, in their order; else as `into_files`.

    An earlier run's lines stay as far as the inputs, in their order, are what they were.
    """
    with claimed(out) as folder:
        forget_errors(out)
        path = out / PLANS
        journal = Journal(folder / "lines.jsonl")
        kept, failed = _kept(items, [*journal.records()], path, pace)
        with journal.opened(kept), _continued(path, kept[-1].end or 0 if kept else 0) as stream:
            for item, record in zip(items, kept, strict=False):
                if record.counts is not None:
                    yield Outcome(item.path, record.counts, before=True)
            yield from failed
            for item, result in _results(to_line, items[len(kept) :], Job, pace, in_order=True):
                if isinstance(result, Done):
                    append(stream, result.line, path)
                else:
                    failed.append(_outcome(item, result))
                counts = result.counts if isinstance(result, Done) else None
                journal.add(Record(item.place, result.sha256, PLANS, counts, stream.tell()))
                yield _outcome(item, result)
        write_errors(out, failed, folder)


def as_lines(items: Sequence[Item], write: Callable[[bytes], None], pace: Pace) -> Generator[Outcome, None, None]:
    """Give each plan's line to `write`, in their order."""
    for item, result in _results(to_line, items, Job, pace, in_order=True):
        if isinstance(result, Done):
            write(result.line)
        yield _outcome(item, result)


def _results(
    work: Callable[[Job], Done | Failed],
    items: Iterable[Item],
    job: Callable[[Item], Job],
    pace: Pace,
    *,
    in_order: bool = False,
) -> Generator[tuple[Item, Done | Failed], None, None]:
    """Each item with what the work gave for its job. Raises OutputError where the others would fail like this one."""
    jobs = map(job, items)
    found = workers.run(work, jobs, jobs=pace.jobs, limit=pace.limit, preload=_PRELOAD, in_order=in_order)
    with closing(found):
        for (item, *_), result in found:
            if isinstance(result, workers.Trouble):
                yield item, Failed(digest_of(item.path), result.words)
            elif isinstance(result, Failed) and result.hopeless:
                raise OutputError(
                    f"{result.error.removesuffix('; choose another place with -o')}; make room and start again"
                )
            else:
                yield item, result


def _kept(items: Sequence[Item], records: Sequence[Record], path: Path, pace: Pace) -> tuple[list[Record], list[Outcome]]:
    """The records that still hold for the first items, with the outcomes of those that have failed again."""
    size = path.stat().st_size if path.exists() else 0
    kept: list[Record] = []
    for item, record in zip(items, records, strict=False):
        same = record.input == item.place and record.sha256 == digest_of(item.path)
        if not same or record.end is None or record.end > size:
            break
        kept.append(record)
    again = [number for number, record in enumerate(kept) if record.counts is None]
    failed: list[Outcome] = []
    tried = _results(to_line, [items[number] for number in again], Job, pace, in_order=True)
    with closing(tried):
        for number, (item, result) in zip(again, tried, strict=False):
            if isinstance(result, Done):  # its line belongs before those behind it
                return kept[:number], failed
            failed.append(_outcome(item, result))
    return kept, failed


@contextmanager
def _continued(path: Path, end: int) -> Iterator[BinaryIO]:
    """The file, cut behind `end` bytes, to be written on. Raises OutputError where that is impossible."""
    try:
        stream = path.open("r+b" if path.exists() else "xb", buffering=0)
        with ExitStack() as stack:
            stack.enter_context(stream)
            stream.truncate(end)
            stream.seek(end)
            stack.pop_all()
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); choose another place with -o") from error
    with stream:
        yield stream


def _made_from(record: Record | None, item: Item) -> str | None:
    """The sha256 of the input that a record of the item's output is about."""
    return record.sha256 if record and record.input == item.place else None


def _outcome(item: Item, result: Done | Failed) -> Outcome:
    if isinstance(result, Failed):
        return Outcome(item.path, sha256=result.sha256, error=result.error)
    return Outcome(item.path, result.counts or (), sha256=result.sha256)

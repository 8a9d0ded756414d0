"""Many plans, one after the other, as the commands that put them into tables take them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from planparse.cli.streams import STDIN, Failures, in_time, plan_at
from planparse.corpus.discovery import find, is_many
from planparse.corpus.extracted import Source, holds_extracted, plan_of, sources
from planparse.model import Plan


def every_plan(arguments: Sequence[Path], failures: Failures) -> Iterator[tuple[Path, Plan]]:
    """The plans that arguments name, with their paths, one at a time: files, lines of jsonl, extracted plans in folders."""
    for argument in arguments:
        if argument == STDIN:
            yield from failures.each([argument], lambda plan: (plan, plan_at(plan)))
        else:
            yield from failures.each(sources(str(argument)), lambda source: (Path(source.where), _plan_of(source)))


def every_text(arguments: Sequence[Path], failures: Failures) -> Iterator[tuple[Path, Plan]]:
    """The same, and of a folder that holds nothing extracted, or of a glob, the plans themselves."""
    for argument in arguments:
        place = str(argument)
        if argument == STDIN or not is_many(place) or holds_extracted(place):
            yield from every_plan([argument], failures)
        else:
            yield from failures.each((Path(item.path) for item in find([place], None)), lambda plan: (plan, plan_at(plan)))


def _plan_of(source: Source) -> Plan:
    return in_time(lambda _: plan_of(source), Path(source.where))

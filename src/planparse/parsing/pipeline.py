"""A document becomes a Plan: the stages in order, readable as a table of contents."""

from __future__ import annotations

from datetime import date
from heapq import merge
from itertools import chain

from planparse.language.amounts import find_amounts
from planparse.language.folding import simplify
from planparse.model import Plan
from planparse.parsing.assemble import assemble
from planparse.parsing.deadlines import find_deadlines
from planparse.parsing.genre import OPENING, genre_of
from planparse.parsing.joins import Readings
from planparse.parsing.metadata import read_metadata
from planparse.parsing.outline.committing import committing
from planparse.parsing.outline.tree import read_outline
from planparse.parsing.outline.unmarked import with_unmarked
from planparse.parsing.paragraphs.normalize import normalize
from planparse.parsing.periods import period_of, year_meant
from planparse.parsing.references import find_citations
from planparse.parsing.responsibilities import find_clauses, find_standing_bodies
from planparse.parsing.tables.grids import cells_under, find_tables, outside
from planparse.parsing.targets import commits, find_indicators, find_targets, with_trades
from planparse.parsing.targets.skeleton import paint
from planparse.parsing.task_tables import cells_of_tasks, with_tasks
from planparse.room import Room
from planparse.text import Document


def parse_document(document: Document, room: Room) -> Plan:
    """Read a document as a plan. Any text gives a Plan; trouble in the text is among its diagnostics.

    Raises InputError where more is found than there is room for.
    """
    source, folded = normalize(document.source)

    head = read_metadata(source.text, folded)
    clauses = room.of(find_clauses(folded, head.plan_start), 3)
    tables = room.of(find_tables(source.text, folded, head.plan_start))
    marked = read_outline(
        source.text,
        folded,
        head.plan_start,
        room,
        [(table.start, table.end) for table in tables],
        [heading for heading in source.headings if heading[0] >= head.title_end],
    )
    unmarked = room.of(with_unmarked(source.text, folded, marked, clauses, head.plan_start), 3)
    items = with_tasks(source.text, folded, unmarked, tables)
    standing = find_standing_bodies(folded, head.plan_start)
    citations = room.of(find_citations(folded), 3)
    cited, cells = [(c.start, c.end) for c in citations], [*cells_under("deadline", tables)]
    # By the title as it is written out, without what print puts into it: all that `validate` has of it.
    period, issued_on = period_of(head.metadata.title or ""), head.metadata.issued_on
    since = issued_on or (date(period.first, 1, 1) if period else None)
    this_year = year_meant(period, issued_on)
    times = room.of(find_deadlines(folded, cited, issued_on, cells, this_year, since), 5)
    amounts = room.of(find_amounts(folded), 5)
    skeleton = paint(folded, amounts, times)
    printed = simplify(source.text)
    prose = merge(
        outside(tables, committing(folded, unmarked, head.title_end, len(folded))), cells_of_tasks(folded, items, tables)
    )
    found = room.of(
        chain(find_targets(printed, skeleton, times, prose), find_indicators(printed, folded, tables, this_year)), 5
    )
    # The press puts its headline and dateline ahead of all.
    genre = genre_of(head.metadata.title or head.metadata.notice_title, folded[: head.plan_start + OPENING])
    committed = sorted((target for target in found if commits(target, genre)), key=lambda target: target.start)
    targets = [*with_trades(committed, items, printed, skeleton.text)]

    return assemble(
        document,
        source,
        folded,
        Readings(
            head,
            items,
            clauses,
            standing,
            tables,
            citations,
            times,
            amounts,
            skeleton.text,
            targets,
        ),
        room,
    )

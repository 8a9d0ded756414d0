"""A plan on a terminal: a tree, or a table of its targets."""

import os
from collections.abc import Iterator
from io import StringIO
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from planparse.cli.fitting import Column, Fitted
from planparse.labels import Language, heading, note, worded
from planparse.model import Deadline, Measure, Plan, Section, Target
from planparse.text import printable
from planparse.wording import confidence_words, promise_words, value_words


def rendered(view: RenderableType, width: int | None = None, *, plain: bool = False) -> str:
    """The view as text: in colour and as wide as the terminal or as COLUMNS says; plain and 80 or `width` wide where there is none.

    `plain` is for what goes into a file: no colour even if there is a terminal.
    """
    console = Console(markup=False, highlight=False, emoji=False, file=StringIO() if plain else None)
    if width is not None and not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = width
    with console.capture() as capture:
        console.print(view)
    return capture.get()


def tree(plan: Plan, language: Language) -> RenderableType:
    """Sections and measures, each with what stands in it: units by role, targets, deadlines."""
    root = Tree(_head(plan, language), guide_style="dim")
    nodes: dict[str | None, Tree] = {None: root}
    outline: list[Section | Measure] = [*plan.sections, *plan.measures]
    for item in sorted(
        outline, key=lambda item: item.span.start
    ):  # of two at one place the section, which may hold the other
        if isinstance(item, Section):
            nodes[item.id] = nodes[item.parent_id].add(_words(f"{item.marker}{item.heading}", "bold"))
        else:
            nodes[item.id] = nodes[item.section_id].add(_words(f"{item.marker}{item.title}", "bold cyan"))
            for label, words in _units(item, language):
                nodes[item.id].add(_labelled(label, words))
    findings: list[Target | Deadline] = [*plan.targets, *plan.deadlines]
    for finding in sorted(findings, key=lambda finding: finding.span.start):
        nodes[finding.measure_id or finding.section_id].add(
            _labelled(worded("what", "target", language), _sentence(finding, language))
            if isinstance(finding, Target)
            else _labelled(worded("what", "deadline", language), _time(finding, language))
        )
    return root


def target_table(plan: Plan, language: Language) -> RenderableType:
    """The targets, a row each."""
    targets = plan.targets
    kinds, indicators, outcomes, scopes, values, dues, strengths, paths, sure = (
        heading(name, language)
        for name in ("kind", "indicator", "outcome", "scope", "value", "due", "strength", "path", "confidence")
    )
    columns = (
        Column(kinds, [Text(worded("kind", target.kind, language)) for target in targets], spared=3),
        Column(indicators, [_words(target.indicator) for target in targets], readable=12),
        Column(outcomes, [_words(target.outcome or "") for target in targets], readable=8, spared=4),
        Column(scopes, [_words(target.scope or "") for target in targets], spared=5),
        Column(values, [_words(value_words(target), "green") for target in targets], readable=10, justify="right"),
        Column(dues, [Text(str(target.due or "")) for target in targets]),
        Column(strengths, [Text(worded("strength", target.strength, language)) for target in targets], spared=1),
        Column(paths, [_words(target.path) for target in targets], readable=12, spared=2),
        Column(sure, [Text(confidence_words(target)) for target in targets], spared=6, justify="right"),
    )
    table = Fitted(columns, "planparse export")
    return Group(_head(plan, language), Text(), table, Text())


def _head(plan: Plan, language: Language) -> Text:
    """Title, then who issued it when and for where, then how much was found."""
    metadata, region = plan.metadata, plan.metadata.region
    place = "".join(filter(None, (region.province, region.city, region.county)))
    status = worded("status", metadata.status, language)
    facts = (metadata.doc_number, metadata.issuer, str(metadata.issued_on or ""), status, place, region.adcode)
    lists = ("sections", "measures", "targets", "deadlines", "references", "diagnostics")
    counts = (f"{heading(name, language).lower()} {len(getattr(plan, name))}" for name in lists)
    return Text("\n").join(
        (
            _words(metadata.title or plan.source.name or plan.id, "bold"),
            _words(" · ".join(filter(None, facts))),
            _words(", ".join(counts), "dim"),
        )
    )


def _units(measure: Measure, language: Language) -> Iterator[tuple[str, str]]:
    """The units of each clause by role, as printed: ("牵头", "市卫生健康委")."""
    for clause in measure.responsibilities:
        for role, units in groupby(clause.units, key=lambda unit: unit.role):
            yield worded("role", role, language), "、".join(unit.name for unit in units)


def _sentence(target: Target, language: Language) -> str:
    outcome = f"，{target.outcome}" if target.outcome else ""
    return f"{target.indicator}{outcome} {promise_words(target, language)}"


def _time(deadline: Deadline, language: Language) -> str:
    """The words with the days they mean: `2023—2025年 → 2023-01-01 … 2025-12-31`."""
    days = " … ".join(str(day) for day in (deadline.start, deadline.end) if day)
    months = note("months", language, deadline.months) if deadline.months is not None else ""
    return f"{deadline.text} → {days or months or worded('kind', deadline.kind, language)}"


def _labelled(label: str, words: str) -> Text:
    return Text.assemble((label, "dim"), " ", _words(words))


def _words(text: str, style: str = "") -> Text:
    return Text(printable(text), style)

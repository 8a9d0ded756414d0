"""Markdown, one table below the other, with all text of plans escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from planparse.exporting.people import Line, view
from planparse.exporting.tables import Table
from planparse.labels import Language, heading
from planparse.text import printable

# Marks of CommonMark and GitHub's tables, formulas, emoji and mentions. What opens a tag or an entity becomes an entity: not
# every renderer knows a backslash before it.
_MARKS: Final = re.compile(r"[\\`*_{}\[\]|~$!@]|:(?=[\w/+-])", re.ASCII)
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def as_markdown(tables: Sequence[Table], language: Language, *, everything: bool) -> str:
    """Each table under its heading. Rows that people are spared stand there only where everything is asked for."""
    blocks = []
    for table in tables:
        shown = view(table, language, everything=everything)
        blocks.append(f"## {heading(table.name, language)}")
        if shown.rows:
            rule = _row("---" for _ in shown.headings)
            rows = (_row("<br>".join(map(_line, cell)) for cell in row) for row in shown.rows)
            blocks.append("\n".join((_row(map(escaped, shown.headings)), rule, *rows)))
        blocks += shown.notes
    return "\n\n".join(blocks) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(line: Line) -> str:
    return escaped(line.words)


def escaped(words: str) -> str:
    """The words on one line, as Markdown that shows them."""
    return _MARKS.sub(r"\\\g<0>", printable(words)).translate(_ENTITIES)

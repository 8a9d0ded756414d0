"""The ledger in Markdown, for pasting into documents."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.exporting.as_markdown import as_markdown as tables_as_markdown
from planparse.exporting.as_markdown import escaped
from planparse.exporting.ledger.shares import Asked, Share
from planparse.exporting.ledger.sheets import sheets
from planparse.labels import Language


def as_markdown(shares: Sequence[Share], asked: Asked, language: Language) -> str:
    """What the ledger holds, then its tables under their headings."""
    ledger = sheets(shares, asked, language)
    return f"{escaped(ledger.caption)}\n\n{tables_as_markdown(ledger.tables, language, everything=True)}"

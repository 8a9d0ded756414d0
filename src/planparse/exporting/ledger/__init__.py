"""任务分解台账, the ledger of tasks that an office keeps of its plans: who does what, to which value, by when, and where it says so.

LEDGER_FORMS: the name of a format → its form; `planparse ledger --format` offers its keys.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from planparse.exporting.ledger.as_docx import as_docx
from planparse.exporting.ledger.as_ics import as_ics
from planparse.exporting.ledger.as_markdown import as_markdown
from planparse.exporting.ledger.as_xlsx import as_xlsx
from planparse.exporting.ledger.shares import Asked, Period, Share, share_of
from planparse.labels import Language

__all__ = ["LEDGER_FORMS", "Asked", "LedgerForm", "Period", "Share", "share_of"]


class LedgerForm(NamedTuple):
    """How to write a ledger, the ending of its files, and whether it is no text for a terminal."""

    write: Callable[[Sequence[Share], Asked, Language], str | bytes]
    ending: str
    binary: bool = False


LEDGER_FORMS: Final[dict[str, LedgerForm]] = {
    "markdown": LedgerForm(as_markdown, ".md"),
    "xlsx": LedgerForm(as_xlsx, ".xlsx", binary=True),
    "docx": LedgerForm(as_docx, ".docx", binary=True),
    "ics": LedgerForm(as_ics, ".ics"),
}

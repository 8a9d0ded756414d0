"""任务分解台账, the ledger of tasks that an office keeps of its plans: who does what, to which value, by when, and where it says so.

LEDGERS: the name of a format → what writes it; `planparse ledger --format` offers its keys.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from planparse.exporting.ledger.as_docx import as_docx
from planparse.exporting.ledger.as_ics import as_ics
from planparse.exporting.ledger.as_markdown import as_markdown
from planparse.exporting.ledger.as_xlsx import as_xlsx
from planparse.exporting.ledger.shares import Asked, Period, Share, share_of
from planparse.labels import Language

__all__ = ["LEDGERS", "Asked", "Period", "Share", "share_of"]

Writer = Callable[[Sequence[Share], Asked, Language], str | bytes]

LEDGERS: Final[dict[str, Writer]] = {
    "markdown": as_markdown,
    "xlsx": as_xlsx,
    "docx": as_docx,
    "ics": as_ics,
}

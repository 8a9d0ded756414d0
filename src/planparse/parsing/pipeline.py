"""A document becomes a Plan: the stages in order."""

from __future__ import annotations

from planparse.model import Metadata, Plan, Source
from planparse.text import Document


def parse_document(document: Document) -> Plan:
    """Read a document as a plan. Any text gives a Plan; trouble in the text is among its diagnostics."""
    text = document.source.text
    return Plan(
        id=f"plan-{document.sha256[:16]}",
        source=Source(
            name=document.name,
            media_type=document.media_type,
            sha256=document.sha256,
            encoding=document.encoding,
            char_count=len(text),
        ),
        metadata=Metadata(),
        sections=(),
        measures=(),
        targets=(),
        deadlines=(),
        references=(),
        quantities=(),
        diagnostics=(),
        text=text,
    )

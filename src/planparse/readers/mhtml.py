"""Web pages that a browser saved as a single file (.mhtml, .mht): a mail whose first page is the page."""

from __future__ import annotations

from itertools import count

from planparse.errors import InputError
from planparse.readers import html
from planparse.text import SourceText

_PAGES = ("text/html", "application/xhtml+xml")
_MOST_HEADERS, _LONGEST_HEADER = 20_000, 4_000
_MOST_PARTS = 10_000


def read(data: bytes) -> tuple[SourceText, str]:
    """The text of the document and the name of the page's encoding. Raises InputError where it holds no page, as html.read does."""
    from email import message_from_bytes, policy  # noqa: PLC0415 - most inputs are no mail

    headers = count(1)

    class Bounded(policy.Compat32):
        """What is longer or more than any browser writes would take time that grows with its square, or memory without end."""

        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            if next(headers) > _MOST_HEADERS:
                raise InputError("mhtml-too-many-headers", most=_MOST_HEADERS)
            name, value = super().header_source_parse(sourcelines)
            return name, value[:_LONGEST_HEADER]

    if data.count(b"\n--") > _MOST_PARTS:
        raise InputError("mhtml-too-many-parts", most=_MOST_PARTS)
    try:
        mail = message_from_bytes(data, policy=Bounded())
        page = next((part for part in mail.walk() if part.get_content_type() in _PAGES), None)
    except RecursionError as error:
        raise InputError("mhtml-too-deep") from error
    content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes):
        raise InputError("mhtml-no-page")
    return html.read(content, page.get_content_charset())

"""Web pages that a browser saved as a single file (.mhtml, .mht): a mail whose first page is the page."""

from __future__ import annotations

from planparse.errors import InputError
from planparse.readers import html
from planparse.text import SourceText

_PAGES = ("text/html", "application/xhtml+xml")


def read(data: bytes) -> tuple[SourceText, str]:
    """The text of the document and the name of the page's encoding. Raises InputError where it holds no page, as html.read does."""
    from email import message_from_bytes, policy  # noqa: PLC0415 - most inputs are no mail

    try:
        mail = message_from_bytes(data, policy=policy.compat32)
        page = next((part for part in mail.walk() if part.get_content_type() in _PAGES), None)
    except RecursionError as error:
        raise InputError("mhtml-too-deep") from error
    content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes):
        raise InputError("mhtml-no-page")
    return html.read(content, page.get_content_charset())

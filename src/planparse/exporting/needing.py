"""What a format needs beyond planparse itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from planparse.errors import OutputError
from planparse.formats import FORMATS


@contextmanager
def needed_by(form: str) -> Iterator[None]:
    """Import within it what the format needs. Raises OutputError where that is not installed."""
    try:
        yield
    except ImportError as error:
        raise OutputError("form-needs", form=form, library=FORMATS[form].packages) from error

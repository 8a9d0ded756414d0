"""Regexes as `re` parses them: each once, however many tests look into it, since parsing takes its time."""

from __future__ import annotations

import re._parser
from functools import cache
from typing import Any


@cache
def parsed(regex: str | bytes, flags: int = 0) -> Any:
    return re._parser.parse(regex, flags)

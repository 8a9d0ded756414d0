"""Locations of review files, in a module that is cheap to import."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ENDING: Final = ".review.yaml"


def review_beside(result: str | Path) -> Path | None:
    """The review file that lies beside results of that path, less their endings; None where there is none."""
    path = f"{result}{ENDING}"
    # Path.exists raises where a name is too long to be there; and a run over many plans looks for a file that is not there for each.
    return Path(path) if os.path.exists(path) else None  # noqa: PTH110

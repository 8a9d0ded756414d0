"""Where review files lie: to look for one costs nothing but that."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ENDING: Final = ".review.yaml"


def review_beside(result: Path) -> Path | None:
    """The review file that lies beside results of that path, less their endings; None where there is none."""
    path = result.with_name(f"{result.name}{ENDING}")
    return path if os.path.exists(path) else None  # noqa: PTH110 - Path.exists raises where a name is too long to be there

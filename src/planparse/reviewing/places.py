"""Where review files lie: to look for one costs nothing but that."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ENDING: Final = ".review.yaml"


def review_beside(result: Path, folder: Path | None = None) -> Path | None:
    """The review file of the plan whose results are called so, less their endings: beside them, or in a folder of reviews.

    None where there is none.
    """
    place = folder / result.name if folder else result
    path = place.with_name(f"{place.name}{ENDING}")
    return path if os.path.exists(path) else None  # noqa: PTH110 - Path.exists raises where a name is too long to be there

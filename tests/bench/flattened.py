"""What becomes of the plans in a folder when their line ends and tabs are taken out: the F1 of each list against their own reading.

python tests/bench/flattened.py FOLDER             # of all together
python tests/bench/flattened.py FOLDER --each      # of each plan as well
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import planparse
from forms import LISTS, scores


def pair_of(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """A plan as it is read, and as it is read with all of its lines run together."""
    whole = planparse.extract(path)
    flat = planparse.parse(whole.text.replace("\n", "").replace("\t", ""))
    return json.loads(whole.model_dump_json()), json.loads(flat.model_dump_json())


def main() -> int:
    """Print the figures of the plans that have measures."""
    folder = Path(sys.argv[1])
    pairs = {path.name: pair_of(path) for path in sorted((folder / "plans").glob("*.txt"))}
    pairs = {name: pair for name, pair in pairs.items() if pair[0]["measures"]}
    print(f"{'F1 against its lines':34}", *(f"{name:>16}" for name in LISTS))
    if "--each" in sys.argv:
        for name, pair in pairs.items():
            print(f"{name[:16]:34}", *(f"{share:16.3f}" for share in scores([pair])))
    print(f"{len(pairs)} plans".ljust(34), *(f"{share:16.3f}" for share in scores([*pairs.values()])))
    return 0


if __name__ == "__main__":
    sys.exit(main())

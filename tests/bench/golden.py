"""What is kept in output/ names no digest of the rules: every new rule changes it, while most of what is read stays.

python tests/bench/golden.py FILE...    # takes it out of files that planparse has written
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_RULES = re.compile(r'^( +"?rules"?: ).+$', re.MULTILINE)


def without_rules(content: str) -> str:
    """The content of a JSON or YAML file with null for the digests of the rules: those that made it, and those that read its inputs."""
    return _RULES.sub(r"\1null", content)


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        path.write_text(without_rules(path.read_text("utf-8")), "utf-8")

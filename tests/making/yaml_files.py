"""The YAML files that tests read: cases, gold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where libyaml is there


def read_yaml(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), _LOADER)

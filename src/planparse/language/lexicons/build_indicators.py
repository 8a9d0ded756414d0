"""Makes indicator_names.tsv anew from indicators.yaml; not imported at run time.

    python src/planparse/language/lexicons/build_indicators.py > src/planparse/language/lexicons/indicator_names.tsv

Each line is a name as it is looked up, with + behind it where it is of a growth, the id of its entry, and the
direction and the units of that.
"""

# ruff: noqa: INP001 - a script beside its data, no module of the package

from __future__ import annotations

import sys

from planparse.language.indicators import entries_in, names_of
from planparse.language.lexicon import words


def main() -> None:
    """Write the table to standard output."""
    for name, rest in names_of(entries_in(words("indicators"))).items():
        sys.stdout.write(f"{name}\t{rest}\n")


if __name__ == "__main__":
    main()

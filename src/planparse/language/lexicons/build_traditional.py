"""Rebuilds traditional.tsv. Not imported at run time.

    pip install opencc && python build_traditional.py > traditional.tsv

OpenCC (PyPI `opencc`, Apache 2.0, kept up since 2010) converts better than any table, by words; the rules need one character for one
character, so that offsets stay, and read no word that the characters alone would turn wrong. 馀 is a slip of converters for 余.
"""

# ruff: noqa: INP001 - a script beside its data, no module of the package

import sys

import opencc  # type: ignore[import-not-found]  # installed by whoever rebuilds the table, and by nobody else

HEADER = """\
# Traditional characters and their simplified forms, one to one. Made by build_traditional.py from OpenCC 1.4.2 (Apache 2.0, 2026).
"""


def main() -> None:
    """Write the table to standard output."""
    convert = opencc.OpenCC("t2s").convert
    sys.stdout.write(HEADER + "馀\t余\n")
    for code in range(0x4E00, 0x9FFF + 1):
        character = chr(code)
        simplified = convert(character)
        if simplified != character and len(simplified) == 1:
            sys.stdout.write(f"{character}\t{simplified}\n")


main()

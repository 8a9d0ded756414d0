"""Makes words.tsv anew; not imported at run time. The table holds the words of official plans, how often they stand there, and in how many measures.

    python src/planparse/comparing/build_words.py FOLDER... > words.tsv

FOLDER holds plans extracted to JSON. A word is kept where the general dictionary has it and plans use it twice, or where it is found
in five places by its characters alone; words of the general dictionary that plans do not use fill up the list, so that plans on
other matters are cut into words as well. Those have no measures, and their count is what the general one would be in as much text.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import jieba

_WORD = re.compile(r"[\u4e00-\u9fff]+")
_FEWEST, _FEWEST_UNKNOWN, _FEWEST_GENERAL = 2, 5, 30
_SHORTEST_LINE = 20


def _measures(folder: Path) -> Iterator[str]:
    """The texts of all measures; the longer lines of a plan that has none."""
    for path in sorted(folder.glob("*.json")):
        plan = json.loads(path.read_text("utf-8"))
        yield from [m["text"] for m in plan["measures"]] or [
            line for line in plan["text"].split("\n") if len(line) > _SHORTEST_LINE
        ]


def main(folders: list[str]) -> None:
    """Write the table to standard output."""
    cutter = jieba.Tokenizer()
    cutter.initialize()
    general: dict[str, int] = {word: count for word, count in cutter.FREQ.items() if count and _WORD.fullmatch(word)}
    counts: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    texts = 0
    for folder in folders:
        for text in _measures(Path(folder)):
            found = [word for word in cutter.lcut(text) if _WORD.fullmatch(word)]
            counts.update(found)
            spread.update(set(found))
            texts += 1
    kept = {word: n for word, n in counts.items() if n >= (_FEWEST if word in general else _FEWEST_UNKNOWN)}
    scale = counts.total() / sum(general.values())
    for word, n in general.items():
        if word not in kept and n >= _FEWEST_GENERAL and len(word) > 1:
            kept[word] = max(1, round(n * scale))
    source = "from plans of some 60 governments and jieba's dictionary (0.42.1, MIT) by build_words.py"
    sys.stdout.write(f"# of {texts} measures: word, count, measures that hold it; {source}\n")
    for word in sorted(kept):
        sys.stdout.write(f"{word}\t{kept[word]}\t{spread[word] if word in counts else 0}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

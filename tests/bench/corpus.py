"""A report on a folder of real texts: what planparse makes of them, what does not hold, what it leaves unread.

python tests/bench/corpus.py FOLDER    # FOLDER/plans/*.txt, and FOLDER/bulk.jsonl with {id, title, text} a line

Exit status 1 where a text crashed or broke an invariant, a printed clause is neither read nor diagnosed, or a group is dear.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path

from clauses import VERDICTS
from tallies import COUNTED, Look, Tally, Text, tally, time_ratios

DEAREST_RATIO = 2.0
LEAST_CHARACTERS = 1_000  # of a text whose cost a character is worth naming
FEW, FIRST_OTHERS, DEAREST = 20, 200, 10


def texts_in(folder: Path) -> dict[str, list[Text]]:
    """The texts of a corpus by group: plans, and bulk where there is such a file."""
    groups = {"plans": [Text(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("plans/*.txt"))]}
    bulk = folder / "bulk.jsonl"
    if bulk.exists():
        with bulk.open(encoding="utf-8") as lines:
            groups["bulk"] = [Text(row["id"], row["text"]) for row in map(json.loads, lines)]
    return groups


def faults(tallies: Mapping[str, Tally], ratios: Mapping[str, float]) -> list[str]:
    """Why the exit status is 1, a line each; nothing where all holds."""
    found: list[str] = []
    for group, of in tallies.items():
        if of.crashes:
            found.append(f"{group}: {len(of.crashes)} texts crashed")
        if of.breaches:
            found.append(f"{group}: {len(of.breaches)} breaches of invariants")
        if of.uncovered:
            found.append(f"{group}: {len(of.uncovered)} words in clause position are neither read nor diagnosed")
        if ratios[group] > DEAREST_RATIO:
            found.append(f"{group}: a character costs {ratios[group]:.2f} times one of the seeds, more than {DEAREST_RATIO}")
    return found


def report(
    tallies: Mapping[str, Tally],
    ratios: Mapping[str, float],
    dearest: Iterable[tuple[float, Text]],
    *,
    each: bool = False,
    uncovered: bool = False,
    other: bool = False,
) -> Iterator[str]:
    """The report, line by line."""
    all_ = [*tallies.values()]
    yield from _aligned(
        [
            ["", *tallies],
            ["texts", *(f"{len(of.sound) + len(of.crashes):,}" for of in all_)],
            ["characters", *(f"{of.characters:,}" for of in all_)],
            ["crashes", *(f"{len(of.crashes)}" for of in all_)],
            ["refused", *(f"{len(of.refused)}" for of in all_)],
            ["breaches of invariants", *(f"{len(of.breaches)}" for of in all_)],
            ["cost a character ÷ seeds", *(f"{ratios[group]:.2f}" for group in tallies)],
        ]
    )
    for group, of in tallies.items():
        yield from _listed(f"crashes in {group}", of.crashes)
        yield from _listed(f"breaches in {group}", of.breaches)
        # Many a bulk text is no plan; one that prints clauses may be.
        heading = "refused in plans" if group == "plans" else f"refused in {group} though they print clauses"
        named = [refusal for refusal in of.refused if group == "plans" or refusal.words]
        yield from _listed(
            heading, [f"{name} ({words} words in clause position): {reason}" for name, reason, words in named]
        )
    yield from _listed("dearest texts, cost a character ÷ seeds", _dearest(dearest))

    yield from _headed("counts")
    yield from _aligned([[_name(key), *(f"{of.counts[key]:,}" for of in all_)] for key in COUNTED])
    yield from _headed("diagnostics")
    codes = sorted({code for of in all_ for code in of.codes})
    yield from _aligned([[code, *(f"{of.codes[code]:,}" for of in all_)] for code in codes])
    if each:
        yield from _headed("each plan")
        yield from _each(tallies["plans"].each, codes)

    yield from _headed("words in clause position")
    yield from _aligned(
        [
            *([verdict, *(f"{of.verdicts[verdict]:,}" for of in all_)] for verdict in VERDICTS),
            ["share covered", *(f"{of.share_covered:.2%}" for of in all_)],
            ["in refused texts", *(f"{of.in_refused:,}" for of in all_)],
        ]
    )
    for group, of in tallies.items():
        yield from _listed(f"uncovered in {group}", of.uncovered, None if uncovered else FEW)

    yield from _headed("numbers")
    yield from _aligned([["share of role other", *(f"{of.share_other:.2%}" for of in all_)]])
    if other:
        others = [f"{group} {line}" for group, of in tallies.items() for line in of.others]
        yield from _listed("numbers of role other", others, FIRST_OTHERS)


def _dearest(texts: Iterable[tuple[float, Text]]) -> list[str]:
    long = ((ratio, text) for ratio, text in texts if len(text.text) >= LEAST_CHARACTERS)
    return [f"{ratio:5.2f}  {text.name}" for ratio, text in islice(long, DEAREST)]


def _each(looks: Sequence[Look], codes: Sequence[str]) -> Iterator[str]:
    """A line a plan: counts by kind, then diagnostics by code, below two lines of headings."""
    lists: list[str] = []
    for name, keys in groupby([*COUNTED, *(("diagnostics", code) for code in codes)], key=lambda key: key[0]):
        lists += [name, *("" for _ in islice(keys, 1, None))]
    yield from _aligned(
        [
            ["", *lists],
            ["", *(kind or "all" for _, kind in COUNTED), *codes],
            # The number that its file name begins with: names of their full length would leave the columns no room.
            *(
                [
                    look.name.partition("_")[0],
                    *(str(look.counts[key]) for key in COUNTED),
                    *(str(look.codes[code]) for code in codes),
                ]
                for look in looks
            ),
        ]
    )


def _name(key: tuple[str, str]) -> str:
    return f"  {key[1]}" if key[1] else key[0]


def _headed(heading: str) -> Iterator[str]:
    yield from ("", heading)


def _listed(heading: str, lines: Sequence[str], most: int | None = None) -> Iterator[str]:
    """The heading with the lines below it, or nothing where there are none."""
    if not lines:
        return
    shown = lines[:most]
    yield from _headed(heading if len(shown) == len(lines) else f"{heading}, the first {len(shown)} of {len(lines)}")
    yield from (f"  {line}" for line in shown)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as columns: words to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *figures in rows:
        cells = (figure.rjust(width) for figure, width in zip(figures, widths[1:], strict=True))
        yield f"  {name.ljust(widths[0])}  {'  '.join(cells)}".rstrip()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; the exit status."""
    parser = argparse.ArgumentParser(description="What planparse makes of a folder of real texts.")
    parser.add_argument("folder", type=Path, help="holds plans/*.txt and bulk.jsonl")
    parser.add_argument("--each", action="store_true", help="counts and diagnostics a line a plan as well")
    parser.add_argument("--uncovered", action="store_true", help=f"all uncovered clauses, not the first {FEW}")
    parser.add_argument(
        "--other", action="store_true", help=f"the first {FIRST_OTHERS} numbers of role other in their context"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the totals, to compare two runs")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        print(
            f"{options.folder}: no such folder, nothing to report on; name one: make corpus CORPUS=folder", file=sys.stderr
        )
        return 0

    groups = texts_in(options.folder)
    if not any(groups.values()):
        parser.error(f"{options.folder} holds neither plans/*.txt nor bulk.jsonl")
    tallies = {group: tally(texts, twice=group == "plans") for group, texts in groups.items()}
    ratios, dearest = time_ratios({group: of.sound for group, of in tallies.items()})
    for line in report(tallies, ratios, dearest, each=options.each, uncovered=options.uncovered, other=options.other):
        print(line)
    if options.json:
        totals = {group: {**of.totals(), "time_ratio": round(ratios[group], 2)} for group, of in tallies.items()}
        options.json.write_text(json.dumps(totals, ensure_ascii=False, indent=2) + "\n", "utf-8")
    missed = faults(tallies, ratios)
    for line in missed:
        print(f"FAILS {line}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

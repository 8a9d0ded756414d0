"""How right the metadata are, against what a reader found in the heads and tails of documents of many offices.

python tests/bench/metadata.py CORPUS [--misses]

The gold lies in tests/gold/metadata, the documents in CORPUS/files. Prints the share of each field that is right, with its 95 %
interval, and with --misses what is wrong in the half that rules may be written with; of the other half nobody is to see it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import planparse
from planparse import InputError, InvalidGoldError
from planparse.evaluating.counts import Count, summed
from planparse.evaluating.fields import Check, metadata_checks
from planparse.evaluating.gold import GoldMetadata, GoldRecord
from planparse.evaluating.intervals import wilson
from planparse.model import Metadata
from planparse.readers import read
from planparse.validating import record_in

GOLD = Path(__file__).resolve().parents[1] / "gold" / "metadata"
HALVES = ("building", "measuring")
FIELDS = ("title", "notice_title", "doc_number", "issuer", "issued_on")


class Named(GoldMetadata):
    """The metadata of the document whose file begins with that name."""

    document: str


class Half(GoldRecord):
    """The documents of one half."""

    documents: tuple[Named, ...]


def gold_of(half: str) -> tuple[Named, ...]:
    """What was annotated of a half."""
    file = GOLD / f"{half}.yaml"
    return record_in(file.read_bytes(), str(file), Half, "a-gold-file", InvalidGoldError).documents


def checked(half: str, files: Path) -> dict[str, list[Check]]:
    """The checks of each document, by its name."""
    return {gold.document: [*metadata_checks(gold, found(next(files.glob(f"{gold.document}_*"))))] for gold in gold_of(half)}


def found(file: Path) -> Metadata:
    """What planparse says of a document, be it a plan or not; of a scan without words nothing."""
    try:
        document = read(file.read_bytes(), file.name)
    except InputError:
        return Metadata()
    return planparse.parse(document.source.text).metadata


def counts(half: Mapping[str, Sequence[Check]]) -> dict[str, Count]:
    """How many of each field are right."""
    return summed({check.field: Count(right=int(check.is_right), total=1) for check in checks} for checks in half.values())


def rows(halves: Sequence[Mapping[str, Count]]) -> Iterator[str]:
    """A line a field, a column a half."""
    for field in FIELDS:
        cells = []
        for half in halves:
            right, total = half[field].right, half[field].total
            low, high = wilson(right, total) or (0.0, 1.0)
            cells.append(f"{right / total:.3f} ({low:.2f}–{high:.2f})")
        yield f"{field:14}{'   '.join(cells)}"


def main() -> None:
    """Print the shares of both halves, and where it is asked for the misses of the first."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="folder that holds the documents in files/")
    parser.add_argument("--misses", action="store_true", help="list what is wrong in the documents for building")
    arguments = parser.parse_args()
    halves = [checked(half, arguments.corpus / "files") for half in HALVES]
    print("{:14}{}".format("", "   ".join(f"{half}, {len(checks)}" for half, checks in zip(HALVES, halves, strict=True))))
    print("\n".join(rows([*map(counts, halves)])))
    if arguments.misses:
        for name, checks in halves[0].items():
            for check in checks:
                if not check.is_right:
                    print(f"{name} {check.field}: {check.found} instead of {check.gold}")


if __name__ == "__main__":
    main()

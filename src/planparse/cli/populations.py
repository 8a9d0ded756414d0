"""The user's table of populations, which names its sources."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Annotated, Any, Final

from pydantic import Field, ValidationError

from planparse.comparing.populations import Populations
from planparse.comparing.results import Population
from planparse.errors import InputError, InvalidFileError
from planparse.language.numerals import multiplier
from planparse.messages import Message
from planparse.model import Record
from planparse.readers.plain_text import decode
from planparse.validating import values_at
from planparse.validating.faults import faults_of

_COLUMNS: Final = ("plan", "region", "population", "source", "year")
_PEOPLE: Final = re.compile(r"(?P<number>[0-9][0-9,，]{0,30}(?:\.[0-9]{1,30})?)(?P<scale>[万亿]?)人?")
_YEAR: Final = re.compile("[0-9]{4}")
_MOST: Final = 100_000_000_000  # more people than there are


class _Row(Record):
    """A line of the table: of a plan, by file name, title or id, or of a region by its name."""

    plan: Annotated[str | None, Field(min_length=1)] = None
    region: Annotated[str | None, Field(min_length=1)] = None
    population: Annotated[int, Field(gt=0, le=_MOST)]
    source: Annotated[str, Field(min_length=1)]
    year: Annotated[int, Field(ge=1900, le=2100)]


def populations_in(data: bytes, where: str) -> Populations:
    """The table in the bytes of a CSV or YAML file: plan or region, population, source, year; `where` is what messages call the file.

    Raises InputError where it is no text, and InvalidFileError, with all faults, where it does not hold.
    """
    problems: list[Message] = []
    if where.lower().endswith((".yaml", ".yml", ".json")):
        values, problems = values_at(data, where, InvalidFileError)
        listed = values if isinstance(values, list) else []
    else:
        listed = [*_in_csv(data, where)]
    if not listed or not all(isinstance(row, dict) for row in listed):
        raise InvalidFileError(where, [Message("no-populations")])
    rows: list[_Row] = []
    for number, fields in enumerate(listed, 1):
        read = _read(fields)
        try:
            row = _Row.model_validate(read)
        except ValidationError:
            problems += (Message("in-row", row=number, what=fault) for fault in faults_of(read, _Row, "a-population"))
            continue
        if (row.plan is None) == (row.region is None):
            problems.append(Message("in-row", row=number, what=Message("plan-or-region")))
        rows.append(row)
    if problems:
        raise InvalidFileError(where, problems)
    return _populations(rows)


def _in_csv(data: bytes, where: str) -> Iterator[dict[str, Any]]:
    try:
        text, _ = decode(data)
    except InputError as error:
        raise error.at(where) from error
    try:
        for row in csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=None)):
            yield {name: value.strip() for name, value in row.items() if name in _COLUMNS and isinstance(value, str)}
    except csv.Error as error:  # a cell longer than any table of populations has
        raise InvalidFileError(where, [Message("no-populations")]) from error


def _read(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with numbers for what is written as one: 829.5万, 8,295,000; what is empty is left out."""
    read = {name: value for name, value in fields.items() if value not in (None, "")}
    if isinstance(people := read.get("population"), str) and (match := _PEOPLE.fullmatch(people)):
        number = float(re.sub("[,，]", "", match["number"]))
        read["population"] = round(number * (multiplier(match["scale"]) if match["scale"] else 1))
    if isinstance(year := read.get("year"), str) and _YEAR.fullmatch(year):
        read["year"] = int(year)
    return read


def _populations(rows: Sequence[_Row]) -> Populations:
    """The populations that the lines of a table say; of two for one plan or region, the later."""
    plans: dict[str, Population] = {}
    regions: dict[str, Population] = {}
    for row in rows:
        found = Population(people=row.population, source=row.source, year=row.year)
        if row.plan is not None:
            plans[row.plan] = found
        elif row.region is not None:
            regions[row.region] = found
    return Populations(plans, regions)

"""How compared plans are written. FORMS: the name of a format → its form; `--format` offers the keys, and html beside them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Generic, NamedTuple, TypeVar

import typer

from planparse.citing import Citable, citation
from planparse.cli.speaking import Refused, language
from planparse.cli.streams import write_out
from planparse.exporting.as_csv import csv_of
from planparse.exporting.as_markdown import as_markdown
from planparse.exporting.as_xlsx import workbook
from planparse.exporting.people import chosen
from planparse.exporting.tables import Table
from planparse.labels import Language
from planparse.model import Plan, Record
from planparse.writers.as_json import as_json

Out = Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE")]
Cite = Annotated[bool, typer.Option("--cite")]
Found = TypeVar("Found", bound=Record)


@dataclass(frozen=True, slots=True)
class Compared(Generic[Found]):
    """What comparing gave, the plans that were compared, and all tables of it."""

    found: Found
    plans: Sequence[Plan]
    tables: Sequence[Table]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options ask for: the tables of these names, or those that the form holds by itself."""

    parts: Sequence[str]
    everything: bool
    language: Language
    out: Path | None


class Form(NamedTuple):
    """How to write, how many tables --part may choose (None: any number), and whether it is no text for a terminal."""

    write: Callable[[Compared[Any], Wanted], str | bytes]
    tables: int | None = None
    binary: bool = False


def write(form: Form, compared: Compared[Any], wanted: Wanted) -> None:
    """Write it to the file that is wanted, or to standard output. Raises OutputError where that is impossible."""
    write_out(wanted.out, form.write(compared, wanted))


def write_citation(command: str, found: Citable, wanted: Wanted) -> None:
    """Write how to cite a result, where `write` would write the result. Raises OutputError where that is impossible."""
    write_out(wanted.out, citation(command, found, wanted.language))


def asked_for(
    forms: Mapping[str, Form], name: str, out: Path | None, parts: Sequence[str] | None, *, everything: bool
) -> tuple[Form, Wanted]:
    """The form of the name, and what the options ask of it. Refuses what it cannot give."""
    form, wanted = forms[name], Wanted(parts or (), everything, language(), out)
    if form.tables is not None and len(wanted.parts) > form.tables:
        raise Refused("one-table" if form.tables else "no-parts", form=name)
    if form.binary and wanted.out is None:
        raise Refused("no-text-form", form=name)
    return form, wanted


def _table(compared: Compared[Any], wanted: Wanted) -> str:
    from planparse.cli.side_by_side import SideBySide  # noqa: PLC0415 - rich is slow to import
    from planparse.cli.views import rendered  # noqa: PLC0415

    tables = chosen(compared.tables, wanted.parts, for_people=True)
    return rendered(SideBySide(tables, wanted.language, wanted.everything), plain=wanted.out is not None)


def _markdown(compared: Compared[Any], wanted: Wanted) -> str:
    tables = chosen(compared.tables, wanted.parts, for_people=True)
    return as_markdown(tables, wanted.language, everything=wanted.everything)


def _json(compared: Compared[Any], _: Wanted) -> bytes:
    return as_json(compared.found)


def _csv(compared: Compared[Any], wanted: Wanted) -> str:
    return csv_of(chosen(compared.tables, wanted.parts, for_people=False)[0])


def _xlsx(compared: Compared[Any], wanted: Wanted) -> bytes:
    return workbook(chosen(compared.tables, wanted.parts, for_people=False), wanted.language)


FORMS: Final[dict[str, Form]] = {
    "table": Form(_table),
    "markdown": Form(_markdown),
    "json": Form(_json, tables=0),
    "csv": Form(_csv, tables=1),
    "xlsx": Form(_xlsx, binary=True),
}


def forms_with(page: Callable[[Compared[Any], Wanted], str]) -> dict[str, Form]:
    """All forms, with html as this page."""
    return {**FORMS, "html": Form(page, tables=0)}

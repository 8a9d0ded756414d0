"""How compared plans are written. FORMS: the name of a format → its form; `--format` offers those that the command has."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple

import typer

from planparse.citing import Citable, citation
from planparse.cli.options import check_readable
from planparse.cli.speaking import Refused, language
from planparse.cli.streams import write_out
from planparse.exporting.as_csv import csv_of
from planparse.exporting.as_markdown import as_markdown
from planparse.exporting.as_xlsx import workbook
from planparse.exporting.people import chosen
from planparse.exporting.tables import Table
from planparse.formats import format_of
from planparse.labels import Language
from planparse.model import Plan
from planparse.writers.as_json import as_json

Cite = Annotated[bool, typer.Option("--cite")]


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing gave, the plans that were compared, and all tables of it."""

    found: Any
    plans: Sequence[Plan]
    tables: Sequence[Table]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options ask for: a format, and in it the tables of these names, or those that it holds by itself."""

    form: str
    parts: Sequence[str]
    everything: bool
    language: Language
    out: Path | None


class Form(NamedTuple):
    """How to write, how many tables --part may choose (None: any number), and the commands that have it (none: all that compare)."""

    write: Callable[[Compared, Wanted], str | bytes]
    tables: int | None = None
    commands: Collection[str] = ()


def write(compared: Compared, wanted: Wanted) -> None:
    """Write it to the file that is wanted, or to standard output. Raises OutputError where that is impossible."""
    write_out(wanted.out, FORMS[wanted.form].write(compared, wanted))


def write_citation(command: str, found: Citable, wanted: Wanted) -> None:
    """Write how to cite a result, where `write` would write the result. Raises OutputError where that is impossible."""
    write_out(wanted.out, citation(command, found, wanted.language))


def forms_of(command: str) -> dict[str, Form]:
    """Those that a command that compares has."""
    return {name: form for name, form in FORMS.items() if not form.commands or command in form.commands}


def asked_for(command: str, form: str | None, out: Path | None, parts: Sequence[str] | None, *, everything: bool) -> Wanted:
    """What the options of a command ask for. Refuses what the format cannot give."""
    wanted = Wanted(form or format_of(out, forms_of(command), "table"), parts or (), everything, language(), out)
    tables = FORMS[wanted.form].tables
    if tables is not None and len(wanted.parts) > tables:
        raise Refused("one-table" if tables else "no-parts", form=wanted.form)
    check_readable(wanted.form, out)
    return wanted


def _table(compared: Compared, wanted: Wanted) -> str:
    from planparse.cli.side_by_side import SideBySide  # noqa: PLC0415 - rich is slow to import
    from planparse.cli.views import rendered  # noqa: PLC0415

    tables = chosen(compared.tables, wanted.parts, for_people=True)
    return rendered(SideBySide(tables, wanted.language, wanted.everything), plain=wanted.out is not None)


def _markdown(compared: Compared, wanted: Wanted) -> str:
    tables = chosen(compared.tables, wanted.parts, for_people=True)
    return as_markdown(tables, wanted.language, everything=wanted.everything)


def _json(compared: Compared, _: Wanted) -> bytes:
    return as_json(compared.found)


def _csv(compared: Compared, wanted: Wanted) -> str:
    return csv_of(chosen(compared.tables, wanted.parts, for_people=False)[0])


def _xlsx(compared: Compared, wanted: Wanted) -> bytes:
    return workbook(chosen(compared.tables, wanted.parts, for_people=False), wanted.language)


def _html(compared: Compared, wanted: Wanted) -> str:
    from planparse.pages import page_of  # noqa: PLC0415 - jinja2 is slow to import

    return page_of(compared.found, compared.plans, wanted.language)


def _graphml(compared: Compared, _: Wanted) -> bytes:
    from planparse.exporting.as_graphml import as_graphml  # noqa: PLC0415 - only where it is asked for

    return as_graphml(compared.found)


FORMS: Final[dict[str, Form]] = {
    "table": Form(_table),
    "markdown": Form(_markdown),
    "json": Form(_json, tables=0),
    "csv": Form(_csv, tables=1),
    "xlsx": Form(_xlsx),
    "html": Form(_html, tables=0, commands=("diff", "compare", "cascade", "track")),
    "graphml": Form(_graphml, tables=0, commands=("cascade",)),
}

"""planparse export: many plans as flat tables."""

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from planparse.api import open_plan
from planparse.cli.options import Lang, each_once, locale_language, one_of, stdin_once
from planparse.cli.streams import Trial, opened
from planparse.exporting import EXPORTERS, tables
from planparse.writers.files import make_folder, write_whole


def export(
    plans: Annotated[
        list[Path], typer.Argument(metavar="PLAN", help="Texts of plans or extracted files; - is standard input.")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="Folder for the tables; made if need be.")],
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            parser=one_of(EXPORTERS),
            metavar="|".join(EXPORTERS),
            help="How to write; repeatable. [default: csv]",
        ),
    ] = None,
    lang: Lang = None,
) -> None:
    """Write plans as flat tables: plans, sections, measures, responsibilities, targets, deadlines.

    csv and parquet give a file a table, under the names of the JSON; xlsx gives one workbook for people. plan_id and the ids of
    each plan join the tables. In csv, a text that a spreadsheet would run as a formula has an apostrophe before it.
    """
    stdin_once(plans)
    make_folder(out)
    trial = Trial()
    read = trial.of(plans, lambda plan: (plan, open_plan(opened(plan))))
    if read:
        filled = tables(each_once(read))
        files = trial.of(dict.fromkeys(formats or ["csv"]), lambda name: EXPORTERS[name](filled, lang or locale_language()))
        trial.of(chain(*(file.items() for file in files)), lambda file: write_whole(out / file[0], file[1]))
    trial.end()

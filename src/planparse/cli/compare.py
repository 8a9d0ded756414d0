"""planparse compare: many plans in one table."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planparse.cli.forms import Compared, Out, Wanted, form_of, forms_with, write
from planparse.cli.options import Lang, each_once, locale_language, one_of, stdin_once
from planparse.cli.streams import Trial, plan_at, say
from planparse.exporting.of_matrix import MATRIX_TABLES, matrix_tables

if TYPE_CHECKING:
    from planparse.comparing.results import PlanMatrix


def _html(compared: "Compared[PlanMatrix]", wanted: Wanted) -> str:
    from planparse.pages import matrix_page  # noqa: PLC0415 - jinja2 is slow to import

    return matrix_page(compared.found, compared.plans, wanted.language)


MATRIX_FORMS: Final = forms_with(_html)


def compare(
    plans: Annotated[
        list[Path],
        typer.Argument(metavar="PLAN...", help="Texts of plans or extracted files, two or more; - is standard input."),
    ],
    form: Annotated[
        str, typer.Option("--format", parser=one_of(MATRIX_FORMS), metavar="|".join(MATRIX_FORMS), help="How to write.")
    ] = "table",
    out: Out = None,
    parts: Annotated[
        list[str] | None,
        typer.Option(
            "--part",
            parser=one_of(MATRIX_TABLES),
            metavar="|".join(MATRIX_TABLES),
            help="A table to write; repeatable. [default: all; the first three in table and markdown, the first in csv]",
        ),
    ] = None,
    everything: Annotated[  # noqa: FBT002
        bool,
        typer.Option(
            "--all", help="Show rows of one plan, too, and in a table all plans; the other formats hold all anyway."
        ),
    ] = False,
    lang: Lang = None,
) -> None:
    """Compare many plans: what they promise on each indicator, what they do on each theme, and who leads it.

    A plan that cannot be read is told of and does not stop the others. csv and json keep the names of the contract; in the
    others, values and headings are words.
    """
    stdin_once(plans)
    if len(plans) < 2:
        raise typer.BadParameter("one plan cannot be compared: name two or more")
    wanted = Wanted(parts or (), everything, lang or locale_language(), out)
    chosen = form_of(MATRIX_FORMS, form, wanted)

    trial = Trial()
    read = [*each_once(trial.each(plans, lambda plan: (plan, plan_at(plan))))]
    if len(read) < 2:
        say("fewer than two plans are left to compare; nothing is written")
        raise typer.Exit(1)
    from planparse.comparing.matrix import compare as matrix_of  # noqa: PLC0415 - jieba is slow to import

    found = matrix_of(read)
    write(chosen, Compared(found, read, matrix_tables(found, wanted.language)), wanted)
    trial.end()

"""planparse compare: many plans in one table."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planparse.cli.aids import Own, aids_at
from planparse.cli.forms import Cite, Compared, Out, Wanted, asked_for, forms_with, write, write_citation
from planparse.cli.inputs import every_plan
from planparse.cli.options import Everything, Lang, Plans, each_once, one_of, stdin_once
from planparse.cli.speaking import Refused, say
from planparse.cli.streams import Failures
from planparse.corpus.discovery import is_many
from planparse.exporting.of_matrix import MATRIX_TABLES, matrix_tables
from planparse.messages import Message
from planparse.model import Plan

if TYPE_CHECKING:
    from planparse.comparing.results import PlanMatrix


def _html(compared: "Compared[PlanMatrix]", wanted: Wanted) -> str:
    from planparse.pages import matrix_page  # noqa: PLC0415 - jinja2 is slow to import

    return matrix_page(compared.found, compared.plans, wanted.language)


MATRIX_FORMS: Final = forms_with(_html)


def compare(
    plans: Plans,
    form: Annotated[str, one_of(MATRIX_FORMS, "--format")] = "table",
    out: Out = None,
    parts: Annotated[list[str] | None, one_of(MATRIX_TABLES, "--part")] = None,
    everything: Everything = False,  # noqa: FBT002
    own: Own = None,
    cite: Cite = False,  # noqa: FBT002
    _lang: Lang = None,
) -> None:
    """Compare many plans: what they promise on each indicator, what they do on each theme, and who leads it."""
    stdin_once(plans)
    if len(plans) < 2 and not (plans and is_many(str(plans[0]))):
        raise Refused("one-plan")
    chosen, wanted = asked_for(MATRIX_FORMS, form, out, parts, everything=everything)

    aids = aids_at(own)
    failures = Failures()
    from planparse.comparing.matrix import compare as matrix_of  # noqa: PLC0415 - jieba is slow to import

    kept: list[Plan] = []  # a page shows the measures whole; for all else a plan is let go when it has been read

    def read() -> Iterator[Plan]:
        for plan in each_once(every_plan(plans, failures)):
            known = aids.identified(plan)
            if form == "html" and not cite:
                kept.append(known)
            yield known

    found = matrix_of(read()).asked_with(aids.settings)
    if len(found.plans) < 2:
        say(Message("too-few-left"))
        raise typer.Exit(1)
    if cite:
        write_citation("compare", found, wanted)
    else:
        tables = () if chosen.tables == 0 else matrix_tables(found, wanted.language)
        write(chosen, Compared(found, kept, tables), wanted)
    failures.end()

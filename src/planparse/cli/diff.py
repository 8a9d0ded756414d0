"""planparse diff: two plans side by side."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planparse.cli.aids import Own, People, aids_at
from planparse.cli.forms import Cite, Compared, Out, Wanted, asked_for, forms_with, write, write_citation
from planparse.cli.options import Everything, Lang, one_of, stdin_once
from planparse.cli.streams import Failures, plan_at
from planparse.exporting.of_diff import DIFF_TABLES, diff_tables

if TYPE_CHECKING:
    from planparse.comparing.results import PlanDiff


def _html(compared: "Compared[PlanDiff]", wanted: Wanted) -> str:
    from planparse.pages import diff_page  # noqa: PLC0415 - jinja2 is slow to import

    left, right = compared.plans
    return diff_page(compared.found, left, right, wanted.language)


DIFF_FORMS: Final = forms_with(_html)


def diff(
    left: Annotated[Path, typer.Argument(metavar="A")],
    right: Annotated[Path, typer.Argument(metavar="B")],
    form: Annotated[str, one_of(DIFF_FORMS, "--format")] = "table",
    out: Out = None,
    parts: Annotated[list[str] | None, one_of(DIFF_TABLES, "--part")] = None,
    everything: Everything = False,  # noqa: FBT002
    own: Own = None,
    population: People = None,
    cite: Cite = False,  # noqa: FBT002
    _lang: Lang = None,
) -> None:
    """Compare two plans: whose targets are stricter, sooner and firmer, which measures answer each other, what one has alone."""
    stdin_once([left, right])
    chosen, wanted = asked_for(DIFF_FORMS, form, out, parts, everything=everything)

    aids = aids_at(own, population)
    failures = Failures()
    plans = failures.of([left, right], lambda plan: aids.identified(plan_at(plan)))
    failures.end()
    left_plan, right_plan = plans
    from planparse.comparing.diff import diff as diff_of  # noqa: PLC0415 - jieba is slow to import

    found = diff_of(left_plan, right_plan, aids.populations).asked_with(aids.settings)
    if cite:
        write_citation("diff", found, wanted)
    else:
        write(chosen, Compared(found, plans, diff_tables(found, left_plan, right_plan, wanted.language)), wanted)

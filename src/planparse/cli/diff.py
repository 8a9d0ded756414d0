"""planparse diff: two plans side by side."""

from pathlib import Path
from typing import Annotated

import typer

from planparse.cli.aids import Own, People, aids_at
from planparse.cli.forms import Cite, Compared, asked_for, forms_of, write, write_citation
from planparse.cli.options import Everything, Lang, Out, one_of, stdin_once
from planparse.cli.streams import Failures, plan_at
from planparse.exporting.of_diff import DIFF_TABLES, diff_tables


def diff(
    left: Annotated[Path, typer.Argument(metavar="A")],
    right: Annotated[Path, typer.Argument(metavar="B")],
    form: Annotated[str | None, one_of(forms_of("diff"), "--format")] = None,
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
    wanted = asked_for("diff", form, out, parts, everything=everything)

    aids = aids_at(own, population)
    failures = Failures()
    plans = failures.of([left, right], lambda plan: aids.identified(plan_at(plan)))
    failures.end()
    left_plan, right_plan = plans
    from planparse.comparing.diff import diff as diff_of  # noqa: PLC0415 - jieba is slow to import

    found = diff_of(left_plan, right_plan, aids.populations, aids.register).asked_with(aids.settings)
    if cite:
        write_citation("diff", found, wanted)
    else:
        write(Compared(found, plans, diff_tables(found, left_plan, right_plan, wanted.language)), wanted)

"""planparse compare: many plans in one table."""

from collections.abc import Iterator
from typing import Annotated

import typer

from planparse.cli.aids import Own, aids_at
from planparse.cli.forms import FORMS, Cite, Compared, asked_for, forms_of, write, write_citation
from planparse.cli.inputs import every_plan
from planparse.cli.options import Everything, Lang, Out, Plans, each_once, one_of, stdin_once
from planparse.cli.speaking import Refused, say
from planparse.cli.streams import Failures
from planparse.corpus.discovery import is_many
from planparse.exporting.of_matrix import MATRIX_TABLES, matrix_tables
from planparse.messages import Message
from planparse.model import Plan


def compare(
    plans: Plans,
    form: Annotated[str | None, one_of(forms_of("compare"), "--format")] = None,
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
    wanted = asked_for("compare", form, out, parts, everything=everything)

    aids = aids_at(own)
    failures = Failures()
    from planparse.comparing.matrix import compare as matrix_of  # noqa: PLC0415 - jieba is slow to import

    kept: list[Plan] = []  # a page shows the measures whole; for all else a plan is let go when it has been read

    def read() -> Iterator[Plan]:
        for plan in each_once(every_plan(plans, failures)):
            known = aids.identified(plan)
            if wanted.form == "html" and not cite:
                kept.append(known)
            yield known

    found = matrix_of(read()).asked_with(aids.settings)
    if len(found.plans) < 2:
        say(Message("too-few-left"))
        raise typer.Exit(1)
    if cite:
        write_citation("compare", found, wanted)
    else:
        tables = () if FORMS[wanted.form].tables == 0 else matrix_tables(found, wanted.language)
        write(Compared(found, kept, tables), wanted)
    failures.end()

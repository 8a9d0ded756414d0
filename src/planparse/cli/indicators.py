"""planparse indicators: the indicators that plans use, and the names that the register lacks."""

from typing import Annotated

from planparse.cli.aids import Own, aids_at
from planparse.cli.forms import Compared, asked_for, forms_of, write
from planparse.cli.inputs import every_plan
from planparse.cli.options import Everything, Lang, Out, Plans, each_once, one_of, stdin_once
from planparse.cli.streams import Failures
from planparse.exporting.of_indicators import USAGE_TABLES, usage_tables


def indicators(
    plans: Plans,
    form: Annotated[str | None, one_of(forms_of("indicators"), "--format")] = None,
    out: Out = None,
    parts: Annotated[list[str] | None, one_of(USAGE_TABLES, "--part")] = None,
    everything: Everything = False,  # noqa: FBT002
    own: Own = None,
    _lang: Lang = None,
) -> None:
    """List the indicators that plans use: id, name, how often, in which plans; and the names that no entry knows."""
    stdin_once(plans)
    wanted = asked_for("indicators", form, out, parts, everything=everything)
    from planparse.comparing.usage import usage  # noqa: PLC0415 - with the register
    from planparse.language.indicators import identified, register  # noqa: PLC0415

    entries = aids_at(own).entries
    known = register().with_entries(entries)
    failures = Failures()
    read = each_once(every_plan(plans, failures))
    found = usage((identified(plan, known) if entries else plan for plan in read), known)
    write(Compared(found, (), usage_tables(found)), wanted)
    failures.end()

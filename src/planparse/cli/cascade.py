"""planparse cascade: which plans implement which, and what becomes of targets from the nation to the county."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from planparse.cli.aids import Own, People, aids_at
from planparse.cli.forms import Cite, Compared, Form, Out, Wanted, asked_for, forms_with, write, write_citation
from planparse.cli.inputs import every_text
from planparse.cli.options import Everything, Lang, Plans, Sure, each_once, one_of, stdin_once
from planparse.cli.speaking import say
from planparse.cli.streams import Failures
from planparse.exporting.of_cascade import CASCADE_TABLES, cascade_tables
from planparse.messages import Message

if TYPE_CHECKING:
    from planparse.cascading.results import Cascade


def _html(compared: "Compared[Cascade]", wanted: Wanted) -> str:
    from planparse.pages import cascade_page  # noqa: PLC0415 - jinja2 is slow to import

    return cascade_page(compared.found, compared.plans, wanted.language)


def _graphml(compared: "Compared[Cascade]", _: Wanted) -> bytes:
    from planparse.exporting.as_graphml import as_graphml  # noqa: PLC0415 - only where it is asked for

    return as_graphml(compared.found)


CASCADE_FORMS: Final = {**forms_with(_html), "graphml": Form(_graphml, tables=0)}


def cascade(
    plans: Plans,
    form: Annotated[str, one_of(CASCADE_FORMS, "--format")] = "table",
    out: Out = None,
    parts: Annotated[list[str] | None, one_of(CASCADE_TABLES, "--part")] = None,
    least_confidence: Sure = 0.0,
    everything: Everything = False,  # noqa: FBT002
    own: Own = None,
    population: People = None,
    cite: Cite = False,  # noqa: FBT002
    _lang: Lang = None,
) -> None:
    """Find which plans carry out which, and what each makes of the targets above it."""
    stdin_once(plans)
    chosen, wanted = asked_for(CASCADE_FORMS, form, out, parts, everything=everything)

    aids = aids_at(own, population)
    failures = Failures()
    read = [*map(aids.identified, each_once(every_text(plans, failures)))]
    if len(read) < 2:
        say(Message("too-few-left"))
        raise typer.Exit(1)
    from planparse.cascading.cascade import cascade as cascade_of  # noqa: PLC0415 - jieba is slow to import

    found = cascade_of(read, least_confidence, aids.populations).asked_with(aids.settings)
    if cite:
        write_citation("cascade", found, wanted)
    else:
        write(chosen, Compared(found, read, cascade_tables(found, read, wanted.language)), wanted)
    failures.end()

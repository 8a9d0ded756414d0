"""planparse cascade: which plans implement which, and what becomes of targets from the nation to the county."""

from typing import Annotated

import typer

from planparse.cli.aids import Own, People, aids_at
from planparse.cli.forms import Cite, Compared, asked_for, forms_of, write, write_citation
from planparse.cli.inputs import every_text
from planparse.cli.options import Everything, Lang, Out, Plans, Sure, each_once, one_of, stdin_once
from planparse.cli.speaking import say
from planparse.cli.streams import Failures
from planparse.exporting.of_cascade import CASCADE_TABLES, cascade_tables
from planparse.messages import Message


def cascade(
    plans: Plans,
    form: Annotated[str | None, one_of(forms_of("cascade"), "--format")] = None,
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
    wanted = asked_for("cascade", form, out, parts, everything=everything)

    aids = aids_at(own, population)
    failures = Failures()
    read = [*map(aids.identified, each_once(every_text(plans, failures)))]
    if len(read) < 2:
        say(Message("too-few-left"))
        raise typer.Exit(1)
    from planparse.cascading.cascade import cascade as cascade_of  # noqa: PLC0415 - jieba is slow to import

    found = cascade_of(read, least_confidence, aids.populations, aids.register).asked_with(aids.settings)
    if cite:
        write_citation("cascade", found, wanted)
    else:
        write(Compared(found, read, cascade_tables(found, read, wanted.language)), wanted)
    failures.end()

"""planparse track: changes of a plan from one version to the next."""

from pathlib import Path
from typing import Annotated

import typer

from planparse.cli.forms import Cite, Compared, asked_for, forms_of, write, write_citation
from planparse.cli.options import Everything, Lang, Out, Sure, one_of, stdin_once
from planparse.cli.streams import Failures, plan_at
from planparse.exporting.of_track import TRACK_TABLES, track_tables


def track(
    old: Annotated[Path, typer.Argument(metavar="OLD")],
    new: Annotated[Path, typer.Argument(metavar="NEW")],
    form: Annotated[str | None, one_of(forms_of("track"), "--format")] = None,
    out: Out = None,
    parts: Annotated[list[str] | None, one_of(TRACK_TABLES, "--part")] = None,
    least_confidence: Sure = 0.0,
    everything: Everything = False,  # noqa: FBT002
    cite: Cite = False,  # noqa: FBT002
    _lang: Lang = None,
) -> None:
    """Follow a plan from one version to the next: measures, words, targets and leads that changed."""
    stdin_once([old, new])
    wanted = asked_for("track", form, out, parts, everything=everything)

    failures = Failures()
    plans = failures.of([old, new], plan_at)
    failures.end()
    before, after = plans
    from planparse.tracking.track import track as track_of  # noqa: PLC0415 - jieba is slow to import

    found = track_of(before, after, least_confidence)
    if cite:
        write_citation("track", found, wanted)
    else:
        write(Compared(found, plans, track_tables(found, wanted.language)), wanted)

"""planparse ledger: the tasks of plans as an office keeps them, all or those of one body."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Annotated, Any, Final

import typer

from planparse.cli.inputs import every_plan
from planparse.cli.options import Lang, Out, Plans, check_readable, each_once, one_of, stdin_once
from planparse.cli.speaking import Refused, asked_language, say
from planparse.cli.streams import Failures, write_out
from planparse.exporting.ledger import LEDGERS, Asked, Period, Share, share_of
from planparse.formats import format_of
from planparse.messages import Message

_PERIOD: Final = re.compile(r"([1-9][0-9]{3})(?:-(0?[1-9]|1[0-2]))?", re.ASCII)
_CLOSE: Final = 3  # bodies that are named where none has the name


def _period(value: str) -> Period:
    if not (found := _PERIOD.fullmatch(value)):
        raise Refused("no-period", value=value)
    return Period(int(found[1]), int(found[2]) if found[2] else None)


_DUE: Final[Any] = typer.Option("--due", parser=_period, metavar="YYYY[-MM]")


def ledger(
    plans: Plans,
    form: Annotated[str | None, one_of(LEDGERS, "--format")] = None,
    out: Out = None,
    body: Annotated[str | None, typer.Option("--body", metavar="BODY")] = None,
    due: Annotated[Period | None, _DUE] = None,
    _lang: Lang = None,
) -> None:
    """Write the tasks of plans as a ledger: targets, lead and supporting bodies, due days, and where they stand."""
    stdin_once(plans)
    form = form or format_of(out, LEDGERS, "markdown")
    check_readable(form, out)

    asked, failures = Asked(body, due), Failures()
    shares = [share_of(plan, asked) for plan in each_once(every_plan(plans, failures))]
    if not any(share.tasks or share.goals or share.events for share in shares):
        if shares:
            say(_nothing(asked, shares))
        raise typer.Exit(1)
    # A ledger is what Chinese offices keep: whatever the system speaks, it is in Chinese unless --lang says otherwise.
    write_out(out, LEDGERS[form](shares, asked, asked_language() or "zh"))
    failures.end()


def _nothing(asked: Asked, shares: Sequence[Share]) -> Message:
    """Why the ledger would be empty."""
    if asked.body is None:
        return Message("nothing-due") if asked.due else Message("no-tasks")
    bodies = sorted({name for share in shares for name in share.bodies})
    close = get_close_matches(asked.body, bodies, _CLOSE)
    if asked.body in close or not close:
        return Message("nothing-of-body", body=asked.body)
    return Message("close-body", body=asked.body, close="、".join(close))

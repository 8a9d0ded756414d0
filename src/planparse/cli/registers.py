"""A register of indicators of one's own, as --indicators names it, on the plans that commands read."""

from pathlib import Path
from typing import TYPE_CHECKING

from planparse.cli.streams import in_time
from planparse.model import Plan

if TYPE_CHECKING:
    from planparse.language.indicators import Entry


def entries_at(indicators: Path | None) -> "tuple[Entry, ...]":
    """The entries in the file; none where none is named. Raises what `own_entries` raises."""
    if indicators is None:
        return ()
    from planparse.validating.registers import own_entries  # noqa: PLC0415 - only where there is such a file

    return in_time(own_entries, indicators)


def identified_by(own: "tuple[Entry, ...]", plan: Plan) -> Plan:
    """The plan with its indicators found among these entries as well; as it is where there are none."""
    if not own:
        return plan
    from planparse.language.indicators import identified, register  # noqa: PLC0415

    return identified(plan, register().with_entries(own))

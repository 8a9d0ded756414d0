"""Data that users supply for reading and comparing plans: their own register of indicators, a table of populations."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from planparse.cli.streams import in_time
from planparse.model import Plan, Value
from planparse.readers.inputs import Input, label, read_bytes
from planparse.text import printable

if TYPE_CHECKING:
    from planparse.comparing.populations import Populations
    from planparse.language.indicators import Entry, Register

Own = Annotated[Path | None, typer.Option("--indicators", metavar="FILE")]
People = Annotated[Path | None, typer.Option("--population", metavar="FILE")]

Lent = TypeVar("Lent")


@dataclass(frozen=True, slots=True)
class Aids:
    """What was lent; `settings` says by which files, for whoever cites the result."""

    entries: "tuple[Entry, ...]" = ()
    populations: "Populations | None" = None
    settings: dict[str, Value] = field(default_factory=dict)

    @property
    def register(self) -> "Register | None":
        """The register with these entries; None where there are none, and planparse's own is used."""
        if not self.entries:
            return None
        from planparse.language.indicators import register  # noqa: PLC0415

        return register().with_entries(self.entries)

    def identified(self, plan: Plan) -> Plan:
        """The plan with its indicators found among these entries as well; as it is where there are none."""
        return identified_by(self.entries, plan)


def aids_at(indicators: Path | None, population: Path | None = None) -> Aids:
    """What the files hold that options name. Raises InputError where one cannot be read, InvalidFileError where one does not hold."""
    entries: tuple[Entry, ...] = ()
    populations: Populations | None = None
    settings: dict[str, Value] = {}
    if indicators:
        from planparse.validating.registers import own_entries  # noqa: PLC0415 - only where there is such a file

        entries, settings["indicators"] = _lent(indicators, own_entries)
    if population:
        from planparse.cli.populations import populations_in  # noqa: PLC0415 - only where there is such a table

        populations, settings["population"] = _lent(population, populations_in)
    return Aids(entries, populations, settings)


def _lent(argument: Path, read: Callable[[bytes, str], Lent]) -> tuple[Lent, str]:
    """What a file holds, and which file it is: its name and what tells its bytes."""

    def reading(source: Input) -> tuple[Lent, str]:
        data, where = read_bytes(source), label(source)
        return read(data, where), f"{printable(PurePath(where).name)} sha256:{sha256(data).hexdigest()}"

    return in_time(reading, argument)


def identified_by(entries: "tuple[Entry, ...]", plan: Plan) -> Plan:
    """The plan with its indicators found among these entries as well; as it is where there are none."""
    if not entries:
        return plan
    from planparse.language.indicators import identified, register  # noqa: PLC0415

    return identified(plan, register().with_entries(entries))

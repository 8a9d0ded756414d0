"""The dated deadlines of plans as iCalendar (RFC 5545), one all-day event each, for calendar programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Final

from planparse.exporting.ledger.shares import Asked, Event, Share
from planparse.exporting.ledger.sheets import bodies_words, indicator_words, place_words
from planparse.exporting.needing import needed_by
from planparse.labels import Language, heading, note
from planparse.model import Role
from planparse.text import printable, printable_lines
from planparse.wording import value_words

_UNDATED: Final = date(2000, 1, 1)  # stands for the day of plans that name none: no moment of writing
_ROLES: Final[dict[Role, str]] = {"lead": "lead_bodies", "responsible": "responsible_bodies", "support": "supporting_bodies"}


def as_ics(shares: Sequence[Share], asked: Asked, language: Language) -> bytes:
    """A calendar with an event for each dated deadline. Raises OutputError where icalendar is not installed.

    An event has the same UID on every run, whatever else is asked for: it is made of the plan, which its bytes tell, and of where
    the deadline stands in it. So a calendar that has it takes the new one in its place.
    """
    with needed_by("ics"):
        import icalendar  # noqa: PLC0415 - an extra

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//planparse//planparse//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", " ".join(filter(None, (heading("ledger", language), printable(asked.body or "")))))
    for share in shares:
        stamp = datetime.combine(share.metadata.issued_on or _UNDATED, time(), UTC)
        seen: Counter[int] = Counter()
        for event in share.events:
            start = event.deadline.span.start
            seen[start] += 1
            same = f"-{seen[start]}" if seen[start] > 1 else ""  # an edited plan may have two at one place
            made = icalendar.Event()
            made.add("uid", f"{share.plan_id}-{start}{same}@planparse")
            made.add("dtstamp", stamp)
            made.add("dtstart", event.deadline.end)  # without an end it lasts that day
            made.add("summary", printable(_summary(event, share)))
            made.add("description", printable_lines("\n".join(_description(event, share, language))))
            made.add("transp", "TRANSPARENT")  # a deadline keeps nobody busy
            calendar.add_component(made)
    content: bytes = calendar.to_ical()
    return content


def _summary(event: Event, share: Share) -> str:
    return "；".join(task.measure.title for task in event.tasks) or event.heading or share.called


def _description(event: Event, share: Share, language: Language) -> Iterator[str]:
    yield share.called
    for target in event.targets:
        yield f"{indicator_words(target, language)} {value_words(target)}"
    for task in event.tasks:
        for role, name in _ROLES.items():
            if bodies := bodies_words(task, role):
                yield note("side", language, heading(name, language), bodies.replace("\n", "；"))
    words = f"{event.deadline.text} {place_words(event.place, language)}"
    yield note("side", language, heading("stands_in", language), words)

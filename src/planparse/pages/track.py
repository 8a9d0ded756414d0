"""The page of two versions: what was put in and taken out in each part, and what has become of each target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planparse.labels import Language
from planparse.pages.rendering import render
from planparse.tracking.results import Track, TrackedPart
from planparse.tracking.words import Segment, segments


@dataclass(frozen=True, slots=True)
class Shown:
    """A part that has changed, with the stretches of its two texts."""

    part: TrackedPart
    segments: Sequence[Segment]


def track_page(track: Track, language: Language) -> str:
    """A self-contained HTML page of two versions; `language` is that of the interface until the reader switches."""
    changed = [part for part in track.parts if part.change != "kept" or part.moved]
    return render(
        "track.html.jinja",
        language,
        title=track.new.title or track.old.title or track.new.name or track.old.name or "planparse",
        track=track,
        shown_parts=[Shown(part, segments(part.old_text or "", part.new_text or "")) for part in changed],
        targets=[target for target in track.targets if target.is_changed],
        kept=len(track.parts) - len(changed),
        numbers={
            **{name: sum(part.change == name for part in track.parts) for name in ("changed", "new", "gone")},
            "moved": sum(part.moved for part in track.parts),
            **{name: sum(target.change == name for target in track.targets) for name in ("tightened", "loosened")},
        },
    )

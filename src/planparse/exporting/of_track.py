"""A plan from one version to the next as tables: its parts, the words that changed, its targets, its metadata, the two files."""

from __future__ import annotations

from datetime import date
from typing import Final

from planparse.exporting.tables import Cell, Kind, Layout, Link, Table
from planparse.labels import Language, worded
from planparse.model import Target
from planparse.tracking.results import BodyChange, Edit, Track, TrackedPart, TrackedTarget
from planparse.wording import value_words

_VERSIONS: Final = ("old", "new")
_PROMISE: Final[dict[str, Kind]] = {"value": str, "due": date, "path": str, "quote": str}

TRACK_TABLES: Final[dict[str, dict[str, Kind]]] = {
    "parts": {
        "part": str,
        "part_change": str,
        "moved": bool,
        "old_path": str,
        "new_path": str,
        "title": str,
        "edits": str,
        "bodies": str,
        "leads_changed": bool,
    },
    "target_changes": {
        "indicator": str,
        "target_change": str,
        "distance": float,
        "distance_unit": str,
        "day": str,
        "days": int,
        "firmness": str,
        **{f"{version}_{name}": kind for version in _VERSIONS for name, kind in _PROMISE.items()},
    },
    "words": {"new_path": str, "title": str, "before": str, "old_words": str, "new_words": str},
    "facts": {"field": str, "old_value": str, "new_value": str},
    "plans": {"version": str, "name": str, "title": str, "place": str, "status": str, "issued_on": date, "sha256": str},
}
_LAYOUTS: Final = {
    "parts": {
        "part_change": [["part_change"], ["moved"], ["leads_changed"]],
        "title": [["new_path"], ["title"]],
        "edits": [["edits"], ["bodies"]],
    },
    "target_changes": {
        "target_change": [["target_change"], ["distance", "distance_unit"], ["day"], ["firmness"]],
        "indicator": [["indicator"], ["new_path"]],
        **{version: [[f"{version}_value", f"{version}_due"], [f"{version}_quote"]] for version in _VERSIONS},
    },
}


def track_tables(track: Track, language: Language) -> list[Table]:
    """The tables of TRACK_TABLES in their order. What has not changed is what people are spared."""
    kept_parts = (at for at, part in enumerate(track.parts) if part.change == "kept" and not part.moved)
    kept_targets = (at for at, target in enumerate(track.targets) if not target.is_changed)
    rows: dict[str, list[tuple[Cell, ...]]] = {
        "parts": [_part(part, language) for part in track.parts],
        "target_changes": [_target(target) for target in track.targets],
        "words": [
            (part.new_path, part.title, edit.before, edit.old, edit.new) for part in track.parts for edit in part.edits
        ],
        "facts": [(fact.field, fact.old, fact.new) for fact in track.facts],
        "plans": [
            (version, plan.name, plan.title, plan.place, plan.status, plan.issued_on, read.sha256)
            for version, plan, read in zip(_VERSIONS, (track.old, track.new), track.inputs, strict=True)
        ],
    }
    layouts = {
        "parts": Layout(_LAYOUTS["parts"], {"kept_rows": [*kept_parts]}, ()),
        "target_changes": Layout(_LAYOUTS["target_changes"], {"kept_rows": [*kept_targets]}, ()),
        "facts": Layout(),
        **{name: Layout(aside=True) for name in ("words", "plans")},
    }
    links = {
        "target_changes": {
            f"{version}_value": Link("target_changes", f"{version}_quote", range(len(track.targets)))
            for version in _VERSIONS
        }
    }
    return [
        Table(name, columns, rows[name], links.get(name, {}), layout=layouts[name]) for name, columns in TRACK_TABLES.items()
    ]


def _part(part: TrackedPart, language: Language) -> tuple[Cell, ...]:
    return (
        part.kind,
        part.change,
        part.moved or None,
        part.old_path,
        part.new_path,
        part.title,
        "\n".join(map(edit_words, part.edits)) or None,
        "\n".join(body_words(body, language) for body in part.bodies) or None,
        part.leads_changed or None,
    )


def edit_words(edit: Edit) -> str:
    """The words that changed: `70→75`, `+力争`, `-力争`."""
    return f"{edit.old}→{edit.new}" if edit.old and edit.new else f"+{edit.new}" if edit.new else f"-{edit.old}"


def body_words(body: BodyChange, language: Language) -> str:
    """The body with its roles: `市财政局：责任→牵头`, `市财政局：→配合`."""
    old, new = (worded("role", role, language) for role in (body.old, body.new))
    return f"{body.name}：{old}→{new}" if language == "zh" else f"{body.name}: {old} → {new}"


def _target(target: TrackedTarget) -> tuple[Cell, ...]:
    known = target.new or target.old
    told = (target.change, target.distance, target.distance_unit, target.day, target.days, target.firmness)
    return (known.indicator if known else None, *told, *_promise(target.old), *_promise(target.new))


def _promise(target: Target | None) -> tuple[Cell, ...]:
    if target is None:
        return (None,) * len(_PROMISE)
    return value_words(target), target.due, target.path, target.quote

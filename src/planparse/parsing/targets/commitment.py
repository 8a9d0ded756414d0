"""Whether what reads like a target commits somebody, by the document that it stands in."""

from __future__ import annotations

from planparse.parsing.genre import Genre
from planparse.parsing.targets.found import Found


def commits(found: Found, genre: Genre) -> bool:
    """Whether a number that reads like a target is one in a document of this kind.

    Reports say what was. Rules and calls for applications state conditions, procedures and payments in the words of targets, and news
    what has been done; what they want to reach by a day, or for all, or strive for, is a target there as well.
    """
    wanted = found.due is not None or found.strength == "strive" or (found.outcome or "").endswith("全覆盖")
    return genre == "plan" or (genre != "report" and wanted)

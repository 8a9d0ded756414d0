"""The territory that a plan applies to, and its government."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from planparse.language.folding import simplify
from planparse.language.patterns import Pattern
from planparse.language.regions import locate
from planparse.model import Plan, Region

Level = Literal["nation", "province", "city", "county"]

# A file is often named by number and title: 086_省政府关于….
_FILE_NUMBER = Pattern(
    r"^\d{1,6}[\s_.、\-—]+", reads=("086_省政府关于", "266_2023年工作方案"), leaves=("2023年工作要点", "省政府")
)


def named_by_file(name: str | None) -> str:
    """What a file is called without the number that sorts it and its ending.

    >>> named_by_file("086_省政府关于推进改革的意见.txt"), named_by_file("2023年工作要点.txt")
    ('省政府关于推进改革的意见', '2023年工作要点')
    """
    return _FILE_NUMBER.sub("", re.sub(r"\.\w{1,5}$", "", PurePath(name or "").name))


def territory(plan: Plan) -> Region:
    """The territory that its head names, or else its file; the nation, which has no names, where neither does."""
    region = plan.metadata.region
    if region.adcode:
        return region
    return locate(simplify(named_by_file(plan.source.name))) or region


def level_of(region: Region) -> Level:
    """The government that a territory belongs to.

    >>> level_of(Region(province="山东省", city="济宁市")), level_of(Region())
    ('city', 'nation')
    """
    return "county" if region.county else "city" if region.city else "province" if region.province else "nation"

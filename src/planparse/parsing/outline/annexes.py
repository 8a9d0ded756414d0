"""The annexes of a text: those that are listed below a plan, and those that stand there, each with its title."""

from __future__ import annotations

from planparse.language.documents import DOCUMENT
from planparse.language.marks import Mark
from planparse.language.numerals import read_chinese
from planparse.language.patterns import Pattern
from planparse.text import Folded, line_end

_APPENDIX = Pattern(
    r"(?m)^附[ ]?件(?:[ \n]?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2}))?[ ]?[：:]?$|^附表[ ]?\d{0,2}[：:]?$",
    reads=("附件1", "附 件：", "附表2", "附件\n2"),
    leaves=("附件1：任务分工表", "见附件1"),
)

# 附件省级研究院创建基本条件: glued to its title on a line of its own, right above what it holds.
_GLUED_APPENDIX = Pattern(
    rf"附[ ]?件(?P<n>\d{{0,2}})[ ]?(?=(?!下载)[^。，；：.\n]{{2,40}}(?:条件|要求|说明|程序|流程|名单|一览表|目录|指标体系|{DOCUMENT})(?:（[^（）\n]{{1,12}}）)?\n"
    rf"(?:第一[章条]|一、|（一）|1[.、]|(?:为|根据|按照|依据)[^\n]{{20,}}))",
    reads=(
        "附件省级研究院创建基本条件\n为推进创建，按照《甲省研究院创建工作方案》的要求，提出以下条件",
        "附件1 企业申报条件\n一、",
        "附件2管理办法\n第一条",
    ),
    leaves=("附件1 任务清单\n附件2 指标表", "附件下载清单\n1.", "附件：任务清单\n一、", "附件申报指南.doc\n1."),
    by="match",
)

# The list of annexes below a plan: 附件：1.任务分工表, each on its line.
_ANNEX_LIST = Pattern(
    r"附[ ]?件[ ]?(?:（略）)?：(?=[^\n]|\n(?:1[.、]|⒈))",
    reads=(
        "附件：1.任务分工表",
        "附 件：（略）",
        "附件：\n1.任务分工表\n2.指标表",
        "附件（略）：\n1.检查表",
        "附件：\n⒈申请表",
    ),
    leaves=("附件：\n任务分工表", "附件1"),
    by="match",
)

# 附件2：现场核查表: an entry of that list, or the title of the annex itself, which comes again behind the list.
_TITLED_APPENDIX = Pattern(
    r"附[ ]?件[ ]?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})?[ ]?：[ ]?(?!\d{1,2}[.、]|[^\n]{1,60}[.。](?:docx?|xlsx?|pdf|wps|ofd|zip|rar))(?=[^\n。；：]{2,60}(?:\n|$))",
    reads=("附件2：现场核查表\n", "附 件：任务分工表", "附件一： 申请表\n"),
    leaves=("附件2\n现场核查表", "附件2：\n", "附件：1.任务分工表\n", "附件1：申请表.doc\n"),
    by="match",
)
_ENTRY_NUMBER = Pattern(
    r"(?:^|[\n：])[ ]*(?P<n>\d{1,2})[ ]?[.、]", reads=("\n1.任务分工表", "附件：2、指标表"), leaves=("\n2019年申请表",)
)
_LISTED = Pattern(
    r"(?:(?P<n>\d{1,2})[ ]?[.、]|[⒈-⒛])(?:[^\n。]{1,100}(?:\n|$)|[^\n。 ]{2,60}[ ](?=[^\n。]{2,120}(?:19|20)\d\d年\d{1,2}月\d{1,2}日))",
    reads=(
        "1.任务分工表",
        "3.2019年申请表\n",
        "⒉汇总表\n",
        "2.登记表（式样） 甲市教育局 甲市财政局 2020年2月3日 抄送：市委办。",
    ),
    leaves=("1.建设平台。建成。", "任务分工表", "2.建设平台 完善机制。2020年2月3日"),
    by="match",
)


class Annexes:
    """What is known of the annexes of a text while its lines are read in order."""

    def __init__(self) -> None:
        self._listed: set[int] = set()  # 0 for one without a number

    def last_listed(self, folded: Folded, at: int) -> int | None:
        """Where the last line begins of the list of annexes whose first line stands at an offset; None where there is no list.

        附件2：现场核查表 is of the list the first time, and the title of the annex when it comes again.
        """
        titled = _TITLED_APPENDIX.match(folded, at)
        if titled is not None and _number(titled["n"]) in self._listed:
            return None
        last = at
        if _ANNEX_LIST.match(folded, at):
            number = 1  # of the last entry read
            while (following := _next_listed(folded, last, number)) is not None:
                number, last = following
        elif titled is None:
            return None
        self._listed |= {int(number) for number in _ENTRY_NUMBER.findall(folded, at, line_end(folded, last))}
        if titled is not None:
            self._listed.add(_number(titled["n"]))
        return last

    def mark_at(self, folded: Folded, at: int, *, is_behind_marks: bool) -> Mark | None:
        """The mark of an annex; one glued to its title counts behind other marks alone."""
        found = _APPENDIX.match(folded, at) or (_GLUED_APPENDIX.match(folded, at) if is_behind_marks else None)
        if found is None and (titled := _TITLED_APPENDIX.match(folded, at)) and _number(titled["n"]) in self._listed:
            found = titled
        if found is None:
            return None
        number = found["n"] or ""
        return Mark(at, found.end(), "annex", int(number) if number.isdigit() else 0, "附件" + number)


def _number(printed: str | None) -> int:
    """What number an annex has, 0 for none."""
    if printed is None:
        return 0
    return int(printed) if printed.isdigit() else read_chinese(printed) or 0


def _next_listed(folded: Folded, at: int, number: int) -> tuple[int, int] | None:
    """The number of the entry behind the one at an offset, and where it begins; the one may go on in a line of its own."""
    following = line_end(folded, at) + 1
    if entry := _LISTED.match(folded, following):
        return int(entry["n"] or number + 1), following
    following = line_end(folded, following) + 1
    if (entry := _LISTED.match(folded, following)) and int(entry["n"] or 0) == number + 1:
        return number + 1, following
    return None

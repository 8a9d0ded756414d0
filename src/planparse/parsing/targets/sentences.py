"""The commitments with a number, or with all of a set, that a plan makes.

A sentence falls into clauses; what one clause commits to is read by planparse.parsing.targets.clauses. Time and strength reach over
the clauses of a sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planparse.language.dates import Time
from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.ahead import measures_ahead, named_ahead
from planparse.parsing.targets.coverage import find_words
from planparse.parsing.targets.found import Found
from planparse.parsing.targets.governing import MOST_YEARS, governed_from
from planparse.parsing.targets.grammar import (
    ADVERB,
    BOUND,
    CHANGE,
    DEADLINE,
    DURATION,
    HIDDEN,
    LASTING,
    PRINCIPAL,
    REACH,
    STRIVE,
    TIME,
    VERB,
)
from planparse.parsing.targets.readings import Reading
from planparse.parsing.targets.relative import find_relations
from planparse.parsing.targets.requirements import REQUIRES
from planparse.parsing.targets.scales import GRADE_VERB
from planparse.parsing.targets.sentence import SentenceReader, clauses_of, what_was
from planparse.parsing.targets.skeleton import PAINT, Skeleton
from planparse.parsing.targets.telling import (
    OF_WHICH,
    behind_others,
    comes_to_be,
    told_to,
    without_told,
)

# How far a verb may stand before the grade that it leads to: 达到电子病历应用水平分级评价5级.
_VERB_REACH = 24
# The last character of what leads to a length of time as a target: 压缩至3个工作日, 缩短到提前24小时.
_LEADS_TO_TIME = frozenset("至到为在达前")
_LENGTH_ENDS = frozenset(word[-1] for word in (*words("verbs")["durations"], "住院日"))  # 接电时间3个工作日以内
_MARKED = ("满意度", "得分", "评分")  # 群众满意度92分
# What is done in a length of time: 60日内办结, 1分钟响应.
_DONE = Pattern(
    "(?:以?内)?(?:全部|人工|在线|快速)?(?:办|完成|响应|到账|出证|拿证|送达|通关|审批|处置|接诉)",
    reads=("内办结", "人工响应"),
    leaves=("运营", "便民服务"),
    by="match",
)
# 3天需求量的储气能力: for how long there is enough of something.
_STORED = Pattern(
    "(?:以上)?的?(?:日均|平均)?(?:需求|消费|供应|销售|使用|用[气水电粮油])量?的?[^，。；]{0,6}?(?:储备|储气|储存|调峰|保供)",
    reads=("日均消费量的储气能力", "用气量的应急储备能力"),
    leaves=("内用电", "需求预测"),
    by="match",
)
# How long something lasts changes by that: 预期寿命增加1.5岁.
_LENGTHENED = Pattern(
    rf"(?:(?:{DURATION}|得分|评分|满意度|指数)(?:[比较][^，。；]{{2,16}}?)?|[，、][比较][^，。；]{{2,16}}?){ADVERB}{CHANGE}$",
    reads=("预期寿命增加", "审批时间平均缩短", "预期寿命同步提高", "预期寿命较2025年提高", "年限达到11年，较2023年增加"),
    leaves=("贷款期限延长", "时间安排"),
    painted=True,
)
# 学生每天阅读时间40分钟以上, 游客平均停留2.5天
_STANDS = Pattern(f"{LASTING}$", reads=("学生每天阅读时间", "游客平均停留"), leaves=("贷款期限", "建成后"), painted=True)
# 缩短至自受理之日起12个工作日
_SHORTENED = Pattern(
    "(?:[短缩减低少简])(?:至|到|为)[^，。；]{2,15}起$",
    reads=("办理时限缩短至自受理申请之日起", "压缩至受理之日起"),
    leaves=("自受理之日起",),
)
# A sentence that leaves out what the one before it was about: 其中, 到2027年，达到37%.
_GOES_ON = Pattern(
    rf"其中|(?:下一?步|下阶段|今后|今年|明年)，?(?={STRIVE}|计划|预计|拟|[将再]|{DEADLINE})(?:{STRIVE}|计划|预计|[拟将再])*(?:{DEADLINE}+，?)?(?:{STRIVE}|[将再拟])*(?:{REACH}|{CHANGE}|再?新?[建增]设?|{VERB})[{BOUND}{PRINCIPAL}]|(?:[{DEADLINE}]+，?)?(?:上述|以上|前述)(?:[{HIDDEN}]+|[^，。]{{0,2}}[项个])(?:指标|比例|比率|占比)|(?:{STRIVE}|计划|预计)?[{DEADLINE}]+(?:，[{DEADLINE}]+)?，?(?:全[省市县区国州])?(?:{STRIVE}|[要将应拟再]|计划|预计|继续|实现|累计|合计)*(?:分别)?(?:(?:{REACH}|{CHANGE}|再?新?[建增]设?|{VERB})[{BOUND}{PRINCIPAL}{TIME}]|{BOUND}+[{PRINCIPAL}]+(?:大关|左右)?(?=[，。；]))",
    reads=(
        "其中，城市达到70%",
        "到2027年，达到37%",
        "2029年底前全省实现压缩至5天以内",
        "到2025年，力争增长到50%",
        "力争到2027年达到95%",
        "下一步，力争2028年底前再建8家",
        "到2027年，再建12家",
        "到2027年，累计下降9%以上",
        "2026—2027年，每年新增培育3000户",
        "力争到2027年突破2000亿元，",
        "2025年，分别达到40%和5家",
        "到2030年，上述两项指标分别提高到95%和50%",
    ),
    leaves=("到2025年，就诊率达到90%", "城市达到70%"),
    by="match",
    painted=True,
)
# 主要指标如下：, 力争实现以下目标：: what comes behind are indicators with their values.
_ANNOUNCES = Pattern(
    "(?:以下|下列|主要|具体|预期|核心|总体|各项)[^，。；：]{0,8}(?:指标|目标)(?:任务)?(?:[^，。；：]{0,4}如下|[为是])?(?=：)"
    "|(?:建设|改造|修复|整治|提升|治理|实施)(?:项目)?(?:的?(?:主要)?内容|任务|项目)?(?:主要)?(?:包括|包含|含|为|有)?(?=：)|项目(?:主要)?(?:包括|包含|含)(?=：)"
    "|(?:新增|新建|建成|完成|打造|培育|布局|配备|推出)(?=：)",
    reads=(
        "到2027年力争实现以下指标：",
        "主要指标任务如下：",
        "具体目标为：",
        "主要建设内容：",
        "生态修复项目含：",
        "片区2027年前新增：",
    ),
    leaves=("围绕主要目标，", "指标体系：", "主要任务："),
)
# 任务分解, and below it 甲县：高标准农田5万亩: rows by place.
_SHARES_OUT = Pattern(
    "(?:任务|指标|目标|计划)(?:数|任务|指标)?(?:分解|分配|安排|明细|清单)(?:表|情况|如下)*：?$",
    reads=("附表：年度任务分解", "2026年目标任务分解表"),
    leaves=("分解任务到县", "任务分解到位"),
)
_PLACE_ROW = Pattern(
    "[^，。；：、]{1,8}?(?:[县市区旗镇乡村州盟]|街道)：",
    reads=("甲县：高标准农田5万亩",),
    leaves=("目标：", "甲县建成"),
    by="match",
)
_ITEM = Pattern(
    r"[ \t]*(?:[—－–-]{1,2}|（\d{1,2}）|\d{1,2}[.、．]|[①-⑳])",
    reads=("——实际到位内资", "（1）环境质量", "1.国际航线"),
    leaves=("到2025年", "实际到位内资"),
    by="match",
)
_SENTENCE_END = Pattern("[。！？\n]", reads=("加强领导。", "目标\n任务"), leaves=("加强领导，推动发展；",))


class _Sentence(NamedTuple):
    """A sentence in which something may commit, the sentence before it in its stretch, and where in it that stands."""

    start: int
    end: int
    ahead: tuple[int, int]
    hits: Sequence[int]


def find_targets(
    text: str, skeleton: Skeleton, times: Sequence[Time], stretches: Iterable[tuple[int, int]]
) -> Iterator[Found]:
    """The targets that stand in the stretches of the text; stretches and times (of the whole text) come in order."""
    reader = _Reader(text, skeleton, times)
    for sentence in _sentences(skeleton, stretches):
        yield from reader.read(sentence)


def _sentences(skeleton: Skeleton, stretches: Iterable[tuple[int, int]]) -> Iterator[_Sentence]:
    """The sentences of the stretches in which something may commit, in order."""
    painted, hits, at_hit = skeleton.text, _hits(skeleton), 0
    for start, end in stretches:
        at_hit = bisect_left(hits, start, at_hit)
        begin = start
        while at_hit < len(hits) and hits[at_hit] < end:
            ahead = begin, begin
            for mark in _SENTENCE_END.finditer(painted, begin, hits[at_hit]):
                ahead = (begin, mark.start()) if begin < mark.start() else ahead
                begin = mark.end()
            last = _SENTENCE_END.search(painted, hits[at_hit], end)
            stop = last.start() if last else end
            last_hit = bisect_left(hits, stop, at_hit)
            yield _Sentence(begin, stop, ahead, hits[at_hit:last_hit])
            at_hit, begin = last_hit, stop


class _Reader:
    """Reads one sentence after another, each with what those before it name, tell and announce."""

    def __init__(self, text: str, skeleton: Skeleton, times: Sequence[Time]) -> None:
        self.text, self.skeleton, self.painted, self.times = text, skeleton, skeleton.text, times
        self.at_time = 0
        self.previous: list[Reading] = []
        self.told: list[Reading] = []
        self.listed = -1  # from where on indicators stand with their values
        self.told_up_to = -1  # the end of the last sentence that did nothing but tell

    def read(self, sentence: _Sentence) -> Iterator[Found]:
        """The targets of a sentence."""
        text, painted, (begin, stop, ahead, hits) = self.text, self.painted, sentence
        due, earlier = self._times_of(begin, stop)
        known = [reading for reading in (*self.told, *self.previous) if reading.was]
        self._look_for_list(begin, stop, ahead)
        self._take_subject(begin, stop, ahead)
        opens = self._behind_told(begin, stop)
        if opens >= stop or REQUIRES.match(painted, begin, stop):
            return
        hits = hits[bisect_left(hits, opens) :]
        reader = SentenceReader(text, self.skeleton, due, opens, stop, self.previous, self.told, known, self.listed, earlier)
        found = [*reader.read(hits)]
        wanted = without_told(text, painted, found, opens, stop, governed_from(due, stop)) if found else found
        if not wanted and found:
            self.previous[:] = self._what_was(begin, stop)
        yield from wanted

    def _times_of(self, begin: int, stop: int) -> tuple[Sequence[Time], Sequence[Time]]:
        """The times of a sentence, and those before them that may be years of its list; goes on to the next sentence."""
        times, first = self.times, self.at_time
        while first < len(times) and times[first].end <= begin:
            first += 1
        last = first
        while last < len(times) and times[last].start < stop:
            last += 1
        self.at_time = last
        return times[first:last], times[max(0, first - MOST_YEARS) : first]

    def _look_for_list(self, begin: int, stop: int, ahead: tuple[int, int]) -> None:
        """Note where indicators stand with their values: 主要指标如下：."""
        if said := _ANNOUNCES.search(self.painted, begin, stop):
            self.listed = said.end()
        elif said := _ANNOUNCES.search(self.painted, *ahead):
            self.listed = begin if said.end() + 1 == ahead[1] else -1
        elif _SHARES_OUT.search(self.painted, *ahead) and _PLACE_ROW.match(self.painted, begin, stop):
            self.listed = begin
        elif not (_ITEM.match(self.painted, begin) or _PLACE_ROW.match(self.painted, begin, stop)):
            self.listed = -1

    def _take_subject(self, begin: int, stop: int, ahead: tuple[int, int]) -> None:
        """Take what the sentence ahead names as what this one is about, and forget what was read before unless it goes on with that."""
        if named := named_ahead(self.text, self.painted, *ahead):
            self.previous[:] = [named]
        elif len(measures := measures_ahead(self.text, self.painted, *ahead)) == 1:
            self.previous[:] = measures  # 普及率稳步提升。到2027年，达到95%
        elif _GOES_ON.match(self.painted, begin, stop) or self.painted.startswith("；\n", begin - 2):
            return
        else:
            self.previous.clear()
        self.told.clear()

    def _behind_told(self, begin: int, stop: int) -> int:
        """Where the sentence comes to what is to be, behind what others do or what it tells that there was, which may be named again."""
        opens = behind_others(self.painted, begin, stop)
        past = told_to(self.painted, begin, stop) if opens == begin else -1
        if past < 0 and self.told_up_to == begin - 1 and (parts := OF_WHICH.match(self.painted, begin, stop)):
            past = parts.end()  # 据统计，已筹措20亿元。其中：中央资金3亿元
        if past < 0:
            return opens
        # 截至2024年底，已建成2万个，到2026年达到4万个: only what stands before the time to come is told.
        opens = comes_to_be(self.text, self.painted, past, stop)
        self.previous[:] = self._what_was(begin, opens) or self.previous
        self.told += self.previous
        if opens >= stop:
            self.told_up_to = stop
        return opens

    def _what_was(self, begin: int, end: int) -> list[Reading]:
        whole: list[Reading] = []
        parts: list[Reading] = []
        for clause in clauses_of(self.text, self.painted, begin, end):
            # 近三年共建成12000户，其中省级示范460户，今年再建3000户: what comes behind goes on with all of them
            of_part = whole and OF_WHICH.match(self.painted, *clause)
            (parts if of_part else whole).extend(what_was(self.text, self.painted, *clause))
        return [*parts, *whole]


def _hits(skeleton: Skeleton) -> list[int]:
    """Where something may commit: at numbers, at words for all of a set, and at grades that a verb leads to."""
    painted = skeleton.text
    hits = [*find_words(painted), *find_relations(painted)]
    for start, amount in skeleton.amounts.items():
        if amount.family == "grade" and painted[amount.number_start] == PAINT["grade"]:
            if GRADE_VERB.search(painted, max(0, start - _VERB_REACH), start):
                hits.append(start)
        elif (
            amount.family != "time"
            or painted[start - 1 : start] in _LEADS_TO_TIME
            or amount.start < amount.number_start
            or (amount.comparator == "le" and painted[start - 1 : start].isalpha())
            or painted.startswith("寿命", start - 2)
            or (amount.unit == "分" and painted.endswith(_MARKED, 0, start))
            or _DONE.match(painted, amount.end)
            or _STORED.match(painted, amount.end)
            or _LENGTHENED.search(painted, max(0, start - _VERB_REACH), start)
            or _STANDS.search(painted, max(0, start - _VERB_REACH), start)
            or _SHORTENED.search(painted, max(0, start - _VERB_REACH), start)
        ):
            hits.append(start)
    return sorted(hits)

"""One sentence of a plan: what its clauses commit to, and by when, how often and how firmly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from planparse.language.dates import Time
from planparse.language.lexicon import alternation, words
from planparse.language.numerals import read_chinese
from planparse.language.patterns import Pattern
from planparse.model import TargetKind
from planparse.parsing.targets.ahead import measures_ahead, measures_behind, named_ahead, trade_behind
from planparse.parsing.targets.clauses import Context, read_clause
from planparse.parsing.targets.commitment import kept_out
from planparse.parsing.targets.comparators import comparator_of
from planparse.parsing.targets.elision import EXISTS, of_which
from planparse.parsing.targets.existing import there_already, what_is_there
from planparse.parsing.targets.found import Baseline, Found
from planparse.parsing.targets.governing import (
    closing_time,
    governed_from,
    time_aside,
    without_aside,
    years_listed,
    years_said,
)
from planparse.parsing.targets.grammar import (
    BOUND,
    COUNT,
    DEADLINE,
    MEASURE,
    NUMBER_RUN,
    PRINCIPAL,
    STRIVE,
    VERB_AHEAD,
)
from planparse.parsing.targets.leads import behind_lead, often, without_lead
from planparse.parsing.targets.lists import says_in_turn
from planparse.parsing.targets.readings import Clause, Reading, kind_of, moved_by, noun, per_of, reads_part
from planparse.parsing.targets.relative import RELATIVE
from planparse.parsing.targets.shared_out import allots
from planparse.parsing.targets.skeleton import WAS_ASIDE, Skeleton
from planparse.parsing.targets.telling import (
    TO_COME,
    WHEN_TOLD,
    states,
    tells,
)
from planparse.text import Painted

# 不低于上年水平, 高于全省平均: a level without a number of its own.
_RELATED = Pattern(
    "(?P<what>[^，；。]{3,30}?)(?:不?[高低]于|优于|快于|不劣于|与)(?:上年|上一年|去年|全[国省市]|同期|国家|全行业|同级|经济)[^，；。]{0,12}$",
    reads=("民生支出占比不低于上年水平", "工业增加值增速高于全国平均水平"),
    leaves=("占比不低于75%", "加强与全国联动的平台建设，推动"),
    by="match",
)
_LONGEST_LEAD = 14
# 目前全市养老床位1.2万张: how many there are, without a verb.
_STOCK = Pattern(
    rf"(?P<what>[^{PRINCIPAL}{BOUND}，的]{{2,30}}?)(?P<n>{BOUND}*[{COUNT}{MEASURE}]+)(?:左右)?$",
    reads=("养老床位1.2万张",),
    leaves=("1.2万张养老床位", "养老床位占比90%"),
    by="match",
    painted=True,
)
# A length of time that sums up the years before it and after.
_IN_ALL = Pattern(
    r"(?P<years>[两二三四五六七八九十]|\d{1,2})年(?:来)?(?:累计|合计|总计|共(?!同))",
    reads=("三年累计建成", "3年共培训"),
    leaves=("三年内建成", "累计建成", "近三年累计建成"),
    by="match",
)
_FROM_THEN_ON = Pattern(
    r"(?:此后|以后|其后|之后|今后)(?:逐年|每)|[自从]?(?:19|20)\d\d年(?:[春秋]季学期|\d{1,2}月(?:\d{1,2}日)?)?起(?![至到])",
    reads=("以后每年提高", "2027年春季学期起，执行率达到98%"),
    leaves=("以后的工作", "每年提高", "2026年起至2028年"),
    by="match",
)
# 与2025年相比，能耗降低15%: what the changes of a whole sentence are measured from.
_AGAINST = Pattern(
    "(?:与|同|和|相?较于?|对比|对照|以)(?P<year>(?:19|20)[0-9]{2})年(?:年?[底末])?(?:水平|同期|实际)?(?:相比|比较|为(?:基数|基期|基准年?|基年))?",
    reads=("与2025年相比", "较2020年", "以2020年为基数"),
    leaves=("与全省平均水平相比", "2025年"),
    by="fullmatch",
)
_AMONG = Pattern(
    "(?:在|从)?(?P<set>[^，；：的]{2,24}(?:院|校|园|村|镇|乡|街道|社区|企业|机构|单位|中心|站|所|户|人员|人|师|员|生|县|区|市|项目|工程|小区|水库|河流|断面|事项))(?:当中|之中|中)",
    reads=("乡镇卫生院中", "在全市规上工业企业当中"),
    leaves=("推进中", "工作过程中", "建设中"),
    by="fullmatch",
)
# 对列入清单的135处隐患点，2026年完成治理80处: what the numbers behind are of.
_OBJECT = Pattern(
    f"(?:(?:全[省市县区州]|我[省市县区]|(?:列入|纳入)[^，的{PRINCIPAL}]{{2,12}}的)(?=[{COUNT}])|对(?![照标接外口])(?![^，]*(?:进行|开展|实施|组织|实行|建立|加强|给予|予以|奖|补|应|须|达到|以上))[^，；：{BOUND}]*?)[{COUNT}]*(?P<thing>[^，；：的{PRINCIPAL}{BOUND}{DEADLINE}]{{3,24}})",
    reads=(
        "全市28个县级医疗急救站点",
        "纳入改造计划的1200部老旧电梯",
        "对列入清单的135处地质灾害隐患点",
        "对2000年底前建成的老旧小区",
    ),
    leaves=("对照标准", "对企业开展培训", "对年产值20亿元以上的企业"),
    by="fullmatch",
    painted=True,
)
# （市交通运输局牵头）: who does what a clause commits to, behind all of it.
_BY_WHOM = Pattern(
    "[（(](?:[^（）()]*(?:负责|牵头|配合|参与)(?:[，,；;][^（）()]{2,16}(?:[前底末月]|完成|落实|推进|坚持|实施|开展))?|(?:责任|牵头|配合|协同|主管|主办|承办)(?:单位|部门|处室|领导|人)?[：:][^（）()]*)[）)]",
    reads=(
        "（市交通运输局牵头）",
        "(市城管局牵头,2026年8月底前完成)",
        "（市城管局牵头，2026年8月底前完成）",
        "（市商务局牵头，持续推进）",
        "（责任单位：市教育局、市财政局）",
    ),
    leaves=("（市、区）", "（社区卫生服务站）", "（含民办3所）"),
    by="fullmatch",
)
_CLAUSE_END = Pattern(
    "[，；：]|(?<=”)——|(?<![合归兼撤吞一裁])并(?:且|同步)?(?![网联购轨存列行案发举非不且]|入(?!库))",
    reads=("到2025年，建成", "目标：", "突出“三个100%”——识别率", "10座水库并改造5座泵站"),
    leaves=("1,200家", "加强领导。", "并网项目", "5个平台合并建设1个中心"),
)
# What may stand behind 并 beside the verbs that open a target.
_BRINGS = Pattern(
    f"{alternation(words('verbs')['cause'])}|{alternation(words('verbs')['select'])}|(?:全部|全面|均|逐步|陆续|同步|配[套齐足备])",
    reads=("推动20家上市", "全部开放"),
    leaves=("给予重点支持", "投入运行"),
    by="match",
)
# 交易额20万元以上的项目，按3%给予补助: who gets a payment; 对, 凡 and 其中 begin to say it.
_PAID = Pattern(
    "的[^，；、的]{0,6}(?:项目|企业|单位|机构|平台|基地|园区|人才|农户|合作社)，每[个家户项人](?:一次性)?(?:给予)?(?:奖励|补助|奖补|补贴)(?=[^，；]{0,6}元)|(?:的|者)[^，；、的]{0,14}，(?![单每](?:个|家|项|户|人|台|所))(?=[^，；]{0,24}?(?:给予|予以(?=[奖补资支])|补助|补贴|奖励|奖补|资助|贴息|享受))",
    reads=(
        "交易额20万元以上的项目，按3%给予补助",
        "达到100万元的，一次性奖励5万元",
        "实质性开工的项目，每个奖励10万元",
    ),
    leaves=("培育企业30家，给予企业支持", "建成的项目达到30个，加强管理", "设立30亿元的基金，单个项目补助500万元"),
)
# 对新建1万平方米以上的仓储设施、分拨中心，由省级按投资额的5%给予补助: the same said of things.
_PAID_FOR = Pattern(
    r"(?<![^，。；：\n])(?:\d{1,2}[.．、])?对[^，；。\n]{6,80}，(?=[^，；]{0,30}?(?:给予|予以(?=[奖补资支])|补助|补贴|奖励|奖补|资助|贴息))"
    r"|(?<![^，。；：\n])(?!每)[^，。；\n每]{2,40}(?<!\d)[1一][个项家场条名次座处部]，(?=(?:可|均|一次性|最高)*(?:给予(?!每)|奖励|补助|补贴|奖补)[^，。；\n]{0,12}\d[\d.]*万?元)"
    r"|(?<![^，。；：\n])[^，。；\n]{4,60}，(?=按[^，；。\n]{2,24}[%％][^，；。\n]{0,8}(?:奖励|补助|补贴|奖补|资助)|(?:一次性)?(?:给予)?(?:奖励|补助|补贴|奖补)(?:最高)?\d[\d.]*万?元)",
    reads=(
        "对新建1万平方米以上的仓储设施、分拨中心，由省级按投资额的5%给予补助",
        "新增推广超过20家企业，按成交金额的2%进行奖励",
        "引进国际品牌3个以上，奖励30万元",
        "承接国家级展会1场，给予主办方50万元补贴",
    ),
    leaves=("对口帮扶企业30家，建成中心3个", "对企业给予补贴", "每个县建成示范园1个，给予50万元补助"),
)
_SINGLES_OUT = Pattern(
    "[，；](?=对|凡|其中|每|如|若|符合|经)", reads=("，对新认定的企业", "；凡达到"), leaves=("，建成中心",)
)
_WHILE = "期间，"
_FARTHEST = 200
_STRIVES = Pattern(STRIVE, reads=("力争达到90%", "努力实现"), leaves=("达到90%", "争创品牌"))
# What goes on with a condition, or puts a payment in other words.
_GOES_ON_WITH = ("且", "并且", "或", "即", "其中用于")
_CONDITIONS = frozenset(("condition", "parameter"))
_ENDLESS = frozenset(("taking", "period_end", "winter", "season"))  # times that a plan gives no day for
# 年内完成80%，2026年6月底前全面完成: what the second day closes is not what is to be within this year.
_THIS_YEAR = Pattern(
    "(?:今年|本年度?|当年)?(?:[上下]半年|第?[一二三四]季度|年内|年底前|\\d{1,2}月底?前|前[一二三]季度|第?一阶段)[前末底]?",
    reads=("年内完成80%", "上半年改造20个", "9月底前完成20个"),
    leaves=("2026年6月底前", "到年底"),
    by="match",
)
_FROM_NOW_ON = "coming"  # 2026年建成5个，今后三年每年新增2个
_SAME_TIMES = "同期"
_JOINS = "、和与及"
# Nobody writes a longer clause; a text without punctuation must not cost more than its length.
_LONGEST_CLAUSE = 300


class SentenceReader:
    """Reads one sentence clause by clause.

    A time, and how firmly something is wanted, reach over the clauses behind them, and a clause leaves out what those before it say.
    `previous` holds what the last clause with a reading gave, `told` what all have; both are left so for a sentence that begins with
    其中. `known` is what the sentences before told that there was, `earlier` are their times. From `listed` on, unless it is -1, stand indicators with their values.
    """

    def __init__(
        self,
        text: str,
        skeleton: Skeleton,
        times: Sequence[Time],
        start: int,
        end: int,
        previous: list[Reading],
        told: list[Reading],
        known: Sequence[Reading],
        listed: int,
        earlier: Sequence[Time] = (),
    ) -> None:
        self.text, self.painted, self.amounts, self.beside = text, *skeleton
        self.times, self.earlier = times, earlier
        self.start, self.end, self.listed = start, end, listed
        self.begun = start  # where it begins to say more than when and how firmly
        self.previous, self.told, self.known = previous, told, known
        self.strives = _STRIVES.search(self.painted, start, end) is not None
        self.governed = governed_from(times, end)
        self.payees = [*_payees(text, self.painted, start, end)]
        # What the clauses read so far leave for those behind them.
        self.before = (start, start)
        self.strive_on = False
        self.past = False
        self.kept_out = False  # whether the last clause with a number says a condition or a payment
        self.there: Reading | None = None
        self.due: Time | None = None
        self.closed: Time | None = None  # what the last such clause said by when: of its part of the sentence alone
        self.at_time = 0
        self.lone: str | None = None  # how often, said by a clause of its own
        self.since: int | None = None
        self.timed_by_close = False  # 驿站12个、营地6个，2026年底前全部建成: no more than when
        self.found: list[Found] = []
        self.sooner: set[int] = set()  # where those begin that are to be by a time of this year, which has no date

    def read(self, hits: Sequence[int]) -> Iterator[Found]:
        """The targets of the sentence: each clause with a hit gives its own."""
        at_hit = 0
        for begin, stop in clauses_of(self.text, self.painted, self.start, self.end):
            if self.painted[begin - 1 : begin] == "；":
                self.strive_on = False
                self.due = None if self.due is self.closed else self.due
                yield from self.found
                self.found.clear()
            closing = self._close(begin, stop)
            if not any(first <= begin < last for first, last in self.payees):
                first_hit, at_hit = at_hit, bisect_left(hits, stop, at_hit)
                if self._tells(begin, stop):
                    told = what_was(self.text, self.painted, begin, stop, self.previous, self.before) or self.previous
                    self.told += told
                    if not self.text.startswith("其中", begin):
                        self.previous[:] = told  # the parts of a sum leave the sum to be gone on with
                elif first_hit < at_hit and not (closing and self.timed_by_close):
                    self._commit(begin, stop, closing)
                elif self._leads(begin, stop):
                    continue
                else:
                    self.previous[:] = self._named(begin, stop) or self.previous
            self.before = (begin, stop)
        yield from self.found

    def _close(self, begin: int, stop: int) -> Time | None:
        """The time of a clause that says no more than by when what stands before is done; what has no time is to be done by then."""
        closing = closing_time(self.painted, self.times, begin, stop) if self.found else None
        self.timed_by_close = closing is not None and not any(
            target.due or target.start in self.sooner for target in self.found
        )
        if closing:
            self.found[:] = [
                target if target.due or target.start in self.sooner else target._replace(due=closing)
                for target in self.found
            ]
            self._pass_times(stop)
            self.due = self.closed = closing
        return closing

    def _tells(self, begin: int, stop: int) -> bool:
        """Whether a clause tells what was, or goes on with that."""
        self.past = self.past and not TO_COME.search(self.painted, begin, stop)
        if not self.past and self.governed >= begin:
            alone = begin == self.start and self.governed >= stop
            self.past = tells(self.text, self.painted, begin, stop, alone=alone)
        return self.past

    def _leads(self, begin: int, stop: int) -> bool:
        """Whether a clause without a number says but when, how often or how firmly: nothing that a clause behind it could go on with."""
        if begin == self.start and (against := _AGAINST.fullmatch(self.text, begin, stop)):
            self.since = int(against.group("year"))
        if not self.strives and stop - begin > _LONGEST_LEAD:
            return False
        clause = without_lead(self.text, self.painted, begin, stop)
        self.strive_on |= clause.strength == "strive"
        if clause.start < stop:
            return False
        self.lone = clause.frequency  # 2020年底前
        self.begun = stop + 1 if begin == self.begun else self.begun
        return True

    def _named(self, begin: int, stop: int) -> list[Reading]:
        """What a clause without a number names for those behind it."""
        text, painted = self.text, self.painted
        first = behind_lead(painted, begin, stop)
        relates = painted.find("于", begin, stop) >= 0 or painted.find("与", begin, stop) >= 0  # as most clauses do not
        if relates and (related := _RELATED.match(painted, first, stop)):
            # 民生支出占比不低于上年水平，保持在75%以上
            return [Reading(begin, stop, EXISTS, None, -1, noun(text[first : related.end("what")]), None)]
        if shared_out := allots(text, painted, begin, stop):
            return [shared_out]
        opens = painted[begin - 1] == "；" or (begin == self.begun and all(known.rule == EXISTS for known in self.previous))
        if opens and (named := named_ahead(text, painted, begin, stop)):
            return [named]
        if not opens and (trade := trade_behind(text, painted, first, stop)):
            return [trade]
        if measures := measures_behind(text, painted, first, stop):
            return measures
        if named := self._object(begin, stop):
            return [named]
        if among := _AMONG.fullmatch(painted, first, stop):
            # 乡镇卫生院中，80%以上达到标准: the set that a share is of
            return [Reading(begin, stop, EXISTS, None, -1, noun(text[slice(*among.span("set"))]), None)]
        return []

    def _object(self, begin: int, stop: int) -> Reading | None:
        """What a clause names as that to which those behind it do something."""
        of = _OBJECT.fullmatch(self.painted, begin, stop)
        return Reading(begin, stop, EXISTS, None, -1, noun(self.text[slice(*of.span("thing"))]), None) if of else None

    def _commit(self, begin: int, stop: int, closing: Time | None) -> None:
        """Read a clause in which something may commit."""
        text, painted = self.text, self.painted
        clause = without_lead(text, painted, begin, stop)
        clause = clause._replace(promised=self.governed < stop or self.strive_on)
        self.strive_on |= clause.strength == "strive"
        years = self._years_in_turn(begin, stop)
        context = Context(self.previous, self.before, self.told, self.known, len(years), announced=0 <= self.listed <= begin)
        # A number without a noun is no target, nor is a noun without a number.
        readings = [
            reading
            for reading in read_clause(text, painted, clause, context)
            if any(map(str.isalnum, reading.indicator))
            and (reading.meant or reading.rule == RELATIVE or reading.at in self.amounts)
        ]
        readings = [without_aside(text, painted, reading) for reading in self._in_every_unit(readings)]
        to_come = clause.promised or TO_COME.search(painted, begin, stop)
        if self.there and not to_come and all(map(self._says_what_is, readings)):
            # 现有养老机构12所，入住老人2140人: what stands behind what there is is there as well.
            self.previous[:] = [reading._replace(was=True) for reading in readings] or self.previous
            self.told += readings
            return
        if readings and self.kept_out and not to_come and text.startswith(_GOES_ON_WITH, begin):
            return  # 缺口大于5%，且持续时间小于4小时: as much a condition as the clause before
        unread = not readings and NUMBER_RUN.search(painted, begin, stop) is not None
        self.kept_out = unread and (out := kept_out(text, painted, clause)) is not None and out[0] in _CONDITIONS
        frequency, self.lone = clause.frequency or self.lone, None
        self._forget_due(begin, stop)
        whole = self.due
        asides = [time_aside(painted, self.times, reading) for reading in readings]
        # 新建学校12所、幼儿园8所（2026年底前完成）: the only time that a list has is that of all
        of_all = asides[-1] if asides and not any(asides[:-1]) and readings[-1].end == stop else None
        for reading, aside in zip(readings, asides, strict=True):
            frequency = self._take_times(reading, begin, aside) or frequency
            due = aside or closing or (years[reading.in_turn] if reading.in_turn >= 0 else self.due or of_all)
            self.found.append(self._target(reading, clause, frequency, due))
            if due is None and _THIS_YEAR.match(text, begin, stop):
                self.sooner.add(self.found[-1].start)
        ends = [time.last for time in (self.due, whole) if time and time.last]
        # 建设急救中心6个（其中2026年4个、2027年2个），配置救护车40辆: those years are of the parts alone
        within = text.startswith("（", begin - 1)
        if text.startswith("其中", begin) and (within or (len(ends) > 1 and ends[0] < ends[1])):
            self.due = whole  # 到2030年，新增300个，其中2026年50个、2027年60个，覆盖率达到90%
        self.told += readings
        if readings:
            self.there = None
            # The parts of a sum leave the sum to be gone on with.
            is_part = reads_part(readings[0].rule) or of_which(text, clause.start)
            self.previous[:] = [*self.previous[:1], *readings] if is_part else readings
        elif there := there_already(text, painted, clause, self.before):
            self.there, self.previous[:] = there, [there]
            self._pass_times(stop)
        else:
            self.there = None
            # 高于三级医院平均水平，达到165人; 全面推进老旧小区改造，2025年完成300个
            named = [of] if (of := self._object(begin, stop)) else measures_ahead(text, painted, begin, stop)
            self.previous[:] = named or (not unread and self._named(begin, stop)) or self.previous

    def _in_every_unit(self, readings: Sequence[Reading]) -> Iterator[Reading]:
        """搬迁120户460人: the same in another unit, beside the first."""
        for reading in readings:
            yield reading
            at = reading.at
            while (at := self.beside.get(at, -1)) >= 0:
                yield reading._replace(at=at, end=max(reading.end, self.amounts[at].end), listed=())

    def _years_in_turn(self, begin: int, stop: int) -> list[Time]:
        """The years whose values a clause gives in turn: those of its list, or those said one by one before it."""
        if not says_in_turn(self.painted[begin:stop]):
            return []
        if years := years_listed(self.painted, self.times, stop):
            return years
        # 普及率2026年达到96%，2027年达到98%；覆盖率分别达到70%和80%; 参保人数同期分别达到21万人、24万人
        if self.painted.find(_SAME_TIMES, begin, stop) >= 0:
            return years_said([*self.earlier, *self.times], begin)
        part = self.painted.rfind("；", self.start, begin)
        if part < 0:
            # 普及率2026年达到96%，2027年达到98%，覆盖率分别达到70%和80%: of one noun
            number = NUMBER_RUN.search(self.painted, begin, stop)
            named = self.text[begin : number.start() if number else stop]
            return [] if any(mark in named for mark in _JOINS) else years_said(self.times, begin)
        return [] if any(part < time.start < stop for time in self.times) else years_said(self.times, part)

    def _says_what_is(self, reading: Reading) -> bool:
        """Whether a reading is a place in an order, or a plain number that no verb brings about."""
        amount = self.amounts.get(reading.at)
        if amount is None or amount.comparator != "eq":
            return reading.kind == "rank"
        return reading.kind == "rank" or states(self.text, reading.rule, reading.outcome, amount.start)

    def _forget_due(self, begin: int, stop: int) -> None:
        """Let the time of the clauses before go where the clause is of other times."""
        due = self.due
        in_all = due and due.first and due.last and due.first.year == due.last.year and _IN_ALL.match(self.text, begin, stop)
        if in_all and not self._is_last_of(in_all.group("years")):
            self.due = None  # 2025年新建500个，三年累计建成2000个: all years together do not end with the first
        if due:
            part = self.text.rfind("；", max(self.start, due.start), begin) + 1
            if _FROM_THEN_ON.match(self.text, begin, stop) or (part and _FROM_THEN_ON.match(self.text, part, begin)):
                self.due = None  # 2026年达到40%，以后每年提高10个百分点

    def _is_last_of(self, many: str) -> bool:
        """Whether the year that governs is the last of so many years said one by one: 2026年：…2027年：…2028年：…，三年累计建成2000个."""
        years = int(many) if many.isdecimal() else read_chinese(many) or 0
        said = {
            time.last.year for time in (*self.earlier, *self.times) if time.last is not None and time.kind != "recurring"
        }
        last = self.due.last.year if self.due and self.due.last else 0
        return years > 1 and all(last - back in said for back in range(years))

    def _pass_times(self, stop: int) -> None:
        """Let the times of a clause that ends at `stop` govern nothing behind it."""
        self.at_time = bisect_left(self.times, stop, self.at_time, key=lambda time: time.start)

    def _take_times(self, reading: Reading, begin: int, aside: Time | None) -> str | None:
        """Go on to the last time before the end of a reading, which governs it; how often, if one of its clause says that."""
        frequency = None
        while self.at_time < len(self.times) and self.times[self.at_time].start < max(reading.end, reading.at):
            time = self.times[self.at_time]
            if time.kind == "recurring":
                frequency = often(self.text[time.start : time.end]) if time.start >= begin else frequency
            elif time.last is not None and self.painted[time.start] == DEADLINE and time is not aside:
                # What stands in brackets is of the clause behind which they stand.
                self.due = time
            elif time.rule == _FROM_NOW_ON or (
                time.rule in _ENDLESS and (self.text[time.start - 1] == "；" or self.text[time.start] == "再")
            ):
                self.due = None  # 2026年年中改造6个；再用一年半时间，新建20座
            self.at_time += 1
        return frequency

    def _target(self, reading: Reading, clause: Clause, frequency: str | None, due: Time | None) -> Found:
        """A reading as a target of the sentence."""
        amount = self.amounts.get(reading.at)
        kind = kind_of(reading, amount)
        strive = self.strive_on or reading.strive or (reading.outcome or "").startswith("争创")
        return Found(
            reading.start,
            max(reading.end, amount.end) if amount and amount.start < reading.end else reading.end,
            reading.rule,
            kind,
            amount,
            comparator_of(self.text, reading, amount, [self.amounts[at] for at in reading.listed]),
            reading.indicator,
            None if kind in ("level", "ratio") and reading.rule != RELATIVE else reading.outcome,
            reading.direction or (moved_by(reading.outcome) if kind == "change" else None),
            reading.per or per_of(reading.indicator) or (clause.per if kind == "count" else None),
            frequency,
            reading.scope or (None if kind == "rank" else clause.scope),
            "strive" if strive else clause.strength,
            due,
            self._baseline(reading, kind),
            reading.meant,
        )

    def _baseline(self, reading: Reading, kind: TargetKind) -> Baseline | None:
        """What an indicator was: as its clause says, in brackets beside it, or in the year that the sentence begins with."""
        if reading.before:
            return Baseline(self.amounts.get(reading.before.at), reading.before.year)
        if aside := WAS_ASIDE.search(self.text, reading.start, reading.end):
            year = aside.group("year")
            return Baseline(self.amounts.get(aside.start("n")), int(year) if year else None)
        return Baseline(None, self.since) if self.since and kind == "change" else None


def what_was(
    text: str,
    painted: Painted,
    start: int,
    end: int,
    previous: Sequence[Reading] = (),
    before: tuple[int, int] | None = None,
) -> list[Reading]:
    """What a clause tells that there was, behind the words for when: no targets, but what a clause behind it may go on with.

    `previous` and `before` are of the clause before it, which may say of what: 回收利用率，现为36%.
    """
    when = WHEN_TOLD.match(painted, start, end)
    clause = without_lead(text, painted, when.end() if when else start, end)
    if there := what_is_there(text, painted, clause):
        return [there]
    told = read_clause(text, painted, clause, Context(previous, before or (start, end)), past=True)
    if named := [reading._replace(was=True) for reading in told if reading.indicator]:
        return named
    stock = _STOCK.match(painted, clause.start, end) if when else None
    what = noun(text[slice(*stock.span("what"))]) if stock else ""
    return [Reading(start, end, EXISTS, None, stock.start("n"), what, None, was=True)] if stock and what else []


def _payees(text: str, painted: Painted, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that say, with numbers, whom a payment behind them is for."""
    for paid_for in _PAID_FOR.finditer(text, start, end):
        if any(map(str.isdecimal, paid_for.group())) and DEADLINE not in painted[paid_for.start() : paid_for.end()]:
            yield paid_for.span()
    for paid in _PAID.finditer(painted, start, end):
        floor = max(start, paid.start() - _FARTHEST, painted.rfind("；", start, paid.start()) + 1)
        floor = max((mark.end() for mark in _SINGLES_OUT.finditer(painted, floor, paid.start())), default=floor)
        named = max(floor, painted.rfind("，", floor, paid.start()) + 1)
        within = text.rfind(_WHILE, floor, paid.start())
        if within >= 0:
            floor = within + len(_WHILE)  # 对2025年1月1日至6月30日期间，新引进1亿元以上的项目，每个奖励
        numbered = any(character.isdecimal() for character in text[named : paid.start()])
        if numbered and painted.find(DEADLINE, floor, paid.start()) < 0:
            yield floor, paid.end()


def clauses_of(text: str, painted: Painted, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence, each without the brackets at its end that say who does it."""
    begin = start
    for stop, behind in chain((mark.span() for mark in _CLAUSE_END.finditer(painted, start, end)), ((end, end),)):
        if painted[stop : stop + 1] == "并" and not (
            NUMBER_RUN.search(painted, begin, stop) and (VERB_AHEAD.match(painted, behind) or _BRINGS.match(painted, behind))
        ):
            continue  # 改造并启用10个: one thing is done to them, not a second to others
        if begin < stop <= begin + _LONGEST_CLAUSE:
            bracket = painted.rfind("（", begin, stop) if painted[stop - 1] == "）" else begin
            yield begin, bracket if bracket > begin and _BY_WHOM.fullmatch(text, bracket, stop) else stop
        begin = behind

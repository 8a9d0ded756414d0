"""Which element of a page holds the document, and what the page says of it elsewhere: title, number, issuer, date.

The document is where the sentences are: 首页, 当前位置, 相关链接 and lists of news are words and links, not sentences. Names of classes
only help: those of the usual roles (share, breadcrumb, footer …) tell what to leave out, 正文 where to stop.
"""

from __future__ import annotations

import re

from planparse.language.facts import FACT_OF, LABELS, OTHERS, Fact
from planparse.readers.web.lines import lines_of
from planparse.readers.web.tree import Element, Page
from planparse.text import HEADING

# The document holds nearly all sentences of its page, and so does all that wraps it.
_SHARE = 0.93
_LEAST_PROSE = 40
_CONTAINERS = frozenset(
    [
        "body",
        "html",
        "div",
        "section",
        "article",
        "main",
        "form",
        "center",
        "td",
        "li",
        "blockquote",
        "font",
        "fieldset",
        "header",
        "span",
        "dd",
    ]
)
_BODY_NAMES = re.compile(r"正文|(?i:articlebody|trs_editor|ucap-content|article[-_]?con|content[-_]?article|^zoom)")
# What stands around a document, as classes and ids name it in English.
_AROUND = re.compile(
    "nav|navbar|navigation|menu|breadcrumb|breadcrumbs|crumb|crumbs|location|foot|footer|bottom|copyright|share|"
    "bdsharebuttonbox|sidebar|toolbar|tool|tools|fontsize|qrcode|ewm|related|relevant|pagination|pager|comment|"
    "comments|popup|modal"
)
_NAME_PARTS = re.compile("[a-z]+|[A-Z][a-z]+")
# A piece of a page that holds less than this share of its sentences can be boilerplate, whatever it is called.
_LITTLE, _LITTLE_IF_CALLED = 0.1, 0.4
# Lines that pages print into a document for their readers' hands.
_CONTROLS = re.compile(
    r"[【\[（(]?(?:打印|打印本页|关闭|关闭窗口|返回顶部|收藏|纠错|分享|分享到|扫一扫.{0,20}|(?:A[+-]?)?[大中小]|下载文字版|下载图片版)[】\])）]?[：:]?"
    r"|.{0,3}字体?[号：:].{0,16}|.{0,60}(?:浏览次数|浏览量|点击数|点击量|阅读次数|访问量)[：:].{0,20}"
)
_LONGEST_CONTROL = 80
_FEWEST_LINKS = 3
_LINKED_SHARE = 0.7

_BLANKS = r"[ \t\xa0\u2002\u2003\u3000]*"
_LABEL = re.compile(
    rf"(?:^|(?<=[\s\xa0\u3000|\[【])){_BLANKS}[\[【]?(?P<label>"
    + "|".join(_BLANKS.join(label) for label in sorted((*FACT_OF, *OTHERS), key=len, reverse=True))
    + rf"){_BLANKS}[\]】]?{_BLANKS}(?:[：:]|$)",
    re.MULTILINE,
)
_FEWEST_FACTS = 2
_LONGEST_FACT = 200
_HEAD = 3000
_REPOSTED = re.compile(r"^[（(【\[](?:转载|转发|原创)[）)】\]]")
_SITE = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]*$")
_WORDS = re.compile(r"\w+")


def lines_of_document(page: Page) -> list[str]:
    """The facts that the page prints beside the document, its title where the document prints none, and its own lines."""
    body = page.body
    _clear(body, body.prose)
    article = _article(body)
    told, lines = _parted([line for line in lines_of(article) if not _is_control(line)])
    facts = _facts([*lines_of(body, lambda element: element is article), *told])
    head = _letters("".join(lines)[:_HEAD])
    title = _title(page, facts)
    block = [f"{LABELS[fact][0]}：{value}" for fact, value in facts.items() if fact != "title"]
    return [*block, *([title] if title and _letters(title) not in head else ()), *lines]


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines of a block of facts that stands above the first sentence, and the other lines."""
    first = next((at for at, line in enumerate(lines) if "。" in line), len(lines))
    told: list[int] = []
    lone = False  # whether the line before is a label whose value is to come
    for at, line in enumerate(lines[:first]):
        label = _LABEL.match(line.lstrip(HEADING).replace("\t", "\n"))
        if label or lone:
            told.append(at)
        lone = label is not None and label.end() == len(line)
    if len(told) < _FEWEST_FACTS:
        return [], lines
    return [lines[at] for at in told], [line for at, line in enumerate(lines) if at not in told]


def _article(body: Element) -> Element:
    """The innermost container that holds nearly all sentences, or that its page calls the document's text."""
    weigh = _prose if body.prose >= _LEAST_PROSE else _unlinked
    least = weigh(body) * _SHARE
    found = element = body
    while True:
        inner = max(element.elements(), key=weigh, default=None)
        if inner is None or weigh(inner) < least or not weigh(inner):
            return found
        element = inner
        if element.tag in _CONTAINERS:
            found = element
            if any(
                _BODY_NAMES.search(value) for name, value in element.attributes.items() if name not in ("style", "onclick")
            ):
                return found


def _prose(element: Element) -> int:
    return element.prose


def _unlinked(element: Element) -> int:
    return element.words - element.linked


def _clear(element: Element, prose: int) -> bool:
    """Take what pages print around a document out of an element of a page with so many characters in sentences; whether there was any."""
    elements = [child for child in element.children if not isinstance(child, str)]
    if not elements:
        return False
    furniture = {id(child) for child in elements if _is_furniture(child, prose)}
    if changed := bool(furniture):
        element.children = [child for child in element.children if id(child) not in furniture]
    for child in elements:
        if id(child) not in furniture:
            changed |= _clear(child, prose)
    if changed:
        element.count()
    return changed


def _is_furniture(element: Element, prose: int) -> bool:
    """Whether an element is called what stands around a document, or is a list of links, and holds few sentences."""
    if not element.words or element.prose > prose * _LITTLE_IF_CALLED:
        return False
    attributes = element.attributes
    if "class" in attributes or "id" in attributes:
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        if any(_AROUND.fullmatch(part.lower()) for part in _NAME_PARTS.findall(names)):
            return True
    linked = element.links >= _FEWEST_LINKS and element.linked > element.words * _LINKED_SHARE
    return linked and element.prose <= prose * _LITTLE and "附件" not in element.text()


def _is_control(line: str) -> bool:
    line = line.lstrip(HEADING)
    if len(line) > _LONGEST_CONTROL or _CONTROLS.fullmatch(line.strip()) is None:
        return False
    fact = _LABEL.match(line)  # 发文字号： is no 字号：
    return fact is None or fact.group("label") not in FACT_OF


def _facts(lines: list[str]) -> dict[Fact, str]:
    """What the page's block of facts says; nothing where only a single label stands on it."""
    text = "\n".join(cell for line in lines for cell in line.lstrip(HEADING).split("\t"))
    labels = [*_LABEL.finditer(text)]
    facts: dict[Fact, str] = {}
    if len(labels) < _FEWEST_FACTS:
        return facts
    for label, end in zip(labels, [*(following.start() for following in labels[1:]), len(text)], strict=True):
        fact = FACT_OF.get(re.sub(r"\s", "", label.group("label")))
        value = text[label.end() : min(end, label.end() + _LONGEST_FACT)].strip("\n \xa0\u3000")
        value = " ".join(value.partition("\n")[0].split())
        if fact and value and fact not in facts:
            facts[fact] = value
    return facts


def _title(page: Page, facts: dict[Fact, str]) -> str:
    """What the document is called: the heading or fact that says the same as the head of the page, else the best of these alone."""
    printed = [_bare(element.text()) for element in page.body.all_elements() if element.tag == "h1" and element.words]
    if "title" in facts:
        printed.append(_bare(facts["title"]))
    names = [_bare(name) for name in page.names]
    for title in printed:
        if any(_letters(title) in _letters(name) for name in names):
            return title
    return next(iter((*printed[::-1], *(_SITE.sub("", name) or name for name in names))), "")


def _bare(title: str) -> str:
    return _REPOSTED.sub("", " ".join(title.split()))


def _letters(text: str) -> str:
    return "".join(_WORDS.findall(text))

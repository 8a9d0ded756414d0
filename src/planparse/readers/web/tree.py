"""A page's tree without what nobody sees: scripts, styles, controls, pictures, hidden elements.

Elements know how much they hold, so that the document can be told from what a page prints around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from planparse.errors import InputError

# What browsers do not print, or what is no part of a document wherever it stands.
_UNSEEN = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "aside",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "object",
        "embed",
        "applet",
        "iframe",
        "frame",
        "svg",
        "math",
        "canvas",
        "video",
        "audio",
        "map",
        "datalist",
        "dialog",
        "img",
        "rp",
        "rt",
    ]
)
_WHOLE = ("html", "body")  # some hide all of a page until their scripts have run
_ROLES_AROUND = re.compile("navigation|banner|contentinfo|search|dialog|alertdialog|complementary|menu|menubar|toolbar")
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# Deeper elements count as part of the one at this depth; it keeps recursion over the tree within Python's bounds.
_DEEPEST = 120
_LINE_TAGS = frozenset(("p", "div", "li", "tr", "br", "section"))
_PARSER_DEPTH = 2048
_NO_ATTRIBUTES: Mapping[str, str] = {}
# The time that parsers take for the attributes of one tag grows with their square.
_MOST_ATTRIBUTES = 2000
# An element or an attribute takes some 800 bytes; of pages that print nothing but tables each has 30 characters.
_FEWEST_NODES, _CHARACTERS_A_NODE = 60_000, 16
_ATTRIBUTE = re.compile(r"""[\s/]+[^\s/>"'=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?""")
_TAG = re.compile(r"""<[a-z](?:(?>[^"'>]+|"[^"]*"|'[^']*'))*+""", re.IGNORECASE)
# Comments and programs; in XHTML a script may close itself.
_PROGRAMS = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?:script|style|title)\b[^>]*/>|<(?P<tag>script|style)\b.*?(?:</(?P=tag)\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class Element:
    """An element that is seen: `words` counts its characters without blanks, `linked` those in links, `prose` those in sentences."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)
    words: int = 0
    linked: int = 0
    links: int = 0
    prose: int = 0

    def elements(self) -> Iterator[Element]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def all_elements(self) -> Iterator[Element]:
        """The element and all below it, in the order of the page."""
        left: list[Element] = [self]
        while left:
            element = left.pop()
            yield element
            left += [child for child in reversed(element.children) if isinstance(child, Element)]

    def count(self) -> None:
        """Set what it holds from its children, which have been counted."""
        words = linked = links = prose = 0  # local names, which cost half: a page has thousands of elements
        for child in self.children:
            if isinstance(child, str):
                length = len("".join(child.split()))
                words += length
                if "，" in child or "。" in child or "；" in child:
                    prose += length
            else:
                words += child.words
                linked += child.linked
                links += child.links
                prose += child.prose
        if self.tag == "a" and "href" in self.attributes:
            linked, links, prose = words, 1, 0
        self.words, self.linked, self.links, self.prose = words, linked, links, prose

    def text(self) -> str:
        """The characters of the element and all below it."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, the names that it gives itself in its head, best first."""

    body: Element
    names: tuple[str, ...]


def read_page(html: str) -> Page:
    """The tree of a page.

    Raises InputError where lxml is missing, and for pages that are built to take more time or memory than any real one.
    """
    try:
        from lxml import etree  # noqa: PLC0415 loaded only where there is a page to read
    except ImportError as error:
        raise InputError("html-needs-lxml") from error
    html = _PROGRAMS.sub("", html)
    _check_tags(html)
    # Not lxml.html's, which makes an object of a class of its own for each element.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:  # a page without a single element
        return Page(Element("body"), ())
    if any("depth" in str(entry.message).lower() for entry in parser.error_log):
        raise InputError("html-too-deep", most=_PARSER_DEPTH)
    named = {meta.get("name", "").lower(): meta.get("content", "") for meta in root.iter("meta")}
    names = (named.get("articletitle", ""), *("".join(map(str, title.itertext())) for title in root.iter("title")))
    return Page(_visible(etree.iterwalk(root, events=("start", "end"))), tuple(name for name in names if name.strip()))


def _check_tags(html: str) -> None:
    """Raise InputError for a page with more tags and attributes than any real one of its size, or too many attributes in one tag."""
    left = max(_FEWEST_NODES, len(html) // _CHARACTERS_A_NODE)
    for tag in _TAG.finditer(html):
        printed = tag.group()
        attributes = 0 if printed[1:].isalnum() else len(_ATTRIBUTE.findall(printed))
        if attributes > _MOST_ATTRIBUTES:
            raise InputError("html-too-many-attributes", most=_MOST_ATTRIBUTES)
        left -= 1 + attributes
        if left < 0:
            raise InputError("html-too-many-tags")


def _visible(walk: Any) -> Element:
    """The elements of a walk over lxml's tree that are seen, below one that holds them all."""
    top = Element("body")
    open_elements = [top]
    depth = 0  # of the walk, which goes deeper than the elements that are made
    unseen: Any = None
    for event, node in walk:
        if event == "end":
            if node is not unseen:
                depth -= 1
                if depth < _DEEPEST:
                    open_elements.pop().count()
            unseen = None
            if depth and (tail := node.tail):
                open_elements[-1].children.append(tail)
            continue
        tag, printed = node.tag, node.items()
        attributes = dict(printed) if printed else _NO_ATTRIBUTES
        if tag in _UNSEEN or (printed and tag not in _WHOLE and _is_hidden(attributes)):
            unseen = node
            walk.skip_subtree()
            continue
        if depth < _DEEPEST:
            element = Element(tag, attributes, [])
            open_elements[-1].children.append(element)
            open_elements.append(element)
        elif tag in _LINE_TAGS:
            open_elements[-1].children.append(Element("br"))
        depth += 1
        if text := node.text:
            open_elements[-1].children.append(text)
    top.count()
    return top


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or ("role" in attributes and _ROLES_AROUND.fullmatch(attributes["role"]) is not None)
        or ("none" in attributes.get("style", "").lower() and _NOT_DISPLAYED.search(attributes["style"]) is not None)
    )

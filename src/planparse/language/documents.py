"""What official documents call themselves: 方案, 办法, 通知. The words are in lexicons/documents.yaml."""

from __future__ import annotations

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern

_LISTS = words("documents")

DOCUMENT = alternation(*(_LISTS[kind] for kind in ("plans", "rules", "notices", "others")))
"""What the title of any document ends in."""

PLAN = alternation(_LISTS["plans"], ("办法", "细则", "规定", "指引"))
"""What the title of a plan ends in, or of rules that come with a plan."""

RULES = alternation(_LISTS["rules"])
"""What the title of rules ends in, which are no plan."""

STATUS_BRACKET = Pattern(
    rf"（(?:{alternation(_LISTS['drafts'], _LISTS['trials'])})[^（）]{{0,8}}）",
    reads=("管理办法（试行）", "实施方案（征求意见稿）", "工作方案（修改稿）"),
    leaves=("试行方案", "方案（2023—2025年）", "方案（2023年修订）"),
)
"""What says behind a title how far a document is."""

PASSES_ON = alternation(_LISTS["passing_on"])
"""What a notice does with the document behind it."""

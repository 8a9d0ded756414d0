"""Labels of the facts of a document, on pages and in texts: 发文机关：, 文号：, 成文日期：. The labels are in lexicons/facts.yaml."""

from __future__ import annotations

from typing import Literal, get_args

from planparse.language.lexicon import words

Fact = Literal["title", "issuer", "number", "day"]

_LISTS = words("facts")
LABELS: dict[Fact, tuple[str, ...]] = {fact: tuple(_LISTS[fact]) for fact in get_args(Fact)}
"""Fact → the labels that it stands behind; the first is that of the texts which readers of web pages make."""

OF_LAWS = frozenset(_LISTS["of_laws"])
"""The labels that data bases of laws alone print."""

PUBLISHED = frozenset(_LISTS["published"])
"""The labels of the day of publication: of the document in a data base of laws, elsewhere of its page."""

OTHERS = (*_LISTS["of_laws"], *_LISTS["published"], *_LISTS["other"])
"""The labels of other facts."""

FACT_OF = {label: fact for fact, labels in LABELS.items() for label in labels}
"""Label → the fact."""

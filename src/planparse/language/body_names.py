"""Endings of names of bodies: 局, 委员会, 中心; 社会 is not a body. The words are in lexicons/body_names.yaml."""

from __future__ import annotations

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern

_LISTS = words("body_names")

ISSUER = rf"{alternation(_LISTS['offices'], _LISTS['issuers'])}(?<!社会)"
"""What ends the name of a body that issues or signs a document."""

BODY = rf"{alternation(_LISTS['offices'], _LISTS['classes'])}(?<!社会)"
"""What ends the name of a body or of a class of bodies."""

LISTED = rf"{alternation(_LISTS['offices'], _LISTS['classes'], _LISTS['others'])}(?<!社会)"
"""What ends the name of a body in a list of bodies."""

JOINT = Pattern(
    rf"{LISTED}(?:（[^（）]*）)?(?=[市省区县州旗各]|[—/])",
    reads=("市发展改革委市财政局", "市教育局各县区"),
    leaves=("市财政局、市教育局",),
)
"""Where one body ends and the next begins, with no mark between: 市发展改革委市财政局."""

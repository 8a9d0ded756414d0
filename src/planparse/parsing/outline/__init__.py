"""Sections and measures: the marks and headings of a plan as a tree, and of what kind each section is.

openings         what opens an item: marks and boxes; annexes, and headings without a mark
lost_headings    headings that a text has lost
several_plans    the titles of plans that stand in one paper
tree             the items (items), one below the other
item_kinds       the kind of each, by its heading (kinds) and by where it stands
unmarked         measures without a mark
committing       what of a plan can commit to something

`read_outline` in tree goes through the first of them.
"""

"""Sections and measures: the marks and headings of a plan as a tree, and of what kind each section is."""

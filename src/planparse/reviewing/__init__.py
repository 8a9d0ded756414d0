"""Decisions about a plan: kept in a review file, tied to words, and applied to every later reading.

records: the review file → anchoring: a decision finds its entry → applying: the plan with the decisions → edited: an edited
file becomes a review file. fields: what may be written → sheets: a workbook to check → workbooks: what has been written in it.
"""

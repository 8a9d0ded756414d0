"""From the lines of a file to paragraphs.

Columns, page furniture, hard wraps and lost line ends are undone, and marks in mid-line begin lines of their own.
"""

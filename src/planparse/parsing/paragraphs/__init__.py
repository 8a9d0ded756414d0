"""From the lines of a file to paragraphs.

Columns, what pages print around the text, hard wraps and lost line ends are undone, and marks in mid-line begin lines of their own.
"""

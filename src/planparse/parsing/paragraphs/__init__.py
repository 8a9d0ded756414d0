"""From the lines of a file to paragraphs, step by step.

spaced_tables    rows whose cells stand apart by blanks
stacked_tables   rows whose cells stand one below the other, or on several lines
page_lines       what pages print at their head and foot
columns          text that was set in two columns
footnotes        notes, and the figures that refer to them
damage           what scanners, converters and copying do to numbers and words
reflow           lines that were filled up to one width
blanks           blanks inside lines
run_in_tasks     tables of tasks whose cells were run together, with numbers before their rows or without
run_in_tables    other tables whose cells were run together
run_in           marks in mid-line; flattened, texts that came without line ends
line_ends        which line ends part paragraphs

`normalize` takes the steps in this order and makes the canonical text.
"""

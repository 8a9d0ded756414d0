"""Tables in text: rows of cells, and what their headings say the columns hold."""

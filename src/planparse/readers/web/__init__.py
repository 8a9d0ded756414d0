"""A web page becomes lines: its visible tree, the element that holds the document, the facts printed around it, the text."""

"""Converts a document to a Plan, one stage per module; `pipeline` is the table of contents."""

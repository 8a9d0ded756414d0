"""A document becomes a Plan, one stage a module; `pipeline` is the table of contents."""

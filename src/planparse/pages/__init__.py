"""Pages to look at: one self-contained HTML file each, which works from disk with no network."""

from planparse.pages.report import report

__all__ = ["report"]

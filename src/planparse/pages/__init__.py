"""Pages for people: one self-contained HTML file each, which works from disk without a network."""

from planparse.pages.cascade import cascade_page
from planparse.pages.matrix import matrix_page
from planparse.pages.report import report
from planparse.pages.side_by_side import diff_page
from planparse.pages.track import track_page

__all__ = ["cascade_page", "diff_page", "matrix_page", "report", "track_page"]

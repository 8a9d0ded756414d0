"""Pages for people: one self-contained HTML file each, which works from disk without a network."""

from collections.abc import Sequence

from planparse.cascading.results import Cascade
from planparse.comparing.results import PlanDiff, PlanMatrix
from planparse.labels import Language
from planparse.model import Plan
from planparse.pages.cascade import cascade_page
from planparse.pages.matrix import matrix_page
from planparse.pages.report import report
from planparse.pages.side_by_side import diff_page
from planparse.pages.track import track_page
from planparse.tracking.results import Track

__all__ = ["cascade_page", "diff_page", "matrix_page", "page_of", "report", "track_page"]


def page_of(found: PlanDiff | PlanMatrix | Cascade | Track, plans: Sequence[Plan], language: Language) -> str:
    """The page of what comparing these plans gave."""
    match found:
        case PlanDiff():
            left, right = plans
            return diff_page(found, left, right, language)
        case PlanMatrix():
            return matrix_page(found, plans, language)
        case Cascade():
            return cascade_page(found, plans, language)
        case Track():
            return track_page(found, language)

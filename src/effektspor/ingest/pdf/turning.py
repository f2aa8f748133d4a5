"""Page turned as it is shown: PDF counts from the lower left corner, and a landscape page may be a turned one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

_Point = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Turn:
    """From a page's own coordinates to points from the upper left corner of the page as it is shown."""

    width: float
    height: float
    point: _Point

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return (x0, y0, x1, y1) with y downwards."""
        (xa, ya), (xb, yb) = self.point(left, bottom), self.point(right, top)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def page_turn(page: Any) -> Turn:
    """Return the turn of a pdfium page, from its crop box and its rotation."""
    left, bottom, right, top = page.get_bbox()
    wide, high = right - left, top - bottom
    match raw.FPDFPage_GetRotation(page):
        case 1:
            return Turn(high, wide, lambda x, y: (y - bottom, x - left))
        case 2:
            return Turn(wide, high, lambda x, y: (right - x, y - bottom))
        case 3:
            return Turn(high, wide, lambda x, y: (top - y, right - x))
        case _:
            return Turn(wide, high, lambda x, y: (x - left, top - y))

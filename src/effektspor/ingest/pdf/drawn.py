"""Drawn paths → rules: strokes, thin bars and the edges of coloured areas, as generators draw table lines."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from effektspor.ingest.pdf.geometry import Rule
from effektspor.ingest.pdf.turning import Turn

# A map or a chart may have any number of paths; no table needs more.
_MAX_OBJECTS = 20_000
_MAX_POINTS = 200
_MAX_DEPTH = 4
_THIN = 2.5
_LEAST_LENGTH = 4.0
_NEAR = 1.2
_JOINT = 3.0
_Matrix = tuple[float, float, float, float, float, float]
_Points = list[tuple[float, float]]


@dataclass(slots=True)
class Drawing:
    """The rules of a page, how much of it its largest picture fills, and how many objects were looked at."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    picture_share: float
    objects: int


@dataclass(slots=True)
class _Reader:
    turn: Turn
    left: int
    picture_share: float = 0.0
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)

    def read(self, objects: Iterable[Any], matrix: _Matrix, depth: int = 0) -> None:
        for item in objects:
            if self.left <= 0:
                return
            self.left -= 1
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._picture(_times(_matrix(item), matrix))
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item, _times(_matrix(item), matrix))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
                self.read(_of_form(item), _times(_matrix(item), matrix), depth + 1)

    def _picture(self, matrix: _Matrix) -> None:
        """A picture is drawn in the unit square; a degenerate one is still a picture."""
        x0, y0, x1, y1 = _bounds([_apply(matrix, corner) for corner in ((0, 0), (1, 0), (0, 1), (1, 1))])
        share = (x1 - x0) * (y1 - y0) / max(1.0, self.turn.width * self.turn.height)
        self.picture_share = max(self.picture_share, min(share, 1.0), 0.001)

    def _path(self, path: Any, matrix: _Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, fill, stroke)
        if not fill.value and not stroke.value:
            return
        for points in _outlines(path):
            placed = [self.turn.point(*_apply(matrix, point)) for point in points]
            if stroke.value:
                self._strokes(placed)
            else:
                self._area(placed)

    def _strokes(self, points: _Points) -> None:
        for (xa, ya), (xb, yb) in pairwise(points):
            self._add(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb), fill=False)

    def _area(self, points: _Points) -> None:
        """A thin bar is a line; the edges of a coloured area are where rows of a banded table part."""
        x0, y0, x1, y1 = _bounds(points)
        if x1 - x0 < _THIN or y1 - y0 < _THIN:
            self._add(x0, y0, x1, y1, fill=False)
        elif y1 - y0 < self.turn.height / 2:
            self._add(x0, y0, x1, y0, fill=True)
            self._add(x0, y1, x1, y1, fill=True)

    def _add(self, x0: float, y0: float, x1: float, y1: float, *, fill: bool) -> None:
        if y1 - y0 < _THIN and x1 - x0 > _LEAST_LENGTH:
            self.across.append(Rule((y0 + y1) / 2, x0, x1, fill))
        elif x1 - x0 < _THIN and y1 - y0 > _LEAST_LENGTH:
            self.down.append(Rule((x0 + x1) / 2, y0, y1, fill))


def read_drawing(page: Any, turn: Turn, most: int) -> Drawing:
    """Return the rules drawn on a pdfium page, pieces in a row joined, from at most so many objects."""
    allowed = max(0, min(most, _MAX_OBJECTS))
    reader = _Reader(turn, allowed)
    reader.read(_of_page(page), (1, 0, 0, 1, 0, 0))
    used = allowed - max(reader.left, 0)
    return Drawing(tuple(_joined(reader.across)), tuple(_joined(reader.down)), reader.picture_share, used)


def _joined(rules: list[Rule]) -> Iterator[Rule]:
    """Join pieces at the same place: most generators draw the border of each cell by itself."""
    for level in _levels(sorted(rules)):
        last: Rule | None = None
        for rule in sorted(level, key=lambda rule: rule.start):
            if last and rule.start - last.end <= _JOINT:
                last = Rule(last.at, last.start, max(last.end, rule.end), last.fill and rule.fill)
                continue
            if last:
                yield last
            last = rule
        if last:
            yield last


def _levels(rules: list[Rule]) -> Iterator[list[Rule]]:
    level: list[Rule] = []
    for rule in rules:
        if level and rule.at - level[0].at > _NEAR:
            yield level
            level = []
        level.append(rule)
    if level:
        yield level


def _of_page(page: Any) -> Iterator[Any]:
    for index in range(raw.FPDFPage_CountObjects(page)):
        yield raw.FPDFPage_GetObject(page, index)


def _of_form(form: Any) -> Iterator[Any]:
    for index in range(raw.FPDFFormObj_CountObjects(form)):
        yield raw.FPDFFormObj_GetObject(form, index)


def _outlines(path: Any) -> Iterator[_Points]:
    """Yield the corners of each part of a path; what is curved is no table line."""
    count = raw.FPDFPath_CountSegments(path)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: _Points = []
    for index in range(count if count <= _MAX_POINTS else 0):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind != raw.FPDF_SEGMENT_LINETO and points:
            yield points
            points = []
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _bounds(points: _Points) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix(item: Any) -> _Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    x, y = _apply(then, (e, f))
    g, h, i, j, _, _ = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, x, y


def _apply(matrix: _Matrix, point: tuple[float, float]) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f

"""Drawn rules → boxes: tables whose columns are drawn with lines down the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from effektspor.ingest.pdf.geometry import Page, Rule, Span
from effektspor.ingest.pdf.lines import Line

_NEAR = 3.0
_LEAST_HEIGHT = 10.0
_LEAST_COLUMN = 6.0
# A page of a drawing or a chart; no page of tables has as many.
_MOST_RULES = 600


@dataclass(frozen=True)
class Box:
    """Rules that meet: at least two columns with a line between them."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """Where columns begin and end; a table open at its sides ends where its lines across do."""
        ends = [rule.at for rule in self.down] + [x for rule in self.across for x in (rule.start, rule.end)]
        edges: list[float] = []
        for end in sorted(ends):
            if not edges or end - edges[-1] > _LEAST_COLUMN:
                edges.append(end)
        return tuple(edges)

    @cached_property
    def columns(self) -> tuple[Span, ...]:
        return tuple(Span(left, right) for left, right in zip(self.edges, self.edges[1:], strict=False))

    @cached_property
    def top(self) -> float:
        return min([rule.at for rule in self.across] + [rule.start for rule in self.down])

    @cached_property
    def bottom(self) -> float:
        return max([rule.at for rule in self.across] + [rule.end for rule in self.down])

    def walls(self, y: float) -> frozenset[float]:
        """Return the lines down between columns at a height, by where their columns begin."""
        at = [rule.at for rule in self.down if rule.start - 1 < y < rule.end + 1]
        return frozenset(edge for edge in self.edges[1:-1] if any(abs(edge - x) <= _LEAST_COLUMN for x in at))

    def between(self, top: float, bottom: float) -> "Box":
        """Return the part of a box between two heights."""
        down = (Rule(rule.at, max(rule.start, top), min(rule.end, bottom)) for rule in self.down)
        across = (rule for rule in self.across if top - 1 <= rule.at <= bottom + 1)
        return Box(tuple(across), tuple(rule for rule in down if rule.end - rule.start > _NEAR))

    def holds(self, line: Line) -> bool:
        """Return whether a line stands inside."""
        inside = self.top - 1 < line.base - 0.3 * line.height and line.base < self.bottom + 1
        return inside and self.edges[0] - _NEAR < line.span.x0 and line.span.x1 < self.edges[-1] + _NEAR

    def continues(self, above: "Box") -> bool:
        """Return whether two boxes have the same columns."""
        return len(self.edges) == len(above.edges) and all(
            abs(one - other) < _NEAR for one, other in zip(self.edges, above.edges, strict=True)
        )


def find_boxes(page: Page) -> list[Box]:
    """Return the boxes of a page that have at least two columns."""
    across = [rule for rule in page.across if not rule.fill]
    if not page.down or len(across) + len(page.down) > _MOST_RULES:
        return []
    boxes = (Box(tuple(a), tuple(d)) for a, d in _meeting(across, list(page.down)) if d)
    parts = (part for box in boxes for part in _parted(box))
    return [box for box in parts if len(box.columns) > 1 and box.bottom - box.top > _LEAST_HEIGHT]


def box_of(line: Line, boxes: dict[int, list[Box]]) -> Box | None:
    """Return the box a line stands in."""
    return next((box for box in boxes.get(line.page, ()) if box.holds(line)), None)


def _parted(box: Box) -> Iterator[Box]:
    """Yield the tables of a box: where lines down end and others begin, two tables stand right under each other."""
    ys = [box.top, *separators(box.across, box.columns), box.bottom]
    bands = [(top, bottom) for top, bottom in pairwise(ys) if bottom - top > _NEAR]
    start, known, since = box.top, frozenset[float](), box.top
    for top, bottom in bands:
        walls = box.walls((top + bottom) / 2)
        if walls <= known or known <= walls:
            known |= walls
            since = since if not walls else bottom
            continue
        # A title without lines down belongs to the table below it.
        yield box.between(start, since)
        start, known, since = since, walls, bottom
    yield box.between(start, box.bottom)


def _meeting(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield groups of rules that meet, or that run down side by side."""
    free_across, free_down = set(across), set(down)
    while free_down:
        group_across: set[Rule] = set()
        group_down, found = set[Rule](), {free_down.pop()}
        while found:
            group_down |= found
            met = {rule for rule in free_across if any(_meet(rule, other) for other in found)}
            group_across |= met
            free_across -= met
            found = {rule for rule in free_down if _joins(rule, met, found)}
            free_down -= found
        yield sorted(group_across), sorted(group_down)


def _joins(rule: Rule, across: set[Rule], down: set[Rule]) -> bool:
    return any(_meet(other, rule) for other in across) or any(_beside(rule, other) for other in down)


def _meet(across: Rule, down: Rule) -> bool:
    return down.start - _NEAR <= across.at <= down.end + _NEAR and across.start - _NEAR <= down.at <= across.end + _NEAR


def _beside(one: Rule, other: Rule) -> bool:
    return abs(one.start - other.start) < _NEAR and abs(one.end - other.end) < _NEAR


def separators(rules: Sequence[Rule], columns: Sequence[Span], share: float = 0.5) -> list[float]:
    """Return where rules across part the rows of a table: those along at least a share of its width."""
    if not columns:
        return []
    start, end = columns[0].x0, columns[-1].x1
    return sorted(rule.at for rule in rules if rule.covers(start, end) >= (end - start) * share)

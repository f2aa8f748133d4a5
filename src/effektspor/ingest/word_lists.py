"""Which paragraphs of a Word document are points of a list: Word draws the bullet itself and writes it nowhere."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from effektspor.ingest.markup import Element, attribute, child, children, value_of

# Built-in styles have English names in the file, whatever Word's language; a municipality's own are Danish.
_POINTS = re.compile(r"(?:list bullet|punktopstilling|opstilling\W+punkttegn)", re.IGNORECASE)
_BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Lists:
    """What tells a point: the numbering of each list by level, and the styles whose paragraphs are points.

    A list that counts (1, 2, a, b) is none: its numbers may be those of headings.
    """

    kinds: Mapping[tuple[str, str], str]
    point_styles: frozenset[str]

    def is_point(self, look: Element | None) -> bool:
        """Return whether a paragraph that looks so (`w:pPr`) is a point; what it says itself goes before its style."""
        numbering = child(look, "numPr")
        if numbering is not None:
            list_id, level = value_of(numbering, "numId") or "0", value_of(numbering, "ilvl") or "0"
            return self.kinds.get((list_id, level)) == _BULLET
        return value_of(look, "pStyle") in self.point_styles


def read_lists(numbering: Element | None, styles: Element | None) -> Lists:
    """Return the lists of a document, from its parts with numberings and styles; either may be missing."""
    kinds = _kinds(numbering)
    points = {attribute(style, "styleId") or "" for style in children(styles, "style") if _is_of_points(style, kinds)}
    return Lists(kinds, frozenset(points))


def _kinds(numbering: Element | None) -> Mapping[tuple[str, str], str]:
    drawn = {
        attribute(each, "abstractNumId"): {
            attribute(level, "ilvl") or "0": value_of(level, "numFmt") or "" for level in children(each, "lvl")
        }
        for each in children(numbering, "abstractNum")
    }
    return {
        (attribute(each, "numId") or "", level): kind
        for each in children(numbering, "num")
        for level, kind in drawn.get(value_of(each, "abstractNumId"), {}).items()
    }


def _is_of_points(style: Element, kinds: Mapping[tuple[str, str], str]) -> bool:
    numbering = child(child(style, "pPr"), "numPr")
    list_id = value_of(numbering, "numId")
    if list_id is not None:
        return kinds.get((list_id, value_of(numbering, "ilvl") or "0")) == _BULLET
    return bool(_POINTS.match((value_of(style, "name") or "").strip()))

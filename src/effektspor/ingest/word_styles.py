"""Which styles of a Word document are titles, and which print text raised above the line."""

import re
from collections.abc import Callable
from typing import NamedTuple

from effektspor.ingest.markup import Element, attribute, child, children, value_of

# Built-in styles have English names in the file, whatever Word's language; a municipality's own are Danish.
_TITLE = re.compile(r"(?:heading|title|caption|overskrift|titel|billedtekst|tabeltekst)\b", re.IGNORECASE)
_LONGEST_CHAIN = 20


class Styles(NamedTuple):
    """Ids of styles: of paragraphs that are titles, of characters that are raised."""

    titles: frozenset[str]
    raised: frozenset[str]


def read_styles(root: Element | None) -> Styles:
    """Return the styles of a document; one based on a title is a title too."""
    by_id = {attribute(style, "styleId") or "": style for style in children(root, "style")}
    return Styles(_that(by_id, _names_title), _that(by_id, _is_raised))


def _that(by_id: dict[str, Element], holds: Callable[[Element], bool]) -> frozenset[str]:
    own = {style_id for style_id, style in by_id.items() if holds(style)}
    return frozenset(style_id for style_id in by_id if own.intersection(_chain(by_id, style_id)))


def _chain(by_id: dict[str, Element], style_id: str) -> list[str]:
    """Return a style and those it is based on; a damaged file may run in a circle."""
    chain = [style_id]
    while len(chain) < _LONGEST_CHAIN and (below := value_of(by_id.get(chain[-1]), "basedOn")):
        chain.append(below)
    return chain


def _names_title(style: Element) -> bool:
    return bool(_TITLE.match((value_of(style, "name") or "").strip()))


def _is_raised(style: Element) -> bool:
    return value_of(child(style, "rPr"), "vertAlign") == "superscript"

"""The departments that a form ticks off, however its boxes are drawn."""

import re
from collections.abc import Sequence

from effektspor.core.document import Paragraph
from effektspor.ingest.proposals.cells import filled_cells

_TICKED = r"☒|☑|✓|✔|\[\s*[xX×]\s*\]|(?<!\w)[xX×](?!\w)"
_UNTICKED = r"☐|□|\[\s*\]"
_BOX = re.compile(rf"(?P<ticked>{_TICKED})|(?P<unticked>{_UNTICKED})")
_KEY = re.compile(r"^(?:øvrige\s+)?berørte\s+\w+\s*[:·]?\s*", re.IGNORECASE)
_LISTED = re.compile(r",\s*|\s+og\s+(?=[A-ZÆØÅ])|;\s*|\s*\n\s*")
_DEPARTMENT = re.compile(
    r"(?:[A-ZÆØÅ][\wæøå]*-\s*(?:,\s*[A-ZÆØÅ]?[\wæøå]+-\s*)*og\s+)?[A-ZÆØÅ][\wæøå]*forvaltning(?:en)?"
)
_ALONE = 2


def read_departments(lines: Sequence[Paragraph]) -> tuple[str, ...] | None:
    """Return the departments that are ticked; None where a form's boxes are lost, so that nobody can tell."""
    text = " · ".join(" · ".join(filled_cells(line)) for line in lines)
    text = _KEY.sub("", text).strip(" ·")
    if not text:
        return ()
    if boxes := list(_BOX.finditer(text)):
        ends = [*(box.start() for box in boxes[1:]), len(text)]
        # A box belongs to the cell beside it: the next cell may have lost its own.
        beside = [text[box.end() : end].strip(" ·:") for box, end in zip(boxes, ends, strict=True)]
        named = [(box, name.split(" · ")[0]) for box, name in zip(boxes, beside, strict=True)]
        return tuple(name for box, name in named if box["ticked"] and name)
    return _listed(text)


def _listed(text: str) -> tuple[str, ...] | None:
    """Without boxes, a list is what it says; the labels of a form, side by side, say nothing."""
    if len(_DEPARTMENT.findall(text)) < _ALONE:
        return (text,)
    protected = re.sub(r"-\s+og\s+", "-§og§", text)
    parts = [part.replace("-§og§", "- og ").strip(" .") for part in _LISTED.split(protected)]
    if len(parts) < _ALONE or any(len(_DEPARTMENT.findall(part)) > 1 for part in parts):
        return None
    return tuple(part for part in parts if part)

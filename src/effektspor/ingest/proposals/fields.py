"""The fields at a proposal's head: "Fremstillende forvaltning: …", however they are set."""

import re

from effektspor.core.document import Paragraph
from effektspor.ingest.proposals.cells import filled_cells
from effektspor.ingest.proposals.headings import plain

_FIELDS = {
    "summary": r"(?:kort\s+)?(?:resumé|resume|sammenfatning)",
    "submitted_by": r"(?:fremstillende|ansvarlig|stillende|indstillende)\s+forvaltning|forslagsstiller|stillet af",
    "departments": r"(?:øvrige\s+)?berørte\s+(?:forvaltninger|områder|afdelinger)",
    "committee": r"(?:fag)?udvalg|bevillingsudvalg",
    "spending_type": r"udgiftstype|styringsområde",
    "target_group": r"målgruppe(?:område)?",
    "links": r"hænger sammen med|alternativ til|erstatter|overlapper",
}
_FIELD = re.compile("|".join(rf"(?P<{name}>{words})" for name, words in _FIELDS.items()), re.IGNORECASE)
_SPLIT = re.compile(r"(?P<key>[^:·]{3,45}?)\s*[:·]\s*(?P<value>.*)", re.DOTALL)


def field_name(line: Paragraph) -> str | None:
    """Return the name of the field a line fills in, or stands over."""
    cells = filled_cells(line)
    key = cells[0] if len(cells) == 2 else line.text if len(cells) < 2 else ""
    match = _SPLIT.match(plain(key))
    found = _FIELD.fullmatch((match["key"] if match else plain(key)).strip(" :"))
    return found.lastgroup if found else None


def value_of(line: Paragraph) -> str:
    """Return what a field says on its own line, "" where it only stands over what it says."""
    cells = filled_cells(line)
    if len(cells) == 2 and _FIELD.fullmatch(cells[0].strip(" :")):
        return cells[1]
    match = _SPLIT.match(plain(line.text))
    return match["value"].strip() if match else ""

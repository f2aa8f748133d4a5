"""Lines that may begin a proposal: what one is without its marks, and a code with what is called after it."""

import re
from typing import NamedTuple

from effektspor.core.audit.codes import PRINTED_CODE
from effektspor.core.document import Paragraph, Table

DECORATION = "#*_\\ \u00a0"
# A code with a title, and at most three words before it: "Bilag 2: AN-4 Kortere forløb".
CODE_AND_TITLE = re.compile(
    rf"(?P<before>(?:[\w.]+\s+){{0,3}})(?P<code>{PRINTED_CODE})(?:\s*[:·–-]\s*|\.?\s+)(?P<title>[^\W\d].*)"
)


class Start(NamedTuple):
    """A proposal begins; an empty title stands on a later line."""

    code: str | None
    title: str


def plain_line(block: Paragraph | Table) -> str:
    return block.text.strip(DECORATION) if isinstance(block, Paragraph) else ""


def is_form_row(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and sum(map(bool, block.cells)) > 1

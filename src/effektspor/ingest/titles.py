"""What a paper calls itself."""

import re
from pathlib import PurePath

from effektspor.core.document import Document, Table

_NAMED = re.compile(r"(?:overskrift|titel|forslagets titel|emne)\s*[:·]\s*(.+)", re.IGNORECASE)
_REFERENCE = re.compile(r"(?:dato|sagsid|sagsnr|j\.?nr|dok\.?nr|til|fra)\b", re.IGNORECASE)
_TITLE_LINES = 12
_LONGEST = 140


def document_title(document: Document) -> str:
    """Return a paper's own title: its first line that is one, or is named so ("Overskrift"), else its file name."""
    texts = [block.text for block in document.blocks if not isinstance(block, Table)][:_TITLE_LINES]
    return next((title for text in texts if (title := _title_in(text))), None) or _from_name(document.name)


def _title_in(text: str) -> str | None:
    if named := _NAMED.match(text):
        return named[1]
    return text.lstrip("# ") if _is_title(text) else None


def _is_title(text: str) -> bool:
    words = len(text.split())
    return (
        words >= 2
        and len(text) <= _LONGEST
        and not text.endswith(".")
        and not _REFERENCE.match(text)
        and "\n" not in text
    )


def _from_name(name: str) -> str:
    words = re.sub(r"^\d+[_\s-]*", "", PurePath(name).stem).replace("_", " ").strip()
    return words[:1].upper() + words[1:] or name

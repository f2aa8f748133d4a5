"""Whether a proposal says itself that a table is another proposal's: "Tabel 3. Økonomi i S2"."""

import re

from effektspor.core.audit.cases import Case
from effektspor.core.audit.listed_cases import title_without_code
from effektspor.core.document import Paragraph, Table

# The sentence that leads to a table, and the one that comments on it, stand this near to it.
_BEFORE, _AFTER = 3, 1
_LEAST_TITLE = 8
# "tabellen fra det andet forslag", "her gengivet", "hentet fra"
_REFERS = re.compile(
    r"\b(?:(?:det|et|de)\s+and(?:et|re)\s+forslags?|gengiv\w*|hentet\s+fra|fra\s+forslag)\b", re.IGNORECASE
)
_SIGNS = re.compile(r"[^0-9a-zæøå]+")


def names_case(case: Case, table: Table, other: Case) -> bool:
    """Return whether the caption of a table, or the text right at it, names another case or says it is one's."""
    texts = [table.caption or "", *_near(case, table)]
    return any(_names(text, other) or _REFERS.search(text) for text in texts)


def _near(case: Case, table: Table) -> list[str]:
    at = case.blocks.index(table)
    blocks = case.blocks[max(at - _BEFORE, 0) : at] + case.blocks[at + 1 : at + 1 + _AFTER]
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def _names(text: str, other: Case) -> bool:
    """By its code, however the sign between letter and number is written, or by its title."""
    code, title = _bare(other.code or ""), title_without_code(other.title or "").strip().casefold()
    words = _words(text)
    by_code = bool(code) and any(code in (one, one + after) for one, after in zip(words, [*words[1:], ""], strict=True))
    return by_code or (len(title) >= _LEAST_TITLE and title in text.casefold())


def _words(text: str) -> list[str]:
    return [word for word in _SIGNS.split(text.casefold()) if word]


def _bare(code: str) -> str:
    return _SIGNS.sub("", code.casefold())

"""What a paper's own overviews list: the codes and titles of its proposals, the best key to where each begins."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from effektspor.core.audit.codes import PRINTED_CODE, code_of_row, compared_code, is_certain, number_of_row
from effektspor.core.audit.labels import label_key, same_label
from effektspor.core.document import Document, Row, RowKind, Table

_LISTS = re.compile(r"katalog|forslag|effektivisering|besparelse|prioritering|business ?case|reduktion", re.IGNORECASE)
_LED = re.compile(rf"^\W*{PRINTED_CODE}\s*[:·–-]?\s*")
_LEAST_ROWS, _LEAST_LETTERS = 2, 5


class ListedTitle(NamedTuple):
    """A proposal as an overview lists it. A code that is `certain` has letters; a bare number needs its title too.

    It is `known` to be a proposal where the code is certain, or the table says that it lists proposals; else a row is
    one only where a heading calls it one.
    """

    code: str
    title: str
    certain: bool
    known: bool

    def is_called(self, title: str) -> bool:
        """Return whether a title is this one, as it stands or as the beginning of the longer of the two."""
        return bool(self.title) and same_label(self.title, title)


class ListedTitles:
    """The proposals that the overviews of a paper list, by code and by title."""

    def __init__(self, document: Document) -> None:
        found = [listed for table in document.tables for listed in _of_table(table)]
        self._by_code: dict[str, list[ListedTitle]] = {}
        self._by_key: dict[str, list[ListedTitle]] = {}
        for listed in dict.fromkeys(found):
            self._by_code.setdefault(listed.code, []).append(listed)
            self._by_key.setdefault(label_key(listed.title), []).append(listed)

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(self._by_code)

    def with_code(self, code: str) -> list[ListedTitle]:
        """Return what is listed under a code as a paper prints it, "E-12" or "E12"."""
        return self._by_code.get(compared_code(code), [])

    def titled(self, title: str) -> ListedTitle | None:
        """Return the one proposal that is listed under a title, None where there is none or there are several."""
        named = [each for each in self._by_key.get(label_key(title), ()) if each.known and each.is_called(title)]
        exact = [each for each in named if each.title.casefold() == title.casefold()]
        codes = {each.code: each for each in exact or named}
        return next(iter(codes.values())) if len(codes) == 1 and len(title) >= _LEAST_LETTERS else None


def _of_table(table: Table) -> Iterator[ListedTitle]:
    heads = f"{table.caption or ''} {table.text_head or ''}"
    rows = [row for row in table.rows if row.kind is not RowKind.HEADING and not row.empty]
    numbers = sum(number_of_row(row) is not None for row in rows)
    lists = numbers >= _LEAST_ROWS and bool(_LISTS.search(heads))
    for row in rows:
        if code := code_of_row(row) or number_of_row(row):
            certain = is_certain(code)
            yield ListedTitle(code, _title(row), certain, certain or lists)


def _title(row: Row) -> str:
    label = row.label if (row.number or "").strip() else _LED.sub("", row.label)
    return re.sub(r"\s*[–-]?\s*\[[^\]]*\]\s*$", "", label).strip(" –-")

"""A line's fields → what they say and the values they can be read as. A value once read is remembered."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from effektspor.core.cpr import has_cpr
from effektspor.core.finding import Place
from effektspor.core.grants.cells import GrantRow
from effektspor.core.grants.grant import EndReason, EndsKind, GrantStatus
from effektspor.core.grants.price_line import ONE_DAY, LineKind, PriceLine, PriceUnit
from effektspor.ingest.grants.columns import Columns, RowTexts

DATES = ("starts_on", "ends_on", "recorded_on", "review_on", "decided_on", "paid_until")
WORDS: Mapping[str, type[StrEnum]] = {
    "unit": PriceUnit, "kind": LineKind, "status": GrantStatus, "ends_kind": EndsKind, "end_reason": EndReason,
}  # fmt: skip
# No price has more digits; a longer run of them is an identifier in the wrong column.
_WHOLE = re.compile(r"-?[0-9]{1,18}")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNREAD = object()
# Stands for a text that is shaped like a CPR number, which is let go at once; no file holds its first character.
HELD_CPR = "\0cpr"
# Ten figures in a row are no rarity in a UUID, which many systems have for an id.
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_SHORTEST_CPR = 10
_VALUES = ("amount_ore", "quantity", *WORDS, *DATES)


class Remembered(dict[str, Any]):
    """What each text reads as, worked out once: a file of grants repeats most of what it says."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> Any:
        self[text] = read = self._read(text)
        return read


@dataclass(slots=True)
class ReadRow:
    """A line of the file as the checks see it; a value that is empty or cannot be read is None.

    `unread` names the columns that say something which cannot be read. `starts_on` and `ends_on` are both inside.
    """

    line: int
    path: str | None
    texts: RowTexts
    unread: Sequence[str]
    amount_ore: int | None
    quantity: int | None
    unit: PriceUnit | None
    kind: LineKind | None
    starts_on: date | None
    ends_on: date | None

    @property
    def place(self) -> Place:
        return Place(line=self.line, path=self.path)

    def as_grant_row(self) -> GrantRow:
        """Return the line of a row without faults."""
        assert self.amount_ore is not None and self.quantity is not None
        assert self.unit is not None and self.kind is not None and self.starts_on is not None
        end = self.starts_on if self.unit is PriceUnit.ONCE else self.ends_on
        line = PriceLine(self.amount_ore, self.unit, self.quantity, self.starts_on, _day_after(end), self.kind,
                         self.texts["line_id"])  # fmt: skip
        return GrantRow(self.line, self.texts, line)


class RowReader:
    """Reads the lines of one file."""

    def __init__(self, columns: Columns, path: str | None) -> None:
        self._columns, self._path = columns, path
        self._texts = Remembered(_read_text)
        known = {name: _word_reader(words) for name, words in WORDS.items()}
        known |= dict.fromkeys(DATES, Remembered(_read_date)) | {"amount_ore": Remembered(_read_amount)}
        known |= {"quantity": Remembered(_read_quantity)}
        self._readers = [(known[name], columns.positions[name]) for name in _VALUES]

    def texts(self, fields: Iterable[str]) -> list[str]:
        """Return fields without the spaces around them; HELD_CPR where one holds what it must not."""
        return list(map(self._texts.__getitem__, fields))

    def row(self, line: int, fields: Sequence[str]) -> ReadRow:
        """Return a line of as many texts as there are columns."""
        said = self._columns.values_of(fields)
        values = [known[said[position]] for known, position in self._readers]
        unread: tuple[str, ...] = ()
        if _UNREAD in values:
            unread = tuple(name for name, value in zip(_VALUES, values, strict=True) if value is _UNREAD)
            values = [None if value is _UNREAD else value for value in values]
        amount, quantity, unit, kind, _, _, _, starts_on, ends_on, *_ = values
        texts = RowTexts(self._columns.positions, said)
        return ReadRow(line, self._path, texts, unread, amount, quantity, unit, kind, starts_on, ends_on)


def iso_date(text: str) -> date | None:
    """Return the day that 2026-08-31 is, None where there is no such day or it is written in another way."""
    try:
        return date.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:
        return None


def _read_text(text: str) -> str:
    stripped = text.strip()
    held = len(stripped) >= _SHORTEST_CPR and has_cpr(stripped) and not _UUID.fullmatch(stripped)
    return HELD_CPR if held else stripped


def _read_date(text: str) -> Any:
    return (iso_date(text) or _UNREAD) if text else None


def _read_amount(text: str) -> Any:
    if not text:
        return None
    return int(text) if _WHOLE.fullmatch(text) else _UNREAD


def _read_quantity(text: str) -> Any:
    value = _read_amount(text)
    return _UNREAD if isinstance(value, int) and value < 0 else value


def _word_reader(words: type[StrEnum]) -> Remembered:
    known: dict[str, Any] = {"": None} | {each.value: each for each in words}
    return Remembered(lambda text: known.get(text, _UNREAD))


def _day_after(last: date | None) -> date | None:
    """The first day outside. Systems write 9999-12-31 for no end, and no day comes after it."""
    return None if last is None or last == date.max else last + ONE_DAY

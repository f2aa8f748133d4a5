"""The economy of a proposal: its lines by kind, control area and part, and the sums that the paper prints."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from effektspor.core.document import Row, RowKind, Table
from effektspor.core.finding import Finding
from effektspor.core.proposals.business_case import StatedCase
from effektspor.core.proposals.change_line import SERVICE, ChangeLine, LineKind
from effektspor.core.unit import Unit
from effektspor.core.year_amounts import YearAmounts
from effektspor.ingest.proposals.kinds import is_turned
from effektspor.ingest.proposals.notes import note, shortened
from effektspor.ingest.proposals.payback_rows import read_payback
from effektspor.ingest.proposals.year_columns import amounts_of, stacked_parts, year_columns, year_in

_SUM = re.compile(
    r"(?:samle[td]e?|i ?alt|total\w*|sum|netto\w*|nettoeffekt)\b|.*\b(?:i ?alt|totalt?)\b(?:,\s*\w+)?$", re.IGNORECASE
)
_IMPLEMENTATION = re.compile(
    r"implementering|engangs|investering(?!s?forslag)|\banlæg|etablering(?:sudgift|somkostning)", re.IGNORECASE
)
_PERMANENT = re.compile(r"varige?\b|\bdrift\b|permanent|blivende", re.IGNORECASE)
_PART = re.compile(r"(?P<part>(?:del|spor|element)\s*\d+\w?)\s*[:.–-]?\s*", re.IGNORECASE)
_CAPITAL = re.compile(r"anlæg", re.IGNORECASE)
AREA = re.compile(r"^(?:drift|anlæg|service\w*|overførsl\w*|indsats)$", re.IGNORECASE)
_AREA_NAMES = {"serviceudgifter": SERVICE, "serviceudgift": SERVICE, "drift": SERVICE}


@dataclass(slots=True)
class Economy:
    """What a table of economy says. `places_area` is whether it says where its lines stand."""

    lines: list[ChangeLine] = field(default_factory=list)
    stated: StatedCase = field(default_factory=StatedCase)
    findings: list[Finding] = field(default_factory=list)
    places_area: bool = True


@dataclass(slots=True)
class _Group:
    """The headings a row stands under."""

    kind: LineKind | None = None
    part: str = ""
    area: str = ""


def read_economy(table: Table, unit: Unit, proposal: str, area: str = "", sign: int = 1) -> Economy:
    """Return the lines and the stated sums of a table; `area` is the control area it names itself, "" for none."""
    reader = _Reader(table, unit, proposal, area, sign)
    for row in table.rows if not is_turned(table) else ():
        reader.read(row)
    if is_turned(table):
        reader.read_turned()
    reader.close()
    return reader.economy


class _Reader:
    """Goes down the rows: what a row is follows from the headings over it."""

    def __init__(self, table: Table, unit: Unit, proposal: str, area: str, sign: int) -> None:
        self.economy = Economy()
        self._table, self._unit, self._proposal, self._area, self._sign = table, unit, proposal, area, sign
        self._years = year_columns(table)
        self._group = _Group()
        self._sums: list[tuple[LineKind | None, YearAmounts]] = []
        self._unplaced_area = False

    def read(self, row: Row) -> None:
        if row.kind is RowKind.HEADING or (row.empty and not row.text and not row.category):
            self._under(row)
        elif (paid := read_payback(row)) is not None:
            self.economy.stated = paid(self.economy.stated)
        elif is_stated_sum(row):
            self._sums.append((self._kind_of_sum(row), self._amounts(row)))
        elif not row.empty:
            self._add(row)

    def _under(self, row: Row) -> None:
        label = row.label.strip(" :")
        if part := _PART.match(label):
            self._group.part = part["part"]
        elif kind := _kind_in(label):
            self._group = _Group(kind, "", "Anlæg" if _CAPITAL.fullmatch(label) else "")

    def _add(self, row: Row) -> None:
        reason = _unusable(row, stacked_parts(row, self._years))
        amounts = self._amounts(row)
        if reason or not amounts:
            blanks = {"row": shortened(row.label), "proposal": self._proposal}
            reason = reason or "den har ingen beløb pr. år"
            self.economy.findings.append(note("KAT-017", row.place, self._table, **blanks, reason=reason))
            return
        label, part = self._label_and_part(row.label)
        area = self._area_of(row)
        kind = self._group.kind or _kind_of(label, area)
        self.economy.lines.append(ChangeLine(label, kind, amounts, area, part))

    def _label_and_part(self, label: str) -> tuple[str, str]:
        led = _PART.match(label)
        if led and label[led.end() :].strip():
            return label.strip(), led["part"]
        return label.lstrip("-–• ").strip(), self._group.part

    def _area_of(self, row: Row) -> str:
        named = (row.category or "").strip() or self._group.area or self._area
        if not named:
            self._unplaced_area = True
        return control_area(named)

    def _amounts(self, row: Row) -> YearAmounts:
        return amounts_of(row, self._years, self._unit, sign=self._sign)

    def _kind_of_sum(self, row: Row) -> LineKind | None:
        """A sum is of what its label says, else, where nothing is under it, of what it stands under."""
        if _IMPLEMENTATION.search(row.label):
            return LineKind.IMPLEMENTATION
        return LineKind.PERMANENT if re.search(r"varige?\b|\bdrift\b", row.label, re.IGNORECASE) else None

    def read_turned(self) -> None:
        """Years stand down the side: each column is a line, but for the one that is their sum."""
        years = [(row, year) for row in self._table.rows if (year := year_in(row.label))]
        for column, name in enumerate(self._table.columns):
            amounts = YearAmounts.of({year: self._ore(row, column) for row, year in sorted(years, key=lambda p: p[1])})
            if _SUM.match(name.strip()):
                self._sums.append((None, amounts))
            elif amounts:
                area = control_area(name if AREA.match(name.strip()) else self._area)
                self._unplaced_area |= not AREA.match(name.strip()) and not self._area
                self.economy.lines.append(ChangeLine(name, _kind_of(name, area), amounts, area))

    def _ore(self, row: Row, column: int) -> int | None:
        number = row.cells[column].number
        return None if number is None else self._sign * self._unit.to_ore(number)

    def close(self) -> None:
        self.economy.places_area = not self._unplaced_area
        stated = self.economy.stated
        by_kind = {kind: amounts for kind, amounts in self._sums if kind}
        permanent, cost = by_kind.get(LineKind.PERMANENT), by_kind.get(LineKind.IMPLEMENTATION)
        whole = next((amounts for kind, amounts in reversed(self._sums) if kind is None), None)
        if whole is not None and permanent is None and not any(self._of_implementation()):
            permanent = whole
        self.economy.stated = StatedCase(permanent, cost, whole, stated.payback_service, stated.payback_total)

    def _of_implementation(self) -> Iterator[ChangeLine]:
        return (line for line in self.economy.lines if line.kind is LineKind.IMPLEMENTATION)


def is_stated_sum(row: Row) -> bool:
    """Return whether a row states a sum: it says so, and where its figures alone say so, it has no control area."""
    says_so = bool(_SUM.match(row.label.strip()))
    return says_so or (row.kind.sums and not row.category)


def control_area(named: str) -> str:
    """Return a control area as proposals print it, with a capital; service where none is named."""
    words = " ".join(named.split())
    return _AREA_NAMES.get(words.casefold(), words[:1].upper() + words[1:]) or SERVICE


def _kind_in(label: str) -> LineKind | None:
    if _PERMANENT.search(label):
        return LineKind.PERMANENT
    return LineKind.IMPLEMENTATION if _IMPLEMENTATION.search(label) else None


def _kind_of(label: str, area: str) -> LineKind:
    """Without a heading over it, capital spending and what says so is paid once; the rest recurs."""
    once = _CAPITAL.search(area) or _IMPLEMENTATION.match(label)
    return LineKind.IMPLEMENTATION if once else LineKind.PERMANENT


def _unusable(row: Row, parts: int) -> str:
    if row.kind is RowKind.PART:
        return "den er en del af rækken over (heraf)"
    return "dens celler har flere beløb" if parts > 1 else ""

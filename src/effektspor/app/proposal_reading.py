"""A business case read from the fields of a form, and what could not be read, said at its field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from effektspor.app.proposal_form import Fields, FormRow, FormTable, columns_of, is_empty, rows_of, years_of
from effektspor.core.cpr import has_cpr
from effektspor.core.number import Number, parse_number
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.details import (
    Allocation,
    AllocationRole,
    BudgetBase,
    Criterion,
    Link,
    LinkKind,
    PartRisk,
    PoolLine,
    Risk,
    ServiceLevel,
    StaffChange,
    TextSection,
    UnitPrice,
)
from effektspor.core.proposals.template import HEADINGS
from effektspor.core.unit import KRONE, MILLION, THOUSAND, Unit
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts

UNITS = {unit.name: unit for unit in (THOUSAND, KRONE, MILLION)}
_NOT_STATED = ("", "-", "–", "−")
# No municipality's budget is near it, and a database keeps it.
_LARGEST_ORE = 10**15
# A code is put in an address, and never looks like one of its words.
_CODE = re.compile(r"(?=.*\d)[A-Za-zÆØÅæøå0-9](?:[A-Za-zÆØÅæøå0-9 _-]{0,18}[A-Za-zÆØÅæøå0-9])?")
_YEAR = re.compile(r"(19|20)\d\d")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What is wrong with one field, so that nothing can be kept before it is put right."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class FormReading:
    """The case that can be read; `rows` says which row of the form each part of it is: "lines.0" is "varig-0"."""

    case: BusinessCase
    faults: tuple[FieldFault, ...]
    rows: dict[str, str]


def clean_fields(posted: Fields) -> dict[str, str]:
    """Return what was posted without the characters no database keeps, and with plain line breaks."""
    return {name: _CONTROL.sub("", text.replace("\r\n", "\n")) for name, text in posted.items()}


def read_form(fields: Fields) -> FormReading:
    """Return the case that a form's fields say, as far as they can be read, and every field that cannot."""
    reader = _Reader(fields)
    case = reader.case()
    reader.check_head()
    return FormReading(case, tuple(reader.faults), reader.rows)


@dataclass
class _Reader:
    """Reads row by row, and collects what cannot be read."""

    fields: Fields
    faults: list[FieldFault] = field(default_factory=list)
    rows: dict[str, str] = field(default_factory=dict)
    columns: dict[FormTable, tuple[int, ...]] = field(default_factory=dict)

    @property
    def unit(self) -> Unit:
        return UNITS.get(self.text("enhed"), THOUSAND)

    def case(self) -> BusinessCase:
        return BusinessCase(
            code=self.text("kode"),
            title=self.text("titel"),
            target_group=self.text("maalgruppe"),
            revision=self.text("maerke"),
            price_level=self.text("prisniveau") or None,
            unit=self.unit,
            years=years_of(self.fields),
            summary=self.text("resume"),
            submitted_by=self.text("afsender"),
            departments=tuple(line.strip() for line in self.text("forvaltninger").split("\n") if line.strip()),
            sections=tuple(self.sections()),
            lines=(*self.lines(FormTable.PERMANENT), *self.lines(FormTable.IMPLEMENTATION)),
            unit_prices=tuple(self.unit_prices()),
            staff=tuple(self.staff()),
            service_levels=tuple(ServiceLevel(*self.texts(r)) for r in self.filled("service_levels")),
            allocations=tuple(self.allocations()),
            pools=tuple(self.pools()),
            criteria=tuple(Criterion(*self.texts(row)) for row in self.filled("criteria")),
            risk=self.risk(),
            links=tuple(self.links()),
            budgets=tuple(self.budgets()),
        )

    # Parts -------------------------------------------------------------------

    def sections(self) -> Iterator[TextSection]:
        """A heading of the template without a text is no section; one of the writer's own is."""
        kept = 0
        for row in rows_of(self.fields, FormTable.SECTIONS):
            heading, text = self.texts(row)
            if text or heading not in ("", *HEADINGS):
                self.rows[f"sections.{kept}"] = row.key
                kept += 1
                yield TextSection(self.needed(row.name("overskrift"), heading, "Skriv en overskrift."), text)

    def lines(self, table: FormTable) -> Sequence[ChangeLine]:
        kind = LineKind.PERMANENT if table is FormTable.PERMANENT else LineKind.IMPLEMENTATION
        return [self.line(row, kind) for row in self.filled("lines", table)]

    def line(self, row: FormRow, kind: LineKind) -> ChangeLine:
        label, area, part = self.texts(row)
        self.needed(row.name("tekst"), label, "Skriv, hvad linjen handler om.")
        self.needed(row.name("omraade"), area, "Vælg linjens styringsområde.")
        return ChangeLine(label, kind, self.amounts(row), area, part)

    def unit_prices(self) -> Iterator[UnitPrice]:
        for row in self.filled("unit_prices"):
            _, *columns, unit = row.table.columns
            before, price_before, after, price_after = (self.number(row.name(column)) for column in columns)
            label, unit_name = self.text(row.name("tekst")), self.text(row.name(unit))
            yield UnitPrice(label, before, price_before, after, price_after, unit_name)

    def staff(self) -> Iterator[StaffChange]:
        """The change is computed where staff before and after are known, as a sum is; else it is what is typed."""
        for row in self.filled("staff"):
            before, after, change = (self.number(row.name(column)) for column in ("foer", "efter", "aendring"))
            if before is not None and after is not None:
                change = difference(after, before)
            yield StaffChange(self.text(row.name("tekst")), before, after, change)

    def allocations(self) -> Iterator[Allocation]:
        for row in self.filled("allocations"):
            key = self.number(row.name("noegle"))
            role = self.text(row.name("rolle"))
            yield Allocation(
                self.needed(row.name("udvalg"), self.text(row.name("udvalg")), "Skriv udvalgets navn."),
                AllocationRole(role) if role in set(AllocationRole) else AllocationRole.SAVING,
                self.text(row.name("omraade")),
                key,
                NOTHING_STATED if key else self.amounts(row),
            )

    def pools(self) -> Iterator[PoolLine]:
        for row in self.filled("pools"):
            label, area, pool = self.texts(row)
            self.needed(row.name("tekst"), label, "Skriv, hvad der søges til.")
            yield PoolLine(label, self.amounts(row), area, pool)

    def risk(self) -> Risk:
        parts = tuple(PartRisk(*self.texts(row)) for row in self.filled("risk.parts", FormTable.RISK_PARTS))
        return Risk(self.text("risiko"), parts, self.text("risiko_tekst"))

    def links(self) -> Iterator[Link]:
        for row in self.filled("links"):
            kind, code, note = self.texts(row)
            self.needed(row.name("kode"), code, "Skriv det andet forslags kode.")
            yield Link(LinkKind(kind) if kind in set(LinkKind) else LinkKind.LINKED, code, note)

    def budgets(self) -> Iterator[BudgetBase]:
        for row in self.filled("budgets"):
            name = row.name("beloeb")
            ore = self.ore(name)
            if ore is None or ore <= 0:
                self.fault(name, "Skriv budgettet som et beløb over 0.")
            yield BudgetBase(self.text(row.name("aktivitet")), ore or 0, self.year(row.name("aar")))

    # Fields ------------------------------------------------------------------

    def filled(self, part: str, table: FormTable | None = None) -> Iterator[FormRow]:
        """Yield the rows in which something is typed, and remember which part of the case each is."""
        table = table or FormTable[part.upper()]
        for row in rows_of(self.fields, table):
            if not is_empty(self.fields, row):
                taken = sum(name.rpartition(".")[0] == part for name in self.rows)
                self.rows[f"{part}.{taken}"] = row.key
                yield row

    def text(self, name: str) -> str:
        text = self.fields.get(name, "").strip()
        if has_cpr(text):
            self.fault(name, "Der står noget, der ligner et CPR-nummer. Skriv det uden.")
        return text

    def texts(self, row: FormRow) -> list[str]:
        return [self.text(row.name(column)) for column in row.table.columns]

    def needed(self, name: str, text: str, message: str) -> str:
        if not text:
            self.fault(name, message)
        return text

    def number(self, name: str) -> Number | None:
        text = self.text(name)
        if text in _NOT_STATED:
            return None
        number = parse_number(text)
        if number is None:
            self.fault(name, f"»{_shown(text)}« kan ikke læses som et tal. Skriv fx −1.200 eller 12,5.")
        return number

    def ore(self, name: str) -> int | None:
        number = self.number(name)
        ore = self.unit.to_ore(number) if number else None
        if ore is not None and abs(ore) > _LARGEST_ORE:
            self.fault(name, f"Beløbet er for stort. Det skrives i {self.unit.name}")
            return None
        return ore

    def year(self, name: str) -> int | None:
        text = self.text(name)
        if text and not _YEAR.fullmatch(text):
            self.fault(name, "Skriv årstallet med fire cifre.")
            return None
        return int(text) if text else None

    def amounts(self, row: FormRow) -> YearAmounts:
        if row.table not in self.columns:
            self.columns[row.table] = columns_of(self.fields, row.table)
        return YearAmounts.of({year: self.ore(row.name(year)) for year in self.columns[row.table]})

    def fault(self, name: str, message: str) -> None:
        if not any(each.field == name for each in self.faults):
            self.faults.append(FieldFault(name, message))

    def check_head(self) -> None:
        """What a proposal cannot be without. Said first, as it stands first."""
        rest, self.faults = self.faults, []
        if not _CODE.fullmatch(self.text("kode")):
            self.fault("kode", "Skriv en kode med bogstaver og tal, fx SO12. Den må fylde 20 tegn.")
        self.needed("titel", self.text("titel"), "Skriv forslagets titel.")
        if not years_of(self.fields):
            self.fault("foerste_aar", "Skriv det første år med fire cifre, og hvor mange år der er.")
        if (level := self.text("prisniveau")) and not _YEAR.fullmatch(level):
            self.fault("prisniveau", "Skriv prisniveauet som et årstal, fx 2027.")
        self.faults += [each for each in rest if each.field not in {fault.field for fault in self.faults}]


def difference(after: Number, before: Number) -> Number:
    """Return after − before with the finer precision of the two."""
    decimals = max(after.decimals, before.decimals)
    digits = [each.digits * 10 ** (decimals - each.decimals) for each in (after, before)]
    return Number(digits[0] - digits[1], decimals)


def _shown(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"

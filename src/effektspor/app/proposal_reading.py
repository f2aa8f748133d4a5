"""A business case read from the fields of a form, and what could not be read, said at its field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from effektspor.app.proposal_form import (
    CURRENT_BUDGET,
    STAFF_CHANGE,
    Fields,
    FormRow,
    FormTable,
    columns_of,
    is_empty,
    rows_of,
    years_of,
)
from effektspor.core.cpr import has_cpr
from effektspor.core.number import Number, parse_number
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.details import (
    Allocation,
    AllocationRole,
    BudgetBase,
    BudgetFields,
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
_CODE = re.compile(r"(?=.*\d)[A-Za-zÆØÅæøå0-9](?:[A-Za-zÆØÅæøå0-9_-]{0,18}[A-Za-zÆØÅæøå0-9])?")
_NO_SIGN_OF_A_CODE = re.compile(r"[^A-Za-zÆØÅæøå0-9_-]")
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


def read_form(fields: Fields, known_code: str = "") -> FormReading:
    """Return the case that a form's fields say, as far as they can be read, and every field that cannot.

    `known_code` is the code of a proposal that is revised: a paper may have given it one that nobody would write.
    """
    reader = _Reader(fields, known_code)
    case = reader.case()
    reader.check_head()
    return FormReading(case, tuple(reader.faults), reader.rows)


@dataclass
class _Reader:
    """Reads row by row, and collects what cannot be read."""

    fields: Fields
    known_code: str = ""
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
            departments=self.listed("forvaltninger"),
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
            budget_fields=self.budget_fields(),
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

    def budget_fields(self) -> BudgetFields | None:
        """What the budget's form asks for; None where nothing of it is typed."""
        staff = ((year, self.number(STAFF_CHANGE.name(year))) for year in self.years_in(FormTable.BUDGET_FORM))
        asked = BudgetFields(
            committee=self.text("skema_udvalg"),
            spending_type=self.text("skema_udgiftstype"),
            current_budget=self.amounts(CURRENT_BUDGET),
            staff=tuple((year, number) for year, number in staff if number is not None),
            related=self.listed("skema_relaterede"),
            works_council=self.text("skema_hu"),
        )
        return None if asked == BudgetFields() else asked

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

    def listed(self, name: str) -> tuple[str, ...]:
        """Return what a field says, one a line."""
        return tuple(line.strip() for line in self.text(name).split("\n") if line.strip())

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
        return YearAmounts.of({year: self.ore(row.name(year)) for year in self.years_in(row.table)})

    def years_in(self, table: FormTable) -> tuple[int, ...]:
        if table not in self.columns:
            self.columns[table] = columns_of(self.fields, table)
        return self.columns[table]

    def fault(self, name: str, message: str) -> None:
        if not any(each.field == name for each in self.faults):
            self.faults.append(FieldFault(name, message))

    def check_code(self, code: str) -> None:
        """A code stands in addresses and lists; one that the proposal has already is not to be put right here."""
        if _CODE.fullmatch(code) or (code and code == self.known_code):
            return
        sign = _NO_SIGN_OF_A_CODE.search(code)
        if sign:
            named = "mellemrum" if sign[0].isspace() else f"»{sign[0]}«"
            self.fault("kode", f"En kode må ikke have {named} i sig. Brug bogstaver, tal og bindestreg, fx SO12.")
        self.fault("kode", "Skriv en kode med bogstaver og tal, fx SO12. Den må fylde 20 tegn.")

    def check_head(self) -> None:
        """What a proposal cannot be without. Said first, as it stands first."""
        rest, self.faults = self.faults, []
        self.check_code(self.text("kode"))
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

"""A business case as the fields of a form: one name a field, rows numbered, and every text as it was typed.

A draft is these fields. `proposal_reading` makes a case of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from effektspor.core.number import Number
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import SERVICE, LineKind
from effektspor.core.proposals.template import HEADINGS
from effektspor.core.unit import THOUSAND, Unit
from effektspor.core.year_amounts import YearAmounts

Fields = Mapping[str, str]
MOST_YEARS = 12
_MOST_DECIMALS = 9


class FormTable(StrEnum):
    """The tables of rows that a form has; the word begins the names of their fields."""

    SECTIONS = "afsnit"
    PERMANENT = "varig"
    IMPLEMENTATION = "impl"
    UNIT_PRICES = "enhedspris"
    STAFF = "personale"
    SERVICE_LEVELS = "service"
    ALLOCATIONS = "fordeling"
    POOLS = "pulje"
    CRITERIA = "kriterium"
    RISK_PARTS = "risikodel"
    LINKS = "sammenhaeng"
    BUDGETS = "budget"
    BUDGET_FORM = "skema"

    @property
    def columns(self) -> tuple[str, ...]:
        """The words of its fields, beside the years."""
        return _COLUMNS[self]

    @property
    def by_year(self) -> bool:
        return self in _BY_YEAR

    @property
    def has_more_rows(self) -> bool:
        """Whether rows can be added to it; the budget form has the same two always."""
        return bool(self.columns)


HEAD = ("kode", "titel", "maalgruppe", "maerke", "prisniveau", "enhed", "foerste_aar", "antal_aar", "afsender",
        "forvaltninger", "resume", "risiko", "risiko_tekst", "skema_udvalg", "skema_udgiftstype", "skema_relaterede",
        "skema_hu")  # fmt: skip
_COLUMNS = {
    FormTable.SECTIONS: ("overskrift", "tekst"),
    FormTable.PERMANENT: ("tekst", "omraade", "del"),
    FormTable.IMPLEMENTATION: ("tekst", "omraade", "del"),
    FormTable.UNIT_PRICES: ("tekst", "antal_foer", "pris_foer", "antal_efter", "pris_efter", "enhed"),
    FormTable.STAFF: ("tekst", "foer", "efter", "aendring"),
    FormTable.SERVICE_LEVELS: ("emne", "foer", "efter"),
    FormTable.ALLOCATIONS: ("udvalg", "rolle", "omraade", "noegle"),
    FormTable.POOLS: ("tekst", "omraade", "pulje"),
    FormTable.CRITERIA: ("kriterium", "maales", "ansvarlig", "hvornaar"),
    FormTable.RISK_PARTS: ("del", "niveau"),
    FormTable.LINKS: ("art", "kode", "note"),
    FormTable.BUDGETS: ("aktivitet", "beloeb", "aar"),
    FormTable.BUDGET_FORM: (),
}
_BY_YEAR = (FormTable.PERMANENT, FormTable.IMPLEMENTATION, FormTable.ALLOCATIONS, FormTable.POOLS,
            FormTable.BUDGET_FORM)  # fmt: skip
# What a row has before anything is typed in it: it says nothing of its own.
_PRESET = {(FormTable.PERMANENT, "omraade"): SERVICE, (FormTable.IMPLEMENTATION, "omraade"): SERVICE,
           (FormTable.POOLS, "omraade"): SERVICE, (FormTable.ALLOCATIONS, "omraade"): SERVICE,
           (FormTable.ALLOCATIONS, "rolle"): "saving", (FormTable.LINKS, "art"): "linked",
           (FormTable.UNIT_PRICES, "enhed"): THOUSAND.name}  # fmt: skip
_NAME = re.compile(r"(?P<table>[a-z]+)-(?P<row>\d{1,4})-(?P<column>[a-z_]+|\d{4})")


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a form's table: its number, which its fields carry in their names."""

    table: FormTable
    number: int

    @property
    def key(self) -> str:
        return f"{self.table}-{self.number}"

    def name(self, column: str | int) -> str:
        """Return the name of one of its fields; a year's column is the year."""
        return f"{self.key}-{column}"


# The rows of the budget form: today's budget, and the change in full-time staff.
CURRENT_BUDGET, STAFF_CHANGE = FormRow(FormTable.BUDGET_FORM, 0), FormRow(FormTable.BUDGET_FORM, 1)


def rows_of(fields: Fields, table: FormTable) -> tuple[FormRow, ...]:
    """Return the rows a form has in a table, empty ones included."""
    parts = (_parts(name) for name in fields)
    numbers = {number for name, number, _ in parts if name == table}
    return tuple(FormRow(table, number) for number in sorted(numbers))


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, int, str]:
    """The table, the row and the column in a field's name; "" for a field of the head. Forms share their names."""
    match = _NAME.fullmatch(name)
    return (match["table"], int(match["row"]), match["column"]) if match else ("", 0, name)


def is_empty(fields: Fields, row: FormRow) -> bool:
    """Whether nothing was typed in a row beside what it had from the beginning."""
    own = ((name, text.strip()) for name, text in fields.items() if name.startswith(f"{row.key}-"))
    return not any(text and text != _PRESET.get((row.table, name.removeprefix(f"{row.key}-"))) for name, text in own)


def years_of(fields: Fields) -> tuple[int, ...]:
    """Return the years of a form's main table; none where they cannot be read."""
    first, count = fields.get("foerste_aar", "").strip(), fields.get("antal_aar", "").strip()
    if not (re.fullmatch(r"(19|20)\d\d", first) and re.fullmatch(r"\d{1,2}", count)):
        return ()
    return tuple(range(int(first), int(first) + min(int(count), MOST_YEARS)))


def columns_of(fields: Fields, table: FormTable) -> tuple[int, ...]:
    """Return the year columns of a table: the form's years, and any other in which an amount is typed."""
    parts = ((*_parts(name), text) for name, text in fields.items())
    typed = {int(column) for name, _, column, text in parts if name == table and column.isdecimal() and text}
    return tuple(sorted(typed | set(years_of(fields))))


def with_row(fields: Fields, table: FormTable) -> dict[str, str]:
    """Return the fields with an empty row more, below the others."""
    number = max((row.number for row in rows_of(fields, table)), default=-1) + 1
    row = FormRow(table, number)
    new = {row.name(column): _PRESET.get((table, column), "") for column in table.columns}
    years = columns_of(fields, table) if table.by_year else ()
    return {**fields, **new, **{row.name(year): "" for year in years}}


def without_row(fields: Fields, key: str) -> dict[str, str]:
    """Return the fields without a row: "varig-2"."""
    return {name: text for name, text in fields.items() if not name.startswith(f"{key}-")}


def new_fields(year: int) -> dict[str, str]:
    """Return the form of a proposal that is none yet: the template's headings, and the budget year with three more."""
    fields = dict.fromkeys(HEAD, "")
    fields |= {"enhed": THOUSAND.name, "foerste_aar": str(year), "antal_aar": "4", "prisniveau": str(year)}
    for number, heading in enumerate(HEADINGS):
        row = FormRow(FormTable.SECTIONS, number)
        fields |= {row.name("overskrift"): heading, row.name("tekst"): ""}
    for table in (FormTable.PERMANENT, FormTable.IMPLEMENTATION, FormTable.CRITERIA):
        fields = with_row(fields, table)
    return fields


def fields_of(case: BusinessCase) -> dict[str, str]:
    """Return a case as a form shows it: what `read_form` makes the same case of, but for the sums a paper states."""
    return _head(case) | _budget_form(case) | dict(_rows(case))


def _head(case: BusinessCase) -> dict[str, str]:
    years = case.years
    span = str(years[-1] - years[0] + 1) if years else ""
    return {
        "kode": case.code, "titel": case.title, "maalgruppe": case.target_group, "maerke": case.revision,
        "prisniveau": case.price_level or "", "enhed": case.unit.name, "foerste_aar": str(years[0]) if years else "",
        "antal_aar": span, "afsender": case.submitted_by, "forvaltninger": "\n".join(case.departments),
        "resume": case.summary, "risiko": case.risk.level, "risiko_tekst": case.risk.text,
    }  # fmt: skip


def _budget_form(case: BusinessCase) -> dict[str, str]:
    """What the budget's form asks for; a case that was not told in one has none of it."""
    asked = case.budget_fields
    if asked is None:
        return {}
    head = {"skema_udvalg": asked.committee, "skema_udgiftstype": asked.spending_type,
            "skema_relaterede": "\n".join(asked.related), "skema_hu": asked.works_council}  # fmt: skip
    budget = {CURRENT_BUDGET.name(year): amount_text(ore, case.unit) for year, ore in asked.current_budget.pairs}
    return head | budget | {STAFF_CHANGE.name(year): number.danish() for year, number in asked.staff}


def _rows(case: BusinessCase) -> Iterator[tuple[str, str]]:
    for table, rows in _texts(case).items():
        for number, texts in enumerate(rows):
            yield from ((FormRow(table, number).name(column), text) for column, text in texts.items())


_Texts = dict[str, str]


def _texts(case: BusinessCase) -> Mapping[FormTable, list[_Texts]]:
    """What each row of each table says, by the words of its columns."""
    return {
        FormTable.SECTIONS: [{"overskrift": each.heading, "tekst": each.text} for each in case.sections],
        FormTable.PERMANENT: _line_texts(case, LineKind.PERMANENT),
        FormTable.IMPLEMENTATION: _line_texts(case, LineKind.IMPLEMENTATION),
        FormTable.UNIT_PRICES: _row(
            FormTable.UNIT_PRICES,
            (
                (each.label, _text(each.quantity_before), _text(each.price_before), _text(each.quantity_after),
                 _text(each.price_after), each.unit)
                for each in case.unit_prices
            ),
        ),
        FormTable.STAFF: _row(
            FormTable.STAFF,
            ((each.label, _text(each.before), _text(each.after), _text(each.change)) for each in case.staff),
        ),
        FormTable.SERVICE_LEVELS: _row(
            FormTable.SERVICE_LEVELS, ((each.subject, each.before, each.after) for each in case.service_levels)
        ),
        FormTable.ALLOCATIONS: _allocation_texts(case),
        FormTable.POOLS: [
            {"tekst": each.label, "omraade": each.control_area, "pulje": each.pool} | _years(case, each.amounts)
            for each in case.pools
        ],
    } | _follow_up_texts(case)  # fmt: skip


def _follow_up_texts(case: BusinessCase) -> dict[FormTable, list[_Texts]]:
    return {
        FormTable.CRITERIA: _row(
            FormTable.CRITERIA,
            ((each.criterion, each.measured_by, each.responsible, each.when) for each in case.criteria),
        ),
        FormTable.RISK_PARTS: _row(FormTable.RISK_PARTS, ((each.part, each.level) for each in case.risk.parts)),
        FormTable.LINKS: _row(FormTable.LINKS, ((each.kind.value, each.code, each.note) for each in case.links)),
        FormTable.BUDGETS: _row(
            FormTable.BUDGETS,
            ((each.activity, amount_text(each.ore, case.unit), str(each.year or "")) for each in case.budgets),
        ),
    }


def _row(table: FormTable, rows: Iterable[tuple[str, ...]]) -> list[_Texts]:
    return [dict(zip(table.columns, texts, strict=True)) for texts in rows]


def _line_texts(case: BusinessCase, kind: LineKind) -> list[_Texts]:
    return [
        {"tekst": line.label, "omraade": line.control_area, "del": line.part} | _years(case, line.amounts)
        for line in case.lines
        if line.kind is kind
    ]


def _allocation_texts(case: BusinessCase) -> list[_Texts]:
    """A share with a key is computed from it, so that its amounts are not typed."""
    return [
        {"udvalg": each.committee, "rolle": each.role.value, "omraade": each.control_area,
         "noegle": _text(each.key_pct)} | _years(case, YearAmounts() if each.key_pct else each.amounts)
        for each in case.allocations
    ]  # fmt: skip


def _years(case: BusinessCase, amounts: YearAmounts) -> _Texts:
    stated = {str(year): amount_text(ore, case.unit) for year, ore in amounts.pairs}
    return {str(year): "" for year in case.years} | stated


def amount_text(ore: int, unit: Unit) -> str:
    """Return an amount in a unit as it is typed, with no more decimals than it needs: "−1.200", "12,5"."""
    decimals = next((n for n in range(_MOST_DECIMALS) if (ore * 10**n) % unit.ore == 0), _MOST_DECIMALS)
    return unit.to_number(ore, decimals).danish()


def _text(number: Number | None) -> str:
    return number.danish() if number else ""

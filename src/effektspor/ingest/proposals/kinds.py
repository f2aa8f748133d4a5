"""What each table of a proposal is, told by its caption and its columns."""

import re
from enum import StrEnum

from effektspor.core.document import RowKind, Table
from effektspor.ingest.proposals.group_names import group_name
from effektspor.ingest.proposals.year_columns import year_columns, year_in


class TableKind(StrEnum):
    """ECONOMY is the proposal's whole economy, DETAIL one control area of it; UNKNOWN is not placed."""

    ECONOMY = "economy"
    DETAIL = "detail"
    POOL = "pool"
    ALLOCATION = "allocation"
    UNIT_PRICE = "unit_price"
    STAFF = "staff"
    UNKNOWN = "unknown"


_POOL = re.compile(r"invester\w*\s+i\s+(?:forslaget|casen)|\binvesteringspulje", re.IGNORECASE)
_ALLOCATION = re.compile(r"fordel\w*\b.*\b(?:mellem|på)\s+(?:\w+\s+)?(?:fag)?udvalg", re.IGNORECASE)
_COMMITTEE = re.compile(r"[\w ,-]*udvalget?(?:\s+(?:besparelse|omkostning|investering)\w*)?", re.IGNORECASE)
_STAFF = re.compile(r"personale|årsværk|stillinger|medarbejder", re.IGNORECASE)
_PRICE = re.compile(r"enhedspris|stykpris|\bpris\b|takst", re.IGNORECASE)
_QUANTITY = re.compile(r"\bantal\b|mængde|helårs|pladser", re.IGNORECASE)
_WHOLE = re.compile(
    r"samle[td]e?\s+(?:økonomi|udgift)|økonomiske\s+konsekvens|forslagets\s+økonomi|økonomi\b", re.IGNORECASE
)
_DETAIL = re.compile(r"varige?\s+ændring|implementeringsomkostning", re.IGNORECASE)
# What is laid out, and nothing else: "Investering", "Udgifter til implementering", "Engangsudgifter i alt".
_ONCE = re.compile(
    r"(?:(?:forslagets|samlede?|udgift(?:er)? til|behov for)\s+)*"
    r"(?:investering|implementering|engangs|etablering|anlægs?udgift|anlægsinvestering)\w*"
    r"(?:\s*[,–-]\s*[\wæøå]+|\s+i ?alt|\s+pr\.? år)?",
    re.IGNORECASE,
)
_HEADING = re.compile(r"varige?\s+ændring|implementering|engangsudgift|\bdrift\b|\banlæg\b", re.IGNORECASE)
# The rows of the budget's form: a proposal with them is a budget proposal.
FORM_ROWS = re.compile(r"nuværende budget|besparelse|effektivisering|udvidelse|samlet ændring", re.IGNORECASE)
_LEAST_FORM_ROWS = 3


def kind_of(table: Table) -> TableKind:
    """Return what a table is to its proposal; which is the economy among several is decided by `economy_of`."""
    caption = table.caption or ""
    heads = " ".join(table.columns)
    if _ALLOCATION.search(caption) or _is_of_committees(table):
        return TableKind.ALLOCATION
    if _POOL.search(caption):
        return TableKind.POOL
    if _PRICE.search(heads) and (_QUANTITY.search(heads) or _PRICE.search(caption)):
        return TableKind.UNIT_PRICE
    if _STAFF.search(caption) and not _has_year_amounts(table):
        return TableKind.STAFF
    if not year_columns(table) and not is_turned(table):
        return TableKind.UNKNOWN
    return TableKind.DETAIL if _DETAIL.search(caption) and not _WHOLE.search(caption) else TableKind.ECONOMY


def _is_of_committees(table: Table) -> bool:
    """Whether every row but the total is a committee's."""
    labels = [row.label for row in table.rows if not row.kind.sums and not row.empty]
    return bool(labels) and all(map(_COMMITTEE.fullmatch, labels)) and bool(year_columns(table))


def _has_year_amounts(table: Table) -> bool:
    """Staff in years' columns under a unit of money is what staff costs."""
    return len(year_columns(table)) > 2 and table.unit is not None


def is_of_investment(table: Table) -> bool:
    """Return whether a table holds what is laid out and nothing else, by its caption, else by every sum in it."""
    if _ONCE.fullmatch(group_name(table.caption or "")):
        return True
    sums = [row.label.strip() for row in table.rows if row.kind.sums]
    return bool(sums) and all(map(_ONCE.fullmatch, sums)) and not _WHOLE.search(table.caption or "")


def economy_of(tables: tuple[Table, ...]) -> Table | None:
    """Return the table with a proposal's whole economy: named so, or with control areas, or its first by year."""
    candidates = [table for table in tables if kind_of(table) is TableKind.ECONOMY]
    ranked = sorted(candidates, key=lambda table: (is_of_investment(table), -_likeness(table)))
    return ranked[0] if ranked else None


def _likeness(table: Table) -> int:
    named = bool(_WHOLE.search(table.caption or ""))
    areas = any(row.category for row in table.rows)
    headed = any(row.kind is RowKind.HEADING and _HEADING.search(row.label) for row in table.rows)
    return 2 * named + areas + headed


def is_turned(table: Table) -> bool:
    """Return whether a table has its years down the side and its amounts' names over the columns."""
    rows = [row for row in table.rows if not row.empty and not row.kind.sums]
    years = [year for row in rows if (year := year_in(row.label))]
    return len(years) > 1 and len(years) == len(rows) == len(set(years))


def is_budget_form(table: Table) -> bool:
    """Return whether a table is the budget's form: today's budget, and the changes of it by kind."""
    named = {match[0].casefold() for row in table.rows if (match := FORM_ROWS.match(row.label.strip()))}
    return len(named) >= _LEAST_FORM_ROWS and bool(year_columns(table))

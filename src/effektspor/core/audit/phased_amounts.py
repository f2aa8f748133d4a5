"""Whether a proposal's yearly amounts come in as its words say: any of its lines may be the one that is meant."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.case_figures import printed_step
from effektspor.core.audit.case_lines import StatedEconomy, economy_in
from effektspor.core.audit.cases import Case
from effektspor.core.audit.pairs import has_one_figure_a_cell
from effektspor.core.audit.phasing import Phase, Phasing
from effektspor.core.document import Row, RowKind, Table

_Amounts = dict[str, Fraction]
_NEARLY = Fraction(5, 100)
# Half a year's effect is often rounded, and a month begins now and then in its middle.
_ROOM = Fraction(1, 12)
_PARTS = (Phase.HALF, Phase.MONTHS, Phase.PART)


class PhasedRow(NamedTuple):
    """A row of years with its amounts; an empty cell is 0."""

    table: Table
    row: Row
    amounts: _Amounts
    half: Fraction = Fraction(0)


def phased_rows(case: Case) -> list[PhasedRow]:
    """Return the rows of a case's tables of years that say how its effect comes in: what saves, and the sums.

    What the saving costs is left out, for a wage that is the same in all years says nothing of the effect.
    """
    economies = [(table, economy) for table in case.tables if (economy := economy_in(table)) and len(economy.years) > 1]
    direction = sum(economies[0][1].sums(economies[0][1].permanent), Fraction(0)) if economies else Fraction(0)
    rows = [
        PhasedRow(table, row, _amounts(economy, row), printed_step(table) / 2)
        for table, economy in economies
        for row in table.rows
        if not row.empty and has_one_figure_a_cell(row)
    ]
    return [each for each in rows if each.row.kind.sums or sum(each.amounts.values()) * direction >= 0]


def contradicts(phasing: Phasing, rows: list[PhasedRow]) -> bool:
    """Whether no row that may be meant comes in as the words say."""
    if phasing.phase is Phase.GROWING:
        several = [each.amounts for each in rows if sum(value != 0 for value in each.amounts.values()) > 1]
        return bool(several) and all(_is_level(amounts) for amounts in several)
    year = phasing.year or ""
    known = [each.amounts for each in rows if each.amounts.get(year)]
    if phasing.phase in _PARTS:
        judged = [_comes_in(phasing, amounts, rows) for amounts in known if year != max(amounts)]
    elif phasing.phase is Phase.FULL:
        judged = [_full_from(amounts, year) for amounts in known]
    else:
        judged = [_more_than_before(amounts, year) for amounts in known if year != min(amounts)]
    return bool(judged) and not any(judged)


def saves_alone(rows: Sequence[PhasedRow]) -> bool:
    """Whether one line makes all of the effect: then what a sentence says of the effect is of that line."""
    lines = {each.row.label.casefold() for each in rows if each.row.kind is RowKind.ROW}
    return len(lines) == 1


def _comes_in(phasing: Phasing, amounts: _Amounts, rows: Sequence[PhasedRow]) -> bool:
    """Whether a row is smaller at first; where one line makes the whole effect, also by as much as the words say."""
    year = phasing.year or ""
    if not _smaller_than_later(amounts, year):
        return phasing.phase is Phase.PART and not saves_alone(rows)
    if phasing.share is None or not saves_alone(rows):
        return True
    later = [abs(value) for after, value in amounts.items() if after > year and value]
    return any(abs(abs(amounts[year]) - phasing.share * full) <= _ROOM * full for full in later)


def _amounts(economy: StatedEconomy, row: Row) -> _Amounts:
    numbers = {year: row.cells[column].number for year, column in economy.years.items()}
    return {year: number.value if number else Fraction(0) for year, number in numbers.items()}


def _is_level(amounts: _Amounts) -> bool:
    return len({value for value in amounts.values() if value}) <= 1


def _smaller_than_later(amounts: _Amounts, year: str) -> bool:
    return any(abs(value) > abs(amounts[year]) for later, value in amounts.items() if later > year)


def _full_from(amounts: _Amounts, year: str) -> bool:
    """In full: the same in every year from then on, but for what prices or a few citizens may move it."""
    values = [abs(value) for later, value in amounts.items() if later >= year]
    return max(values) - min(values) <= _NEARLY * max(values)


def _more_than_before(amounts: _Amounts, year: str) -> bool:
    before = max(earlier for earlier in amounts if earlier < year)
    return abs(amounts[before]) < abs(amounts[year])

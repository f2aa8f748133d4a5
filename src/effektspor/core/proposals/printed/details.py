"""The tables of unit prices, staff and committees' shares."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from effektspor.core.document import Cell, RowKind
from effektspor.core.number import Number
from effektspor.core.proposals.allocation import allocate
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import ChangeLine, sum_lines
from effektspor.core.proposals.details import Allocation, AllocationRole
from effektspor.core.proposals.printed.amounts import exact_decimals, number_cell, year_cells
from effektspor.core.proposals.printed.economy import investments_in, years_of
from effektspor.core.proposals.printed.parts import RowPart, TablePart
from effektspor.core.year_amounts import YearAmounts, sum_years

_Numbered = tuple[int, Allocation]


def unit_price_table(case: BusinessCase) -> TablePart:
    """Return antal × enhedspris before and after; the prices' unit stands over their columns."""
    rows = tuple(
        RowPart(
            price.label,
            tuple(
                number_cell(number)
                for number in (price.quantity_before, price.price_before, price.quantity_after, price.price_after)
            ),
            field=f"unit_prices.{at}",
        )
        for at, price in enumerate(case.unit_prices)
    )
    unit = case.unit_prices[0].unit
    columns = ("Antal før", "Enhedspris før", "Antal efter", "Enhedspris efter")
    return TablePart("Enhedspris", columns, rows, None, case.price_level, (None, unit, None, unit))


def staff_table(case: BusinessCase) -> TablePart:
    """Return staff before and after, and the change."""
    rows = tuple(
        RowPart(
            staff.label,
            (number_cell(staff.before), number_cell(staff.after), number_cell(staff.change)),
            field=f"staff.{at}",
        )
        for at, staff in enumerate(case.staff)
    )
    return TablePart("Personalemæssige konsekvenser", ("Årsværk før", "Årsværk efter", "Ændring (+/-)"), rows)


def allocation_tables(case: BusinessCase) -> Iterator[TablePart]:
    """Yield the technical annex: one table for each control area's changes, and one for its investments."""
    numbered = list(enumerate(case.allocations))
    for invests in (False, True):
        own = [each for each in numbered if (each[1].role is AllocationRole.INVESTMENT) == invests]
        for area in dict.fromkeys(each.control_area for _, each in own):
            yield _allocation_table(case, area, [each for each in own if each[1].control_area == area], invests)


def allocated(case: BusinessCase, allocation: Allocation) -> YearAmounts:
    """Return a committee's part: what is stated, else what its key gives of the lines it is a share of, to the øre."""
    if allocation.amounts or allocation.key_pct is None:
        return allocation.amounts
    own = [each for each in case.allocations if (each.role, each.control_area) == _share_of(allocation)]
    keyed = [each for each in own if each.key_pct is not None]
    keys = [each.key_pct for each in keyed if each.key_pct is not None]
    if not sum(key.value for key in keys):
        return YearAmounts()
    return _shared(sum_lines(_lines_of(case, allocation)), tuple(keys))[keyed.index(allocation)]


@lru_cache(maxsize=64)
def _shared(total: YearAmounts, keys_pct: tuple[Number, ...]) -> tuple[YearAmounts, ...]:
    """Each committee asks for its own part of the same sharing, so it is made once."""
    return tuple(allocate(total, keys_pct))


def _share_of(allocation: Allocation) -> tuple[AllocationRole, str]:
    return allocation.role, allocation.control_area


def _lines_of(case: BusinessCase, allocation: Allocation) -> list[ChangeLine]:
    """The lines a committee's part is a share of: the savings or the costs of its control area."""
    invests = allocation.role is AllocationRole.INVESTMENT
    lines = case.implementation_lines if invests else case.permanent_lines
    saves = allocation.role is AllocationRole.SAVING
    return [
        line
        for line in lines
        if line.control_area == allocation.control_area
        and (invests or (sum(ore for _, ore in line.amounts.pairs) < 0) == saves)
    ]


def _allocation_table(case: BusinessCase, area: str, own: Sequence[_Numbered], invests: bool) -> TablePart:
    amounts = [allocated(case, each) for _, each in own]
    # A committee's share may be stated for years that the case's own columns do not have.
    years = tuple(sorted({*years_of(case), *(year for part in amounts for year in part.years)}))
    decimals = exact_decimals(case.unit, amounts)

    def cells(each: YearAmounts) -> tuple[Cell, ...]:
        return year_cells(each, years, case.unit, decimals)

    rows = [
        RowPart(_label(each), cells(part), field=f"allocations.{at}", key_pct=_key(each))
        for (at, each), part in zip(own, amounts, strict=True)
    ]
    rows.append(RowPart("Total", cells(sum_years(amounts)), RowKind.TOTAL))
    what = investments_in(area, "mellem udvalg") if invests else f"varige ændringer mellem udvalg, {area.lower()}"
    caption = f"Fordeling af {what[:1].lower()}{what[1:]}"
    return TablePart(caption, tuple(str(year) for year in years), tuple(rows), case.unit.name, case.price_level)


def _label(allocation: Allocation) -> str:
    if allocation.role is AllocationRole.INVESTMENT:
        return allocation.committee
    return f"{allocation.committee} {allocation.role.danish}"


def _key(allocation: Allocation) -> str | None:
    return f"{allocation.key_pct.danish()} %" if allocation.key_pct else None

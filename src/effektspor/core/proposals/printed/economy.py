"""Table 1, the whole economy, and the tables of permanent changes per control area and of investments."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from effektspor.core.document import Cell, RowKind
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import ChangeLine, LineKind, sum_lines
from effektspor.core.proposals.details import PoolLine
from effektspor.core.proposals.payback import payback_danish
from effektspor.core.proposals.printed.amounts import exact_decimals, year_cells
from effektspor.core.proposals.printed.parts import RowPart, TablePart, heading_row
from effektspor.core.proposals.totals import compute_totals
from effektspor.core.year_amounts import YearAmounts, sum_years

SERVICE_PAYBACK = "Tilbagebetalingstid baseret på serviceeffektivisering"
TOTAL_PAYBACK = "Tilbagebetalingstid baseret på totaløkonomi"
_Numbered = tuple[int, ChangeLine]


def years_of(case: BusinessCase) -> tuple[int, ...]:
    """Return the year columns: those the case names, and any other that a line states."""
    stated = {year for line in case.lines for year in line.amounts.years}
    return tuple(sorted(stated | set(case.years)))


class EconomyTables:
    """The tables of a case's lines; all print amounts with the same decimals."""

    def __init__(self, case: BusinessCase) -> None:
        self._case = case
        self._years = years_of(case)
        self._decimals = exact_decimals(case.unit, [*(line.amounts for line in case.lines), *_stated(case)])
        self._numbered: list[_Numbered] = list(enumerate(case.lines))

    def whole(self) -> TablePart:
        """Return table 1: permanent changes, implementation, what both come to, and the payback the paper states."""
        return self._table("Forslagets samlede økonomi", tuple(self._whole_rows()))

    def permanent(self) -> Iterator[TablePart]:
        """Yield a table of permanent changes for each control area."""
        lines = [each for each in self._numbered if each[1].kind is LineKind.PERMANENT]
        for area in dict.fromkeys(line.control_area for _, line in lines):
            own = [each for each in lines if each[1].control_area == area]
            total = self._sum(f"Varige ændringer totalt, {_lower(area)}", _sum_of(own), RowKind.TOTAL)
            yield self._table(f"Varige ændringer, {_lower(area)}", (*self._lines(own, with_area=False), total))

    def pools(self) -> Iterator[TablePart]:
        """Yield a table of what each control area asks of the investment pools."""
        for area in dict.fromkeys(pool.control_area for pool in self._case.pools):
            own = [(at, pool) for at, pool in enumerate(self._case.pools) if pool.control_area == area]
            yield self._pool_table(area, own)

    def _whole_rows(self) -> Iterator[RowPart]:
        case, totals = self._case, compute_totals(self._case)
        has_cost = bool(case.implementation_lines)
        yield heading_row(LineKind.PERMANENT.danish, self._years)
        yield from self._lines(each for each in self._numbered if each[1].kind is LineKind.PERMANENT)
        kind = RowKind.SUBTOTAL if has_cost else RowKind.TOTAL
        yield self._sum("Samlet varig ændring", case.stated.permanent or totals.permanent, kind)
        if has_cost:
            yield heading_row(LineKind.IMPLEMENTATION.danish, self._years)
            yield from self._lines(each for each in self._numbered if each[1].kind is LineKind.IMPLEMENTATION)
            cost = case.stated.implementation or totals.implementation
            yield self._sum("Samlede implementeringsomkostninger", cost, RowKind.SUBTOTAL)
            yield self._sum("Samlet økonomisk påvirkning", case.stated.total or totals.total, RowKind.TOTAL)
        yield from self._paybacks()

    def _lines(self, numbered: Iterable[_Numbered], with_area: bool = True) -> Iterator[RowPart]:
        """The lines in order, each part under its own heading."""
        for part, own in groupby(numbered, key=lambda each: each[1].part):
            if part:
                yield heading_row(f"{part.rstrip(':')}:", self._years)
            for at, line in own:
                area = line.control_area if with_area else None
                yield RowPart(line.label, self._cells(line.amounts), field=f"lines.{at}", category=area)

    def _paybacks(self) -> Iterator[RowPart]:
        stated = self._case.stated
        for label, years in ((SERVICE_PAYBACK, stated.payback_service), (TOTAL_PAYBACK, stated.payback_total)):
            if years is not None:
                yield RowPart(label, self._cells(YearAmounts()), text=payback_danish(years))

    def _pool_table(self, area: str, own: Sequence[tuple[int, PoolLine]]) -> TablePart:
        # A pool is often asked for money the year before the proposal's own columns begin.
        years = tuple(sorted({*self._years, *(year for _, pool in own for year in pool.amounts.years)}))
        rows = [
            RowPart(pool.label, self._with_total(pool.amounts, years), field=f"pools.{at}", text=pool.pool or None)
            for at, pool in own
        ]
        total = sum_years(pool.amounts for _, pool in own)
        rows.append(RowPart(f"Investeringer totalt, {_lower(area)}", self._with_total(total, years), RowKind.TOTAL))
        columns = (*(str(year) for year in years), "I alt")
        caption = investments_in(area, "i forslaget")
        return TablePart(caption, columns, tuple(rows), self._case.unit.name, self._case.price_level)

    def _with_total(self, amounts: YearAmounts, years: Sequence[int]) -> tuple[Cell, ...]:
        in_all = YearAmounts.of({0: sum(ore for _, ore in amounts.pairs)})
        cells = year_cells(amounts, years, self._case.unit, self._decimals)
        return (*cells, *year_cells(in_all, (0,), self._case.unit, self._decimals))

    def _table(self, caption: str, rows: tuple[RowPart, ...]) -> TablePart:
        years = tuple(str(year) for year in self._years)
        return TablePart(caption, years, rows, self._case.unit.name, self._case.price_level)

    def _sum(self, label: str, amounts: YearAmounts, kind: RowKind) -> RowPart:
        return RowPart(label, self._cells(amounts), kind)

    def _cells(self, amounts: YearAmounts) -> tuple[Cell, ...]:
        return year_cells(amounts, self._years, self._case.unit, self._decimals)


def investments_in(area: str, where: str) -> str:
    """Return what a table of a control area's investments is called: "Serviceinvesteringer i forslaget"."""
    joint = {"service": "", "anlæg": "s"}.get(area.casefold())
    if joint is None:
        return f"Investeringer {where}, {_lower(area)}"
    return f"{area}{joint}investeringer {where}"


def _sum_of(numbered: Iterable[_Numbered]) -> YearAmounts:
    return sum_lines(line for _, line in numbered)


def _stated(case: BusinessCase) -> list[YearAmounts]:
    sums = (case.stated.permanent, case.stated.implementation, case.stated.total)
    return [each for each in sums if each] + [pool.amounts for pool in case.pools]


def _lower(area: str) -> str:
    return area[:1].lower() + area[1:]

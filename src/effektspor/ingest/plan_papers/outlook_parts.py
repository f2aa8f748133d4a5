"""The tables that follow a budget's outlook: measures, their summary, and the estimated budget."""

import re
from dataclasses import dataclass, replace

from effektspor.core.document import Row, RowKind, Table
from effektspor.core.plans.outlook import BudgetOutlook, MeasureGroup, MeasureGroupKind
from effektspor.core.plans.year_sums import NamedAmounts
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts
from effektspor.ingest.plan_papers.amounts import TableAmounts
from effektspor.ingest.plan_papers.context import PlanReading
from effektspor.ingest.plan_papers.words import DIFFERENCE, only_year, year_columns

OUTLOOK_KIND = "et overblik over budgettet"
_BUDGET = re.compile(r"(?:estimeret|nyt|justeret|reduceret|tilpasset) budget|budget (?:efter|med|inkl)", re.IGNORECASE)
_MEASURES = re.compile(
    r"tiltag|indsats|katalog|effektiviser|besparels|reduktion|økonomisk effekt|handleplan|initiativ|forslag",
    re.IGNORECASE,
)
_CATALOGUE = re.compile(r"katalog", re.IGNORECASE)
_WHOLE = re.compile(r"samlet|samlede|i alt|sammenfat", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Years:
    """A table of amounts by year, as measures, their summary and the result are."""

    table: Table
    columns: dict[int, int]
    amounts: TableAmounts

    @property
    def rows(self) -> list[Row]:
        return [row for row in self.table.rows if row.kind is RowKind.ROW and not row.empty]

    @property
    def total(self) -> YearAmounts:
        sums = [row for row in self.table.rows if row.kind.sums]
        return self.by_year(sums[-1]) if sums else NOTHING_STATED

    def by_year(self, row: Row) -> YearAmounts:
        return self.amounts.by_year(row, self.columns)

    def named(self) -> tuple[NamedAmounts, ...]:
        return tuple(NamedAmounts(row.label, self.by_year(row)) for row in self.rows)


def extend(reading: PlanReading, table: Table, outlook: BudgetOutlook) -> BudgetOutlook | None:
    """Return an outlook with one more of its tables: the result, the summary, or a group of measures."""
    columns = {year: at for year, at in year_columns(table).items() if year in outlook.years}
    named = f"{table.caption or ''} {table.text_head or ''}"
    result = any(_BUDGET.search(row.label) for row in table.rows)
    if not columns or not (result or _MEASURES.search(named) or _WHOLE.search(named)):
        return None
    amounts = reading.amounts(table, columns.values(), OUTLOOK_KIND)
    if amounts is None:
        return None
    years = _Years(table, columns, amounts)
    if result:
        return _with_result(years, outlook)
    return _with_summary(years, outlook) if _is_summary(years, named, outlook) else _with_group(reading, years, outlook)


def _with_result(years: _Years, outlook: BudgetOutlook) -> BudgetOutlook:
    rows = [row for row in years.table.rows if not row.empty]
    budget = next(row for row in years.table.rows if _BUDGET.search(row.label))
    difference = next((row for row in rows if DIFFERENCE.search(row.label)), None)
    return replace(
        outlook,
        stated_budget=years.by_year(budget),
        stated_budget_difference=years.by_year(difference) if difference else NOTHING_STATED,
        base_year=(only_year(difference.label) if difference else None) or outlook.base_year,
    )


def _is_summary(years: _Years, named: str, outlook: BudgetOutlook) -> bool:
    """Whether a table adds up the groups before it: it says so, or its rows are their totals."""
    totals = [group.total(outlook.printed).shown for group in outlook.groups]
    rows = [_positive(years.by_year(row)) for row in years.rows]
    return bool(totals) and (bool(_WHOLE.search(named)) or (len(rows) > 1 and all(row in totals for row in rows)))


def _with_summary(years: _Years, outlook: BudgetOutlook) -> BudgetOutlook:
    rows = tuple(NamedAmounts(each.label, _positive(each.amounts)) for each in years.named())
    return replace(outlook, stated_estimate=rows, stated_measures=_positive(years.total))


def _with_group(reading: PlanReading, years: _Years, outlook: BudgetOutlook) -> BudgetOutlook:
    title = reading.title(years.table)
    kind = MeasureGroupKind.CATALOGUE if _CATALOGUE.search(title) else MeasureGroupKind.OTHER
    minus = _all_minus([each.amounts for each in years.named()])
    lines = tuple(NamedAmounts(each.label, -each.amounts if minus else each.amounts) for each in years.named())
    group = MeasureGroup(title, kind, lines, -years.total if minus else years.total)
    return replace(outlook, groups=(*outlook.groups, group), savings_are_minus=outlook.savings_are_minus or minus)


def _all_minus(parts: list[YearAmounts]) -> bool:
    """Whether savings are printed as minus, as budgets do."""
    amounts = [ore for part in parts for _, ore in part.pairs]
    return sum(amounts) < 0


def _positive(amounts: YearAmounts) -> YearAmounts:
    return -amounts if _all_minus([amounts]) else amounts

"""A table of realised effect against targets by year → an effect account."""

from dataclasses import dataclass, replace

from effektspor.core.document import Row, RowKind, Table
from effektspor.core.plans.effect_account import EffectAccount
from effektspor.core.plans.targets import NO_TARGETS, Accumulation, Targets, to_yearly
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts
from effektspor.ingest.plan_papers.amounts import TableAmounts
from effektspor.ingest.plan_papers.context import PlanReading
from effektspor.ingest.plan_papers.days import day_in
from effektspor.ingest.plan_papers.telling import note
from effektspor.ingest.plan_papers.words import ACCUMULATED, REALISED, SUM, TARGET, only_year, year_columns

_KIND = "et effektregnskab"


@dataclass(frozen=True, slots=True)
class _Series:
    """A row, or a column, of amounts by year with the sum beside or below it."""

    label: str
    amounts: YearAmounts
    sum_ore: int | None


def read_effect_accounts(reading: PlanReading) -> tuple[EffectAccount, ...]:
    """Return the effect accounts of a paper, with years across or down."""
    found: list[EffectAccount] = []
    for table in reading.free_tables:
        account = _across(reading, table) or _down(reading, table)
        if account:
            reading.placed.add(table.id)
            found.append(account)
    return tuple(found)


def _across(reading: PlanReading, table: Table) -> EffectAccount | None:
    columns = year_columns(table)
    rows = [row for row in table.rows if row.kind is not RowKind.HEADING and not row.empty]
    found = _rows_of(rows)
    if not columns or found is None:
        return None
    sums = [at for at, name in enumerate(table.columns) if SUM.search(name)]
    amounts = reading.amounts(table, (*columns.values(), *sums), _KIND)
    if amounts is None:
        return None

    def series(row: Row | None) -> _Series:
        if row is None:
            return _Series("", NOTHING_STATED, None)
        return _Series(row.label, amounts.by_year(row, columns), amounts.ore(row, sums[-1]) if sums else None)

    realised, targets, accumulated = (series(row) for row in found)
    if not targets.amounts and TARGET.search(reading.title(table)):
        realised, targets = targets, realised
    account = _account(reading, table, amounts, realised, targets)
    return replace(account, stated_accumulated=accumulated.amounts)


def _rows_of(rows: list[Row]) -> tuple[Row, Row | None, Row | None] | None:
    """Return the rows of effect, target and accumulated effect: of an effect there is one, and one other beside it."""
    targets = [row for row in rows if TARGET.search(row.label)]
    effects = [row for row in rows if REALISED.search(row.label) and row not in targets]
    own = [row for row in effects if not ACCUMULATED.search(row.label)] or effects
    accumulated = [row for row in effects if row not in own]
    if len(own) != 1 or len(targets) > 1 or len(accumulated) > 1 or not (targets or accumulated):
        return None
    return own[0], targets[0] if targets else None, accumulated[0] if accumulated else None


def _down(reading: PlanReading, table: Table) -> EffectAccount | None:
    targets = [at for at, name in enumerate(table.columns) if TARGET.search(name)]
    realised = [at for at, name in enumerate(table.columns) if REALISED.search(name) and at not in targets]
    rows = [row for row in table.rows if row.kind is RowKind.ROW and not row.empty]
    years = [only_year(row.label) for row in rows]
    if len(targets) != 1 or len(realised) != 1 or not rows or not all(years) or len(set(years)) != len(years):
        return None
    amounts = reading.amounts(table, (*targets, *realised), _KIND)
    if amounts is None:
        return None
    sums = [row for row in table.rows if row.kind.sums]

    def series(at: int) -> _Series:
        by_year = {year: amounts.ore(row, at) for year, row in zip(years, rows, strict=True) if year}
        return _Series(table.columns[at], YearAmounts.of(by_year), amounts.ore(sums[-1], at) if sums else None)

    return _account(reading, table, amounts, series(realised[0]), series(targets[0]))


def _account(
    reading: PlanReading, table: Table, amounts: TableAmounts, realised: _Series, targets: _Series
) -> EffectAccount:
    own = to_yearly(realised.amounts) if _accumulates(realised) else realised.amounts
    return EffectAccount(
        title=reading.title(table),
        printed=amounts.printed,
        realised=own,
        targets=_targets(reading, table, targets),
        stated_sum_ore=realised.sum_ore,
        label=realised.label,
        as_of=day_in(realised.label) or day_in(table.caption or ""),
    )


def _targets(reading: PlanReading, table: Table, series: _Series) -> Targets:
    """Targets that are called accumulated are taken so, unless their sum shows that they are each year's own."""
    if not series.amounts:
        return NO_TARGETS
    said = Accumulation.ACCUMULATED if ACCUMULATED.search(series.label) else None
    taken = Accumulation.ACCUMULATED if _accumulates(series) else Accumulation.YEARLY
    if said and taken is Accumulation.YEARLY:
        reading.findings.append(note("PLA-005", table.place, {"table": reading.named(table)}, table))
    return Targets(series.amounts, taken, said, series.sum_ore, series.label)


def _accumulates(series: _Series) -> bool:
    """Whether a series is called accumulated and nothing speaks against it: its sum is then its last year's figure."""
    return bool(ACCUMULATED.search(series.label)) and series.sum_ore in (None, series.amounts.last_ore)

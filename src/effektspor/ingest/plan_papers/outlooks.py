"""Tables of corrected and expected budget → outlooks, with the measures and the estimated budget that follow them."""

from dataclasses import replace

from effektspor.core.audit.words import listed, quoted
from effektspor.core.document import Row, RowKind, Table
from effektspor.core.plans.outlook import BudgetOutlook, DifferenceOrder, OutlookLine, differences
from effektspor.ingest.plan_papers.amounts import TableAmounts
from effektspor.ingest.plan_papers.context import PlanReading
from effektspor.ingest.plan_papers.outlook_heads import OutlookHeads, outlook_heads
from effektspor.ingest.plan_papers.outlook_parts import OUTLOOK_KIND, extend
from effektspor.ingest.plan_papers.telling import cannot_read, note
from effektspor.ingest.plan_papers.words import year_columns


def read_outlooks(reading: PlanReading) -> tuple[BudgetOutlook, ...]:
    """Return a paper's outlooks with the measures and the result that belong to each."""
    tables = reading.free_tables
    begun = {at: outlook for at, table in enumerate(tables) if (outlook := _begun(reading, table))}
    for at, table in enumerate(tables):
        owner = _owner(begun, at, table) if at not in begun else None
        if owner is not None and (extended := extend(reading, table, begun[owner])):
            begun[owner] = extended
            reading.placed.add(table.id)
    reading.placed.update(tables[at].id for at in begun)
    return tuple(_settled(reading, outlook) for outlook in begun.values())


def _begun(reading: PlanReading, table: Table) -> BudgetOutlook | None:
    heads = outlook_heads(table, (table.caption or "", *reading.titles(table)))
    return _begin(reading, table, heads) if heads else None


def _owner(begun: dict[int, BudgetOutlook], at: int, table: Table) -> int | None:
    """Return the outlook that a table belongs to: of the one before and the one after, that with most of its years."""
    beside = [max((o for o in begun if o < at), default=None), min((o for o in begun if o > at), default=None)]
    years = set(year_columns(table))
    shared = [(len(years & set(begun[each].years)), each) for each in beside if each is not None]
    most = max((count for count, _ in shared), default=0)
    return next((each for count, each in shared if count == most), None) if most else None


def _begin(reading: PlanReading, table: Table, heads: OutlookHeads) -> BudgetOutlook | None:
    if not heads.corrected or not heads.expected:
        lack, repair = "kolonnerne har intet år", "Skriv året i tabellens overskrift eller i hver kolonne."
        reading.findings.append(cannot_read(table, reading.named(table), OUTLOOK_KIND, lack, repair))
        return None
    amounts = reading.amounts(table, heads.columns, OUTLOOK_KIND)
    if amounts is None:
        return None
    lines = tuple(_line(row, heads, amounts) for row in table.rows if row.kind is RowKind.ROW and not row.empty)
    sums = [_line(row, heads, amounts) for row in table.rows if row.kind.sums]
    total = sums[-1] if sums else None
    order = _order([*lines, *sums])
    return BudgetOutlook(reading.title(table), amounts.printed, lines, total, order, base_year=heads.base_year)


def _line(row: Row, heads: OutlookHeads, amounts: TableAmounts) -> OutlookLine:
    corrected, expected, stated = (
        amounts.by_year(row, each) for each in (heads.corrected, heads.expected, heads.difference)
    )
    return OutlookLine(row.label, corrected, expected, stated)


def _order(lines: list[OutlookLine]) -> DifferenceOrder:
    """Return the order of subtraction that the stated differences follow; without any, budget minus expected."""
    order = DifferenceOrder.EXPECTED_MINUS_CORRECTED
    told = [(differences(line.corrected, line.expected, order), line.stated_difference) for line in lines]
    signs = [
        1 if computed_ore * stated_ore > 0 else -1
        for computed, stated in told
        for year, stated_ore in stated.pairs
        if (computed_ore := computed.at(year)) and stated_ore
    ]
    return order if sum(signs) > 0 else DifferenceOrder.CORRECTED_MINUS_EXPECTED


def _settled(reading: PlanReading, outlook: BudgetOutlook) -> BudgetOutlook:
    """Tell the rows of the summary that no group gives."""
    totals = [group.total(outlook.printed).shown for group in outlook.groups]
    unknown = [row for row in outlook.stated_estimate if row.amounts not in totals]
    if unknown:
        rows = listed([quoted(row.label) for row in unknown])
        labelled = [row for table in reading.document.tables for row in table.rows if row.label == unknown[0].label]
        place = labelled[-1].place
        reading.findings.append(note("PLA-008", place, {"rows": rows}))
    return _ordered(outlook)


def _ordered(outlook: BudgetOutlook) -> BudgetOutlook:
    """Where no line states a difference, the order is the one that the estimated budget's difference follows."""
    lines = (*outlook.lines, *((outlook.stated_total,) if outlook.stated_total else ()))
    if any(line.stated_difference for line in lines) or not outlook.stated_budget_difference:
        return outlook
    turned = replace(outlook, order=DifferenceOrder.EXPECTED_MINUS_CORRECTED)
    better = len(turned.budget_difference.differing_years) < len(outlook.budget_difference.differing_years)
    return turned if better else outlook

"""A table of adopted savings by year with what is realised so far → adopted savings."""

import re

from effektspor.core.document import RowKind, Table
from effektspor.core.plans.strategy import AdoptedSaving, AdoptedSavings
from effektspor.core.year_amounts import NOTHING_STATED
from effektspor.ingest.cells import strip_marks
from effektspor.ingest.plan_papers.context import PlanReading
from effektspor.ingest.plan_papers.days import day_in
from effektspor.ingest.plan_papers.words import REALISED, year_columns

_KIND = "vedtagne besparelser"
_SAVINGS = re.compile(r"bespar\w*|effektivisering\w*|vedtag\w*|tiltag\w*|reduktion\w*|initiativ\w*", re.IGNORECASE)


def read_adopted(reading: PlanReading) -> tuple[AdoptedSavings, ...]:
    """Return every table of savings with years as adopted and one column of what is realised."""
    found = ((table, _read(reading, table)) for table in reading.free_tables)
    adopted = [(table, savings) for table, savings in found if savings]
    reading.placed.update(table.id for table, _ in adopted)
    return tuple(savings for _, savings in adopted)


def _read(reading: PlanReading, table: Table) -> AdoptedSavings | None:
    realised = [at for at, name in enumerate(table.columns) if REALISED.search(name)]
    columns = year_columns(table, taken=realised)
    named = f"{table.caption or ''} {table.text_head or ''} {' '.join(table.columns)}"
    if len(realised) != 1 or not columns or not _SAVINGS.search(named):
        return None
    amounts = reading.amounts(table, (*columns.values(), *realised), _KIND)
    if amounts is None:
        return None
    rows = [row for row in table.rows if row.kind is RowKind.ROW]
    sums = [row for row in table.rows if row.kind.sums]
    head = table.columns[realised[0]]
    return AdoptedSavings(
        title=reading.title(table),
        printed=amounts.printed,
        lines=tuple(
            AdoptedSaving(row.label, amounts.by_year(row, columns), amounts.ore(row, realised[0])) for row in rows
        ),
        stated_adopted=amounts.by_year(sums[-1], columns) if sums else NOTHING_STATED,
        stated_realised_ore=amounts.ore(sums[-1], realised[0]) if sums else None,
        realised_label=head,
        as_of=day_in(head) or day_in(table.caption or ""),
        note=" ".join(strip_marks(each.text).lstrip("* ") for each in table.footnotes),
    )

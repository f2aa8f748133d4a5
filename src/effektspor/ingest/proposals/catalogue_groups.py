"""The groups of a catalogue: a table each, or several in one table under headings of their own."""

import re
from dataclasses import dataclass, field

from effektspor.core.document import Row, RowKind, Table
from effektspor.core.finding import Place
from effektspor.ingest.proposals.catalogue_tables import is_sum, listed_code

INVESTMENT = re.compile(r"invester", re.IGNORECASE)


@dataclass(slots=True)
class ListedGroup:
    """A group while its rows are gathered."""

    heading: str
    place: Place
    table_id: str
    rows: list[tuple[Row, Table]] = field(default_factory=list)
    sums: list[tuple[Row, Table]] = field(default_factory=list)


def groups_of(heading: str, table: Table) -> list[ListedGroup]:
    """Return the groups of one table: those that headings within it begin, else the table itself."""
    groups = [ListedGroup(heading, table.place, table.id)]
    for row in table.rows:
        if row.kind is RowKind.HEADING and not listed_code(row):
            groups.append(ListedGroup(row.label.strip(" :"), row.place, table.id))
        elif is_sum(row):
            groups[-1].sums.append((row, table))
        elif not row.empty:
            groups[-1].rows.append((row, table))
    return [group for group in groups if group.rows] or groups[:1]


def take_totals(groups: list[ListedGroup]) -> list[tuple[Row, Table]]:
    """Take the table's own sums from its last group: the second net or investment that stands there."""
    last = groups[-1]
    kept: dict[bool, tuple[Row, Table]] = {}
    overall: list[tuple[Row, Table]] = []
    grouped = any(group.sums for group in groups[:-1])
    for row, table in last.sums:
        invests = bool(INVESTMENT.search(row.label))
        if not grouped or invests in kept:
            overall.append((row, table))
        else:
            kept[invests] = (row, table)
    last.sums = list(kept.values())
    return overall

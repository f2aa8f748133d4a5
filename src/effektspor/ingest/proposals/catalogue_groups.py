"""The groups of a catalogue: a table each, or several in one table, under headings or in a column."""

import re
from dataclasses import dataclass, field

from effektspor.core.document import Row, Table
from effektspor.core.finding import Place
from effektspor.ingest.proposals.catalogue_sums import Part, parts_of
from effektspor.ingest.proposals.group_names import group_name

INVESTMENT = re.compile(r"invester", re.IGNORECASE)
CONTROL_AREA = re.compile(
    r"service\w*|overførsl\w*|indsats|anlæg\w*|finansposter|drift\w*|refusion|.*ramme\w*|", re.IGNORECASE
)


@dataclass(slots=True)
class ListedGroup:
    """A group while its rows are gathered."""

    heading: str
    place: Place
    table_id: str
    rows: list[tuple[Row, Table]] = field(default_factory=list)
    sums: list[tuple[Row, Table]] = field(default_factory=list)


def groups_of(heading: str, table: Table) -> list[ListedGroup]:
    """Return the groups of one table: those a column names, those that headings within it begin, else the table."""
    groups = [ListedGroup(heading, table.place, table.id)]
    for row, part in zip(table.rows, parts_of(table), strict=True):
        if part in (Part.HEADING, Part.HEAD_SUM):
            groups.append(ListedGroup(group_name(row.label.strip(" :")), row.place, table.id))
        if part in (Part.SUM, Part.HEAD_SUM):
            groups[-1].sums.append((row, table))
        elif part is Part.ROW:
            groups[-1].rows.append((row, table))
    kept = [group for group in groups if group.rows] or groups[:1]
    # What stands over the first heading, or under a heading without rows, is of the table as a whole.
    kept[-1].sums += [each for group in groups if not group.rows and group not in kept for each in group.sums]
    return _by_column(kept[0]) if len(kept) == 1 else kept


def _by_column(whole: ListedGroup) -> list[ListedGroup]:
    """Return a table's rows by the group that a column of its names, "Målgruppe"; as they are where it names none."""
    names = [(row.category or "").strip() for row, _ in whole.rows]
    if not any(names) or any(CONTROL_AREA.fullmatch(name) for name in names):
        return [whole]
    groups: dict[str, ListedGroup] = {}
    above = ""
    for name, (row, table) in zip(names, whole.rows, strict=True):
        above = name or above
        groups.setdefault(above, ListedGroup(above, row.place, table.id)).rows.append((row, table))
    next(reversed(groups.values())).sums = whole.sums
    return list(groups.values())


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

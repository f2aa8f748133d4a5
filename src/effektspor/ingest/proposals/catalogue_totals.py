"""The net that a catalogue prints of itself, held against its rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from effektspor.core.document import Row, Table
from effektspor.core.finding import Finding, Verdict
from effektspor.core.proposals.catalogue import Catalogue, RowPurpose, sum_rows
from effektspor.core.unit import THOUSAND, Unit
from effektspor.core.year_amounts import YearAmounts, sum_years
from effektspor.ingest.proposals.catalogue import ReadCatalogue
from effektspor.ingest.proposals.notes import note, shortened
from effektspor.ingest.proposals.year_columns import step_of, unit_of, year_columns


def total_at_odds(read: ReadCatalogue, audited: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what is said where the printed net is not what the rows come to, and no check has told it.

    A net that also counts what is laid out, or what stands on other control areas, is another sum and no fault. Where
    no year agrees it may be of something else, and it is a note.
    """
    catalogue, stated = read.catalogue, read.catalogue.stated_net
    if read.total is None or stated is None:
        return
    row, table = read.total
    ways = [_differing(stated, each, _slack(read, row, table)) for each in _readings(catalogue)]
    years = ways[0]
    if all(ways) and not _is_told(read, table, years, audited):
        unit = unit_of(table) or THOUSAND
        found = _said(row, table, years, _printed(stated, years, unit), _printed(catalogue.net, years, unit))
        agrees = len(years) < len(stated.years)
        yield found if agrees else replace(found, verdict=Verdict.NOTE)


def _said(row: Row, table: Table, years: Sequence[int], stated: str, computed: str) -> Finding:
    blanks = {"row": shortened(row.label), "stated": stated, "computed": computed}
    in_years = " og ".join(map(str, years))
    found = note("KAT-020", row.place, table, years=in_years, unit=(unit_of(table) or THOUSAND).name, **blanks)
    return replace(found, columns=tuple(map(str, years)))


def _readings(catalogue: Catalogue) -> Iterator[YearAmounts]:
    """The net first, and then what else a catalogue may call its net."""
    other = sum_rows(catalogue.rows, RowPurpose.OTHER)
    yield catalogue.net
    yield sum_years([catalogue.net, catalogue.investment])
    yield sum_years([catalogue.net, other])
    yield sum_years([catalogue.net, catalogue.investment, other])
    stated = [group.stated_net for group in catalogue.groups]
    if stated and all(stated):
        yield sum_years(each for each in stated if each)


def _differing(stated: YearAmounts, computed: YearAmounts, slack_ore: int) -> list[int]:
    return [year for year, ore in stated.pairs if abs((computed.at(year) or 0) - ore) > slack_ore]


def _slack(read: ReadCatalogue, row: Row, table: Table) -> int:
    """Half a unit of the last printed digit for each row, and for the sum."""
    own = step_of(row, year_columns(table), unit_of(table) or THOUSAND)
    return (own + sum(each.step_ore for each in read.catalogue.rows)) // 2


def _is_told(read: ReadCatalogue, table: Table, years: Sequence[int], audited: Sequence[Finding]) -> bool:
    tables = {table.id, *(group.table_id for group in read.catalogue.groups)}
    return any(
        finding.verdict is not Verdict.NOTE
        and finding.table in tables
        and (not finding.columns or any(str(year) in column for year in years for column in finding.columns))
        for finding in audited
    )


def _printed(amounts: YearAmounts, years: Sequence[int], unit: Unit) -> str:
    decimals = 0 if all((amounts.at(year) or 0) % unit.ore == 0 for year in years) else 1
    return " og ".join(unit.to_number(amounts.at(year) or 0, decimals).danish() for year in years)

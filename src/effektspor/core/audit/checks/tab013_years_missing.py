from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from effektspor.core.audit.equations import Equation, Kind
from effektspor.core.audit.pairs import year_columns
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling_pairs import name_of
from effektspor.core.audit.words import listed, quoted
from effektspor.core.document import Table
from effektspor.core.finding import Finding, Verdict

_LEAST_YEARS = 3


class _TwinRow(NamedTuple):
    """A row of another table that says the same as one of this table's."""

    table: Table
    row: int


class YearsMissing:
    """Tabellen mangler et år.

    En anden tabel i samme forslag har de samme rækker med de samme tal, og den har et beløb i et år, som denne tabel
    ikke har; eller tabellen springer et år over i en række af år. Ligger året mellem tabellens egne år, og har den
    anden tabel det, skal det afklares; ellers er det til orientering.

    Forkert: Kolonnerne 2018, 2019 og 2021, når Tabel 2 også har 2020.   Rigtigt: 2018, 2019, 2020 og 2021.
    """

    code = "TAB-013"

    def check(self, paper: Paper) -> Iterator[Finding]:
        twins = _twins(paper)
        for table in paper.document.tables:
            years = set(year_columns(table))
            lacking = {twin: found for twin in twins[table.id] if (found := _figures_beyond(twin, years))}
            if lacking:
                twin = max(lacking, key=lambda each: len(lacking[each]))
                yield self._lacks(table, years, twin, lacking[twin])
            elif gap := _gap(years):
                yield self._skips(table, gap)

    def _lacks(self, table: Table, years: set[str], twin: _TwinRow, figures: dict[str, str]) -> Finding:
        within = any(min(years) < year < max(years) for year in figures)
        told = listed([f"{figure} i {year}" for year, figure in figures.items()])
        return Finding(
            code=self.code,
            verdict=Verdict.ASK if within else Verdict.NOTE,
            place=table.place,
            related=(twin.table.rows[twin.row].place,),
            table=table.id,
            columns=tuple(figures),
            message=f"{name_of(table)} har ikke {listed(list(figures))}, men {name_of(twin.table)} har de samme tal og "
            f"{quoted(twin.table.rows[twin.row].label)} på {told}.",
            remedy=f"Sæt {listed(list(figures))} ind i {name_of(table)}, eller skriv, hvorfor det ikke er med.",
        )

    def _skips(self, table: Table, year: str) -> Finding:
        return Finding(
            code=self.code,
            verdict=Verdict.NOTE,
            place=table.place,
            table=table.id,
            columns=(year,),
            message=f"{name_of(table)} springer {year} over.",
            remedy=f"Sæt {year} ind, eller ret årene i hovedet, hvis et af dem er skrevet forkert.",
        )


def _twins(paper: Paper) -> dict[str, list[_TwinRow]]:
    """Return, by table, the rows of other tables that say the same in every year the two share."""
    groups: dict[str, list[Equation]] = defaultdict(list)
    for each in paper.equations:
        if each.kind is Kind.TWIN:
            groups[each.group].append(each)
    found: dict[str, list[_TwinRow]] = defaultdict(list)
    for group in groups.values():
        if all(each.holds for each in group):
            one, (other, _) = group[0].result, group[0].parts[0]
            found[one.table].append(_TwinRow(paper.tables[other.table], other.row))
            found[other.table].append(_TwinRow(paper.tables[one.table], one.row))
    return found


def _figures_beyond(twin: _TwinRow, years: set[str]) -> dict[str, str]:
    """Return what a twin row prints in the years that are not among a table's; a 0 is nothing to miss."""
    row = twin.table.rows[twin.row]
    beyond = {year: row.cells[column].number for year, column in year_columns(twin.table).items() if year not in years}
    return {year: number.danish() for year, number in beyond.items() if number and number.digits}


def _gap(years: set[str]) -> str | None:
    """Return the one year that a run of years leaves out."""
    known = sorted(int(year) for year in years)
    gaps = [after - before for before, after in pairwise(known) if after - before > 1]
    if len(known) < _LEAST_YEARS or gaps != [2]:
        return None
    return str(next(year for year in range(known[0], known[-1]) if year not in known))

"""A proposal's gross saving, its saving lines alone, and where it is printed for the net of what the saving costs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.case_lines import CaseLine, StatedEconomy, economy_in, economy_of, names_a_beginning
from effektspor.core.audit.cases import Case
from effektspor.core.audit.codes import code_of_row
from effektspor.core.audit.listed_totals import ListedCase, figure_of, listed_cases
from effektspor.core.audit.prose import Said, Sentence, money_in
from effektspor.core.document import Row, Table

_GROSS = re.compile(r"brutto", re.IGNORECASE)
# A cost that somebody else pays is printed, but not counted in.
_PAID_ELSEWHERE = re.compile(r"finansier|pulje|orientering|dækkes|afholdes|\blån", re.IGNORECASE)
# These words promise that what the saving costs is counted in.
_NET_ROW = re.compile(
    r"netto|samlet\s+(?:varig\w*\s+)?ændring|varige\s+ændringer\s+(?:total|i alt|samlet)"
    r"|(?:årlig|samlet|varig)\w*\s+(?:økonomisk\s+)?(?:virkning|påvirkning)",
    re.IGNORECASE,
)
_NET_BEFORE = re.compile(
    r"\bnetto(?:besparelse|effektivisering|gevinst|effekt|provenu|reduktion)?\w*\s+(?:[\wæøå]+\s+){0,5}?"
    r"(?:på|er|udgør|bliver|spares)?\s*(?:samlet\s+|årligt\s+)?(?:ca\.?\s*)?$",
    re.IGNORECASE,
)
_NET_BEHIND = re.compile(r"\s*(?:årligt\s+|om\s+året\s+)?(?:i\s+)?netto\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GrossAndNet:
    """What a case saves and what is left when its lasting costs are paid, in each year in the table's unit."""

    economy: StatedEconomy
    costs: tuple[CaseLine, ...]
    gross: Mapping[str, Fraction]
    net: Mapping[str, Fraction]

    def is_gross(self, figures: Mapping[str, Fraction]) -> bool:
        """Whether figures by year are the gross saving in every year, and the net in none that has a cost."""
        years = [year for year in figures if year in self.gross]
        differing = [year for year in years if self.gross[year] != self.net[year]]
        return bool(differing) and all(figures[year] == self.gross[year] for year in years)


class GrossRow(NamedTuple):
    """A row that says net and is gross: in a table of the case, or in a catalogue."""

    table: Table
    at: int
    amounts: GrossAndNet

    @property
    def row(self) -> Row:
        return self.table.rows[self.at]


def gross_and_net(economy: StatedEconomy) -> GrossAndNet | None:
    """Return both where a case has saving lines and lasting costs of the same control area; else they do not differ."""
    net = economy.sums(economy.permanent)
    total = sum(net)
    savings = tuple(line for line in economy.permanent if _sign(economy, line) * total > 0)
    costs = tuple(line for line in economy.permanent if _sign(economy, line) * total < 0)
    if any(names_a_beginning(line.row.label) or _PAID_ELSEWHERE.search(line.row.label) for line in costs):
        return None
    if (
        not savings
        or not costs
        or {line.row.category for line in savings}.isdisjoint(line.row.category for line in costs)
    ):
        return None
    gross = dict(zip(economy.years, economy.sums(savings), strict=True))
    return GrossAndNet(economy, costs, gross, dict(zip(economy.years, net, strict=True)))


def gross_rows(case: Case) -> Iterator[GrossRow]:
    """Yield the sums in a case's tables that are called net and are the saving lines alone."""
    for table in case.tables:
        lists_cases = any(code_of_row(row) for row in table.rows)
        for index, row in enumerate(table.rows if not lists_cases else ()):
            if row.kind.sums and _NET_ROW.search(row.label) and not _GROSS.search(row.label):
                yield from _judged(table, index, _above(table, index))


def gross_listed(cases: tuple[Case, ...]) -> Iterator[tuple[ListedCase, GrossAndNet]]:
    """Yield the catalogue's rows that list a case by its gross saving."""
    for listed in listed_cases(cases):
        economy = economy_in(listed.table)
        amounts = gross_and_net(economy) if economy else None
        names = {column: listed.table.columns[column].strip() for _, column in listed.years}
        figures = {names[second]: figure_of(listed.row, first) for first, second in listed.years}
        if amounts and not _says_gross(listed) and amounts.is_gross(figures):
            yield listed, amounts


def gross_said(case: Case, sentences: list[Sentence]) -> Iterator[tuple[Sentence, Said, GrossAndNet]]:
    """Yield the sentences that call an amount net, where it is the gross saving and no sum of the case."""
    economy = economy_of(case)
    amounts = gross_and_net(economy) if economy else None
    for sentence in sentences if economy and amounts else ():
        for said in money_in(sentence.text):
            before = sentence.text[: said.start]
            called = _NET_BEFORE.search(before) or _NET_BEHIND.match(sentence.text, said.end)
            if economy and amounts and called and _is_only_gross(case, said, amounts):
                yield sentence, said, amounts


def _sign(economy: StatedEconomy, line: CaseLine) -> Fraction:
    return sum(economy.sums((line,)), Fraction(0))


def _above(table: Table, index: int) -> StatedEconomy | None:
    """The lines of the part that a sum ends: those since the sum before it."""
    economy = economy_in(table)
    since = max((at for at, row in enumerate(table.rows[:index]) if row.kind.sums), default=-1)
    lines = tuple(line for line in economy.lines if since < line.index < index) if economy else ()
    return StatedEconomy(economy.table, economy.unit, economy.years, lines) if economy and lines else None


def _judged(table: Table, index: int, economy: StatedEconomy | None) -> Iterator[GrossRow]:
    amounts = gross_and_net(economy) if economy else None
    if economy and amounts:
        figures = {year: figure_of(table.rows[index], column) for year, column in economy.years.items()}
        if amounts.is_gross(figures):
            yield GrossRow(table, index, amounts)


def _says_gross(listed: ListedCase) -> bool:
    texts = [listed.catalogue.caption or "", *(row.label for row in listed.catalogue.rows), *listed.catalogue.columns]
    return any(_GROSS.search(text) for text in texts)


def _is_only_gross(case: Case, said: Said, amounts: GrossAndNet) -> bool:
    unit = amounts.economy.unit.ore
    gross = any(_is(said, value * unit) for value in amounts.gross.values())
    sums = (
        value.value * unit
        for table in case.tables
        for row in table.rows
        if row.kind.sums
        for cell in row.cells
        if (value := cell.number)
    )
    nets = (*amounts.net.values(),)
    return gross and not any(_is(said, value) for value in (*sums, *(net * unit for net in nets)))


def _is(said: Said, ore: Fraction) -> bool:
    return abs(abs(ore) - said.ore) <= said.spread

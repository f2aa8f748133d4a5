"""What a form's fields give while they are typed: sums, payback, committees' shares, and the share of a budget."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from effektspor.app.proposal_form import amount_text
from effektspor.app.proposal_reading import FormReading
from effektspor.core.number import rounded_number
from effektspor.core.proposals.allocation import share_of_budget_pct
from effektspor.core.proposals.budget_form_of import budget_of_case
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.payback import Payback, payback_danish
from effektspor.core.proposals.printed.details import allocated
from effektspor.core.proposals.totals import compute_totals, payback_of
from effektspor.core.unit import Unit
from effektspor.core.year_amounts import YearAmounts, sum_years
from effektspor.reports.cash_flow_chart import money_text
from effektspor.web.proposals.budget_table import change_pct
from effektspor.web.proposals.sentence import Piece, key_sentence


@dataclass(frozen=True, slots=True)
class ComputedRow:
    """A sum by year; `key` names it in the page, so that it can be changed where it stands."""

    key: str
    label: str
    by_year: Mapping[int, str]
    css: str = ""

    def cells(self, years: Iterable[int]) -> tuple[tuple[str, str], ...]:
        """Return the name and the text of each year's sum; "" where the year has none."""
        return tuple((f"sum-{self.key}-{year}", self.by_year.get(year, "")) for year in years)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(self.by_year.values())


@dataclass(frozen=True, slots=True)
class Computed:
    """All that follows from the fields; amounts are in the case's unit, exact."""

    years: tuple[int, ...]
    unit: str
    permanent: ComputedRow
    implementation: ComputedRow
    total: ComputedRow
    areas: tuple[ComputedRow, ...]
    paybacks: tuple[tuple[str, str, str], ...]
    allocated: tuple[ComputedRow, ...]
    pools: ComputedRow
    budget: tuple[ComputedRow, ...]
    shares: tuple[str, ...]
    sentence: tuple[Piece, ...]
    rate: str

    @property
    def sums(self) -> Mapping[str, ComputedRow]:
        """The sums that stand in the form's own tables, by key."""
        rows = (self.permanent, self.implementation, self.total, self.pools, *self.budget)
        return {row.key: row for row in rows}

    def sum_of(self, name: str) -> str | None:
        """Return the text of a sum by its name in the page, "sum-varig-2027"; None for what is none."""
        key, _, year = name.removeprefix("sum-").rpartition("-")
        if key not in self.sums or not year.isdecimal():
            return None
        return self.sums[key].by_year.get(int(year), "")


def compute(reading: FormReading, rate_pct: Fraction) -> Computed:
    """Return what a form gives as it reads now."""
    case = reading.case
    totals = compute_totals(case)
    years = tuple(sorted({*case.years, *totals.total.years}))
    rate = rounded_number(rate_pct, 1).danish().removesuffix(",0")
    at_rate = payback_of(case, rate_pct)
    rows = _Rows(case.unit, years)
    return Computed(
        years=years,
        unit=case.unit.name,
        permanent=rows.row("varig", "Samlet varig ændring", totals.permanent, "sub"),
        implementation=rows.row("impl", "Samlede implementeringsomkostninger", totals.implementation, "sub"),
        total=rows.row("ialt", "Samlet økonomisk påvirkning", totals.total, "net"),
        areas=tuple(rows.row(area, area, amounts) for area, amounts in totals.by_area),
        paybacks=tuple(_paybacks(at_rate, payback_of(case, 0))),
        allocated=tuple(_allocated(case, rows)),
        pools=rows.row("pulje", "Puljer i alt", sum_years(pool.amounts for pool in case.pools), "sub"),
        budget=tuple(_budget(case)),
        shares=tuple(_shares(case)),
        sentence=key_sentence(case, at_rate, rate),
        rate=rate,
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes rows of texts in one unit over the same years, each amount exact."""

    unit: Unit
    years: tuple[int, ...]

    def row(self, key: str, label: str, amounts: YearAmounts, css: str = "") -> ComputedRow:
        stated = amounts.as_dict()
        texts = {year: amount_text(stated[year], self.unit) if year in stated else "" for year in self.years}
        return ComputedRow(key, label, texts, css)


def _paybacks(at_rate: Payback | None, plain: Payback | None) -> Iterator[tuple[str, str, str]]:
    if at_rate and plain:
        yield "Totaløkonomi", payback_danish(at_rate.total), payback_danish(plain.total)
        yield "Service", payback_danish(at_rate.service), payback_danish(plain.service)


def _allocated(case: BusinessCase, rows: _Rows) -> Iterator[ComputedRow]:
    """What each key gives its committee, to the øre."""
    for each in case.allocations:
        if each.key_pct is not None:
            label = f"{each.committee}, {each.role.danish.lower()}, {each.control_area}"
            yield rows.row("fordelt", label, allocated(case, each))


def _budget(case: BusinessCase) -> Iterator[ComputedRow]:
    """What the lines make of today's budget, in the years it is stated."""
    proposal = budget_of_case(case)
    years = proposal.current_budget.years
    rows = _Rows(case.unit, years)
    yield rows.row("aendring", "Ændring, netto", proposal.net.within(years))
    yield rows.row("nyt", "Nyt budget", proposal.new_budget, "sub")
    yield ComputedRow("andel", "Ændringens andel, pct.", {year: change_pct(proposal, year) for year in years})


def _shares(case: BusinessCase) -> Iterator[str]:
    """How large a part of each budget the saving of the last year is."""
    last = compute_totals(case).permanent.pairs[-1:]
    for budget in case.budgets:
        if budget.ore > 0 and last and last[0][1] < 0:
            year, ore = last[0]
            share = rounded_number(share_of_budget_pct(ore, budget.ore), 1).danish()
            yield f"Besparelsen i {year}, {money_text(-ore)}, er {share} pct. af {budget.activity or 'budgettet'}."

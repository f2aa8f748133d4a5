"""Payback: the six figures a catalogue prints, and what must hold of any flow."""

from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.payback import LONGEST_YEARS, Payback, payback_danish, payback_years
from effektspor.core.proposals.totals import cash_flow, compute_totals, payback_of
from tests.unit.core.proposals.made import PERMANENT, crisis_centres, years, young_people

FLOWS = st.lists(st.integers(-1000, 1000), min_size=1, max_size=6)


def families() -> BusinessCase:
    """Figures as in a catalogue of 2018 (TV01b)."""
    lines = (
        ChangeLine("Færre ophold", PERMANENT, years(2018, -12_800, -12_800, -12_800, -12_800)),
        ChangeLine("Ny model", LineKind.IMPLEMENTATION, years(2017, 300, 700)),
    )
    return BusinessCase("TV01b", "Familiepleje", lines=lines)


@pytest.mark.parametrize(
    "case, rate_pct, expected",
    [
        (crisis_centres(), 3, Payback(service=2, total=2)),
        (families(), 3, Payback(service=2, total=2)),
        (young_people(), 3, Payback(service=28, total=6)),
        (young_people(), 0, Payback(service=20, total=5)),
    ],
)
def test_the_printed_figures_come_out(case: BusinessCase, rate_pct: int, expected: Payback) -> None:
    assert payback_of(case, rate_pct) == expected


def test_nothing_laid_out_has_no_payback() -> None:
    case = BusinessCase("HA02", "Uden investering", lines=(ChangeLine("Mindre", PERMANENT, years(2018, -1200)),))
    assert payback_of(case, 3) is None


def test_what_is_never_paid_back_is_said() -> None:
    assert payback_years([100, -1], -1, Fraction(3)) is None
    assert payback_danish(None) == "aldrig"
    assert payback_danish(6) == "6 år"


def test_the_last_year_counts_and_the_next_does_not() -> None:
    assert payback_years([LONGEST_YEARS - 1, -1], -1, Fraction(0)) == LONGEST_YEARS
    assert payback_years([LONGEST_YEARS, -1], -1, Fraction(0)) is None


def test_years_before_the_first_flow_are_not_counted() -> None:
    assert payback_years([0, 0, 500, -700], -700, Fraction(3)) == payback_years([500, -700], -700, Fraction(3)) == 2


@given(FLOWS, st.integers(-1000, 1000))
def test_without_interest_it_is_the_first_year_with_a_sum_of_at_most_nothing(flows: list[int], repeated: int) -> None:
    first = next((at for at, flow in enumerate(flows) if flow), 0)
    told = (flows[first:] + [repeated] * LONGEST_YEARS)[:LONGEST_YEARS]
    plain = next((year for year, total in enumerate(accumulate(told), start=1) if total <= 0), None)
    assert payback_years(flows, repeated, Fraction(0)) == plain


@given(st.integers(1, 5000), st.integers(1, 500), st.integers(0, 10), st.integers(0, 10))
def test_a_dearer_loan_is_never_paid_back_sooner(cost: int, saving: int, rate: int, more: int) -> None:
    flows = [cost, -saving]
    cheap, dear = (payback_years(flows, -saving, Fraction(r)) or LONGEST_YEARS + 1 for r in (rate, rate + more))
    assert cheap <= dear


def test_the_sums_of_a_case() -> None:
    totals = compute_totals(crisis_centres())
    assert totals.permanent == years(2018, -1450, -2200, -2200)
    assert totals.total == cash_flow(crisis_centres()) == years(2017, 500, -1450, -2200, -2200)
    assert totals.gross + totals.cost == totals.permanent
    assert dict(totals.by_area)["Overførsler"] == years(2018, -750, -1500, -1500)

"""A proposal's money by year: the sums, where it is paid back, and the chart that draws it."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.totals import payback_of
from effektspor.core.year_amounts import YearAmounts
from effektspor.reports.cash_flow import CashFlow, compute_cash_flow
from effektspor.reports.cash_flow_chart import flow_sentence, money_text, render_cash_flow_png, render_cash_flow_svg
from tests.contracts.case_values import case


def _flow(of: BusinessCase, rate: int = 3) -> CashFlow:
    return compute_cash_flow(of, Fraction(rate), payback_of(of, rate))


def test_each_year_has_what_flows_and_the_sum_so_far() -> None:
    flow = _flow(case(), 0)
    assert [(each.year, each.flow_ore // 100_000, each.plain_sum_ore // 100_000) for each in flow.years] == [
        (2027, 100, 100), (2028, -900, -800), (2029, -900, -1700), (2030, -900, -2600),
    ]  # fmt: skip
    assert [each.discounted_sum_ore for each in flow.years] == [each.plain_sum_ore for each in flow.years]


_ORE = st.integers(-(10**9), 10**9)
_CASES = st.lists(_ORE, min_size=1, max_size=5).flatmap(
    lambda saved: st.lists(st.integers(0, 10**9), max_size=5).map(lambda cost: _case(saved, cost))
)


def _case(saved: list[int], cost: list[int]) -> BusinessCase:
    lines = (
        ChangeLine("Varig", LineKind.PERMANENT, _years(saved)),
        ChangeLine("Udlæg", LineKind.IMPLEMENTATION, _years(cost)),
    )
    return replace(case(), lines=lines)


def _years(amounts: list[int]) -> YearAmounts:
    return YearAmounts.of(dict(enumerate(amounts, start=2027)))


@given(_CASES, st.integers(0, 10))
def test_it_is_paid_back_in_the_year_the_payback_says(any_case: BusinessCase, rate: int) -> None:
    payback, flow = payback_of(any_case, rate), _flow(any_case, rate)
    if payback is None or payback.total is None or payback.total > 38 or not flow.years:
        return
    assert flow.paid_back is not None
    assert flow.paid_back.year == flow.years[0].year + payback.total - 1


@given(_CASES)
def test_the_last_years_permanent_change_goes_on(any_case: BusinessCase) -> None:
    flow = _flow(any_case)
    repeated = {each.flow_ore for each in flow.years if not each.printed}
    assert len(repeated) <= 1
    assert all(after.year == before.year + 1 for before, after in zip(flow.years, flow.years[1:], strict=False))


def test_a_case_without_amounts_has_no_flow() -> None:
    flow = _flow(replace(case(), lines=()))
    assert flow.years == ()
    assert flow_sentence(flow) == "Forslaget har ingen beløb."


@pytest.mark.parametrize(
    ("saved", "said"),
    [
        (-1200, "tjent hjem i 2028"),
        (-2, "ikke tjent hjem i"),
        (-2400, "Der lægges ikke ud: allerede i 2027 sparer forslaget"),
    ],
)
def test_the_sentence_says_when_it_is_paid_back(saved: int, said: str) -> None:
    assert said in flow_sentence(_flow(case(saved=saved)))


@pytest.mark.parametrize(
    ("ore", "text"), [(670_000_000, "6,7 mio. kr."), (25_000_000, "250.000 kr."), (-100_000_000, "−1,0 mio. kr.")]
)
def test_a_sentence_says_millions_in_millions(ore: int, text: str) -> None:
    assert money_text(ore) == text


def test_the_chart_is_a_named_picture_without_english() -> None:
    svg = render_cash_flow_svg(_flow(case()))
    assert '<title id="pengestroem-titel">Pengestrøm år for år i 1.000 kr.</title>' in svg
    assert "Sum med 3 pct. i rente" in svg
    assert "style=" not in svg
    assert "<script" not in svg
    assert render_cash_flow_png(_flow(case())).startswith(b"\x89PNG")

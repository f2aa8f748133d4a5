"""The engine of the product against the plain reference: the same rows, for any lines, horizon and grouping."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektspor.core.grants import cells as reference
from effektspor.core.grants.cells import CostRow, GrantRow
from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.core.period import Period, calendar_year
from effektspor.engine import blocks, intervals, numpy_engine
from effektspor.engine.numpy_engine import cost_rows
from tests.unit.engine.made_rows import BY, HORIZONS, ROWS, grant_rows, months, price_lines

YEAR = calendar_year(2026)


def _row(line: PriceLine, citizen: str = "a", grant: str = "1") -> GrantRow:
    return GrantRow(2, {"citizen": citizen, "grant_id": grant, "section": "107"}, line)


def test_a_day_price_from_the_middle_of_a_month() -> None:
    line = PriceLine(195_000, PriceUnit.DAY, 1, date(2026, 11, 16), None)
    assert cost_rows([_row(line)], YEAR, ("section",)) == [
        CostRow("2026-11", ("107",), 15 * 195_000, 15, 1, 1),
        CostRow("2026-12", ("107",), 31 * 195_000, 31, 1, 1),
    ]


@settings(max_examples=600, deadline=None)
@given(ROWS, HORIZONS, BY)
def test_it_agrees_with_the_reference(rows: list[GrantRow], horizon: Period, by: tuple[str, ...]) -> None:
    assert cost_rows(rows, horizon, by) == reference.cost_rows(rows, horizon, by)


@pytest.mark.parametrize("size", [1, 3])
def test_blocks_do_not_show(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    @settings(max_examples=200, deadline=None)
    @given(ROWS, HORIZONS)
    def agrees(rows: list[GrantRow], horizon: Period) -> None:
        assert cost_rows(rows, horizon, ("section",)) == reference.cost_rows(rows, horizon, ("section",))

    monkeypatch.setattr(blocks, "BLOCK_LINES", size)
    monkeypatch.setattr(intervals, "BLOCK_LINES", size)
    agrees()


def test_groups_taken_some_at_a_time_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    @settings(max_examples=200, deadline=None)
    @given(ROWS, HORIZONS)
    def agrees(rows: list[GrantRow], horizon: Period) -> None:
        by = ("section", "grant_id")
        assert cost_rows(rows, horizon, by) == reference.cost_rows(rows, horizon, by)

    monkeypatch.setattr(numpy_engine, "MOST_CELLS", 60)
    agrees()


@settings(max_examples=200, deadline=None)
@given(ROWS, st.integers(1, 24), st.data())
def test_any_split_of_the_horizon_adds_up(rows: list[GrantRow], count: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(1, count))
    whole, early = months(2024, 5, count), months(2024, 5, first)
    parts = [early, Period(early.end, whole.end)]
    split = [row for part in parts if part.days for row in cost_rows(rows, part, ("section",))]
    assert sorted(split) == cost_rows(rows, whole, ("section",))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(grant_rows(price_lines(st.integers(-(2**70), 2**70) | st.integers(2**52, 2**63))), max_size=6), HORIZONS
)
def test_amounts_beyond_64_bits_stay_exact(rows: list[GrantRow], horizon: Period) -> None:
    assert cost_rows(rows, horizon, ("section",)) == reference.cost_rows(rows, horizon, ("section",))


def test_a_sum_beyond_64_bits_stays_exact() -> None:
    line = PriceLine(2**55, PriceUnit.DAY, 1, date(2026, 1, 1), None)
    rows = [_row(line)] * 12
    assert cost_rows(rows, months(2026, 1, 1), ("section",))[0].cost_ore == 12 * 31 * 2**55


def test_owners_and_days_beyond_64_bits_are_counted() -> None:
    """Intervals of very many owners over a very long horizon are packed into Python's whole numbers."""
    horizon = Period(date(1, 1, 1), date(9999, 12, 1))
    line = PriceLine(1, PriceUnit.ONCE, 1, date(2026, 1, 1), date(2026, 1, 2))
    rows = [_row(line, grant=str(number)) for number in range(3)]
    assert cost_rows(rows, horizon, ("section",)) == [CostRow("2026-01", ("107",), 3, 0, 0, 3)]
    assert not intervals.Packing.of(2**25, 2**20).fits


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9), st.integers(1, 5)), min_size=1, max_size=12))
def test_packing_does_not_change_the_order(values: list[tuple[int, int, int]]) -> None:
    owner, start, length = np.array(values, dtype=np.int64).T
    for fits in (True, False):
        packing = intervals.Packing(4, fits)
        (ordered,) = packing.ordered([packing.pack(intervals.Intervals(owner, start, start + length))])
        found = zip(ordered.owner.tolist(), ordered.start.tolist(), ordered.end.tolist(), strict=True)
        assert list(found) == sorted((whose, first, first + count) for whose, first, count in values)


def test_no_lines_no_rows() -> None:
    assert cost_rows([], YEAR, ("section",)) == []
    ended = PriceLine(5, PriceUnit.DAY, 1, date(2020, 1, 1), date(2020, 2, 1))
    same_day = PriceLine(5, PriceUnit.DAY, 1, date(2026, 3, 1), date(2026, 3, 1), LineKind.ADDON)
    assert cost_rows([_row(ended), _row(same_day)], YEAR, ("section",)) == []


def test_part_of_a_month_is_our_own_mistake() -> None:
    with pytest.raises(AssertionError, match="whole months"):
        cost_rows([], Period(date(2026, 1, 1), date(2026, 1, 15)), ())

"""Random price lines: all units and kinds, negative amounts, zero quantities, open and same-day ends."""

from datetime import date, timedelta

from hypothesis import strategies as st

from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.core.period import Period

FIRST = date(2023, 12, 1)
DAYS = st.integers(0, 900).map(lambda number: FIRST + timedelta(days=number))
AMOUNTS = st.integers(-5_000_000, 5_000_000)
QUANTITIES = st.integers(0, 600)
RUNNING = [unit for unit in PriceUnit if unit not in (PriceUnit.ONCE, PriceUnit.ATTENDANCE)]
KINDS = st.sampled_from(list(LineKind))
PERIODS = st.tuples(DAYS, DAYS).map(sorted).map(lambda days: Period(*days))


@st.composite
def running_lines(draw):
    start = draw(DAYS)
    end = draw(st.one_of(st.none(), st.integers(0, 500).map(lambda number: start + timedelta(days=number))))
    return PriceLine(draw(AMOUNTS), draw(st.sampled_from(RUNNING)), draw(QUANTITIES), start, end, draw(KINDS))


@st.composite
def once_lines(draw):
    start = draw(DAYS)
    kind = draw(KINDS)
    return PriceLine(draw(AMOUNTS), PriceUnit.ONCE, draw(QUANTITIES), start, start + timedelta(days=1), kind)


@st.composite
def attendance_lines(draw):
    start = draw(DAYS)
    longest = (start.replace(day=28) + timedelta(days=4)).replace(day=1) - start
    end = start + timedelta(days=draw(st.integers(1, longest.days)))
    kind = draw(KINDS)
    return PriceLine(draw(AMOUNTS), PriceUnit.ATTENDANCE, draw(st.integers(0, 31)), start, end, kind)


LINES = st.one_of(running_lines(), once_lines(), attendance_lines())

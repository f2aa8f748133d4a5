"""Random grant rows of all kinds and units, and horizons of whole months, for tests of the engines."""

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import strategies as st

from effektspor.core.grants.cells import GrantRow
from effektspor.core.grants.month import Month
from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.core.period import Period

COLUMNS = ("section", "target_group", "citizen", "grant_id", "unit")
BY = st.lists(st.sampled_from(COLUMNS), max_size=3).map(tuple)

_DAYS = st.dates(date(2022, 6, 1), date(2029, 3, 1)) | st.sampled_from([date(2024, 2, 29), date(2024, 1, 1)])
_AMOUNTS = st.integers(-1_000_000, 1_000_000) | st.integers(-45, 45) | st.sampled_from([0, 7, 12, -30, 420])
_QUANTITIES = st.integers(0, 3) | st.integers(-600, 2_400)


@st.composite
def price_lines(draw: st.DrawFn, amounts: st.SearchStrategy[int] = _AMOUNTS) -> PriceLine:
    unit, start = draw(st.sampled_from(PriceUnit)), draw(_DAYS)
    length = draw(st.integers(0, 40) | st.integers(0, 900))
    end: date | None = start + timedelta(days=length)
    if unit is PriceUnit.ONCE:
        end = start + timedelta(days=1)
    elif unit is PriceUnit.ATTENDANCE:
        last = monthrange(start.year, start.month)[1]
        end = start + timedelta(days=draw(st.integers(1, last - start.day + 1)))
    elif draw(st.integers(0, 4)) == 0:
        end = None
    kind = draw(st.just(LineKind.BASE) | st.sampled_from(LineKind))
    return PriceLine(draw(amounts), unit, draw(_QUANTITIES), start, end, kind)


_LINES = price_lines()


@st.composite
def grant_rows(draw: st.DrawFn, lines: st.SearchStrategy[PriceLine] = _LINES) -> GrantRow:
    """A row of few citizens, grants and groups, so that they meet."""
    line = draw(lines)
    texts = {
        "section": draw(st.sampled_from(["107", "85", "§ 97", ""])),
        "target_group": draw(st.sampled_from(["Ældre", "autisme", "Å"])),
        "citizen": draw(st.sampled_from("abcd")),
        "grant_id": draw(st.sampled_from("1234567")),
        "unit": line.unit.value,
    }
    return GrantRow(2, texts, line)


ROWS = st.lists(grant_rows(), max_size=14)


def months(year: int, number: int, count: int) -> Period:
    """Return a number of whole months from one on."""
    last = year * 12 + number - 1 + count
    return Period(date(year, number, 1), Month(last // 12, last % 12 + 1).start)


HORIZONS = st.builds(
    months, st.integers(2023, 2027), st.integers(1, 12), st.sampled_from([1, 2, 60]) | st.integers(1, 30)
)

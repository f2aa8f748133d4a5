"""Series of amounts by year for property tests, and short ways to write them."""

from hypothesis import strategies as st

from effektspor.core.year_amounts import YearAmounts

MIO = 100_000_000
ORE = st.integers(-(10**13), 10**13)
YEARS = st.dictionaries(st.integers(2000, 2040), ORE, max_size=8).map(YearAmounts.of)


def mio(**tenths):
    """Return amounts by year, given in tenths of a mio. kr.: mio(y2016=122) is 12,2 mio. kr. in 2016."""
    return YearAmounts.of({int(year[1:]): amount * MIO // 10 for year, amount in tenths.items()})

"""Amounts by year as the pages show them, one text a year."""

from collections.abc import Iterable, Sequence

from effektspor.core.proposals.printed.amounts import exact_decimals
from effektspor.core.unit import Unit
from effektspor.core.year_amounts import YearAmounts

# A page shows an amount to the tenth of its unit; more decimals only where the amounts have them, as in a share.
_FEW = 1


def amount_cells(amounts: YearAmounts, years: Sequence[int], unit: Unit, decimals: int = 0) -> tuple[str, ...]:
    """Return a text per year; a year that is not stated is empty."""
    return tuple("" if (ore := amounts.at(year)) is None else unit.to_number(ore, decimals).danish() for year in years)


def shown_decimals(unit: Unit, amounts: Iterable[YearAmounts]) -> int:
    """Return the decimals that a table of amounts is shown with: none, or one where the amounts have any."""
    return min(exact_decimals(unit, amounts), _FEW)


def signed(text: str) -> str:
    """Return a difference with its sign: "+12,5", "−3", "0"."""
    return f"+{text}" if text and text[0].isdecimal() and text.strip("0,") else text

"""What the accounts without citizens cost by year and month, and what measures have taken off them."""

from effektspor.core.grants.month import Month
from effektspor.core.money import divide_rounded
from effektspor.simulator.drift import january_per_mille, raised
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.own_accounts import OwnAccount


def year_ore(town: Municipality, account: OwnAccount, year: int) -> int:
    """Return what an account costs a year before any measure, at the prices of that year."""
    amount_ore = 100 * town.parameters.scaled(account.year_kr)
    for each in range(town.parameters.start.year + 1, year + 1):
        amount_ore = raised(amount_ore, january_per_mille(each))
    return amount_ore


def lowered_ore(town: Municipality, account: OwnAccount, year: int) -> int:
    """Return what decided measures take off an account in a year."""
    return sum(change.ore_by_year.get(year, 0) for change in town.changes if change.accounts == account.number)


def month_ore(town: Municipality, account: OwnAccount, month: Month) -> int:
    """Return a month of an account; the months of a year add up to the year less what its measures save."""
    saved_ore = sum(
        _part(change.ore_by_year.get(month.year, 0), *_span(month, change.effective_on.year, change.effective_on.month))
        for change in town.changes
        if change.accounts == account.number and change.effective_on <= month.start
    )
    return _part(year_ore(town, account, month.year), month.number, 12) - saved_ore


def _span(month: Month, year: int, first: int) -> tuple[int, int]:
    """Which of how many months of the year a measure has begun in this one is."""
    return (month.number - first + 1, 13 - first) if month.year == year else (month.number, 12)


def _part(amount_ore: int, number: int, of: int) -> int:
    return divide_rounded(amount_ore * number, of) - divide_rounded(amount_ore * (number - 1), of)

"""The budget: adopted in October on last year's cost, revised in June, and always a little short."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from effektspor.core.cpr import has_cpr
from effektspor.core.money import divide_rounded
from effektspor.core.period import calendar_year
from effektspor.simulator.drift import january_per_mille, raised
from effektspor.simulator.ledger import Row
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.own_accounts import OWN_ACCOUNTS
from effektspor.simulator.own_costs import lowered_ore, year_ore
from effektspor.simulator.section_truth import SectionTruth, by_year
from effektspor.simulator.services import SERVICES

COLUMNS = ("version", "year", "account", "amount_ore", "price_level", "full_year_persons", "unit_price_ore",
           "decided_on")  # fmt: skip
_THOUSAND_KR = 100_000
_SHORT_PCT, _MET_PCT = 96, 40  # the first budget against the cost, and how much of the gap the revision closes


@dataclass(frozen=True, slots=True)
class _Version:
    name: str
    year: int
    decided_on: date


def budget_rows(town: Municipality, truths: dict[str, SectionTruth]) -> list[Row]:
    """Return the budget of each year that was decided by the last day."""
    rows: list[Row] = []
    for year in (*town.parameters.years, town.parameters.years[-1] + 1):
        adopted = _Version("vedtaget", year, date(year - 1, 10, 8))
        revised = _Version("korrigeret", year, date(year, 6, 20))
        for version in (adopted, revised):
            if version.decided_on < town.parameters.end:
                rows.extend(_section_rows(town, truths, version))
                rows.extend(_own_rows(town, version))
    return rows


def _section_rows(town: Municipality, truths: dict[str, SectionTruth], version: _Version) -> Iterator[Row]:
    for service in SERVICES:
        truth = truths[service.section]
        amount_ore = _rounded_ore(_amount_ore(_costs(town, truth), version))
        tenths = _person_tenths(town, truth, version.year)
        unit_price_ore = divide_rounded(amount_ore * 10, tenths) if tenths else ""
        persons = f"{tenths // 10}.{tenths % 10}"
        yield _row(version, service.account, amount_ore, (persons, unit_price_ore))


def _own_rows(town: Municipality, version: _Version) -> Iterator[Row]:
    """The revised budget, and every one adopted after it, is lowered by what the measures are to save."""
    for account in OWN_ACCOUNTS:
        lowered = lowered_ore(town, account, version.year) if version.name == "korrigeret" else 0
        amount_ore = _rounded_ore(year_ore(town, account, version.year) - lowered)
        yield _row(version, account.number, amount_ore, ("", ""))


def _row(version: _Version, account: str, amount_ore: int, persons: tuple[str, str | int]) -> Row:
    level, decided_on = str(version.year), version.decided_on.isoformat()
    return version.name, version.year, account, amount_ore, level, *persons, decided_on


def _costs(town: Municipality, truth: SectionTruth) -> dict[int, int]:
    """Cost by year, a year that is not over counted as whole."""
    return {
        year: divide_rounded(sum(months) * 12, len(months)) for year, months in by_year(town, truth.cost_ore).items()
    }


def _amount_ore(costs: dict[int, int], version: _Version) -> int:
    adopted_ore = costs[version.year] * _SHORT_PCT // 100 if version.year in costs else 0
    if version.year - 1 in costs:
        adopted_ore = raised(costs[version.year - 1], january_per_mille(version.year))
    if version.name == "vedtaget":
        return adopted_ore
    return adopted_ore + (costs[version.year] - adopted_ore) * _MET_PCT // 100


def _rounded_ore(amount_ore: int) -> int:
    """Whole thousands of kroner, and none that looks like a CPR number."""
    rounded_ore = divide_rounded(amount_ore, _THOUSAND_KR) * _THOUSAND_KR
    while has_cpr(str(rounded_ore)):
        rounded_ore += _THOUSAND_KR
    return rounded_ore


def _person_tenths(town: Municipality, truth: SectionTruth, year: int) -> int:
    """Full-year persons in tenths, as last year had them, or as the year itself has where it is the first."""
    years = by_year(town, truth.person_days)
    basis = year - 1 if year - 1 in years else year
    return divide_rounded(sum(years[basis]) * 120, calendar_year(basis).days * len(years[basis]))

"""Which part of a proposal a catalogue's row is: found by the figures, in every year that both state.

A catalogue often lists a share: one control area, one department's lines, or one committee's part. A share is believed
only where its lines sum to the row year by year.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import CatalogueRow, RowPurpose
from effektspor.core.proposals.change_line import ChangeLine, sum_lines
from effektspor.core.proposals.details import AllocationRole
from effektspor.core.proposals.printed.details import allocated
from effektspor.core.year_amounts import YearAmounts, sum_years

# Prices and wages of a few years: more than this is another amount.
_LEAST_FACTOR, _MOST_FACTOR = Fraction(85, 100), Fraction(115, 100)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a proposal in øre by year; `danish` says which, "" for the whole of it.

    `control_area` is the one it stands in, "" where it is of several.
    """

    danish: str
    amounts: YearAmounts
    control_area: str = ""


def find_share(case: BusinessCase, row: CatalogueRow) -> Share | None:
    """Return the part of a case that a row is, or None.

    The whole where that fits; else, of the parts that do, one in the row's own control area before the others: areas
    often have the same figures, and the row says which one it is of.
    """
    slack_ore = rounding_of(row, case)
    fitting = [share for share in shares_of(case, row.purpose) if same_amounts(share.amounts, row.amounts, slack_ore)]
    own = (share for share in fitting if not share.danish or same_area(share.control_area, row.control_area))
    return next(own, fitting[0] if fitting else None)


def same_area(first: str, second: str) -> bool:
    """Whether two names are of one control area; none is of none."""
    return bool(first) and first.strip().casefold() == second.strip().casefold()


def converted_share(case: BusinessCase, row: CatalogueRow, level: str | None) -> Share | None:
    """Return the whole of a case as a row in another price level has it: the same small change in every year.

    None where the levels are the same or not stated, or where the row is not the case converted.
    """
    if not (level and case.price_level) or level == case.price_level:
        return None
    whole = next(shares_of(case, row.purpose)).amounts
    pairs = [(ore, row.amounts.at(year)) for year, ore in whole.pairs if ore and row.amounts.at(year)]
    factors = [Fraction(listed, ore) for ore, listed in pairs if listed is not None]
    if not factors or not all(_LEAST_FACTOR <= each <= _MOST_FACTOR for each in factors):
        return None
    step_ore = max(row.step_ore, case.unit.ore)
    fits = all(abs(ore * factors[0] - (listed or 0)) <= step_ore for ore, listed in pairs)
    return Share(f"regnet om fra {case.price_level}-priser", row.amounts) if fits else None


def shares_of(case: BusinessCase, purpose: RowPurpose) -> Iterator[Share]:
    """Yield the parts of a case that a row of that purpose may be, the most natural first."""
    invests = purpose is RowPurpose.INVESTMENT
    lines = case.implementation_lines if invests else case.permanent_lines
    stated = case.stated.implementation if invests else case.stated.permanent
    whole = stated or sum_lines(lines)
    yield Share("", whole)
    yield from _areas(lines)
    yield from _allocated(case, invests=invests)
    if len(lines) > 1:
        yield from (Share(f"kun linjen »{line.label}«", line.amounts, line.control_area) for line in lines)


def rounding_of(row: CatalogueRow, case: BusinessCase) -> int:
    """Return how far a row may be from its case by rounding alone, in øre.

    Half a unit of its last printed digit, where it is printed more coarsely than the case: −1,9 mio. kr. for −1.850.
    """
    return row.step_ore // 2 if row.step_ore > case.unit.ore else 0


def same_amounts(first: YearAmounts, second: YearAmounts, slack_ore: int = 0) -> bool:
    """Whether two say the same in every year that both state, at least one of them an amount.

    A year that only one of them states counts when it is not 0 and lies between years that both state. `slack_ore` is
    what rounding may have moved them.
    """
    shared = set(first.years) & set(second.years)
    return any(first.at(year) for year in shared) and not differing_years(first, second, slack_ore)


def differing_years(first: YearAmounts, second: YearAmounts, slack_ore: int = 0) -> tuple[int, ...]:
    """Return the years in which two differ by more than a slack, of those that both state and what lies between."""
    shared = set(first.years) & set(second.years)
    if not shared:
        return ()
    between = range(min(shared), max(shared) + 1)
    return tuple(year for year in between if abs((first.at(year) or 0) - (second.at(year) or 0)) > slack_ore)


def _areas(lines: tuple[ChangeLine, ...]) -> Iterator[Share]:
    areas = dict.fromkeys(line.control_area for line in lines)
    if len(areas) > 1:
        for area in areas:
            yield Share(f"kun {area}", sum_lines(line for line in lines if line.control_area == area), area)


def _allocated(case: BusinessCase, *, invests: bool) -> Iterator[Share]:
    """A committee's part is as it is stated, else what its key gives."""
    asked = [each for each in case.allocations if (each.role is AllocationRole.INVESTMENT) == invests]
    kept = [(each, amounts) for each in asked if (amounts := allocated(case, each))]
    for committee in dict.fromkeys(each.committee for each, _ in kept):
        own = [(each.control_area, amounts) for each, amounts in kept if each.committee == committee]
        for area in dict.fromkeys(area for area, _ in own):
            yield Share(f"{committee}s andel, {area}", sum_years(part for each, part in own if each == area), area)

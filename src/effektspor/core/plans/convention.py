"""The two ways a plan counts an effect that lasts: as a level, or new once."""

from enum import StrEnum

from effektspor.core.plans.targets import to_accumulated, to_yearly
from effektspor.core.year_amounts import YearAmounts


class Convention(StrEnum):
    """LEVEL: what a year is cheaper than the start year, so that a cohort counts again every year it lasts.

    NEW: what a year adds against the budget's basis, so that each krone is new once; one that falls away is minus.
    """

    LEVEL = "level"
    NEW = "new_effect"

    @property
    def danish(self) -> str:
        return {
            "level": "niveau mod startåret: en varig effekt tæller hvert år",
            "new_effect": "ny effekt mod budgettets grundlag: hver krone tæller én gang",
        }[self.value]


def told_as(amounts: YearAmounts, stated: Convention, wanted: Convention) -> YearAmounts:
    """Return a series of one convention in another, in øre; both tell the same, and back again is what was given.

    Where a year is not stated, the next one that is carries both years' new effect.
    """
    if stated is wanted:
        return amounts
    return to_accumulated(amounts) if wanted is Convention.LEVEL else to_yearly(amounts)

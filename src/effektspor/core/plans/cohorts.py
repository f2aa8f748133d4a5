"""What a note tells of an estimate in words: cohorts that came home, and what each follow-up adjusted."""

from dataclasses import dataclass

from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts


@dataclass(frozen=True, slots=True)
class Cohort:
    """Citizens or places that changed in one year and count in the years after: 2,4 in 2014 and 4,8 from 2015.

    Amounts are øre by year as the note tells them, savings positive; `citizens` is None where it counts none.
    """

    label: str
    year: int
    amounts: YearAmounts
    citizens: int | None = None

    def level_ore(self, year: int) -> int | None:
        """Return what the cohort saves in a year: the last amount told by then; None before the first."""
        told = [ore for told_year, ore in self.amounts.pairs if told_year <= year]
        return told[-1] if told else None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What a follow-up round added to the round before it, in øre by year; minus is less saving than expected.

    `unchanged` is True where the note says that the round changed nothing: then every year's adjustment is 0.
    """

    year: int
    number: int
    amounts: YearAmounts = NOTHING_STATED
    unchanged: bool = False

    def at(self, year: int) -> int | None:
        """Return what was added to a year in øre; None where the note does not say."""
        return 0 if self.unchanged else self.amounts.at(year)

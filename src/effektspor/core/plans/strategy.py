"""A strategy note: what is done, how it is seen, when it was followed up, and what it is to bring."""

from dataclasses import dataclass
from datetime import date

from effektspor.core.money import sum_ore
from effektspor.core.plans.flow import FlowTable
from effektspor.core.plans.plan import PlanSum
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import Estimates
from effektspor.core.plans.year_sums import YearSums, summed
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts


@dataclass(frozen=True, slots=True)
class DatedFollowUp:
    """What a section says of one follow-up: its label as printed, the last day of the month it names, its text."""

    label: str
    text: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class NoteSection:
    """A section of a note; paragraphs of a text are parted by an empty line."""

    heading: str
    text: str = ""
    indicators: tuple[str, ...] = ()
    follow_ups: tuple[DatedFollowUp, ...] = ()


@dataclass(frozen=True, slots=True)
class AdoptedSaving:
    """An adopted saving in øre, positive: by year as adopted, and realised until the day of its table."""

    label: str
    adopted: YearAmounts
    realised_ore: int | None = None


@dataclass(frozen=True, slots=True)
class AdoptedSavings:
    """A table of adopted savings; `realised_label` is its head as printed, `as_of` the last day it covers."""

    title: str
    printed: PrintedAs
    lines: tuple[AdoptedSaving, ...]
    stated_adopted: YearAmounts = NOTHING_STATED
    stated_realised_ore: int | None = None
    realised_label: str = ""
    as_of: date | None = None
    note: str = ""

    @property
    def adopted(self) -> YearSums:
        return summed(
            (line.adopted for line in self.lines), self.stated_adopted, self.printed.bound_ore(len(self.lines))
        )

    @property
    def realised(self) -> PlanSum | None:
        """All lines' realised saving, computed and as stated; None where no line states any."""
        stated = [line.realised_ore for line in self.lines if line.realised_ore is not None]
        if not stated:
            return None
        return PlanSum(sum_ore(stated), self.stated_realised_ore, self.printed.bound_ore(len(stated)))

    def difference_ore(self, line: AdoptedSaving) -> int | None:
        """Return realised minus adopted of the year that the table covers, in øre; None where either is missing."""
        adopted_ore = line.adopted.at(self.as_of.year) if self.as_of else None
        if adopted_ore is None or line.realised_ore is None:
            return None
        return line.realised_ore - adopted_ore


@dataclass(frozen=True, slots=True)
class StrategyNote:
    """A note to the committee: `written_on` and `case_number` (sagsid) are as it states them."""

    title: str
    written_on: date | None = None
    case_number: str = ""
    sections: tuple[NoteSection, ...] = ()
    estimates: tuple[Estimates, ...] = ()
    adopted: tuple[AdoptedSavings, ...] = ()
    flows: tuple[FlowTable, ...] = ()

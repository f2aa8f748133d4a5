"""The lines of a proposal's economy: permanent changes and implementation cost, each in its control area."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from effektspor.core.year_amounts import YearAmounts, sum_years

SERVICE = "Service"


class LineKind(StrEnum):
    """Varige ændringer recur every year; implementeringsomkostninger are paid once."""

    PERMANENT = "permanent"
    IMPLEMENTATION = "implementation"

    @property
    def danish(self) -> str:
        return {"permanent": "Varige ændringer", "implementation": "Implementeringsomkostninger"}[self.value]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line: cost is plus and saving minus, in øre by year.

    `control_area` (styringsområde) is as the paper prints it; `part` names the part of the proposal it belongs to.
    """

    label: str
    kind: LineKind
    amounts: YearAmounts
    control_area: str = SERVICE
    part: str = ""

    @property
    def is_service(self) -> bool:
        """Whether the line is service spending, which stands under the agreed ceiling (serviceramme)."""
        return self.control_area.strip().casefold().startswith("service")


def sum_lines(lines: Iterable[ChangeLine]) -> YearAmounts:
    """Return what lines come to, year by year."""
    return sum_years(line.amounts for line in lines)

"""A catalogue of proposals: groups of rows, what they come to, and what is needed of the investment pools."""

from dataclasses import dataclass, field
from enum import StrEnum

from effektspor.core.year_amounts import YearAmounts, sum_years


class RowPurpose(StrEnum):
    """What a catalogue's row counts towards: its net of service, its investment need, or another control area."""

    NET = "net"
    INVESTMENT = "investment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """A proposal, or its share, as the catalogue lists it: øre by year, saving minus.

    `revision` is the label the catalogue gives the code; `control_area` is where the amounts stand. `case_table_ids`
    are the tables of the same paper in which the proposal is told. `step_ore` is what one of the last printed digit is,
    0 where it is not known; two rows of the same amounts are equal however they were printed.
    """

    code: str
    title: str
    amounts: YearAmounts
    revision: str = ""
    purpose: RowPurpose = RowPurpose.NET
    control_area: str = "Service"
    case_table_ids: tuple[str, ...] = ()
    step_ore: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class CatalogueGroup:
    """The rows of one target group, and the sums the paper states for it; `table_id` is the table they stand in."""

    target_group: str
    rows: tuple[CatalogueRow, ...]
    stated_net: YearAmounts | None = None
    stated_investment: YearAmounts | None = None
    table_id: str = ""

    @property
    def net(self) -> YearAmounts:
        """The group's net (nettoeffektivisering), from its rows."""
        return sum_rows(self.rows, RowPurpose.NET)

    @property
    def investment(self) -> YearAmounts:
        """What the group needs of the investment pools, from its rows."""
        return sum_rows(self.rows, RowPurpose.INVESTMENT)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A whole catalogue; sums are computed from its rows, and those the paper prints are kept beside them.

    `price_level` is the year of its prices, "" where it states none.
    """

    title: str
    groups: tuple[CatalogueGroup, ...]
    stated_net: YearAmounts | None = None
    stated_investment: YearAmounts | None = None
    price_level: str = ""

    @property
    def rows(self) -> tuple[CatalogueRow, ...]:
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def net(self) -> YearAmounts:
        return sum_years(group.net for group in self.groups)

    @property
    def investment(self) -> YearAmounts:
        return sum_years(group.investment for group in self.groups)

    @property
    def codes(self) -> tuple[str, ...]:
        """Each code once, in the catalogue's order."""
        return tuple(dict.fromkeys(row.code for row in self.rows))

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({year for row in self.rows for year in row.amounts.years}))


def sum_rows(rows: tuple[CatalogueRow, ...], purpose: RowPurpose) -> YearAmounts:
    """Return the sum of the rows that count towards one purpose."""
    return sum_years(row.amounts for row in rows if row.purpose is purpose)

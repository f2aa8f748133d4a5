"""A business case as a value: everything its template has. What a paper states and what follows are both kept."""

from dataclasses import dataclass
from functools import cached_property

from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.details import (
    UNASSESSED,
    Allocation,
    BudgetBase,
    BudgetFields,
    Criterion,
    Link,
    PoolLine,
    Risk,
    ServiceLevel,
    StaffChange,
    TextSection,
    UnitPrice,
)
from effektspor.core.unit import THOUSAND, Unit
from effektspor.core.year_amounts import YearAmounts


@dataclass(frozen=True, slots=True)
class StatedCase:
    """What a paper prints of its own sums, in øre, and of its payback in years; None where it prints none."""

    permanent: YearAmounts | None = None
    implementation: YearAmounts | None = None
    total: YearAmounts | None = None
    payback_service: int | None = None
    payback_total: int | None = None


@dataclass(frozen=True)
class BusinessCase:
    """A proposal in its municipality's template. Amounts are øre; a saving is minus.

    `code` is what others know it by, `revision` the label of this version ("REVIDERET"). `years` are the columns of its
    main table, `unit` what it prints amounts in, `price_level` the year of its prices, None where it states none.
    `budget_fields` are those of a proposal that was told in a council's budget form.
    """

    code: str
    title: str
    target_group: str = ""
    revision: str = ""
    price_level: str | None = None
    unit: Unit = THOUSAND
    years: tuple[int, ...] = ()
    summary: str = ""
    submitted_by: str = ""
    departments: tuple[str, ...] = ()
    sections: tuple[TextSection, ...] = ()
    lines: tuple[ChangeLine, ...] = ()
    unit_prices: tuple[UnitPrice, ...] = ()
    staff: tuple[StaffChange, ...] = ()
    service_levels: tuple[ServiceLevel, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    pools: tuple[PoolLine, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    risk: Risk = UNASSESSED
    links: tuple[Link, ...] = ()
    budgets: tuple[BudgetBase, ...] = ()
    stated: StatedCase = StatedCase()
    budget_fields: BudgetFields | None = None

    @cached_property
    def permanent_lines(self) -> tuple[ChangeLine, ...]:
        return tuple(line for line in self.lines if line.kind is LineKind.PERMANENT)

    @cached_property
    def implementation_lines(self) -> tuple[ChangeLine, ...]:
        return tuple(line for line in self.lines if line.kind is LineKind.IMPLEMENTATION)

    def section(self, heading: str) -> str:
        """Return what is written under a heading, or nothing."""
        return next((each.text for each in self.sections if each.heading == heading), "")

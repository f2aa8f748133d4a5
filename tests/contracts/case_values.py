"""Business cases to store and to write: a small one with every part of the template, all of it simulated."""

from dataclasses import replace

from effektspor.core.number import Number
from effektspor.core.proposals.business_case import BusinessCase, StatedCase
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.details import (
    Allocation,
    AllocationRole,
    BudgetBase,
    Criterion,
    Link,
    LinkKind,
    PartRisk,
    PoolLine,
    Risk,
    ServiceLevel,
    StaffChange,
    TextSection,
    UnitPrice,
)
from effektspor.core.year_amounts import YearAmounts

YEARS = (2027, 2028, 2029, 2030)


def years(*thousands: int | None) -> YearAmounts:
    """Return amounts of 2027 and on, given in 1.000 kr."""
    return YearAmounts.of({2027 + at: None if n is None else n * 100_000 for at, n in enumerate(thousands)})


def case(code: str = "SO12", saved: int = -1200) -> BusinessCase:
    """Return a case that saves that many thousand kroner a year from its second year, and costs 500 once."""
    return BusinessCase(
        code=code,
        title="Tidlig støtte i egen bolig",
        target_group="Borgere med sindslidelse",
        price_level="2027",
        years=YEARS,
        summary="Flere får støtte i egen bolig, før et botilbud bliver nødvendigt.",
        submitted_by="Socialforvaltningen",
        departments=("Socialforvaltningen", "Økonomi"),
        sections=(TextSection("Forslagets indhold", "Støtten gives tidligere.\n\nDen gives i hjemmet."),),
        lines=(
            ChangeLine("Færre botilbud", LineKind.PERMANENT, years(saved // 2, saved, saved, saved)),
            ChangeLine("Mere bostøtte", LineKind.PERMANENT, years(200, 300, 300, 300), part="Støtte"),
            ChangeLine("Uddannelse", LineKind.IMPLEMENTATION, years(500, 0, 0, 0)),
        ),
        unit_prices=(UnitPrice("Botilbud", Number(10), Number(7005, 1), Number(8), Number(7005, 1)),),
        staff=(StaffChange("Bostøtte", Number(40, 1), Number(55, 1), Number(15, 1)),),
        service_levels=(ServiceLevel("Borgere i egen bolig", "2 timer om ugen", "5 timer om ugen"),),
        allocations=(
            Allocation("Socialudvalget", AllocationRole.SAVING, "Service", Number(70)),
            Allocation("Ældreudvalget", AllocationRole.SAVING, "Service", Number(30)),
            Allocation("Børneudvalget", AllocationRole.COST, "Service", None, years(0, 0, None, 12)),
        ),
        pools=(PoolLine("Uddannelse", years(500, 0, 0, 0), pool="Innovationspuljen"),),
        criteria=(
            Criterion("20 borgere bor selv", "Opgørelse i sagssystemet", "Centerchefen", "4. kvartal 2028"),
            Criterion("Tilfredsheden er uændret", "Spørgeskema", "Kvalitetsenheden", "Hvert år"),
        ),
        risk=Risk("Middel", (PartRisk("Bolig", "Høj"),), "Boligerne skal findes."),
        links=(Link(LinkKind.ALTERNATIVE, "SO13", "Samme borgere"),),
        budgets=(BudgetBase("Hovedaktivitet Botilbud", 119_900_000_00, 2027),),
    )


def stated(original: BusinessCase) -> BusinessCase:
    """Return the case as a paper that states its own sums."""
    return replace(original, stated=StatedCase(permanent=years(-400, -900, -900, -900), payback_total=2))

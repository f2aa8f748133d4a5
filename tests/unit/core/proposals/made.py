"""Business cases for tests: a few by hand, and random ones."""

from hypothesis import strategies as st

from effektspor.core.number import Number
from effektspor.core.proposals.business_case import BusinessCase, StatedCase
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.details import (
    Allocation,
    AllocationRole,
    BudgetBase,
    BudgetFields,
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
from effektspor.core.unit import MILLION, THOUSAND
from effektspor.core.year_amounts import YearAmounts

PERMANENT, IMPLEMENTATION = LineKind.PERMANENT, LineKind.IMPLEMENTATION
THOUSAND_ORE = 100_000


def years(first: int, *thousands: int | None) -> YearAmounts:
    """Return amounts in 1.000 kr. for the years from `first`."""
    return YearAmounts.of(
        {first + at: None if amount is None else amount * THOUSAND_ORE for at, amount in enumerate(thousands)}
    )


def crisis_centres() -> BusinessCase:
    """A case with both kinds of lines and two control areas; figures as in a catalogue of 2018 (TF02)."""
    return BusinessCase(
        code="TF02",
        title="Koordineret indsats på krisecentre",
        target_group="Udsatte voksne",
        price_level="2018",
        years=(2017, 2018, 2019, 2020),
        lines=(
            ChangeLine("Koordinering", PERMANENT, years(2018, 1750, 1750, 1750)),
            ChangeLine("Færre købte pladser", PERMANENT, years(2018, -2450, -2450, -2450)),
            ChangeLine("Færre overførsler", PERMANENT, years(2018, -750, -1500, -1500), "Overførsler"),
            ChangeLine("Tilrettelæggelse", IMPLEMENTATION, years(2017, 500)),
        ),
    )


def young_people() -> BusinessCase:
    """A case that is long in paying back; figures as in a catalogue of 2018 (TF03)."""
    service = (-200, -700, -1200, -1200)
    return BusinessCase(
        code="TF03",
        title="Helhedsorienteret indsats for unge",
        price_level="2018",
        years=(2018, 2019, 2020, 2021),
        lines=(
            ChangeLine("Færre forsørgede", PERMANENT, years(2018, -500, -1400, -2400, -2400), "Overførsler"),
            ChangeLine("Færre enkeltydelser", PERMANENT, years(2018, *service), "Overførsler"),
            ChangeLine("Mindre aktivering", PERMANENT, years(2018, *service), "Indsats"),
            ChangeLine("Mindre behandling", PERMANENT, years(2018, *service)),
            ChangeLine("Indretning", IMPLEMENTATION, years(2018, 500, 0, 0, 0), "Anlæg"),
            ChangeLine("Konsulenter", IMPLEMENTATION, years(2018, 2700, 2700, 2700, 0)),
            ChangeLine("Vejleder", IMPLEMENTATION, years(2018, 500, 500, 500, 0)),
            ChangeLine("Psykolog", IMPLEMENTATION, years(2018, 1300, 1300, 1300, 0)),
            ChangeLine("Socialrådgivere", IMPLEMENTATION, years(2018, 2100, 2100, 2100, 0)),
            ChangeLine("Lejemål", IMPLEMENTATION, years(2018, 500, 500, 500, 0)),
            ChangeLine("Kurser", IMPLEMENTATION, years(2018, 200, 100, 0, 0)),
        ),
    )


_words = st.text(st.sampled_from("abcdeæøåABC 123,.-§"), min_size=1, max_size=20).map(str.strip).filter(bool)
_numbers = st.builds(Number, st.integers(-99_999, 99_999), st.integers(0, 2))
_maybe = st.none() | _numbers
_amounts = st.dictionaries(st.integers(2018, 2022), st.integers(-(10**12), 10**12), max_size=5).map(YearAmounts.of)
_areas = st.sampled_from(["Service", "Overførsler", "Anlæg", "Efterspørgselsstyret indsats"])
_lines = st.builds(ChangeLine, _words, st.sampled_from(LineKind), _amounts, _areas, st.sampled_from(["", "Del 1"]))


def _few(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=3).map(tuple)


business_cases = st.builds(
    BusinessCase,
    code=st.sampled_from(["HA02", "TV01b", "S-101"]),
    title=_words,
    target_group=_words,
    revision=st.sampled_from(["", "REVIDERET"]),
    price_level=st.none() | st.sampled_from(["2018", "2026"]),
    unit=st.sampled_from([THOUSAND, MILLION]),
    years=st.just((2018, 2019, 2020)),
    summary=_words,
    submitted_by=_words,
    departments=_few(_words),
    sections=_few(st.builds(TextSection, st.sampled_from(["Økonomi", "Forslagets effekt", "Andet"]), _words)),
    lines=_few(_lines),
    unit_prices=_few(st.builds(UnitPrice, _words, _maybe, _maybe, _maybe, _maybe)),
    staff=_few(st.builds(StaffChange, _words, _maybe, _maybe, _maybe)),
    service_levels=_few(st.builds(ServiceLevel, _words, _words, _words)),
    allocations=_few(st.builds(Allocation, _words, st.sampled_from(AllocationRole), _areas, _maybe, _amounts)),
    pools=_few(st.builds(PoolLine, _words, _amounts, _areas, _words)),
    criteria=_few(st.builds(Criterion, _words, _words, _words, _words)),
    risk=st.builds(Risk, st.sampled_from(["", "lav", "høj"]), _few(st.builds(PartRisk, _words, _words)), _words),
    links=_few(st.builds(Link, st.sampled_from(LinkKind), _words, _words)),
    budgets=_few(st.builds(BudgetBase, _words, st.integers(1, 10**14), st.none() | st.integers(2015, 2030))),
    budget_fields=st.none() | st.builds(BudgetFields, _words, _words, _amounts, st.just(((2026, Number(-15, 1)),))),
    stated=st.builds(StatedCase, st.none() | _amounts, st.none() | _amounts, st.none() | _amounts,
                     st.none() | st.integers(1, 100), st.none() | st.integers(1, 100)),
)  # fmt: skip

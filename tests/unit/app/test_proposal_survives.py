"""Whatever a case holds survives its form, but for what ADR 0018 says: sums are computed, never typed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.app.proposal_comparison import compare
from effektspor.app.proposal_form import fields_of
from effektspor.app.proposal_reading import difference, read_form
from effektspor.core.number import Number
from effektspor.core.proposals.business_case import BusinessCase, StatedCase
from effektspor.core.proposals.details import BudgetFields, StaffChange
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts
from tests.contracts.case_values import case, years
from tests.unit.core.proposals.made import business_cases

ASKED = BudgetFields(
    committee="Socialudvalget",
    spending_type="Service",
    current_budget=years(48_200, 48_200, 48_200, None),
    staff=((2027, Number(-15, 1)), (2028, Number(-2))),
    related=("Sektorplanen", "SO13"),
    works_council="HU har ingen bemærkninger.\n\nSagen drøftes igen i maj.",
)


def budget_case() -> BusinessCase:
    """A case that also answers what the budget's form asks."""
    return replace(case(), budget_fields=ASKED)


def as_typed(original: BusinessCase) -> BusinessCase:
    """A case without what is computed once it is typed: the paper's sums, keyed shares, and changes of staff."""
    return replace(
        original,
        stated=StatedCase(),
        lines=(*original.permanent_lines, *original.implementation_lines),
        allocations=tuple(
            replace(each, amounts=NOTHING_STATED) if each.key_pct is not None else each for each in original.allocations
        ),
        staff=tuple(_computed(each) for each in original.staff),
    )


def _computed(each: StaffChange) -> StaffChange:
    if each.before is None or each.after is None:
        return each
    return replace(each, change=difference(each.after, each.before))


def test_the_budget_form_is_written_in_a_form_and_read_again() -> None:
    reading = read_form(fields_of(budget_case()))
    assert reading.faults == ()
    assert reading.case == budget_case()


@given(business_cases)
def test_all_of_a_case_survives_its_form(original: BusinessCase) -> None:
    assert read_form(fields_of(original)).case == as_typed(original)


@given(business_cases)
def test_a_case_that_was_read_from_a_form_is_written_the_same_again(original: BusinessCase) -> None:
    fields = fields_of(read_form(fields_of(original)).case)
    assert fields_of(read_form(fields).case) == fields


_lines = st.lists(st.text("abcæø 1", min_size=1, max_size=9).map(str.strip).filter(bool), max_size=3)
_by_year = st.dictionaries(st.integers(1999, 2050), st.integers(-(10**12), 10**12), max_size=4)


@given(st.builds(BudgetFields, current_budget=_by_year.map(YearAmounts.of), related=_lines.map(tuple),
                 works_council=_lines.map("\n\n".join)))  # fmt: skip
def test_any_budget_form_survives(asked: BudgetFields) -> None:
    kept = read_form(fields_of(replace(case(), budget_fields=asked))).case.budget_fields
    assert (kept or BudgetFields()) == asked


def test_a_budget_form_without_an_answer_is_none() -> None:
    assert read_form(fields_of(replace(case(), budget_fields=BudgetFields()))).case == case()


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("skema-0-2027", "48 mio", "»48 mio« kan ikke læses som et tal"),
        ("skema-1-2028", "to", "»to« kan ikke læses som et tal"),
        ("skema_hu", "Om 010190-1234", "ligner et CPR-nummer"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(name: str, typed: str, said: str) -> None:
    faults = read_form(fields_of(budget_case()) | {name: typed}).faults
    assert [fault.field for fault in faults] == [name]
    assert said in faults[0].message


def test_a_comparison_tells_what_differs_in_the_budget_form() -> None:
    other = replace(ASKED, current_budget=years(48_000, 48_200, 48_200, None), works_council="", staff=())
    found = compare(budget_case(), replace(case(), budget_fields=other))
    assert [(row.label, row.difference.at(2027)) for row in found.amounts] == [("Nuværende budget", -20_000_000)]
    assert [(text.label, text.before) for text in found.texts] == [
        ("Ændring i årsværk", "2027: −1,5, 2028: −2"),
        ("Bemærkninger fra HU", ASKED.works_council),
    ]

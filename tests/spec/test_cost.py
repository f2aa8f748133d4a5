"""What a grant costs: every row of the page is computed to the øre."""

from fractions import Fraction

import pytest

from effektspor.core.grants.cost import cost_ore
from effektspor.core.grants.persons import full_year_persons, person_days
from effektspor.core.number import rounded_number
from effektspor.core.period import Period, calendar_year
from tests.spec.tables import day, day_after, examples, ore

EXAMPLES = examples("01-hvad-en-bevilling-koster.md")
COSTS = [(each, row) for each in EXAMPLES for row in each.rows("koster")]
PERSONS = [(each, row) for each in EXAMPLES for row in each.rows("dage i")]


def lines(example, name):
    return next(grant.lines for grant in example.grants() if grant.grant_id == name)


@pytest.mark.parametrize(("example", "row"), COSTS, ids=lambda each: getattr(each, "title", None) or each["hvorfor"])
def test_a_grant_costs_what_the_page_says(example, row):
    period = Period(day(row["fra"]), day_after(row["til"]))
    assert cost_ore(lines(example, row["koster"]), period) == ore(row["kr."])


@pytest.mark.parametrize(("example", "row"), PERSONS, ids=lambda each: getattr(each, "title", None) or each["hvorfor"])
def test_persons_are_days_with_a_base_line(example, row):
    year = int(row["år"])
    days = person_days(lines(example, row["dage i"]), calendar_year(year))
    assert days == int(row["dage"])
    assert rounded_number(full_year_persons(days, year), 2).danish() == row["personer"]


def test_the_page_says_what_the_design_says():
    """365 + 122 + 90 days are 577 / 365 = 1,58 full-year persons."""
    (example, _), *_ = PERSONS
    days = sum(person_days(grant.lines, calendar_year(2026)) for grant in example.grants())
    assert full_year_persons(days, 2026) == Fraction(577, 365)

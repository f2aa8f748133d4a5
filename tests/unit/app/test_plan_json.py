"""Plans' papers ↔ JSON: what was written comes back the same, through text."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektspor.app.plan_json import KINDS, SCHEMA, plan_from_json, plan_to_json
from effektspor.core.number import Number
from effektspor.core.plans.plan import Plan
from effektspor.core.plans.rounds import Estimates
from effektspor.core.plans.targets import Accumulation, Targets
from effektspor.core.unit import BILLION, KRONE, MILLION, THOUSAND, Unit
from effektspor.core.year_amounts import YearAmounts
from effektspor.ingest.plan_papers.reading import PlanPapers, read_plan_papers
from tests.unit.core.plans.made import YEARS

st.register_type_strategy(YearAmounts, YEARS)
st.register_type_strategy(Unit, st.sampled_from([KRONE, THOUSAND, MILLION, BILLION]))
st.register_type_strategy(Number, st.builds(Number, st.integers(-(10**9), 10**9), st.integers(0, 4)))
st.register_type_strategy(date, st.dates(date(1990, 1, 1), date(2090, 1, 1)))


def there_and_back(value):
    return plan_from_json(json.loads(json.dumps(plan_to_json(value))), type(value))


def test_what_is_written_is_plain_and_says_its_kind():
    targets = Targets(YearAmounts.of({2020: 200}), said=Accumulation.ACCUMULATED, stated_sum_ore=700)
    assert plan_to_json(targets) == {
        "schema": SCHEMA,
        "kind": "targets",
        "value": {"stated": {"2020": 200}, "said": "accumulated", "stated_sum_ore": 700},
    }


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(data=st.data())
@settings(max_examples=25)
def test_any_value_comes_back_the_same(kind, data):
    value = data.draw(st.from_type(kind))
    assert there_and_back(value) == value


@pytest.mark.parametrize("number", ["000", "001", "003", "004"])
def test_a_paper_comes_back_the_same(papers, number):
    read = read_plan_papers(papers.document(number))
    assert read and there_and_back(read) == read


def test_another_kind_is_refused():
    with pytest.raises(AssertionError, match="a value of papers is no plan"):
        plan_from_json(plan_to_json(PlanPapers()), Plan)


def test_a_newer_schema_is_refused():
    stored = plan_to_json(PlanPapers()) | {"schema": SCHEMA + 1}
    with pytest.raises(AssertionError, match="newer program"):
        plan_from_json(stored, PlanPapers)


@pytest.mark.parametrize("missing", ["kind", "schema", "value"])
def test_what_lacks_a_part_is_refused(missing):
    stored = {name: value for name, value in plan_to_json(PlanPapers()).items() if name != missing}
    with pytest.raises(KeyError, match=missing):
        plan_from_json(stored, Estimates)

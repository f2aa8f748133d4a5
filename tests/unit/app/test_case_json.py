"""Revisions as JSON: what is written is read back equal."""

import json

import pytest
from hypothesis import given, settings

from effektspor.app import case_json
from effektspor.core.proposals.business_case import BusinessCase
from tests.unit.core.proposals.made import business_cases, crisis_centres

# A revision as it was stored in schema 1: what is in a database must be read for ever.
STORED_1 = {
    "schema": 1,
    "case": {
        "code": "HA02",
        "title": "Færre fejlbevillinger",
        "price_level": "2018",
        "unit": "mio. kr.",
        "years": [2018, 2019],
        "lines": [{"label": "Hjælpemidler", "kind": "permanent", "amounts": {"2018": -165000000, "2019": -165000000}}],
        "staff": [{"label": "Bandagist", "before": "0", "after": "1.50"}],
    },
}


def test_a_case_is_read_back() -> None:
    text = json.dumps(case_json.case_to_json(crisis_centres()))
    assert case_json.case_from_json(json.loads(text)) == crisis_centres()


@settings(max_examples=60, deadline=None)
@given(business_cases)
def test_any_case_is_read_back_equal(case: BusinessCase) -> None:
    text = json.dumps(case_json.case_to_json(case))
    assert case_json.case_from_json(json.loads(text)) == case


def test_a_stored_revision_of_the_first_schema_is_read() -> None:
    case = case_json.case_from_json(STORED_1)
    assert (case.code, case.unit.name, case.lines[0].amounts.at(2019)) == ("HA02", "mio. kr.", -165_000_000)
    assert case.staff[0].after and case.staff[0].after.plain() == "1.50"


def test_an_older_schema_is_brought_up_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_json, "SCHEMA", 3)
    steps = {1: lambda case: case | {"summary": "1"}, 2: lambda case: case | {"summary": case["summary"] + "2"}}
    monkeypatch.setattr(case_json, "UPCASTERS", steps)
    assert case_json.case_from_json(STORED_1).summary == "12"


def test_a_newer_schema_is_refused() -> None:
    with pytest.raises(AssertionError, match="newer"):
        case_json.case_from_json(STORED_1 | {"schema": case_json.SCHEMA + 1})

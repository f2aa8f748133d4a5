"""What each check says and does not say: papers drawn in YAML beside the check, as a controller would draw them."""

import inspect
from pathlib import Path

import pytest
import yaml

from effektspor.core.audit.catalogue import CHECKS
from tests.papers import findings_of


def cases_of(check):
    path = Path(inspect.getfile(type(check))).with_suffix(".yaml")
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []


def named_cases():
    for check in CHECKS:
        for case in cases_of(check):
            yield pytest.param(check, case, id=f"{check.code} {case['name']}")


def as_drawn(found, expected):
    """Return a finding with the fields that a case states, as the case states them."""
    told = {
        "verdict": found.verdict.value,
        "line": found.place.line,
        "columns": list(found.columns),
        "stated": found.stated,
        "computed": found.computed,
    }
    return {name: told[name] for name in expected if name != "says"}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_check_is_drawn_both_ways(check):
    told = [bool(case["findings"]) for case in cases_of(check)]
    assert True in told and False in told, f"{check.code} needs a case with findings and one without, in YAML beside it"


@pytest.mark.parametrize("check, case", list(named_cases()))
def test_the_paper_is_told_as_drawn(check, case):
    told = [found for found in findings_of(case["paper"]) if found.code == check.code]
    assert len(told) == len(case["findings"]), [found.message for found in told]
    for found, expected in zip(told, case["findings"], strict=True):
        assert as_drawn(found, expected) == {name: value for name, value in expected.items() if name != "says"}
        sentences = f"{found.message} {found.remedy}"
        assert [word for word in expected.get("says", ()) if word not in sentences] == []

"""What the checks of proposals must not speak of: clean proposals in many municipalities' words."""

from pathlib import Path

import pytest
import yaml

from tests.papers import findings_of

CLEAN = yaml.safe_load(Path(__file__).with_name("clean_proposals.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CLEAN, ids=lambda case: case["name"])
def test_a_clean_proposal_is_met_with_silence(case):
    told = [found for found in findings_of(case["paper"]) if found.code.startswith("FOR") or found.verdict != "note"]
    assert [found.message for found in told] == []

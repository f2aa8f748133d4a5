"""What the checks of proposals say of the five papers, and nothing else."""

import pytest

from tests.papers import DEMO, REAL, papers_in

TRUE = {
    ("FOR-002", "ask", "0.6", "0.3"),
    ("FOR-003", "ask", None, None),
    ("FOR-003", "note", "-2250", "-2200"),
    ("FOR-007", "ask", None, None),
    ("FOR-009", "ask", None, None),
    ("FOR-010", "ask", None, None),
}
# Our own rendering leaves out what a staff year costs.
ONLY_REAL = {("FOR-004", "note", "2100", "2000")}


@pytest.mark.parametrize("folder, expected", [(DEMO, TRUE), (REAL, TRUE | ONLY_REAL)], ids=["demo", "real"])
def test_only_what_is_true_is_told(folder, expected):
    papers = papers_in(folder)
    told = [found for number in ("000", "001", "002", "003", "004") for found in papers.findings(number)]
    proposals = [found for found in told if found.code.startswith("FOR")]
    assert {(found.code, found.verdict.value, found.stated, found.computed) for found in proposals} == expected
    assert len(proposals) == len(expected) + 1, "two tables of one proposal are of another control area"

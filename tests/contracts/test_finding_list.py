from dataclasses import replace

import pytest

from effektspor.app.ports import FindingFilter, RulingKind, RulingState
from effektspor.app.rulings import fingerprints_of
from effektspor.core.finding import Finding, Place, Verdict
from tests.contracts.conftest import Stores
from tests.contracts.values import reading

ERROR, ASK, NOTE = Verdict


def _finding(code: str, verdict: Verdict, line: int) -> Finding:
    return Finding(code, verdict, Place(line=line), f"Fund i linje {line}.", "Ret det.", stated=str(line))


@pytest.fixture
def filled(stores: Stores) -> Stores:
    """Two papers; in b.txt the note is ruled not a fault and the question is confirmed."""
    first = (_finding("TAB-003", ASK, 1),)
    second = (_finding("TAB-003", ERROR, 1), _finding("TAB-003", ASK, 2), _finding("TAB-001", NOTE, 3))
    with stores.recordings.record("test") as recording_id:
        stores.documents.add(recording_id, replace(reading("a.txt"), title="Papir A", findings=first))
        b = stores.documents.add(recording_id, replace(reading("b.txt"), title="Papir B", findings=second))
        stored = stores.documents.find(b)
        assert stored is not None
        _, asked, noted = fingerprints_of(stored)
        stores.rulings.add(recording_id, b, asked, RulingKind.CONFIRMED, "")
        stores.rulings.add(recording_id, b, noted, RulingKind.NOT_A_FAULT, "Aftalt")
    return stores


def _listed(stores: Stores, asked: FindingFilter) -> list[tuple[str, int]]:
    found = stores.findings.matching(asked)
    assert stores.findings.count(asked) == len(found)
    return [(each.document_name, each.number) for each in found]


def test_the_surest_come_first_and_then_by_paper(filled: Stores) -> None:
    assert _listed(filled, FindingFilter()) == [("b.txt", 1), ("a.txt", 1), ("b.txt", 2), ("b.txt", 3)]


def test_a_finding_has_its_paper_and_its_ruling(filled: Stores) -> None:
    *_, noted = filled.findings.matching(FindingFilter())
    assert (noted.document_title, noted.finding.code, noted.finding.place) == ("Papir B", "TAB-001", Place(line=3))
    assert noted.ruling is not None
    assert (noted.ruling.kind, noted.ruling.reason) == (RulingKind.NOT_A_FAULT, "Aftalt")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (FindingFilter(verdict=ASK), [("a.txt", 1), ("b.txt", 2)]),
        (FindingFilter(verdict=NOTE), []),
        (FindingFilter(verdict=NOTE, ruling=RulingState.NOT_A_FAULT), [("b.txt", 3)]),
        (FindingFilter(code="TAB-001"), [("b.txt", 3)]),
        (FindingFilter(ruling=RulingState.NONE), [("b.txt", 1), ("a.txt", 1)]),
        (FindingFilter(ruling=RulingState.CONFIRMED), [("b.txt", 2)]),
        (FindingFilter(code="TAB-003", ruling=RulingState.NONE, verdict=ASK), [("a.txt", 1)]),
        (FindingFilter(code="findes ikke"), []),
    ],
)
def test_what_is_asked_for(asked: FindingFilter, expected: list[tuple[str, int]], filled: Stores) -> None:
    assert _listed(filled, asked) == expected


def test_one_paper_can_be_asked_for(filled: Stores) -> None:
    first = next(summary for summary in filled.documents.summaries() if summary.name == "a.txt")
    assert _listed(filled, FindingFilter(document_id=first.id)) == [("a.txt", 1)]


def test_a_page_of_them(filled: Stores) -> None:
    page = filled.findings.matching(FindingFilter(), 1, 3)
    assert [(each.document_name, each.number) for each in page] == [("a.txt", 1), ("b.txt", 2)]


def test_what_a_filter_can_choose(filled: Stores) -> None:
    counts = filled.findings.counts(FindingFilter())
    assert counts.verdicts == {ERROR: 1, ASK: 2, NOTE: 0}
    assert counts.codes == ("TAB-001", "TAB-003")
    assert [title for _, title in counts.documents] == ["Papir A", "Papir B"]


def test_verdicts_are_counted_within_the_rest(filled: Stores) -> None:
    dismissed = FindingFilter(ruling=RulingState.NOT_A_FAULT, verdict=ERROR)
    assert filled.findings.counts(dismissed).verdicts == {ERROR: 0, ASK: 0, NOTE: 1}


def test_only_the_current_reading_counts(filled: Stores) -> None:
    with filled.recordings.record("test") as recording_id:
        filled.documents.add(recording_id, reading("b.txt"))
    assert _listed(filled, FindingFilter()) == [("a.txt", 1)]

"""Every bad line as a small file, with the words its finding must say."""

import pytest

from effektspor.core.finding import Place, Verdict
from effektspor.ingest.grants import read_grants
from effektspor.ingest.grants.checks.catalogue import ALL_CHECKS
from tests.unit.ingest.grants.files import grants_csv, read

CPR = "010170-1234"
# One line that is wrong by itself: what it changes, its code, and words of its message and its remedy.
BAD_LINES = [
    ({"section": "", "unit": ""}, "GRA-003", "mangler section, unit", "Udfyld felterne"),
    ({"amount_ore": ""}, "GRA-003", "mangler amount_ore", "Udfyld feltet"),
    ({"amount_ore": "1.950,00"}, "GRA-004", "»1.950,00« er ikke hele øre", "195000, hvis det er 1.950,00 kr."),
    ({"amount_ore": "1950.50"}, "GRA-004", "»1950.50«", "195050, hvis det er 1.950,50 kr."),
    ({"amount_ore": "1.950"}, "GRA-004", "»1.950«", "195000, hvis det er 1.950,00 kr., eller 1950, hvis det er øre"),
    ({"amount_ore": "1.950 kr."}, "GRA-004", "»1.950 kr.«", "195000, hvis det er"),
    ({"amount_ore": "mange"}, "GRA-004", "»mange«", "195000 for 1.950,00 kr."),
    ({"amount_ore": "9" * 30}, "GRA-004", "»9", "hele øre"),
    ({"quantity": "6,5"}, "GRA-005", "»6,5« er ikke et helt tal", "minutter"),
    ({"quantity": "-1"}, "GRA-005", "»-1«", "helt tal"),
    ({"starts_on": "31.08.2026"}, "GRA-006", "»31.08.2026« i starts_on kan ikke læses", "Skriv 2026-08-31."),
    ({"ends_on": "2026-02-30"}, "GRA-006", "»2026-02-30« i ends_on", "år-måned-dag"),
    ({"starts_on": "20260101"}, "GRA-006", "»20260101«", "år-måned-dag"),
    ({"paid_until": "31-02-2026"}, "GRA-006", "paid_until", "år-måned-dag"),
    ({"unit": "døgn"}, "GRA-007", "unit kan ikke være »døgn«", "day, week, month"),
    ({"kind": "grund"}, "GRA-007", "kind kan ikke være »grund«", "base, addon"),
    ({"status": "Running"}, "GRA-007", "status kan ikke være »Running«", "running"),
    ({"ends_kind": "måske"}, "GRA-007", "ends_kind", "final, review"),
    ({"end_reason": "flyttet"}, "GRA-007", "end_reason", "moved_away"),
    ({"ends_on": "2025-12-31"}, "GRA-008", "slutter 2025-12-31, før den begynder 2026-01-01", "Begge dage er med"),
    ({"unit": "attendance"}, "GRA-009", "går ud over én måned", "en linje pr. måned"),
    ({"unit": "attendance", "ends_on": ""}, "GRA-009", "ingen slutdato", "en linje pr. måned"),
    ({"unit": "attendance", "ends_on": "2025-12-31"}, "GRA-008", "før den begynder", "Ret den dato"),
    ({"unit": "once"}, "GRA-010", "falder 2026-01-01, men har slutdatoen 2026-08-31", "Lad ends_on være tom"),
    ({"unit": "once", "ends_on": "2025-12-31"}, "GRA-008", "før den begynder", "Ret den dato"),
    ({"citizen": CPR}, "GRA-002", "CPR-nummer, i citizen", "borgerens nøgle"),
    ({"citizen": "0101701234"}, "GRA-002", "CPR-nummer, i citizen", "borgerens nøgle"),
    ({"offer": f"Bolig til {CPR}"}, "GRA-002", "CPR-nummer, i offer", "borgerens nøgle"),
    ({"offer": '"to; felter'}, "GRA-001", "citationstegn har ikke sin mage, så linje 2", '""'),
    ({"status": "running;x"}, "GRA-001", "Linjen har 12 felter, men første linje har 11", "citationstegn"),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "code", "message", "remedy"), BAD_LINES)
def test_a_bad_line_is_one_finding_and_not_used(changed: dict[str, str], code: str, message: str, remedy: str) -> None:
    grants = read(grants_csv(changed))
    (finding,) = grants.findings
    assert (finding.code, finding.verdict, finding.place) == (code, Verdict.ERROR, Place(line=2))
    assert message in finding.message and remedy in finding.remedy
    assert grants.rows == [] and grants.has_errors


# Lines that contradict each other: the first is right, the second is told and left out.
BAD_PAIRS = [
    ({"line_id": "L1", "kind": "addon"}, {"line_id": "L1"}, "GRA-013", "»L1« er også brugt i linje 2"),
    ({"unit": "once", "ends_on": ""}, {"section": "85"}, "GRA-011", "i linje 2: section »85« og ikke »107«"),
    ({"kind": "addon"}, {"citizen": "B2"}, "GRA-011", "en anden citizen"),
]
# Lines that both may be meant: the second is told, and both are used.
UNCLEAR_PAIRS = [
    ({}, {"starts_on": "2026-08-31", "ends_on": ""}, "begynder 2026-08-31, før linje 2 er slut"),
    ({"ends_on": ""}, {"starts_on": "2030-01-01", "ends_on": ""}, "to grundlinjer på samme tid"),
]


@pytest.mark.parametrize(("first", "second", "code", "message"), BAD_PAIRS)
def test_of_two_that_contradict_the_later_is_left_out(
    first: dict[str, str], second: dict[str, str], code: str, message: str
) -> None:
    grants = read(grants_csv(first, second))
    (finding,) = grants.findings
    assert (finding.code, finding.place, finding.related) == (code, Place(line=3), (Place(line=2),))
    assert message in finding.message
    assert [row.place_line for row in grants.rows] == [2]


@pytest.mark.parametrize(("first", "second", "message"), UNCLEAR_PAIRS)
def test_of_two_that_overlap_the_later_is_asked_about(
    first: dict[str, str], second: dict[str, str], message: str
) -> None:
    grants = read(grants_csv(first, second))
    (finding,) = grants.findings
    assert (finding.code, finding.verdict, finding.place) == ("GRA-012", Verdict.ASK, Place(line=3))
    assert message in finding.message
    assert [row.place_line for row in grants.rows] == [2, 3] and not grants.has_errors


def test_lines_of_other_grants_may_have_the_same_line_id() -> None:
    assert read(grants_csv({"line_id": "L1"}, {"line_id": "L1", "grant_id": "G2"})).findings == []


def test_lines_of_a_grant_that_follow_each_other_or_do_not_run_are_no_overlap() -> None:
    after = {"starts_on": "2026-09-01", "ends_on": ""}
    beside = [{"kind": "addon"}, {"unit": "once", "ends_on": ""}, {"unit": "attendance", "ends_on": "2026-01-31"}]
    grants = read(grants_csv({}, after, *beside))
    assert (len(grants.rows), grants.findings) == (5, [])


def test_a_long_line_is_held_against_all_that_follow() -> None:
    short = [{"starts_on": day, "ends_on": day} for day in ("2026-02-01", "2026-03-01")]
    grants = read(grants_csv({}, *short))
    assert [finding.code for finding in grants.findings] == ["GRA-012", "GRA-012"]


def test_every_fault_of_a_line_is_told_at_once() -> None:
    grants = read(grants_csv({"amount_ore": "x", "unit": "døgn", "starts_on": "i går"}, {"quantity": "få"}))
    found = [(finding.place.line, finding.code) for finding in grants.findings]
    assert found == [(2, "GRA-004"), (2, "GRA-006"), (2, "GRA-007"), (3, "GRA-005")]


@pytest.mark.parametrize("kind", ["user_payment", "refund", "income"])
def test_income_with_a_plus_is_a_note_and_the_line_is_used(kind: str) -> None:
    grants = read(grants_csv({"kind": kind}))
    (finding,) = grants.findings
    assert (finding.code, finding.verdict, len(grants.rows)) == ("GRA-014", Verdict.NOTE, 1)
    assert not grants.has_errors


def test_a_path_stands_in_every_place() -> None:
    text = grants_csv({"line_id": "L1"}, {"line_id": "L1"}, {"unit": "døgn"})
    findings = read_grants("a.csv", text.encode(), path="mappe/a.csv").findings
    places = [place for finding in findings for place in (finding.place, *finding.related)]
    assert {place.path for place in places} == {"mappe/a.csv"} and len(places) == 3


def test_a_cpr_number_is_never_repeated_whatever_else_is_wrong() -> None:
    texts = [grants_csv({name: f"x {CPR} y", "unit": "døgn"}) for name in ("grant_id", "amount_ore", "starts_on")]
    texts.append(grants_csv({}).strip() + f";{CPR}\n")
    for text in texts:
        (finding,) = read(text).findings
        assert finding.code == "GRA-002" and CPR not in repr(finding)


def test_a_uuid_is_no_cpr_number_whatever_its_figures() -> None:
    grants = read(grants_csv({"line_id": "aa010170-1234-4abc-9def-0101701234ab"}))
    assert (len(grants.rows), grants.findings) == (1, [])


def test_neighbouring_fields_are_not_read_as_one_number() -> None:
    assert read(grants_csv({"provider": "010170", "target_group": "1234"})).findings == []


def test_every_check_has_its_code_once_and_its_manual() -> None:
    codes = sorted(check.code for check in ALL_CHECKS)
    assert codes == [f"GRA-{number:03}" for number in range(1, len(codes) + 1)]
    assert all("Forkert:" in (check.__doc__ or "") and "Rigtigt:" in (check.__doc__ or "") for check in ALL_CHECKS)

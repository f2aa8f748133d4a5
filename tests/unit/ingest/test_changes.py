"""A file of changes: read by line, and what is wrong with a line said in Danish."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.effects.change import ChangeKind
from effektspor.ingest.changes import read_changes
from effektspor.ingest.errors import UnreadableDocument

HEAD = "change_id;measure;citizen;kind;before_grants;after_grants;effective_on;baseline_ends_on"
LONG = f"{HEAD};accounts;ore_by_year;evidence"
LINE = "1;Hjemtagelser;B1;own_home;A B;C;2026-09-01;2027-08-31"


def read(*lines, head=HEAD):
    return read_changes("changes.csv", "\n".join([head, *lines]).encode(), path="changes.csv")


def test_a_change_is_read_with_half_open_days():
    found = read(LINE)
    (change,) = found.changes
    assert (change.kind, change.before, change.after) == (ChangeKind.OWN_HOME, ("A", "B"), ("C",))
    assert (change.effective_on, change.baseline_end) == (date(2026, 9, 1), date(2027, 9, 1))
    assert found.places["1"].as_json() == {"line": 2, "path": "changes.csv"}
    assert found.findings == []


def test_an_empty_end_is_open_and_amounts_are_by_year():
    (change,) = read(
        "1;Telefon;;budget;;;2026-07-01;;5.38.52 5.38.53;2026:150000 2027:-300000;Aftale", head=LONG
    ).changes
    assert change.baseline_end is None
    assert change.ore_by_year == {2026: 150_000, 2027: -300_000}
    assert (change.accounts, change.evidence) == (("5.38.52", "5.38.53"), "Aftale")


def test_commas_and_columns_in_another_order_are_read():
    head = "kind,change_id,measure,citizen,before_grants,after_grants,baseline_ends_on,effective_on"
    assert read("ended,1,T,B1,A,,,2026-09-01", head=head).changes[0].kind is ChangeKind.ENDED


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (LINE.replace("B1", "010190-1234"), "CHG-001", "CPR"),
        (LINE.replace("1;Hjem", ";Hjem", 1), "CHG-002", "mangler nummer"),
        (LINE.replace("Hjemtagelser", ""), "CHG-002", "mangler nummer eller tiltag"),
        (f"{LINE};x", "CHG-004", "flere felter"),
        (LINE.replace("own_home", "hjem"), "CHG-005", "»hjem«"),
        (LINE.replace("2026-09-01", "01-09-2026"), "CHG-006", "effective_on"),
        (LINE.replace("2026-09-01", ""), "CHG-006", "effective_on"),
        (LINE.replace("2027-08-31", "2027-08-32"), "CHG-006", "baseline_ends_on"),
        (LINE.replace("2027-08-31", "9999-12-31"), "CHG-006", "baseline_ends_on"),
    ],
)
def test_a_faulty_line_is_a_finding_at_its_line(line, code, says):
    found = read(line)
    assert found.changes == []
    (finding,) = found.findings
    assert (finding.code, finding.place.line, finding.verdict.value) == (code, 2, "error")
    assert says in finding.message and "010190" not in finding.message + finding.remedy


def test_amounts_by_year_must_be_a_year_and_whole_ore():
    (finding,) = read("1;T;;budget;;;2026-07-01;;;2026=1,5;", head=LONG).findings
    assert finding.code == "CHG-007" and "2026=1,5" in finding.message


def test_a_number_that_stands_twice_is_told_at_the_second():
    found = read(LINE, LINE)
    assert len(found.changes) == 1
    assert [(each.code, each.place.line) for each in found.findings] == [("CHG-003", 3)]


def test_a_file_without_its_columns_cannot_be_read():
    with pytest.raises(UnreadableDocument, match="mangler kind"):
        read(LINE, head=HEAD.replace("kind;", ""))
    with pytest.raises(UnreadableDocument, match="tom"):
        read_changes("x.csv", b"")


@given(st.lists(st.text(max_size=60), max_size=4))
def test_nothing_else_is_ever_raised(lines):
    data = "\n".join([HEAD, *lines]).encode("utf-8", "replace")
    try:
        read_changes("x.csv", data)
    except UnreadableDocument as error:
        assert str(error).startswith("x.csv: ")

"""What a finding is known by: what it is about, not where it stands."""

from dataclasses import replace

import pytest

from effektspor.core.audit.fingerprint import fingerprint_findings
from effektspor.core.document import Cell, Document, Row, Table
from effektspor.core.finding import Finding, Place, Verdict

ROW = Row(Place(line=4), "I alt", (Cell("350"),))
TABLE = Table("t1", Place(line=2), ("2025",), (ROW,), caption="Besparelser")
DOCUMENT = Document("papir.txt", (TABLE,))
FINDING = Finding(
    "TAB-003", Verdict.ERROR, Place(line=4), "Summen er 350.", "Ret den.", table="t1", row=0, columns=("2025",),
    stated="350", computed="300",
)  # fmt: skip


def _of(finding=FINDING, document=DOCUMENT, name="papir.txt"):
    return fingerprint_findings(name, document, [finding])[0]


def test_it_is_a_hash_and_the_same_each_time():
    assert len(_of()) == 64
    assert _of() == _of()


@pytest.mark.parametrize(
    "changed",
    [{"place": Place(line=90)}, {"verdict": Verdict.ASK}, {"message": "Sagt anderledes."}, {"remedy": "Skriv 300."},
     {"computed": "301"}, {"related": (Place(line=3),)}],
    ids=lambda changed: next(iter(changed)),
)  # fmt: skip
def test_where_it_stands_and_how_it_is_said_do_not_count(changed):
    assert _of(replace(FINDING, **changed)) == _of()


@pytest.mark.parametrize(
    "changed",
    [{"code": "TAB-006"}, {"columns": ("2024",)}, {"columns": ("2025", "2026")}, {"stated": "360"}, {"stated": None},
     {"row": None}, {"table": None, "row": None}],
    ids=str,
)  # fmt: skip
def test_what_it_is_about_counts(changed):
    assert _of(replace(FINDING, **changed)) != _of()


def test_the_tables_caption_the_rows_label_and_the_papers_name_count():
    other_caption = replace(DOCUMENT, blocks=(replace(TABLE, caption="Udgifter"),))
    other_label = replace(DOCUMENT, blocks=(replace(TABLE, rows=(replace(ROW, label="Netto"),)),))
    found = {_of(), _of(document=other_caption), _of(document=other_label), _of(name="andet.txt")}
    assert len(found) == 4


def test_a_table_that_has_moved_is_the_same():
    moved = replace(DOCUMENT, blocks=(replace(TABLE, id="t7", place=Place(line=80)),))
    assert _of(replace(FINDING, table="t7"), moved) == _of()


def test_a_caption_broken_otherwise_is_the_same():
    broken = replace(DOCUMENT, blocks=(replace(TABLE, caption=" Besparelser\n"),))
    assert _of(document=broken) == _of()


def test_those_alike_within_a_paper_are_told_apart_by_their_order():
    first, second, third = fingerprint_findings("papir.txt", DOCUMENT, [FINDING, FINDING, replace(FINDING, stated="1")])
    assert len({first, second, third}) == 3
    assert first == _of()


def test_parts_do_not_run_together():
    assert _of(replace(FINDING, columns=("20", "25"))) != _of(replace(FINDING, columns=("2025",)))

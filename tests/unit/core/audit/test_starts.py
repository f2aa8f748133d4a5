"""Where a proposal begins, in papers never seen before."""

import pytest

from effektspor.core.audit.cases import cases_of
from effektspor.core.audit.codes import code_in
from tests.papers import read

TABLE = "1.000 kr. | 2024 | 2025\nHusleje | -1 | -2\n"
CATALOGUE = "Nr. | Forslag | 2024 | 2025\nHA02 | Ny indgang | -1 | -2\nHA03 | Ny udgang | -3 | -4\n"


def found(text):
    return [(case.code, case.title, [table.id for table in case.tables]) for case in cases_of(read(text))]


def test_a_paper_without_proposals_is_one_case():
    assert found(f"Status\n\n{TABLE}\nMere\n\n{TABLE}") == [(None, None, ["t1", "t2"])]


def test_a_proposal_holds_its_tables_until_the_next():
    text = f"Titel: HA02 - Ny indgang\n\n{TABLE}\nTekst\n\n{TABLE}\nTitel: HA03 - Ny udgang\n\n{TABLE}"
    assert found(text) == [("HA02", "HA02 - Ny indgang", ["t1", "t2"]), ("HA03", "HA03 - Ny udgang", ["t3"])]


@pytest.mark.parametrize(
    "line, code",
    [
        ("Forslagets titel: HA02 - Ny indgang", "HA02"),
        ("**Forslagets titel:** HA02: Ny indgang", "HA02"),
        ("Titel: Ny indgang", None),
        ("Overskrift · Ny indgang", None),
        ("Forslagets titel: ERSTATNINGSFORSLAG for BU01", "BU01"),
        ("Titel: S-101 – Ny indgang", "S101"),
        ("Forslag nr. 4: Ny indgang", "4"),
        ("Besparelsesforslag 12 - Ny indgang", "12"),
        ("Business case: Ny indgang", None),
        ("## HA07b – Ny indgang", "HA07b"),
        ("HA02 Ny indgang", "HA02"),
    ],
)
def test_a_title_begins_a_proposal(line, code):
    (outside, proposal) = cases_of(read(f"Oversigt\n\n{TABLE}\n{line}\n\n{TABLE}"))
    assert (outside.title, proposal.code, [table.id for table in proposal.tables]) == (None, code, ["t2"])


@pytest.mark.parametrize(
    "line",
    [
        "HA02 er et forslag om en ny indgang.",
        "- HA02 – Ny indgang",
        "Forslaget har 4 dele: indgang, trappe, port og udgang.",
        "Business casen viser en besparelse.",
        "Tabel 1 viser besparelsen.",
    ],
)
def test_a_sentence_begins_nothing(line):
    assert len(found(f"Oversigt\n\n{TABLE}\n{line}\n\n{TABLE}")) == 1


def test_the_title_may_stand_lines_after_the_words_business_case():
    text = f"BUSINESS CASE\n\nBerørte forvaltninger: alle\n\nForslagets titel: HA02 - Ny indgang\n\n{TABLE}"
    assert found(text) == [("HA02", "HA02 - Ny indgang", ["t1"])]


def test_the_same_title_again_is_the_same_proposal():
    title = "Forslagets titel: HA02 - Ny indgang"
    assert len(found(f"{title}\n\n{TABLE}\n{title}\n\n{TABLE}")) == 1


def test_table_numbers_that_start_over_begin_a_case():
    numbered = f"Tabel 1. Økonomi\n\n{TABLE}\nTabel 2. Personale\n\n{TABLE}\n"
    assert [ids for *_, ids in found(numbered + numbered)] == [["t1", "t2"], ["t3", "t4"]]


def test_a_catalogue_is_no_proposal_wherever_it_stands():
    text = f"Titel: HA02 - Ny indgang\n\n{TABLE}\nOversigt\n\n{CATALOGUE}\nI alt\n\n{TABLE}"
    assert [(code, ids) for code, _, ids in found(text)] == [(None, ["t2", "t3"]), ("HA02", ["t1"])]


def test_a_proposal_without_tables_is_left_out():
    text = f"Titel: HA02 - Ny indgang\n\nUdgår.\n\nTitel: HA03 - Ny udgang\n\n{TABLE}"
    assert [code for code, *_ in found(text)] == ["HA03"]


@pytest.mark.parametrize("title, code", [("HA02 og HA03", "HA02"), ("Om HA02 og HA03", None), ("Ny indgang", None)])
def test_a_title_that_names_several_codes_has_the_one_it_begins_with(title, code):
    assert code_in(title) == code

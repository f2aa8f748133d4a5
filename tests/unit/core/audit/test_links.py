"""What tables say of each other: twins within a proposal, a catalogue and its proposals."""

import pytest

from effektspor.core.audit.cases import cases_of
from effektspor.core.audit.equations import Kind
from effektspor.core.audit.labels import is_generic, same_label
from effektspor.core.audit.links import link_equations
from effektspor.core.audit.settling import settle
from tests.papers import read

CATALOGUE = """
Nr. | Forslag | 2024 | 2025 | 2026
HA02 | Ny indgang | -1.200 | -1.200 | -1.200
HA03 | Ny udgang | -300 | -400 | -500
"""
CASE = """
Forslagets titel: HA02 - Ny indgang

1.000 kr. | 2024 | 2025 | 2026
Hjælpemidler | -1.650 | -1.650 | -1.650
Sagsbehandler | 450 | 450 | 450
Samlet varig ændring | -1.200 | -1.200 | -1.200
"""


def links(document, kind):
    return [each for each in link_equations(document, cases_of(document)) if each.kind is kind]


def pairs(text, kind=Kind.TWIN):
    """Return the linked pairs of a drawn paper as labels, with the columns that fail."""
    document = read(text)
    document = type(document)(document.name, tuple(settle(b) if hasattr(b, "rows") else b for b in document.blocks))
    tables = {table.id: table for table in document.tables}
    found = {}
    for each in links(document, kind):
        (part, _), one = each.parts[0], tables[each.result.table]
        names = (one.rows[each.result.row].label, tables[part.table].rows[part.row].label)
        found.setdefault(names, []).extend([] if each.holds else [one.columns[each.result.column]])
    return found


def codes(document):
    """Return what the catalogue of a paper is linked to: codes, and those with a failing year."""
    rows = {(table.id, index): row for table in document.tables for index, row in enumerate(table.rows)}
    linked = links(document, Kind.CATALOGUE)
    code = {each: rows[each.result.table, each.result.row].number.split()[0] for each in linked}
    return set(code.values()), {code[each] for each in linked if not each.holds}


def test_the_catalogue_of_the_paper_against_its_proposals(papers):
    whole = "HA02 HA04 HA05 HA06 HA07b SI02 SI03 UD03b UD04 HJ02 HJ03 BU01 BU02 BU07 BU09 BU10b"
    linked, failing = codes(papers.document("002"))
    # TF01, TF02 and TF03 are the department's share, TV01b is split on three rows.
    assert linked == {*whole.split(), "TV03b"} and failing == {"TV03b"}


def test_every_twin_of_the_five_papers_holds_but_the_lost_minus(papers):
    failing = [
        (number, each.group)
        for number in ("000", "001", "002", "003", "004")
        for each in links(papers.document(number), Kind.TWIN)
        if not each.holds
    ]
    assert failing == [("002", "twin:t68:1:t69:0")]


def test_most_proposals_of_the_paper_have_twins(papers):
    document = papers.document("002")
    assert len({each.group for each in links(document, Kind.TWIN)}) == 62
    copied = next(table for table in document.tables if table.id == "t43")
    assert copied.rows[0].label == "Tilrettelæggelse af indsats", "the table that was copied from TF02"
    assert not any("t43" in {cell.table for cell in each.cells} for each in links(document, Kind.TWIN))


def test_a_row_said_again_is_a_twin_and_so_is_the_total():
    again = (
        CASE.split("\n\n")[1]
        .replace("Hjælpemidler", "Hjælpe-midler (alle)")
        .replace("Samlet varig ændring", "Ændring i alt")
    )
    assert pairs(f"{CASE}\nTabel 2\n\n{again}") == {
        ("Hjælpemidler", "Hjælpe-midler (alle)"): [],
        ("Sagsbehandler", "Sagsbehandler"): [],
        ("Samlet varig ændring", "Ændring i alt"): [],
    }


def test_a_year_that_differs_fails():
    again = (
        CASE.split("\n\n")[1]
        .replace("450 | 450 | 450", "450 | 540 | 450")
        .replace("Samlet varig ændring", "Ændring i alt")
    )
    assert pairs(f"{CASE}\nTabel 2\n\n{again}")["Sagsbehandler", "Sagsbehandler"] == ["2025"]


@pytest.mark.parametrize(
    "old, new, why",
    [
        ("1.000 kr.", "mio. kr.", "another unit is not converted"),
        ("2024 | 2025 | 2026", "2027 | 2028 | 2029", "no common year"),
        ("Hjælpemidler | -1.650 | -1.650 | -1.650", "Hjælpemidler | -1.650 | -9 | -8", "they agree in too few years"),
        ("Hjælpemidler |", "Service |", "a control area names nothing"),
        ("Hjælpemidler |", "Hjælpemidler | 1 | 2 | 3\nHjælpemidler |", "a name that stands twice"),
    ],
)
def test_what_may_be_something_else_is_no_twin(old, new, why):
    table = "1.000 kr. | 2024 | 2025 | 2026\nHjælpemidler | -1.650 | -1.650 | -1.650\nPulje | 7 | 8 | 9\n"
    first = "Forslagets titel: Ny indgang\n\n" + table.replace("Pulje", "Kørsel")
    assert pairs(f"{first}\nTekst\n\n{table}") == {("Hjælpemidler", "Hjælpemidler"): []}
    assert pairs(f"{first}\nTekst\n\n{table.replace(old, new)}") == {}, why


def test_units_written_otherwise_are_the_same():
    table = "1.000 kr. | 2024 | 2025\nHjælpemidler | -1.650 | -1.750\nKørsel | 1 | 2\n"
    for unit in ("1000 kr.", "t.kr.", "t. kr."):
        assert len(pairs(f"Titel: Ny\n\n{table}\nTekst\n\n{table.replace('1.000 kr.', unit)}")) == 2, unit


@pytest.mark.parametrize(
    "old, new, why",
    [
        ("Ny indgang | -1", "Ny indgang (SOF-andel) | -1", "a share"),
        ("Ny indgang | -1", "Ny indgang – investeringsbehov | -1", "the investment"),
        ("HA03 |", "HA02 |", "split on two rows"),
        ("HA02 | Ny indgang", "HA02a | Ny indgang", "another revision"),
        ("-1.200 | -1.200 | -1.200", "-1.200 | -900 | -800", "it agrees in too few years"),
    ],
)
def test_a_catalogue_row_that_is_not_the_whole_proposal_is_left_alone(old, new, why):
    assert pairs(CATALOGUE + CASE, Kind.CATALOGUE) == {("Ny indgang", "Samlet varig ændring"): []}
    assert pairs(CATALOGUE.replace(old, new) + CASE, Kind.CATALOGUE) == {}, why


def test_a_bare_number_is_a_proposal_where_the_name_is_the_same():
    numbered = CATALOGUE.replace("HA02", "1").replace("HA03", "2") + CASE.replace("HA02 -", "#")
    assert pairs(numbered.replace("Forslagets titel: #", "Forslag nr. 1:"), Kind.CATALOGUE)
    assert not pairs(numbered.replace("Forslagets titel: # Ny indgang", "Forslag nr. 1: Trappen"), Kind.CATALOGUE)


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("Koordinationstimer", "Koordinations timer", True),
        ("Støtte (netto)", "støtte", True),
        ("Færre døgnpladser i botilbud", "Færre døgnpladser", True),
        ("Færre døgnpladser i botilbud", "Færre døgnpladserne", False),
        ("Løn", "Lønninger", False),
        ("", "", False),
    ],
)
def test_when_labels_are_the_same(one, other, same):
    assert same_label(one, other) is same_label(other, one) is same


@pytest.mark.parametrize("label", ["I alt", "Service", "Varige ændringer totalt, service", "Socialudvalget Besparelse"])
def test_labels_that_name_nothing(label):
    assert is_generic(label) and not is_generic("Husleje") and not is_generic("Besparelse på hjælpemidler")

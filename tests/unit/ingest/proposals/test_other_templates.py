"""Catalogues and proposals in templates of other houses: what their groups, sums, investments and risks are."""

import openpyxl
import pytest

from effektspor.core.finding import Verdict
from effektspor.core.proposals.ties import TieVerdict, tie_catalogue
from effektspor.core.proposals.totals import compute_totals
from effektspor.ingest.proposals.catalogue import read_catalogue
from effektspor.ingest.proposals.reading import read_cases
from effektspor.ingest.reading import read_document
from tests.papers import read
from tests.unit.ingest.formats import append, saved

from .made import codes_said, found_in, lines_of, only_case, thousands

ECONOMY = """
1.000 kr. (2027-priser) | Styringsområde | 2027 | 2028
Varige ændringer | | |
Færre vagter | Service | {0} | {0}
Samlet varig ændring | | {0} | {0}
"""


def groups_in(text):
    """Return each group's name with its net of 2027, and the whole's."""
    catalogue = read_catalogue(read(text), ())
    told = [(group.target_group, thousands(group.net)[2027]) for group in catalogue.groups]
    return told, thousands(catalogue.net)[2027]


def proposal(code, title, amount, more=""):
    return f"Forslagets titel: {code} – {title}\n{ECONOMY.format(amount)}\n{more}\n"


INSIDE = """
Oversigt

1.000 kr., 2027-priser | | 2027 | 2028
Ældre borgere | | |
ÆB1 | Aftenhold | -200 | -200
ÆB2 | Indkøb | -300 | -300
{sum} | | -500 | -500
Unge | | |
UN1 | Mentorer | -400 | -400
UN2 | Klubber | -50 | -100
{other} | | -450 | -500
{whole} | | -950 | -1.000
"""


@pytest.mark.parametrize(
    "sums",
    [
        ("Ældre borgere i alt", "Unge i alt", "I alt"),
        ("Ældre borgere, netto", "Unge, netto", "Alle forslag"),
        ("Resultat for ældre", "Resultat for unge", "Sparepakke 2027"),
        ("Ældre borgere", "Unge", "Alle målgrupper"),
    ],
)
def test_a_row_without_a_code_that_equals_the_rows_above_is_their_sum(sums):
    paper = INSIDE.format(sum=sums[0], other=sums[1], whole=sums[2])
    assert groups_in(paper) == ([("Ældre borgere", -500), ("Unge", -450)], -950)
    catalogue = read_catalogue(read(paper), ())
    assert all(group.stated_net == group.net for group in catalogue.groups) and catalogue.stated_net == catalogue.net
    assert catalogue.codes == ("ÆB1", "ÆB2", "UN1", "UN2")


def test_a_grand_total_that_is_wrong_in_one_year_is_still_a_sum_and_is_told():
    paper = INSIDE.format(sum="Ældre, netto", other="Unge, netto", whole="Sparepakke").replace("-950", "-990")
    assert groups_in(paper)[1] == -950
    (found,) = [finding for finding in found_in(paper).findings if finding.code == "KAT-020"]
    assert (found.verdict, found.columns) == (Verdict.ASK, ("2027",))
    assert "»Sparepakke« er −990 (1.000 kr.) i 2027" in found.message and "giver −950" in found.message


def test_a_groups_sum_that_is_wrong_in_one_year_is_not_added():
    paper = INSIDE.format(sum="Resultat for ældre", other="Resultat for unge", whole="Sparepakke")
    assert groups_in(paper.replace("-500 | -500", "-550 | -500"))[1] == -950


def test_a_group_may_have_its_sum_on_the_line_of_its_name():
    paper = """
    Nr. | 1.000 kr., 2027-priser | 2027 | 2028
     | Ældre borgere | -500 | -500
    ÆB1 | Aftenhold | -200 | -200
    ÆB2 | Indkøb | -300 | -300
     | Unge | -400 | -450
    UN1 | Mentorer | -350 | -350
    UN2 | Klubber | -50 | -100
    """
    assert groups_in(paper) == ([("Ældre borgere", -500), ("Unge", -400)], -900)


def test_the_whole_may_stand_first_and_a_part_of_a_row_is_not_added():
    paper = """
    Nr. | 1.000 kr., 2027-priser | 2027 | 2028
     | Hele pakken | -650 | -650
     | Ældre borgere | -500 | -500
    ÆB1 | Aftenhold | -200 | -200
    ÆB2 | Indkøb | -300 | -300
     | Heraf mad | -100 | -100
     | Unge | -150 | -150
    UN1 | Mentorer | -150 | -150
    """
    assert groups_in(paper) == ([("Ældre borgere", -500), ("Unge", -150)], -650)
    catalogue = read_catalogue(read(paper), ())
    assert catalogue.stated_net == catalogue.net


def test_a_proposal_without_a_code_is_counted_and_named():
    paper = """
    1.000 kr., 2027-priser | | 2027 | 2028
    ÆB1 | Aftenhold | -200 | -200
    ÆB2 | Indkøb | -300 | -300
     | Nyt forslag om kørsel | -70 | -90
    I alt | | -570 | -590
    """
    assert groups_in(paper)[1] == -570
    said = [finding.message for finding in found_in(paper + proposal("ÆB1", "Aftenhold", -200)).findings]
    assert any("»Nyt forslag om kørsel« står i kataloget" in message for message in said)


def test_a_proposal_without_a_code_is_tied_by_its_title():
    listed = "1.000 kr., 2027-priser | | 2027 | 2028\nÆB1 | Aftenhold | -200 | -200\nÆB2 | Indkøb | -300 | -300\n"
    paper = f"{listed} | Kørsel | -70 | -70\n\n" + proposal("ÆB1", "Aftenhold", -200)
    ties = found_in(f"{paper}Forslagets titel: Kørsel\n{ECONOMY.format(-70)}").ties
    assert [(tie.code, tie.verdict.value) for tie in ties] == [("ÆB1", "equal"), ("ÆB2", "no_case"), ("", "equal")]


@pytest.mark.parametrize("codes", [("ÆB1", "UN1"), ("01", "02"), ("60", "61"), ("2027-01", "2027-02")])
def test_a_group_may_have_one_row_and_any_kind_of_code(codes):
    tables = "\n".join(
        f"{name} (1.000 kr., 2027-priser)\n\nNr. | Titel | 2027 | 2028\n{code} | {title} | {amount} | {amount}\n"
        f"Netto i alt | | {amount} | {amount}\n"
        for name, code, title, amount in zip(
            ("Ældre", "Unge"), codes, ("Aftenhold", "Mentorer"), (-200, -400), strict=True
        )
    )
    cases = proposal(codes[0], "Aftenhold", -200) + proposal(codes[1], "Mentorer", -400)
    found = found_in(tables + "\n" + cases)
    assert [(group.target_group, thousands(group.net)[2027]) for group in found.catalogue.groups] == [
        ("Ældre", -200), ("Unge", -400),
    ]  # fmt: skip
    assert [(case.code, case.target_group) for case in found.cases] == [(codes[0], "Ældre"), (codes[1], "Unge")]
    assert [tie.verdict.value for tie in found.ties] == ["equal", "equal"]


def test_a_column_may_name_the_groups():
    paper = """
    Oversigt over forslag (1.000 kr., 2027-priser)

    Nr. | Titel | Målgruppe | 2027 | 2028
    F1 | Aftenhold | Ældre borgere | -200 | -200
    F2 | Mentorer | Unge | -400 | -400
    F3 | Indkøb | Ældre borgere | -300 | -300
    I alt | | | -900 | -900
    """
    assert groups_in(paper) == ([("Ældre borgere", -500), ("Unge", -400)], -900)
    catalogue = read_catalogue(read(paper), ())
    assert [row.title for row in catalogue.rows] == ["Aftenhold", "Indkøb", "Mentorer"]
    assert catalogue.stated_net == catalogue.net
    case = found_in(paper + "\n" + proposal("F2", "Mentorer", -400)).cases[0]
    assert case.target_group == "Unge"


@pytest.mark.parametrize(
    "caption",
    [
        "Ældre borgere (1.000 kr., 2027-priser)",
        "Ældre borgere, 1.000 kr.",
        "Tabel 2. Ældre borgere i 1.000 kr. 2027 p/l",
        "Ældre borgere – beløb i 1.000 kr.",
    ],
)
def test_a_groups_name_has_no_unit_and_no_price_level(caption):
    rows = "Nr. | Titel | 2027 | 2028\nÆB1 | Aftenhold | -200 | -200\nÆB2 | Indkøb | -300 | -300\n"
    assert groups_in(f"{caption}\n\n{rows}")[0] == [("Ældre borgere", -500)]


def test_investments_in_a_table_of_their_own_are_paid_once():
    case = only_case("""
    Forslagets titel: ÆB1 – Aftenhold

    Tabel 1. Årlig virkning (1.000 kr., 2027-p/l)

     | 2027 | 2028
    Færre vagter | -300 | -300
    Koordinator | 100 | 100
    I alt | -200 | -200

    Tabel 2. Investering (1.000 kr., 2027-p/l)

     | 2027 | 2028
    Indretning | 900 | 0
    Investering i alt | 900 | 0
    """)
    assert [(kind, area) for kind, area, *_ in lines_of(case)] == [
        ("permanent", "Service"), ("permanent", "Service"), ("implementation", "Service"),
    ]  # fmt: skip
    assert thousands(compute_totals(case).total) == {2027: 700, 2028: -200}
    assert (thousands(case.stated.permanent), thousands(case.stated.implementation), case.stated.total) == (
        {2027: -200, 2028: -200}, {2027: 900, 2028: 0}, None,
    )  # fmt: skip


def test_a_whole_economy_that_is_about_an_investment_recurs():
    case = only_case("""
    Forslagets titel: ÆB1 – Løftere

    Tabel 1. Økonomi ved investering i løftere (1.000 kr., 2027-p/l)

     | 2027 | 2028
    Færre vagter | -300 | -300
    I alt | -300 | -300
    """)
    assert [kind for kind, *_ in lines_of(case)] == ["permanent"]


def test_the_control_area_may_stand_in_the_head():
    head = "Forslagets titel: ÆB1 – Aftenhold\nUdgiftstype | {0}\nUdvalg | Socialudvalget\n"
    table = "\n1.000 kr., 2027-priser | 2027 | 2028\nFærre vagter | -300 | -300\nI alt | -300 | -300\n"
    assert [area for _, area, *_ in lines_of(only_case(head.format("Anlæg") + table))] == ["Anlæg"]
    assert "KAT-004" not in codes_said(head.format("Serviceudgifter") + table)
    assert "KAT-004" in codes_said(head.format("Ved ikke endnu") + table)


@pytest.mark.parametrize(
    "told, level",
    [
        ("Risiko: lav", "lav"),
        ("Risici\n\nSamlet risiko: høj", "høj"),
        ("Samlet risiko: Mellem", "middel"),
        ("Risikoen vurderes som lav.", "lav"),
        ("Risikoen ved forslaget er høj, fordi personalet er nyt.", "høj"),
        ("Risici\n\nRisiko | Sandsynlighed | Konsekvens\nFor få hold | Lav | Høj\n\nSamlet risiko: Mellem", "middel"),
        ("Risici\n\nRisiko | Sandsynlighed | Konsekvens\nFor få hold | Lav | Høj", ""),
        ("Nabokommunen har en lav udgift til risikovurdering.", ""),
        ("Risikoen vurderes som lav.\n\nRisikoen vurderes som høj.", ""),
    ],
)
def test_the_risk_is_what_is_said_of_the_whole(told, level):
    assert only_case(proposal("ÆB1", "Aftenhold", -200, told)).risk.level == level


def test_two_proposals_may_have_the_same_risk():
    paper = proposal("ÆB1", "Aftenhold", -200, "Risiko: lav") + proposal("ÆB2", "Indkøb", -300, "Risiko: lav")
    assert [case.risk.level for case in found_in(paper).cases] == ["lav", "lav"]


TOTAL = """
Ældre (1.000 kr., 2027-priser)

Nr. | Titel | 2027 | 2028
ÆB1 | Aftenhold | -200 | -200
ÆB2 | Indkøb | -300 | -300
Netto i alt | | -500 | -500

Samlet (1.000 kr., 2027-priser)

 | 2027 | 2028
Netto for hele kataloget | {0} | {1}
"""


def said_of_total(*amounts):
    return [finding for finding in found_in(TOTAL.format(*amounts)).findings if finding.code == "KAT-020"]


def test_the_printed_total_is_held_against_the_rows():
    assert said_of_total(-500, -500) == [] and said_of_total(-501, -500) == []  # within rounding
    (found,) = said_of_total(-500, -900)
    assert (found.verdict, found.columns) == (Verdict.ASK, ("2028",))
    (found,) = said_of_total(-700, -900)
    assert found.verdict is Verdict.NOTE


@pytest.mark.parametrize("heading", ["Indsatsforslag A", "Spareforslag uden nummer"])
def test_proposals_that_cannot_be_told_apart_are_said(heading):
    paper = f"{heading}\n{ECONOMY.format(-200)}\n{heading}\n{ECONOMY.format(-300)}"
    assert codes_said(paper) == ["KAT-021"]
    assert codes_said("Notat om året\n\nDer er ingen tabeller med noget i.") == ["KAT-015"]


def workbook(*sheets):
    """Return a workbook as bytes: each sheet a name and a drawn text."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, text in sheets:
        sheet = book.create_sheet(name)
        for line in text.strip("\n").split("\n"):
            append(sheet, line.split("|"))
    return saved(book)


LISTED = """
Sparekatalog 2027

Ældre (1.000 kr., 2027-priser)
Nr.|Forslag|2027|2028
AN-1|Aftenhold|-200|-200
AN-2|Indkøb|-300|-300
I alt||-500|-500
"""


@pytest.mark.parametrize("names", [("AN-1", "AN-2"), ("Forslag AN-1", "Forslag AN-2"), ("Aftenhold", "AN-2 Indkøb")])
def test_a_workbook_may_have_a_sheet_for_each_proposal(names):
    table = "Økonomi\n\n1.000 kr.|Ramme|2027|2028\nFærre vagter|Service|{0}|{0}\nOmbygning|Anlæg|50|0\nI alt||{1}|{0}\n"
    sheets = [(name, table.format(amount, amount + 50)) for name, amount in zip(names, (-200, -300), strict=True)]
    document = read_document("katalog.xlsx", workbook(("Oversigt", LISTED), *sheets))
    cases, _ = read_cases(document)
    assert [(case.code, case.title, case.target_group) for case in cases] == [
        ("AN-1", "Aftenhold", "Ældre"), ("AN-2", "Indkøb", "Ældre"),
    ]  # fmt: skip
    assert [(line.label, line.control_area) for line in cases[0].lines] == [
        ("Færre vagter", "Service"), ("Ombygning", "Anlæg"),
    ]  # fmt: skip


def test_a_sheet_that_is_numbered_is_no_proposals():
    listed = LISTED.replace("AN-", "")
    document = read_document("katalog.xlsx", workbook(("Oversigt", listed), ("Tabel 1", "Noter"), ("Tabel 2", "Noter")))
    assert read_cases(document)[0] == ()


@pytest.mark.parametrize("line", ["Risiko ved forslaget: høj", "Risiko: høj", "Risikoen vurderes til høj."])
def test_a_risk_that_stands_alone_on_its_line_is_read(line: str) -> None:
    paper = f"""
        Forslagets titel: VO01 – Bostøtte i grupper

        1.000 kr. | 2027 | 2028
        Færre timer | -100 | -200
        I alt | -100 | -200

        Beregningsgrundlag

        Beløbene bygger på regnskabet.

        {line}
    """
    case = only_case(paper)
    assert case.risk.level == "høj"


def test_who_and_when_are_enough_to_know_the_list_of_criteria_by() -> None:
    paper = """
        Forslagets titel: VO01 – Bostøtte i grupper

        1.000 kr. | 2027 | 2028
        Færre timer | -100 | -200
        I alt | -100 | -200

        Hvad vi følger

        Hvad vil vi se | Ansvarlig | Opfølgning
        Flere er i gruppe | Teamlederen | Hvert halve år
        Ingen venter | Visitationen | Hver måned
    """
    case = only_case(paper)
    assert [(each.criterion, each.responsible, each.when) for each in case.criteria] == [
        ("Flere er i gruppe", "Teamlederen", "Hvert halve år"), ("Ingen venter", "Visitationen", "Hver måned"),
    ]  # fmt: skip


def test_what_a_paper_says_once_of_its_signs_holds_for_all_its_proposals() -> None:
    paper = """
        Råderumskatalog 2027

        Alle beløb er i 1.000 kr. Besparelser er vist uden fortegn, merudgifter med minus.

        Nr. | Forslag | 2027 | 2028
        R11 | Fælles indkøb | 300 | 400
        R12 | Ændret nattilsyn | 500 | 1.000
        I alt | | 800 | 1.400

        Forslagets titel: R11 – Fælles indkøb

        1.000 kr. | 2027 | 2028
        Lavere priser | 350 | 450
        Gebyr | -50 | -50
        I alt | 300 | 400

        Forslagets titel: R12 – Ændret nattilsyn

        1.000 kr. | 2027 | 2028
        Færre besøg | 600 | 1.200
        Skærme | -100 | -200
        I alt | 500 | 1.000
    """
    document = read(paper)
    cases, _ = read_cases(document)
    assert [thousands(compute_totals(case).permanent) for case in cases] == [
        {2027: -300, 2028: -400}, {2027: -500, 2028: -1000},
    ]  # fmt: skip
    catalogue = read_catalogue(document, cases)
    assert catalogue is not None and thousands(catalogue.net) == {2027: -800, 2028: -1400}
    assert {tie.verdict for tie in tie_catalogue(catalogue, cases)} == {TieVerdict.EQUAL}

"""The catalogue: its groups, what each amount counts towards, its unit and its sign."""

import pytest

from effektspor.core.proposals.catalogue import RowPurpose
from effektspor.core.proposals.ties import TieVerdict, tie_catalogue
from effektspor.ingest.proposals.catalogue import read_catalogue, read_catalogue_with_notes
from effektspor.ingest.proposals.reading import read_cases
from tests.papers import read

from .made import cases_in, codes_said, found_in, thousands

GROUPS = [
    ("Borgere med handicap", (-24700, -27800, -27800, -27800), {}),
    ("Borgere med sindslidelse", (-3350, -4100, -4100, -4100), {}),
    ("Udsatte voksne", (-5400, -5900, -6400, -6400), {2017: 500, 2018: 2100, 2019: 2100, 2020: 2100, 2021: 0}),
    ("Hjemmepleje", (-2100, -2100, -2100, -2100), {}),
    ("Børnefamilier med særlige behov", (-26250, -26450, -26450, -26450), {}),
    ("Tværgående forslag", (-3500, -3500, -3500, -3500), {2017: 300, 2018: 700, 2019: 0, 2020: 0, 2021: 0}),
]
INSIDE = """
    Omstillingskatalog 2026

    1.000 kr. 2026 p/l
    Nr. | Forslag | 2026 | 2027 | 2028
    Voksne | | | |
    VO1 | Bostøtte i grupper | -100 | -200 | -200
    VO2 | Fælles nattevagt | -50 | -50 | -50
    Voksne i alt | | -150 | -250 | -250
    Børn | | | |
    BØ1 | Netværkspleje | -300 | -300 | -300
    BØ2 | Aflastning | -20 | -20 | -20
    Børn i alt | | -320 | -320 | -320
    I alt | | -470 | -570 | -570
"""


@pytest.fixture
def document(papers):
    return papers.document("002")


@pytest.fixture
def catalogue(document):
    return read_catalogue(document, read_cases(document)[0])


def test_the_groups_come_to_what_they_state(catalogue):
    told = [(group.target_group[:31], tuple(thousands(group.net).values())[1:], thousands(group.investment))
            for group in catalogue.groups]  # fmt: skip
    assert told == [(name[:31], net, invested) for name, net, invested in GROUPS] or [
        (name.split(" - ")[0], *rest) for name, *rest in told
    ] == [tuple(group) for group in GROUPS]
    assert all(group.net == group.stated_net for group in catalogue.groups)
    assert all(group.investment == (group.stated_investment or group.investment) for group in catalogue.groups)


def test_the_whole_comes_to_what_it_states(catalogue):
    assert thousands(catalogue.net) == {2017: 0, 2018: -65300, 2019: -69850, 2020: -70350, 2021: -70350}
    assert thousands(catalogue.investment) == {2017: 800, 2018: 2800, 2019: 2100, 2020: 2100, 2021: 0}
    assert (catalogue.net, catalogue.investment) == (catalogue.stated_net, catalogue.stated_investment)
    assert "katalog" in catalogue.title.casefold() and len(catalogue.codes) == 21


def test_a_stack_is_settled_by_the_stated_sums(catalogue):
    stacked = [(row.code, row.purpose.value, row.control_area, thousands(row.amounts)) for row in catalogue.rows
               if row.code in ("TF02", "TF03")]  # fmt: skip
    assert stacked == [
        ("TF02", "net", "Service", {2017: 0, 2018: -700, 2019: -700, 2020: -700, 2021: -700}),
        ("TF02", "investment", "Service", {2017: 500}),
        ("TF03", "net", "Service", {2018: -200, 2019: -700, 2020: -1200, 2021: -1200}),
        ("TF03", "other", "Overførsler", {2018: -200, 2019: -700, 2020: -1200, 2021: -1200}),
        ("TF03", "investment", "Service", {2018: 2100, 2019: 2100, 2020: 2100, 2021: 0}),
    ]


def test_a_proposal_in_three_groups_keeps_its_rows(catalogue):
    rows = [row for row in catalogue.rows if row.code == "TV01b"]
    assert [row.purpose for row in rows] == [RowPurpose.NET, RowPurpose.NET, RowPurpose.INVESTMENT]
    assert [thousands(row.amounts)[2018] for row in rows] == [-1100, -11700, 700]


def test_each_row_knows_the_tables_of_its_case(document, catalogue):
    known = {table.id for table in document.tables}
    assert all(row.case_table_ids and set(row.case_table_ids) <= known for row in catalogue.rows)
    assert len({group.table_id for group in catalogue.groups}) == len(GROUPS)


def test_sixteen_are_equal_four_are_shares_and_one_is_at_fault(document, catalogue):
    ties = {tie.code: tie for tie in tie_catalogue(catalogue, read_cases(document)[0])}
    of = {verdict: [code for code, tie in ties.items() if tie.verdict is verdict] for verdict in TieVerdict}
    assert len(of[TieVerdict.EQUAL]) == 16
    assert sorted(of[TieVerdict.SHARE]) == ["TF01", "TF02", "TF03", "TV01b"]
    assert (of[TieVerdict.FAULT], ties["TV03b"].years) == (["TV03b"], (2020,))
    assert not of[TieVerdict.UNCLEAR] and not of[TieVerdict.NO_CASE]


def test_a_share_is_told_by_its_own_area(document, catalogue):
    ties = {tie.code: tie for tie in tie_catalogue(catalogue, read_cases(document)[0])}
    assert ties["TF02"].reason == "kun Service"
    assert ties["TF03"].reason.split("; ")[0] == "kun Service"
    assert ties["TV01b"].reason == "delt mellem målgrupper"


def test_the_unit_is_the_cases_and_a_note_says_so(document):
    said = read_catalogue_with_notes(document, read_cases(document)[0]).findings
    assert [finding.code for finding in said] == ["KAT-005"]
    assert "1.000 kr., som forslagene er" in said[0].message


def test_a_catalogue_of_savings_in_plus_is_turned_and_says_so(papers):
    read_it = read_catalogue_with_notes(papers.document("003"), ())
    rows = [(row.code, row.amounts.at(2018)) for row in read_it.catalogue.rows]
    assert rows == [("SS10", -25_000_000), ("SS7, SS9, SS11", -34_500_000), ("SS8", -74_900_000), ("SS6", -75_000_000)]
    assert read_it.catalogue.groups[0].stated_net == read_it.catalogue.net
    assert [finding.code for finding in read_it.findings] == ["KAT-005", "KAT-006"]


@pytest.mark.parametrize("number", ["000", "001", "004"])
def test_other_papers_have_no_catalogue(papers, number):
    assert read_catalogue(papers.document(number), ()) is None


def test_groups_inside_one_table():
    catalogue = read_catalogue(read(INSIDE), ())
    told = [(group.target_group, thousands(group.net), group.net == group.stated_net) for group in catalogue.groups]
    assert told == [
        ("Voksne", {2026: -150, 2027: -250, 2028: -250}, True),
        ("Børn", {2026: -320, 2027: -320, 2028: -320}, True),
    ]
    assert catalogue.stated_net == catalogue.net


def test_a_stack_that_no_sum_settles_is_told_by_words_and_said():
    paper = """
    Katalog 2026
    1.000 kr. | | 2026 | 2027
    VO01 | Nattevagt | -100 | -100
    VO02 | Fælles drift af bostøtte (andel) <i>Anlæg</i> | -50<br>200 | -50<br>0
    """
    catalogue = read_catalogue(read(paper), ())
    assert [(row.code, row.purpose.value) for row in catalogue.rows] == [
        ("VO01", "net"), ("VO02", "net"), ("VO02", "investment"),
    ]  # fmt: skip
    assert "KAT-014" in codes_said(paper)


def test_a_case_that_is_not_listed_and_a_row_without_a_case_are_said():
    paper = """
    1.000 kr. 2026 p/l | | 2026 | 2027
    VO01 | Nattevagt | -100 | -100
    VO02 | Bostøtte i grupper | -50 | -50

    BUSINESS CASE
    Forslagets titel: VO03 – Fælles indkøb
    1.000 kr. 2026 p/l | Styringsområde | 2026 | 2027
    Lavere priser | Service | -30 | -30
    Samlet varig ændring | | -30 | -30
    """
    assert len(cases_in(paper)) == 1
    assert codes_said(paper) == ["KAT-012", "KAT-012", "KAT-013"]


def test_a_code_with_a_hyphen_is_shown_as_it_is_printed_and_tied():
    paper = """
    1.000 kr. 2026 p/l | | 2026 | 2027
    S101 | Nattevagt | -100 | -100
    S-102 | Bostøtte i grupper | -50 | -50

    BUSINESS CASE
    Forslagets titel: S-101: Nattevagt
    1.000 kr. 2026 p/l | Styringsområde | 2026 | 2027
    Færre vagter | Service | -100 | -100
    Samlet varig ændring | | -100 | -100

    Forslagets effekt

    Nattevagten dækker også bostøtten i S-102.
    """
    found = found_in(paper)
    assert [(tie.code, tie.verdict) for tie in found.ties] == [
        ("S-101", TieVerdict.EQUAL), ("S-102", TieVerdict.NO_CASE),
    ]  # fmt: skip
    (case,) = found.cases
    assert (case.title, [link.code for link in case.links]) == ("Nattevagt", ["S-102"])


def test_a_catalogue_in_millions_is_tied_within_rounding():
    paper = """
    mio. kr. 2026 p/l | | 2026 | 2027
    VO01 | Nattevagt | -0,1 | -0,3
    VO02 | Bostøtte i grupper (drift) <i>Anlæg</i> | -0,5<br>1,2 | -0,6<br>-
    Investeringsbehov | | 1,2 | -
    Nettoeffektivisering | | -0,7 | -0,8

    BUSINESS CASE
    Forslagets titel: VO01: Nattevagt
    1.000 kr. 2026 p/l | Styringsområde | 2026 | 2027
    Færre vagter | Service | -140 | -260
    Samlet varig ændring | | -140 | -260
    """
    found = found_in(paper)
    assert [tie.verdict for tie in found.ties] == [TieVerdict.EQUAL, TieVerdict.NO_CASE]
    assert [row.purpose.value for row in found.catalogue.rows] == ["net", "net", "investment"]
    assert "KAT-014" not in [finding.code for finding in found.findings]


def test_a_catalogue_without_a_unit_is_read_by_how_its_amounts_look():
    paper = """
    Katalog over besparelser
    Nr. | Forslag | 2026 | 2027
    VO01 | Nattevagt | -0,4 | -0,8
    VO02 | Bostøtte i grupper | -1,2 | -1,2
    """
    assert thousands(read_catalogue(read(paper), ()).rows[0].amounts) == {2026: -400, 2027: -800}
    assert "KAT-005" in codes_said(paper)


def test_the_price_level_is_what_its_tables_state():
    assert read_catalogue(read(INSIDE), ()).price_level == "2026"
    two = INSIDE.replace(
        "Børn | | | |", "\n    1.000 kr. 2025 p/l\n    Nr. | Forslag | 2026 | 2027 | 2028\n    Børn | | | |"
    )
    assert read_catalogue(read(two), ()).price_level == "", "two levels are none of the whole"
    assert read_catalogue(read(INSIDE.replace(" 2026 p/l", "")), ()).price_level == ""

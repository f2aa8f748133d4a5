"""Proposals in other municipalities' templates. Where a template leaves something open, the reading says so."""

from effektspor.core.proposals.details import LinkKind

from .made import cases_in, codes_said, found_in, lines_of, only_case, thousands


def test_numbered_proposals_with_one_table_each():
    first, second = cases_in("""
    Budget 2027: Forslag fra Velfærdsforvaltningen
    Alle beløb er i 1.000 kr.

    Forslag nr. 4: Færre køb af dagtilbud

    Borgere i egne tilbud får plads i de kommunale dagtilbud.

    2027-priser | 2027 | 2028 | 2029 | 2030
    Færre købte pladser | -800 | -1.600 | -1.600 | -1.600
    Udgift til befordring | 100 | 150 | 150 | 150
    Netto | -700 | -1.450 | -1.450 | -1.450

    Risiko: Lav til middel, fordi pladserne skal findes.

    Forslag nr. 5: Samlet indkøb af hjælpemidler

    2027-priser | 2027 | 2028 | 2029 | 2030
    Lavere priser | -300 | -300 | -300 | -300
    Netto | -300 | -300 | -300 | -300
    """)
    assert [(case.code, case.title) for case in (first, second)] == [
        ("4", "Færre køb af dagtilbud"), ("5", "Samlet indkøb af hjælpemidler"),
    ]  # fmt: skip
    assert (first.unit.name, first.price_level, first.risk.level) == ("1.000 kr.", "2027", "lav til middel")
    assert thousands(first.stated.permanent) == {2027: -700, 2028: -1450, 2029: -1450, 2030: -1450}
    assert [label for *_, label, _ in lines_of(first)] == ["Færre købte pladser", "Udgift til befordring"]
    assert first.section("Beskrivelse").startswith("Borgere i egne tilbud")


def test_drift_and_anlaeg_as_headings_of_the_rows():
    case = only_case("""
    Forslagets titel: SO101: Ombygning af botilbud

    1.000 kr. i 2026-niveau | Område | 2026 | 2027 | 2028 | 2029
    Drift | | | | |
    Færre vikarer | Service | - | -400 | -900 | -900
    Husleje | Service | 50 | 50 | 50 | 50
    Drift i alt | | 50 | -350 | -850 | -850
    Anlæg | | | | |
    Ombygning | Anlæg | 1.500 | 500 | - | -
    Anlæg i alt | | 1.500 | 500 | - | -
    I alt | | 1.550 | 150 | -850 | -850

    Risici

    Risikoen er høj, da huset er gammelt.
    """)
    assert [(kind, area) for kind, area, *_ in lines_of(case)] == [
        ("permanent", "Service"), ("permanent", "Service"), ("implementation", "Anlæg"),
    ]  # fmt: skip
    stated = case.stated
    assert thousands(stated.permanent) == {2026: 50, 2027: -350, 2028: -850, 2029: -850}
    assert thousands(stated.implementation) == {2026: 1500, 2027: 500}
    assert (thousands(stated.total)[2026], case.risk.level) == (1550, "høj")


def test_years_down_the_side():
    case = only_case("""
    Forslagets navn: VO12 – Fælles nattevagt

    1.000 kr. | Drift | Anlæg | Netto
    2026 | -200 | 300 | 100
    2027 | -500 | 0 | -500
    2028 | -500 | 0 | -500
    """)
    assert lines_of(case) == [
        ("permanent", "Service", "", "Drift", {2026: -200, 2027: -500, 2028: -500}),
        ("implementation", "Anlæg", "", "Anlæg", {2026: 300, 2027: 0, 2028: 0}),
    ]
    assert thousands(case.stated.total) == {2026: 100, 2027: -500, 2028: -500}


def test_savings_in_plus_are_turned_and_it_is_said():
    paper = """
    Titel: Bortfald af puljer

    Besparelser i kr. | 2026 | 2027 | 2028
    Besparelse ved bortfald af pulje | 250.000 | 250.000 | 250.000
    Besparelse på administration | 100.000 | 150.000 | 150.000
    I alt | 350.000 | 400.000 | 400.000

    Konsekvenser

    Der bliver færre aktiviteter.
    """
    case = only_case(paper)
    assert thousands(case.stated.permanent) == {2026: -350, 2027: -400, 2028: -400}
    assert all(ore < 0 for line in case.lines for _, ore in line.amounts.pairs)
    assert codes_said(paper) == ["KAT-006", "KAT-004"]


def test_what_only_costs_is_not_turned():
    case = only_case("""
    Titel: VO31 – Flere sagsbehandlere

    1.000 kr. 2026 p/l | Styringsområde | 2026 | 2027
    To årsværk i myndigheden | Service | 1.100 | 1.100
    Samlet varig ændring | | 1.100 | 1.100
    """)
    assert thousands(case.lines[0].amounts) == {2026: 1100, 2027: 1100}


def test_markdown():
    first, second = cases_in("""
    # Reduktionsforslag 2028

    ## SÆ07 Nedlæggelse af akutpladser

    **Resumé:** Akutpladserne nedlægges, og borgerne får hjælp i eget hjem.

    ### Konsekvenser for borgerne

    Hjælpen gives et andet sted. Forslaget overlapper med SÆ08.

    mio. kr. (28-pl) | 2028 | 2029 | 2030 | 2031
    Nedlæggelse af 3 pladser | -1,2 | -2,4 | -2,4 | -2,4
    Bostøtte i eget hjem | 0,3 | 0,6 | 0,6 | 0,6
    Samlet | -0,9 | -1,8 | -1,8 | -1,8

    ## SÆ08 Ny visitationspraksis

    **Resumé:** Visitationen samles.

    mio. kr. (28-pl) | 2028 | 2029 | 2030 | 2031
    Færre bevillinger | -0,5 | -0,5 | -0,5 | -0,5
    Samlet | -0,5 | -0,5 | -0,5 | -0,5
    """)
    assert (first.code, first.title, first.unit.name) == ("SÆ07", "Nedlæggelse af akutpladser", "mio. kr.")
    assert (first.price_level, first.target_group) == ("2028", "")
    assert first.summary.startswith("Akutpladserne") and second.summary == "Visitationen samles."
    assert first.section("Konsekvenser for borgerne").startswith("Hjælpen")
    assert thousands(first.lines[1].amounts) == {2028: 300, 2029: 600, 2030: 600, 2031: 600}
    assert [(link.kind, link.code) for link in first.links] == [(LinkKind.OVERLAPS, "SÆ08")]


def test_a_table_for_each_control_area_and_none_for_the_whole():
    case = only_case("""
    BUSINESS CASE
    Forslagets titel: HK03 – Kortere ophold på herberg
    Tabel 1. Varige ændringer, service
    1.000 kr. 2025 p/l | 2025 | 2026 | 2027
    Færre døgn | -900 | -900 | -900
    Tabt refusion | 450 | 450 | 450
    Varige ændringer totalt, service | -450 | -450 | -450

    Tabel 2. Varige ændringer, overførsler
    1.000 kr. 2025 p/l | 2025 | 2026 | 2027
    Kontanthjælp | -50 | -50 | -50
    Varige ændringer totalt, overførsler | -50 | -50 | -50

    Tabel 3. Implementeringsomkostninger, service
    1.000 kr. 2025 p/l | 2025 | 2026 | 2027
    Projektleder | 300 | 0 | 0
    Implementeringsomkostninger totalt, service | 300 | 0 | 0
    """)
    assert [(kind, area, label) for kind, area, _, label, _ in lines_of(case)] == [
        ("permanent", "Service", "Færre døgn"), ("permanent", "Service", "Tabt refusion"),
        ("permanent", "Overførsler", "Kontanthjælp"), ("implementation", "Service", "Projektleder"),
    ]  # fmt: skip
    assert thousands(case.stated.permanent) == {2025: -500, 2026: -500, 2027: -500}
    assert thousands(case.stated.implementation) == {2025: 300, 2026: 0, 2027: 0}


def test_a_template_in_two_columns():
    case = only_case("""
    Forslagets titel | VO44 – Samlet botilbud
    Målgruppe | Voksne med handicap
    Baggrund | To huse ligger tæt på hinanden, og det ene har ledige pladser.
    Risikovurdering | Middel.

    1.000 kr. 2026 p/l | Styringsområde | 2026 | 2027
    Ét hus mindre | Service | -700 | -700
    Samlet varig ændring | | -700 | -700
    """)
    assert (case.code, case.target_group) == ("VO44", "Voksne med handicap")
    assert case.section("Baggrund").endswith("ledige pladser.") and case.risk.level == "middel"


def test_a_sum_that_nobody_asked_about_and_a_row_within_another_are_said():
    paper = """
    BUSINESS CASE
    Forslagets titel: VO51 – Indkøb
    Tabel 1. Forslagets samlede økonomi
    1.000 kr. 2026 p/l | Styringsområde | 2026 | 2027
    Lavere priser | Service | -200 | -200
    heraf hjælpemidler | Service | -150 | -150
    Samlet varig ændring | | -200 | -200

    Tabel 2. Antal borgere
    Tilbud | Voksne | Ældre
    Huset | 12 | 14
    """
    (case,) = cases_in(paper)
    assert [label for *_, label, _ in lines_of(case)] == ["Lavere priser"]
    assert codes_said(paper) == ["KAT-017", "KAT-001"]


def test_a_proposal_without_a_table_is_kept_and_said():
    paper = """
    BUSINESS CASE
    Forslagets titel: VO61 – Analyse af køb

    Baggrund og formål

    Køb af pladser skal undersøges, før der regnes på det.

    Risikovurdering

    Risikoen er lav.
    """
    (case,) = cases_in(paper)
    assert (case.code, case.lines, case.risk.level) == ("VO61", (), "lav")
    assert "KAT-008" in codes_said(paper)


def test_what_is_said_of_many_proposals_is_said_once():
    one = """
    Titel: {title}

    1.000 kr. 2026 p/l | 2026 | 2027
    Lavere priser | -200 | -200
    I alt | -200 | -200
    """
    findings = found_in(
        "".join(one.format(title=title) for title in ("VO01: Frugt", "VO02: Strøm", "VO03: Tog"))
    ).findings
    (found,) = [finding for finding in findings if finding.code == "KAT-004"]
    assert found.message.startswith("I VO01 og 2 andre forslag står") and len(found.related) == 2


def test_a_paper_about_something_else_is_no_proposal():
    assert not cases_in("""
    Titel: Budgetopfølgning pr. 30. april

    1.000 kr. | 2026 | 2027
    Botilbud | 4.200 | 4.300
    Bostøtte | 1.100 | 1.100
    I alt | 5.300 | 5.400
    """)


def test_committees_without_a_caption_and_a_payback_beside_the_table():
    case = only_case("""
    BUSINESS CASE
    Forslagets titel: VO71 – Nyt system
    Tabel 1. Forslagets samlede økonomi
    1.000 kr. 2026 p/l | Styringsområde | 2026 | 2027
    Færre timer | Service | -300 | -300
    Samlet varig ændring | | -300 | -300
    Implementeringsomkostninger | | |
    Licens | Service | 350 | 0
    Samlede implementeringsomkostninger | | 350 | 0

    Tilbagebetalingstid baseret på totaløkonomi | 2 år

    Fordeling på udvalg

    Udvalg | 2026 | 2027
    Socialudvalget | -100 | -100
    Sundhedsudvalget | -200 | -200
    Total | -300 | -300
    """)
    assert (case.stated.payback_service, case.stated.payback_total) == (None, 2)
    assert [(each.committee, thousands(each.amounts)[2027]) for each in case.allocations] == [
        ("Socialudvalget", -100), ("Sundhedsudvalget", -200),
    ]  # fmt: skip

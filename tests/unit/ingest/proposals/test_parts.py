"""The small readers: boxes, risk, links, budgets, years and headings."""

import pytest

from effektspor.core.document import Paragraph
from effektspor.core.finding import Place
from effektspor.core.proposals.details import Link, LinkKind
from effektspor.ingest.proposals.departments import read_departments
from effektspor.ingest.proposals.headings import heading_text, is_known_heading
from effektspor.ingest.proposals.mentions import read_budgets, read_link_fields, read_links
from effektspor.ingest.proposals.risk import read_risk
from effektspor.ingest.proposals.spans import revision_in, same_group
from effektspor.ingest.proposals.year_columns import year_in


def _lines(*texts):
    return [Paragraph(Place(line=at), text) for at, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    "texts, ticked",
    [
        (("Berørte forvaltninger:", "☐ Økonomiforvaltningen · ☒ Socialforvaltningen"), ("Socialforvaltningen",)),
        (("Berørte forvaltninger:", "☐ · Økonomiforvaltningen · ☒ · Socialforvaltningen"), ("Socialforvaltningen",)),
        (("Berørte forvaltninger:", "[x] Socialforvaltningen [ ] Kulturforvaltningen"), ("Socialforvaltningen",)),
        (("Berørte forvaltninger:", "☐ Økonomiforvaltningen"), ()),
        (("Berørte forvaltninger:",), ()),
        (("Berørte forvaltninger: Socialforvaltningen",), ("Socialforvaltningen",)),
        (
            ("Berørte forvaltninger: Socialforvaltningen, Børne- og Ungdomsforvaltningen",),
            ("Socialforvaltningen", "Børne- og Ungdomsforvaltningen"),
        ),
        (("Berørte forvaltninger: Økonomiforvaltningen Socialforvaltningen",), None),
    ],
)
def test_departments(texts, ticked):
    assert read_departments(_lines(*texts)) == ticked


@pytest.mark.parametrize(
    "text, level",
    [
        ("Risikoen ved at flytte vurderes at være middel.", "middel"),
        ("Flytningen har mellem risiko.", "middel"),
        ("Samlet vurderes risikoen som medium.", "middel"),
        ("Risikoen vurderes som lavt.", "lav"),
        ("Risikoen vurderes at være lav til mellem. Resten er tekst.", "lav til mellem"),
        ("Risikoen er høj, fordi to huse skal bygges.", "høj"),
        ("Forslaget kræver i høj grad, at to huse lægges sammen. Risikoen er lav.", "lav"),
        ("Samarbejdet mellem husene skal lykkes.", ""),
        ("Tabet ved en risiko er mellem 2 og 3 mio. kr.", ""),
        ("Der er ingen risici ved flytningen.", ""),
        ("Der skal laves en plan for risikoen.", ""),
        ("Middel", "middel"),
        ("", ""),
    ],
)
def test_risk(text, level):
    assert (read_risk(text).level, read_risk(text).text) == (level, text)


def test_the_risk_of_each_part():
    risk = read_risk("Risikoen er samlet mellem og fordeler sig:\n\n1. Nye kontrakter – lav\n2. Nye huse - høj")
    assert [(part.part, part.level) for part in risk.parts] == [("Nye kontrakter", "lav"), ("Nye huse", "høj")]
    assert risk.level == "middel"


@pytest.mark.parametrize(
    "text, links",
    [
        ("Se det alternative forslag (VO12c).", [(LinkKind.ALTERNATIVE, "VO12c")]),
        ("Forslaget erstatter VO03 fra sidste år.", [(LinkKind.REPLACES, "VO03")]),
        ("Forslaget overlapper med BØ11.", [(LinkKind.OVERLAPS, "BØ11")]),
        ("Budgettet i VO15 er holdt ude.", [(LinkKind.LINKED, "VO15")]),
        ("Huset K19 flytter til vej E45, og VO01 er forslaget selv.", []),
        ("Først nævnes VO15. Siden er VO15 et alternativ.", [(LinkKind.ALTERNATIVE, "VO15")]),
    ],
)
def test_links(text, links):
    assert [(link.kind, link.code) for link in read_links(text, "VO01", {"VO01", "BØ11"})] == links


def test_links_in_the_head():
    assert read_link_fields(["Alternativ til: VO03 (lagt ved)", "Hænger sammen med: BØ11"]) == (
        Link(LinkKind.ALTERNATIVE, "VO03", "lagt ved"),
        Link(LinkKind.LINKED, "BØ11"),
    )


@pytest.mark.parametrize(
    "text, budget",
    [
        ("Det samlede budget på Hovedaktivitet Dagtilbud udgør 119,9 mio. kr. i 2027.", ("Dagtilbud", 119_900, 2027)),
        ("- Dagtilbud. Det samlede budget udgør 187 mio. kr. i 2027.", ("Dagtilbud", 187_000, 2027)),
        ("I 2027 er budgettet til dagtilbud på 52,5 mio. kr.", ("dagtilbud", 52_500, 2027)),
        ("Dagtilbud har et budget på 1.084,8 mio. kr. i 2027, og noget af det spares.", ("Dagtilbud", 1_084_800, 2027)),
        ("Budgettet til dagtilbud er 450.000 kr.", ("dagtilbud", 450, None)),
    ],
)
def test_budgets(text, budget):
    (found,) = read_budgets(text)
    assert (found.activity, found.ore, found.year) == (budget[0], budget[1] * 100_000, budget[2])


@pytest.mark.parametrize("text", ["Budgettet reduceres med 2 mio. kr.", "Det koster 3 mio. kr. i 2027.", ""])
def test_other_amounts_are_no_budgets(text):
    assert read_budgets(text) == ()


@pytest.mark.parametrize(
    "name, year",
    [("2026", 2026), ("BO 2027", 2027), ("Budget 2026 Antal", 2026), ("I alt", None), ("2026-2029", None),
     ("pr. 31.12.2026", None), ("Sparekrav", None)],
)  # fmt: skip
def test_years_of_heads(name, year):
    assert year_in(name) == year


@pytest.mark.parametrize(
    "line, known",
    [
        ("Baggrund og formål", True), ("1.1 Forslagets samlede økonomiske konsekvenser", True), ("### Økonomi", True),
        ("Forslaget's effekt", True), ("6. Relevante dokumenter eller sammenhæng til andre bidrag", True),
        ("Økonomien følger af tabellen", False), ("- Økonomi", False), ("Effekten er nået.", False),
        ("Forslaget påvirker budgettet på følgende aktiviteter:", False), ("Centerlederen følger op", False),
    ],
)  # fmt: skip
def test_headings_of_templates(line, known):
    assert is_known_heading(line) is known


def test_a_heading_is_told_without_its_number():
    assert heading_text("## 2.1 Økonomi:") == "Økonomi"


@pytest.mark.parametrize(
    "text, label",
    [("HA07b – [REVIDERET]", "REVIDERET"), ("BU01 – [ERSTANINGS- FORSLAG]", "ERSTANINGSFORSLAG"), ("HA02", ""),
     ("VO03 – Revideret: Fælles vagt", "REVIDERET")],
)  # fmt: skip
def test_labels_of_revisions(text, label):
    assert revision_in(text) == label


def test_one_group_under_two_headings():
    assert same_group("Hjemmeplejen", "Hjemmepleje")
    assert same_group("Tværgående forslag", "Tværgående forslag - berører flere")
    assert not same_group("Voksne", "Udsatte voksne") and not same_group("", "")

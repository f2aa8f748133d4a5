"""The business case as it is printed: what it says, and that a reader gets the same out of it again."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektspor.core.audit.catalogue import audit_document
from effektspor.core.number import Number
from effektspor.core.proposals.business_case import BusinessCase, StatedCase
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.details import Allocation, AllocationRole, Criterion, PoolLine, StaffChange, TextSection
from effektspor.core.unit import KRONE, MILLION, THOUSAND
from effektspor.core.year_amounts import YearAmounts
from effektspor.ingest.proposals.reading import read_cases
from effektspor.reports.case_paper import CasePaper, compute_case_paper
from effektspor.reports.errors import PaperNotReleased
from effektspor.reports.papers import render_paper_docx, render_paper_pdf
from effektspor.reports.printed import release

from .cases import DEPARTMENTS, PRINTED_ON, case_tf03, case_tv01b, thousands
from .plans import WEIRD
from .round_trip import assert_tables_survive, docx_words, one_line, pdf_words, read_back

BOTH = pytest.mark.parametrize("words_of", [docx_words, pdf_words])
CASES = pytest.mark.parametrize("case", [case_tf03(), case_tv01b()], ids=["TF03", "TV01b"])


def paper_of(case: BusinessCase) -> CasePaper:
    return compute_case_paper(case, PRINTED_ON, 3, DEPARTMENTS)


@BOTH
def test_a_case_is_printed_as_its_template_has_it(words_of: Callable[[CasePaper], str]) -> None:
    words = words_of(paper_of(case_tf03()))
    for said in (
        "BUSINESS CASE",
        "TF03 – Investeringsforslag – helhedsorienteret indsats for de unge",
        "Tabel 1. Forslagets samlede økonomi 1.000 kr., 2018 p/l Styringsområde 2018 2019 2020 2021 Varige ændringer",
        "Samlet varig ændring −1.100 −3.500 −6.000 −6.000",
        "Samlet økonomisk påvirkning 6.700 3.700 1.100 −6.000",
        "Note til alle tabeller: Alle besparelser er angivet med negativt (−) fortegn.",
        "Risikoen ved forslaget vurderes at være middel.",
        "Beskæftigelses- og Integrationsudvalget 46 % 3.400 3.300 3.200 0",
        "Udarbejdet 04.05.2017 · Lavet med Effektspor" if words_of is pdf_words else "Teknisk bilag",
    ):
        assert said in words
    assert words.count("☒") == 4
    assert words.count("☐") == 3


def test_the_payback_names_its_rate_and_stands_without_it_too() -> None:
    rows = {row.label: row.text for row in paper_of(case_tf03()).economy.rows if row.text}
    assert rows == {
        "Tilbagebetalingstid baseret på serviceeffektivisering (3 pct. i rente; uden rente: 20 år)": "28 år",
        "Tilbagebetalingstid baseret på totaløkonomi (3 pct. i rente; uden rente: 5 år)": "6 år",
    }
    half = compute_case_paper(case_tf03(), PRINTED_ON, Fraction(7, 2))
    assert any("(3,50 pct. i rente;" in row.label for row in half.economy.rows)


def test_another_payback_than_the_stated_is_noted() -> None:
    stated = replace(case_tf03(), stated=StatedCase(payback_service=27, payback_total=6))
    notes = [note.text for note in paper_of(stated).economy.footnotes]
    assert "Note: Forslaget angav 27 år baseret på serviceeffektivisering; beløbene giver 28 år." in notes
    assert len(notes) == 2


def test_a_case_without_investment_has_no_payback_and_one_without_price_level_says_so() -> None:
    case = replace(case_tv01b(), lines=case_tv01b().permanent_lines, price_level=None)
    economy = paper_of(case).economy
    assert not any("Tilbagebetalingstid" in row.label for row in economy.rows)
    assert "Note: Papiret siger ikke prisniveau." in [note.text for note in economy.footnotes]
    assert_tables_survive(paper_of(case))


@CASES
def test_our_own_checks_find_nothing_in_the_papers(case: BusinessCase) -> None:
    assert audit_document(paper_of(case).document)[1] == ()
    assert audit_document(read_back(paper_of(case)))[1] == ()


@CASES
def test_tables_are_read_back_equal(case: BusinessCase) -> None:
    assert_tables_survive(paper_of(case))


@CASES
def test_the_case_is_read_back_equal(case: BusinessCase) -> None:
    ((read,), _) = read_cases(read_back(paper_of(case)))
    for name in (
        "code", "title", "revision", "price_level", "unit", "years", "summary", "submitted_by", "lines", "unit_prices",
        "staff", "service_levels", "allocations", "pools", "criteria",
    ):  # fmt: skip
        assert getattr(read, name) == getattr(case, name), name
    assert set(read.departments) == set(case.departments)
    assert {section.heading for section in case.sections} <= {section.heading for section in read.sections}


@pytest.mark.parametrize("render", [render_paper_docx, render_paper_pdf])
def test_the_same_case_and_day_give_the_same_bytes(render: Callable[[CasePaper], bytes]) -> None:
    assert render(paper_of(case_tv01b())) == render(paper_of(case_tv01b()))
    assert render(paper_of(case_tv01b())) != render(replace(paper_of(case_tv01b()), made_on=PRINTED_ON.replace(day=5)))


def wrong_case() -> BusinessCase:
    stated = StatedCase(permanent=thousands(2018, -1100, -3400, -6000, -6000))
    return replace(case_tf03(), stated=stated)


@pytest.mark.parametrize("render", [render_paper_docx, render_paper_pdf])
def test_a_case_with_an_error_is_not_written(render: Callable[[CasePaper], bytes]) -> None:
    with pytest.raises(PaperNotReleased, match=r"Papiret er ikke frigivet.* −3\.400"):
        render(paper_of(wrong_case()))


@BOTH
def test_with_a_reason_it_is_and_the_paper_says_so(words_of: Callable[[CasePaper], str]) -> None:
    paper = release(paper_of(wrong_case()), "Udvalget skal se det\x07 nu, jf. 010203-1234")
    words = words_of(paper)
    assert "Frigivet med en åben fejl: TAB-003 ved tabel 1, række " in words
    assert "Begrundelse: Udvalget skal se det nu, jf. " in words
    assert "010203-1234" not in words


def test_a_reason_is_not_printed_where_there_is_no_error() -> None:
    paper = paper_of(case_tf03())
    assert release(paper, "for en sikkerheds skyld") is paper


@BOTH
def test_what_users_write_stays_text(words_of: Callable[[CasePaper], str]) -> None:
    criterion = Criterion(WEIRD, WEIRD, WEIRD, WEIRD)
    lines = (replace(case_tv01b().lines[0], label=WEIRD), *case_tv01b().lines[1:])
    case = replace(case_tv01b(), title=WEIRD, summary=WEIRD, criteria=(criterion,), lines=lines)
    # A narrow column may break a text anywhere; of each the middle is looked for.
    printed = words_of(paper_of(case)).replace(" ", "")
    assert printed.count("{{7*7}}{%ifx%}<b>&amp;&") == 8


@pytest.mark.parametrize(
    "case",
    [
        BusinessCase("", ""),
        BusinessCase("A1", "Uden linjer", years=(2024,), price_level="prisniveau ikke afklaret"),
        replace(case_tf03(), lines=case_tf03().implementation_lines, stated=StatedCase(payback_total=4)),
        replace(case_tf03(), sections=(TextSection("Økonomi", "En\tlinje\tmed tabulatorer\n\nØkonomi\n- punkt"),)),
        replace(case_tv01b(), criteria=(Criterion("Et\tkriterium", "a\nb"),), sections=()),
        replace(case_tv01b(), sections=(TextSection("Egen overskrift", "x " * 3000),)),
    ],
    ids=["empty", "no lines", "only costs", "tabs", "tabs in a criterion", "long"],
)
def test_cases_at_the_edge_are_printed(case: BusinessCase) -> None:
    paper = paper_of(case)
    assert render_paper_pdf(paper).startswith(b"%PDF")
    words = docx_words(paper)
    assert all(one_line(line.lstrip("- ")) in words for section in case.sections for line in section.text.splitlines())
    assert all(one_line(each.criterion) in words for each in case.criteria)


AREAS = ("Service", "Overførsler", "Anlæg")
WORDS = st.sampled_from(
    ("Botilbud", "Aflastning i hjemmet", "Ledsagelse efter § 97", "Støtte (dag)", "Personale, 2 årsværk")
)


@st.composite
def small_cases(draw: st.DrawFn) -> BusinessCase:
    """Cases of a few lines in one unit, with amounts to its last øre, and shares of committees."""
    years = tuple(range(2024, 2024 + draw(st.integers(2, 5))))
    unit = draw(st.sampled_from((KRONE, THOUSAND, MILLION)))
    step = draw(st.sampled_from((unit.ore, unit.ore // 10)))

    def amounts() -> YearAmounts:
        stated = draw(st.lists(st.none() | st.integers(-9999, 9999), min_size=len(years), max_size=len(years)))
        first = draw(st.integers(1, 9999))
        told = [first if at == 0 and not any(stated) else number for at, number in enumerate(stated)]
        return YearAmounts.of({y: None if n is None else n * step for y, n in zip(years, told, strict=True)})

    parted = draw(st.booleans())

    def line(at: int, kind: LineKind) -> ChangeLine:
        part = f"Del {at // 2 + 1}" if parted else ""
        return ChangeLine(f"{draw(WORDS)} nr. {at}", kind, amounts(), draw(st.sampled_from(AREAS)), part)

    permanent = [line(at, LineKind.PERMANENT) for at in range(1, 1 + draw(st.integers(1, 4)))]
    costs = [line(at, LineKind.IMPLEMENTATION) for at in range(6, 6 + draw(st.integers(0, 2)))]
    keyed = [
        Allocation(f"{name}udvalget", AllocationRole.SAVING, "Service", Number(key), amounts())
        for name, key in (("Social", 60), ("Sundheds", 40))[: draw(st.integers(0, 2))]
    ]
    criteria = [
        Criterion(f"{draw(WORDS)} {at}", "Måling", "Centret", "Hvert år") for at in range(draw(st.integers(0, 2)))
    ]
    pools = tuple(
        PoolLine(f"{draw(WORDS)} {at}", amounts(), area) for at, area in enumerate(AREAS[: draw(st.integers(0, 2))])
    )
    staff = tuple(
        StaffChange(f"{draw(WORDS)} {at}", Number(275, 2), Number(3), Number(25, 2))
        for at in range(draw(st.integers(0, 2)))
    )
    return BusinessCase(
        "SO12", "Et forslag", price_level="2024", unit=unit, years=years, lines=(*permanent, *costs),
        allocations=tuple(keyed), criteria=tuple(criteria), pools=pools, staff=staff,
    )  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(small_cases())
def test_any_case_is_read_back_equal(case: BusinessCase) -> None:
    paper = release(paper_of(case), "prøve")
    assert_tables_survive(paper)
    ((read,), _) = read_cases(read_back(paper))
    assert read.unit == case.unit
    assert read.lines == case.lines
    assert read.criteria == case.criteria
    assert read.allocations == case.allocations
    assert read.pools == case.pools
    assert read.staff == case.staff

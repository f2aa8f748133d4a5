from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.app.proposal_checks import check_form
from effektspor.app.proposal_comparison import compare
from effektspor.app.proposal_due import due_day
from effektspor.app.proposal_form import FormTable, columns_of, fields_of, new_fields, rows_of, with_row, without_row
from effektspor.app.proposal_reading import clean_fields, read_form
from effektspor.core.finding import Verdict
from effektspor.core.proposals.business_case import StatedCase
from effektspor.core.unit import KRONE, MILLION, THOUSAND, Unit
from effektspor.core.year_amounts import YearAmounts
from tests.contracts.case_values import case, stated, years


def test_a_case_is_written_in_a_form_and_read_again() -> None:
    reading = read_form(fields_of(case()))
    assert reading.faults == ()
    assert reading.case == case()


@pytest.mark.parametrize("unit", [KRONE, MILLION])
def test_no_ore_is_lost_in_another_unit(unit: Unit) -> None:
    other = replace(case(), unit=unit)
    assert read_form(fields_of(other)).case == other


def test_the_sums_a_paper_states_are_not_typed() -> None:
    read = read_form(fields_of(stated(case()))).case
    assert read.stated == StatedCase()
    assert read == case()


def test_an_amount_outside_the_years_is_kept_and_said() -> None:
    fields = fields_of(case()) | {"antal_aar": "3"}
    assert columns_of(fields, FormTable.PERMANENT) == (2027, 2028, 2029, 2030)
    reading = read_form(fields)
    assert reading.case.lines[0].amounts == case().lines[0].amounts
    assert ("varig-0-2030", "2030 er ikke et af forslagets år.") in {(n.field, n.message) for n in check_form(reading)}


def test_a_new_form_has_the_templates_headings_and_its_years() -> None:
    fields = new_fields(2027)
    assert columns_of(fields, FormTable.PERMANENT) == (2027, 2028, 2029, 2030)
    assert fields["afsnit-1-overskrift"] == "Forslagets indhold"
    assert {fault.field for fault in read_form(fields).faults} == {"kode", "titel"}
    assert read_form(fields).case.lines == ()


def test_rows_are_added_below_and_taken_away() -> None:
    fields = with_row(fields_of(case()), FormTable.PERMANENT)
    assert [row.number for row in rows_of(fields, FormTable.PERMANENT)] == [0, 1, 2]
    fields = without_row(fields, "varig-0")
    assert [row.number for row in rows_of(fields, FormTable.PERMANENT)] == [1, 2]
    assert [line.label for line in read_form(fields).case.permanent_lines] == ["Mere bostøtte"]


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("varig-0-2028", "12,5o", "»12,5o« kan ikke læses som et tal"),
        ("varig-0-2028", "9" * 30, "for stort"),
        ("varig-0-tekst", "", "Skriv, hvad linjen handler om."),
        ("varig-0-tekst", "Borger 010190-1234", "ligner et CPR-nummer"),
        ("fordeling-0-noegle", "70 %", "kan ikke læses som et tal"),
        ("kode", "ny", "Skriv en kode med bogstaver og tal"),
        ("kode", "SO/12", "En kode må ikke have »/« i sig."),
        ("kode", "SO12?", "En kode må ikke have »?« i sig."),
        ("kode", "SO 12", "En kode må ikke have mellemrum i sig."),
        ("kode", "SO123456789012345678901", "Den må fylde 20 tegn."),
        ("titel", " ", "Skriv forslagets titel."),
        ("foerste_aar", "27", "Skriv det første år"),
        ("prisniveau", "i år", "prisniveauet som et årstal"),
        ("sammenhaeng-0-kode", "", "Skriv det andet forslags kode."),
        ("budget-0-beloeb", "-5", "beløb over 0"),
        ("budget-0-aar", "20x7", "årstallet med fire cifre"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(name: str, typed: str, said: str) -> None:
    faults = read_form(fields_of(case()) | {name: typed}).faults
    assert [fault.field for fault in faults] == [name]
    assert said in faults[0].message


def test_a_code_that_a_paper_gave_is_let_be() -> None:
    assert read_form(fields_of(case("SO/12 a")), "SO/12 a").faults == ()


def test_characters_no_database_keeps_are_taken_away() -> None:
    assert clean_fields({"titel": "a\x00b\r\nc"}) == {"titel": "ab\nc"}


def test_a_clean_case_has_no_fault_and_no_error() -> None:
    notes = check_form(read_form(fields_of(case())), {"SO13"})
    assert [note for note in notes if note.verdict is not Verdict.NOTE] == []


@pytest.mark.parametrize(
    ("name", "typed", "verdict", "said"),
    [
        ("fordeling-0-noegle", "60", Verdict.ASK, "giver tilsammen 90 pct., ikke 100"),
        ("varig-0-2028", "1200", Verdict.NOTE, "skifter fortegn i 2028"),
        ("impl-0-2027", "−500", Verdict.ASK, "implementeringsomkostning med minus"),
        ("prisniveau", "", Verdict.ASK, "hvilket års priser"),
        ("kriterium-0-ansvarlig", "", Verdict.NOTE, "ingen ansvarlig"),
    ],
)
def test_what_the_figures_say_is_found_at_its_field(name: str, typed: str, verdict: Verdict, said: str) -> None:
    notes = check_form(read_form(fields_of(case()) | {name: typed}))
    assert [note.verdict for note in notes if said in note.message and note.field == name] == [verdict]


def test_more_asked_of_the_pools_than_it_costs_is_said() -> None:
    notes = check_form(read_form(fields_of(case()) | {"pulje-0-2027": "600"}))
    said = "Der søges 600.000 kr. af puljerne i 2027, men implementeringen koster 500.000 kr."
    assert said in [note.message for note in notes]


@given(st.integers(-(10**14), 10**14), st.sampled_from([THOUSAND, KRONE, MILLION]))
def test_any_amount_is_typed_and_read_to_the_ore(ore: int, unit: Unit) -> None:
    amounts = YearAmounts(((2027, ore),))
    typed = replace(case(), unit=unit, lines=(replace(case().lines[0], amounts=amounts),))
    assert read_form(fields_of(typed)).case.lines[0].amounts == amounts


def test_a_heading_of_ones_own_is_kept_before_its_text_is_written() -> None:
    fields = with_row(fields_of(case()), FormTable.SECTIONS) | {"afsnit-1-overskrift": "Lovgrundlag"}
    assert [section.heading for section in read_form(fields).case.sections] == ["Forslagets indhold", "Lovgrundlag"]


def test_a_link_to_nothing_is_asked_about() -> None:
    reading = read_form(fields_of(case()))
    assert [note.field for note in check_form(reading, set()) if "SO13" in note.message] == ["sammenhaeng-0-kode"]


def test_a_comparison_says_what_differs_and_by_how_much() -> None:
    before, after = case(), replace(case(saved=-1000), title="Støtte i egen bolig")
    found = compare(before, after)
    assert [(row.label, row.difference) for row in found.amounts] == [
        ("Færre botilbud", years(100, 200, 200, 200)),
        ("Samlet varig ændring", years(100, 200, 200, 200)),
        ("Samlet økonomisk påvirkning", years(100, 200, 200, 200)),
        ("Socialudvalget, Besparelse, Service", years(70, 140, 140, 140)),
        ("Ældreudvalget, Besparelse, Service", years(30, 60, 60, 60)),
    ]
    assert [(text.label, text.before, text.after) for text in found.texts] == [
        ("Titel", "Tidlig støtte i egen bolig", "Støtte i egen bolig")
    ]


def test_the_same_case_differs_in_nothing() -> None:
    assert not compare(case(), case())


def test_a_share_that_is_computed_is_compared_with_one_that_was_stated() -> None:
    keyed = case()
    told = replace(keyed.allocations[0], amounts=years(-420, -840, -840, -840))
    found = compare(replace(keyed, allocations=(told, *keyed.allocations[1:])), keyed)
    assert not found


def test_a_line_taken_away_is_a_difference_of_its_own() -> None:
    before = case()
    found = compare(before, replace(before, lines=before.lines[:1]))
    assert {row.label for row in found.amounts if row.removed} >= {"Mere bostøtte", "Uddannelse"}


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("1. kvartal 2028", "2028-03-31"), ("i 4.kvartal 2027 og frem", "2027-12-31"), ("ultimo 2027", "2027-12-31"),
        ("medio 2028", "2028-06-30"), ("ultimo februar 2028", "2028-02-29"), ("December 2028", "2028-12-31"),
        ("15.03.2028", "2028-03-15"), ("Hvert andet år", "2029-02-28"), ("Årligt", "2028-02-28"),
        ("Ved udgangen af 2029", "2029-12-31"), ("31.02.2028", "None"), ("løbende", "None"), ("", "None"),
    ],
)  # fmt: skip
def test_when_a_criterion_is_due(when: str, due: str) -> None:
    assert str(due_day(when, date(2027, 2, 28))) == due

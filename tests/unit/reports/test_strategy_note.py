from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from effektspor.core.audit.catalogue import audit_document
from effektspor.core.document import Table
from effektspor.core.number import parse_number
from effektspor.core.plans.convention import Convention
from effektspor.core.plans.flow import FlowMove, FlowPlace, FlowTable
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import Estimates, FollowUpRound
from effektspor.core.plans.strategy import AdoptedSaving, AdoptedSavings, DatedFollowUp, NoteSection, StrategyNote
from effektspor.core.unit import MILLION, THOUSAND
from effektspor.core.year_amounts import YearAmounts
from effektspor.ingest.plan_papers.reading import read_plan_papers
from effektspor.reports.errors import PaperNotReleased
from effektspor.reports.papers import render_paper_docx, render_paper_pdf
from effektspor.reports.strategy_note import StrategyNotePaper, compute_strategy_note

from .cases import PRINTED_ON, thousands
from .plans import WEIRD
from .round_trip import assert_tables_survive, docx_words, pdf_words, read_back

IN_MILLIONS, IN_THOUSANDS = PrintedAs(MILLION, 1, "2016"), PrintedAs(THOUSAND, 0, "2016")


def a_round(label: str, year: int, number: int, *tenths: int) -> FollowUpRound:
    amounts = YearAmounts.of({at: tenth * 10_000_000 for at, tenth in enumerate(tenths, start=2014)})
    return FollowUpRound(label, year, number, amounts)


def place(name: str, *counts: int, closing: int) -> FlowPlace:
    opening, *moved = (parse_number(str(count)) for count in counts)
    moves = tuple(FlowMove(*pair) for pair in zip(moved[::2], moved[1::2], strict=True))
    return FlowPlace(name, opening, moves, parse_number(str(closing)))


def note_001() -> StrategyNote:
    """The tables of seed 001 as values, in the unit its text is in; the prose is our own."""
    rounds = (
        a_round("3. opfølgning 2015", 2015, 3, 24, 73, 122, 122),
        a_round("1. opfølgning 2016", 2016, 1, 24, 73, 125, 136),
        a_round("2. opfølgning 2016", 2016, 2, 24, 73, 125, 136),
        a_round("3. opfølgning 2016", 2016, 3, 24, 73, 136, 160),
    )
    savings = (
        AdoptedSaving("Hjemtage 5 borgere §107 og 2 borger §108", thousands(2015, 513, 3075), 322_800_000),
        AdoptedSaving("Omlægning af krisetelefonen", thousands(2016, 1200), 120_000_000),
        AdoptedSaving("Øge hjemtagelse af borgere til egne tilbud", thousands(2016, 150), 15_000_000),
    )
    places = (
        place("Krumtappen", 18, 0, 0, 1, 0, 3, 0, closing=22),
        place("Bibliotekscaféen", 13, 0, 0, 1, 0, 0, 1, closing=13),
        place("Larsbjerggård", 9, 0, 1, 0, 0, 0, 0, closing=8),
        place("Det Nye Sted", 50, 0, 0, 3, 2, 3, 0, closing=54),
    )
    section = NoteSection(
        "Stram visitation",
        "Der visiteres efter loven.\n\n- hver for sig",
        ("1) visitationer som investering", "flere klarer sig selv"),
        (DatedFollowUp("Opfølgning sept. 2016:", "Det går fremad.", date(2016, 9, 30)),),
    )
    realised = "Opnået besparelser pr. aug 2016"
    return StrategyNote(
        title="Strateginotat ramme 50.54",
        written_on=date(2016, 10, 30),
        case_number="00.30.14-G01-5-16",
        sections=(section,),
        estimates=(Estimates("Bruttobesparelse jf. strategien", IN_MILLIONS, rounds, Convention.LEVEL),),
        adopted=(AdoptedSavings("Yderligere vedtagne besparelser", IN_THOUSANDS, savings, realised_label=realised),),
        flows=(FlowTable("Belægning", ("1. kv.", "2. kv.", "3. kv."), places, date(2016, 1, 1), date(2016, 9, 30)),),
    )


def paper_of(note: StrategyNote) -> StrategyNotePaper:
    return compute_strategy_note(note, PRINTED_ON)


def table_of(paper: StrategyNotePaper, caption: str) -> Table:
    return next(table for table in paper.document.tables if table.caption == caption)


@pytest.mark.parametrize("words_of", [docx_words, pdf_words])
def test_the_note_says_what_was_written_and_what_the_data_say(words_of: Callable[[StrategyNotePaper], str]) -> None:
    words = words_of(paper_of(note_001()))
    for said in (
        "Dato: 30.10.2016",
        "Sagsid: 00.30.14-G01-5-16",
        "Indikatorer: 1) visitationer som investering",
        "Opfølgning sept. 2016: Det går fremad.",
        "mio. kr., 2016 p/l 2014 2015 2016 2017 3. opfølgning 2015 2,4 7,3 12,2 12,2",
        "Note: 2017: 2. opfølgning 2016 sagde 13,6, 3. opfølgning 2016 sagde 16,0.",
        "Note: Beløbene er niveau mod startåret: en varig effekt tæller hvert år.",
        "I alt 513 4.425 4.578",
        "Det Nye Sted 50 0 0 3 2 3 0 54",
        "I alt 90 0 1 5 2 6 1 97",
    ):
        assert said in words


def test_tables_are_read_back_equal_and_our_checks_find_nothing() -> None:
    assert_tables_survive(paper_of(note_001()))
    assert audit_document(paper_of(note_001()).document)[1] == ()


def test_what_the_tables_say_is_read_back_equal() -> None:
    note, read = note_001(), read_plan_papers(read_back(paper_of(note_001()))).strategy
    assert read
    assert (read.title, read.written_on, read.case_number) == (note.title, note.written_on, note.case_number)
    assert read.estimates[0].rounds == note.estimates[0].rounds
    assert read.adopted[0].lines == note.adopted[0].lines
    assert (read.flows[0].periods, read.flows[0].places) == (note.flows[0].periods, note.flows[0].places)


def test_a_flow_that_does_not_hold_stops_the_paper() -> None:
    flow = note_001().flows[0]
    wrong = replace(flow.places[3], stated_closing=parse_number("55"))
    with pytest.raises(PaperNotReleased, match="Det Nye Sted"):
        render_paper_docx(paper_of(replace(note_001(), flows=(replace(flow, places=(*flow.places[:3], wrong)),))))


def test_a_unit_in_doubt_is_told() -> None:
    asked = replace(note_001().estimates[0], printed=PrintedAs(THOUSAND, 1, asked_unit=MILLION))
    notes = [note.text for note in table_of(paper_of(replace(note_001(), estimates=(asked,))), asked.title).footnotes]
    assert "Note: Papiret siger 1.000 kr., men tallene ligner mio. kr.; det skal afklares." in notes
    assert "Note: Papiret siger ikke prisniveau." in notes


def test_what_users_write_stays_text_and_bytes_are_the_same() -> None:
    section = NoteSection(WEIRD, WEIRD, (WEIRD,), (DatedFollowUp(WEIRD, WEIRD),))
    note = StrategyNote(WEIRD, sections=(section,), case_number=WEIRD)
    for words in (docx_words(paper_of(note)), pdf_words(paper_of(note))):
        assert words.count("{{ 7 * 7 }}") == 7
    assert render_paper_docx(paper_of(note)) == render_paper_docx(paper_of(note))
    assert render_paper_pdf(paper_of(note)) == render_paper_pdf(paper_of(note))


def test_an_empty_note_is_printed() -> None:
    assert "Strateginotat" in docx_words(paper_of(StrategyNote("")))
    assert render_paper_pdf(paper_of(StrategyNote("")))


@pytest.mark.parametrize("words_of", [docx_words, pdf_words])
def test_what_stands_before_the_first_heading_has_none(words_of: Callable[[StrategyNotePaper], str]) -> None:
    note = replace(note_001(), sections=(NoteSection("", "Notatet følger op."), NoteSection("Visitation", "Stram.")))
    words = words_of(compute_strategy_note(note, PRINTED_ON))
    assert words.index("Notatet følger op.") < words.index("Visitation")

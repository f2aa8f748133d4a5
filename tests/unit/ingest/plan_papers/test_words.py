"""Rounds, days and headings as papers write them."""

from datetime import date

import pytest

from effektspor.core.document import Paragraph
from effektspor.core.finding import Place
from effektspor.ingest.plan_papers.days import day_in
from effektspor.ingest.plan_papers.notes import is_heading
from effektspor.ingest.plan_papers.round_names import round_in
from effektspor.ingest.plan_papers.sentences import told_amounts
from effektspor.ingest.plan_papers.telling import NOTES
from effektspor.ingest.plan_papers.words import only_year, years_in

T_KR, MIO = 100_000, 100_000_000


@pytest.mark.parametrize(
    "label, year, number",
    [
        ("3. opfølgning 2016", 2016, 3),
        ("3. budgetopfølgning 2016", 2016, 3),
        ("tredje budgetopfølgning 2016", 2016, 3),
        ("Budgetopfølgning 2, 2024", 2024, 2),
        ("Budgetopfølgning nr. 2 2024", 2024, 2),
        ("Budgetopfølgning II - 2024", 2024, 2),
        ("BO1", None, 1),
        ("BO 3 2024", 2024, 3),
        ("BR2-25", 2025, 2),
        ("Budgetvurdering 2", None, 2),
        ("Forventet regnskab pr. 2. kvartal 2024", 2024, 2),
    ],
)
def test_a_round(label, year, number):
    found = round_in(label)
    assert (found.label, found.year, found.number) == (label, year, number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hjemtagelse",
        "3. etape 2016",
        "12. opfølgning",
        "BOLIG 2",
        "Opfølgning",
        "ABO12",
        "Tabel 3. Skøn",
        "1. Opfølgning på takster",
        "1. kvartal 2024",
    ],
)
def test_what_is_no_round(text):
    assert round_in(text) is None


def test_the_year_around_a_round_is_used_where_it_names_none():
    assert round_in("BO2", 2024).year == 2024 and round_in("BO2 2023", 2024).year == 2023


@pytest.mark.parametrize(
    "text, day",
    [
        ("30. oktober 2016", date(2016, 10, 30)),
        ("Antal borgere 1/1 2016", date(2016, 1, 1)),
        ("30/9 2016", date(2016, 9, 30)),
        ("31.12.2019", date(2019, 12, 31)),
        ("sept. 2016", date(2016, 9, 30)),
        ("pr. aug 2016", date(2016, 8, 31)),
        ("februar 2024", date(2024, 2, 29)),
        ("primo 2016", date(2016, 1, 1)),
        ("ultimo 2016", date(2016, 12, 31)),
        ("31. februar 2016", None),
        ("12/13 2016", None),
        ("0/0 2016", None),
        ("2016", None),
        ("marts", None),
    ],
)
def test_a_day(text, day):
    assert day_in(text) == day


def test_years_also_behind_a_letter():
    assert years_in("R2023 og B2024, 2024") == (2023, 2024)
    assert (only_year("R2023"), only_year("2023/2024"), only_year("120234")) == (2023, None, None)


@pytest.mark.parametrize(
    "text, told",
    [
        ("med 0,3 mio. kr. i 2016 stigende til 1,4 mio. kr. i 2017", [(3, 2016), (14, 2017)]),
        ("I 2014 gav det 2,4 mio. kr. Herefter har vi i 2015 fået 4,8 mio. kr.", [(24, 2014), (48, 2015)]),
        ("lagde 1,1 mio. kr. mere til i 2016", [(11, 2016)]),
        ("en gevinst på 1,8 mio. kr., i alt 12,2 mio. kr.", [(18, None), (122, None)]),
        ("2016 og 7 borgere", []),
    ],
)
def test_amounts_of_a_sentence_with_their_years(text, told):
    found = [(each.ore * 10 // MIO, each.year) for each in told_amounts(Paragraph(Place(line=1), text))]
    assert found == told


@pytest.mark.parametrize(
    "text",
    [
        "# Status",
        "Krisetelefonen – status",
        "Tættere opfølgning:",
        "2. Status",
        "Budgettet i psykiatrien.",
        "Overgang, ny strategi.",
    ],
)
def test_a_heading(text):
    assert is_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der er 7 borgere i herberg.",
        "Opfølgning sept. 2016:",
        "- et punkt",
        "fortsat fra siden før",
        "Note: minus er mindre udgift",
        "2. opfølgning 2016 ændrede intet.",
        "x" * 200,
        "",
    ],
)
def test_what_is_no_heading(text):
    assert not is_heading(text)


def test_every_note_says_what_is_wrong_and_what_to_do():
    for code, text in NOTES.items():
        assert code.startswith("PLA-") and text.title.endswith(".") and text.message.endswith(".") and text.remedy

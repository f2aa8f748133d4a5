"""Sentences of a proposal, and the amounts and percentages in them."""

import pytest

from effektspor.core.audit.cases import cases_of
from effektspor.core.audit.prose import money_in, percentages_in, sentences_of
from tests.papers import read


def sentences(text):
    (case,) = cases_of(read(text))
    return [sentence.text for sentence in sentences_of(case)]


def test_a_paragraph_is_cut_into_sentences():
    assert sentences(
        "Budgettet udgør 119,9 mio. kr. i 2017. Det svarer til 1 pct. af budgettet. Resten er uændret."
    ) == [
        "Budgettet udgør 119,9 mio. kr. i 2017.",
        "Det svarer til 1 pct. af budgettet.",
        "Resten er uændret.",
    ]


def test_an_abbreviation_does_not_end_a_sentence():
    assert sentences("Beløbet er jf. Tabel 2 fordelt til ca. Halvdelen af bl.a. Socialudvalget.") == [
        "Beløbet er jf. Tabel 2 fordelt til ca. Halvdelen af bl.a. Socialudvalget."
    ]


def test_a_sentence_that_is_cut_by_the_lines_width_is_put_together():
    assert sentences(
        "Det samlede budget til døgninstitutioner, som er både egne og købte\npladser, udgør 198,6 mio. kr."
    ) == ["Det samlede budget til døgninstitutioner, som er både egne og købte pladser, udgør 198,6 mio. kr."]


def test_a_heading_is_no_part_of_the_sentence_below():
    assert sentences("Økonomi\nBudgettet er 5 mio. kr.") == ["Økonomi", "Budgettet er 5 mio. kr."]


@pytest.mark.parametrize(
    "text, told",
    [
        ("Der spares 1,65 mio. kr. om året", ["1,65 mio. kr."]),
        ("på 350 t.kr. og 1.200.000 kr.", ["350.000 kr.", "1.200.000 kr."]),
        ("en udgift på kr. 500.000 i 2017", ["500.000 kr."]),
        ("budgettet i mio. kr. 2017", []),
        ("fordelt med -9,5 mio. kr.", ["9,5 mio. kr."]),
        ("i 2018 og 15 af 150 personer", []),
    ],
)
def test_amounts_of_money(text, told):
    assert [said.danish for said in money_in(text)] == told


@pytest.mark.parametrize(
    "text, told",
    [("37 pct. og 5 %", ["37 pct.", "5 pct."]), ("3 procent", ["3 pct."]), ("2 procentpoint og 2 pct.-point", [])],
)
def test_percentages(text, told):
    assert [said.danish for said in percentages_in(text)] == told


@pytest.mark.parametrize("text", ["ca. 16 mio. kr.", "omkring 16 mio. kr.", "mere end 16 mio. kr.", "12-16 mio. kr."])
def test_what_is_about_may_be_moved_more(text):
    about, plain = money_in(text)[-1], money_in("16 mio. kr.")[0]
    assert about.about and about.spread > plain.spread


def test_a_text_without_full_stops_is_read_in_parts_and_nothing_is_lost():
    text = "12 mio. kr. eller 3 pct. og " * 500
    parts = sentences(text)
    assert len(parts) > 1 and max(len(part) for part in parts) <= 2000
    assert " ".join(parts).split() == text.split()


def test_a_year_before_og_is_no_range():
    (first, second) = money_in("1,0 mio. kr. i 2027 og 2,0 mio. kr. fra 2028")
    assert not first.about and not second.about
    assert [said.about for said in money_in("mellem 2 og 3 mio. kr.")] == [True]

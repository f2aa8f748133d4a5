"""TAB-002: the note under a table that states net, gross and investment."""

import pytest

from effektspor.core.audit.checks.tab002_note_differs import read_stated
from tests.papers import findings_of, said

PLAN = """
               | Sparekrav i mio. kr. | Opnået i mio. kr. | Status
Takster        | 2,00                 | 1,49              | Følger planen
Boliger        | 0,75                 | 5,93              | Foran
Investering    | -1,50                | -1,50             | Brugt
Andet          | 6,00                 | 3,46              | Bagud
I alt          | 7,25                 | 9,38*             |

"""
RIGHT = "* Nettobesparelsen er 9,38 mio. kr., brutto 10,88 mio. kr. og investeringen 1,5 mio. kr."


def test_a_right_note_is_met_with_silence():
    assert said(PLAN + RIGHT) == []


@pytest.mark.parametrize(
    "old, new, stated, computed",
    [
        ("brutto 10,88", "brutto 11,88", "11.88", "10.88"),
        ("er 9,38", "er 9,83", "9.83", "9.38"),
        ("investeringen 1,5", "investeringen 2,5", "2.5", "1.5"),
        ("brutto 10,88 mio.", "brutto 10,88 t.", "10.88", "10880.00"),
    ],
)
def test_one_wrong_figure_of_the_note_is_an_error_with_the_right_one(old, new, stated, computed):
    assert old in RIGHT
    assert said(PLAN + RIGHT.replace(old, new)) == [("TAB-002", "error", ("Opnået",), stated, computed)]


@pytest.mark.parametrize(
    "note",
    [
        "* Brutto 10,88 mio. kr. minus investering på 1,5 mio. kr. giver netto 9,38 mio. kr.",
        "\\* Det opnåede resultat på 9.38 mio. kr. er nettobesparelsen idet bruttobesparelsen udgør 10.88 mio. kr. "
        "hvor investeringscasen på 1.5 mio. kr. er fratrukket.",
        "*9,38 mio. kr. netto (10,88 mio. kr. brutto fratrukket 1,5 mio. kr. i investering)",
        "*) Netto: 9.380 t.kr. Brutto: 10.880 t.kr. Investering: -1.500 t.kr.",
        "* Netto 9,4 mio. kr. og brutto 10,9 mio. kr.",
        "* Netto 9.380.000 kr. og brutto 10.880.000 kr.",
    ],
)
def test_other_words_and_orders_say_the_same(note):
    assert said(PLAN + note) == []
    assert [code for code, *_ in said(PLAN + note.replace("10", "13"))] == ["TAB-002"]


def test_two_wrong_figures_are_asked_about_once():
    note = RIGHT.replace("brutto 10,88", "brutto 12").replace("er 9,38", "er 8")
    assert [(code, verdict) for code, verdict, *_ in said(PLAN + note)] == [("TAB-002", "ask")]


@pytest.mark.parametrize("old, new", [("5,93", "4,93"), ("9,38*", "9,83*"), ("3,46", "-3,46")])
def test_where_the_sum_itself_is_wrong_only_that_is_said(old, new):
    (code, *_), *more = said(PLAN.replace(old, new) + RIGHT)
    assert code != "TAB-002"
    assert more == []


def test_where_the_sum_is_wrong_the_notes_own_figures_are_held_against_each_other():
    told = said(PLAN.replace("5,93", "4,93") + RIGHT.replace("brutto 10,88", "brutto 14,88"))
    assert sorted(code for code, *_ in told) == ["TAB-002", "TAB-003"]


@pytest.mark.parametrize(
    "note, why",
    [
        ("Note: netto 1 mio. kr., brutto 2 mio. kr.", "without a star it is about no particular sum"),
        ("* Netto 1 mio. kr.", "net alone says nothing of gross"),
        ("* Netto og brutto opgøres i mio. kr.", "no amounts"),
        ("** Netto 1 mio. kr., brutto 2 mio. kr.", "no sum carries two stars"),
        ("Netto 1 mio. kr., brutto 2 mio. kr.", "a line of the text"),
    ],
)
def test_a_note_about_something_else_is_left_alone(note, why):
    assert "TAB-002" not in [code for code, *_ in said(PLAN + note)], why


def test_a_star_on_two_sums_is_about_neither():
    assert said(PLAN.replace("7,25 ", "7,25*") + RIGHT.replace("10,88", "11,88")) == []


def test_two_stars_belong_to_the_sum_that_carries_two():
    both = PLAN.replace("7,25 ", "7,25*").replace("9,38*", "9,38**")
    notes = "* Vedtaget i juni.\n" + RIGHT.replace("* ", "** ").replace("10,88", "11,88")
    assert said(both + notes) == [("TAB-002", "error", ("Opnået",), "11.88", "10.88")]


def test_a_part_of_another_row_is_not_counted_again():
    assert said(PLAN.replace("Investering  ", "Heraf herberg | 0,50 | 5,00 |\nInvestering  ") + RIGHT) == []


def test_the_finding_points_to_the_note_and_the_sum():
    (found,) = findings_of(PLAN + RIGHT.replace("10,88", "11,88"))
    assert (found.place.line, [place.line for place in found.related]) == (8, [6])
    assert "brutto er 11,88 mio. kr." in found.message and "Ret noten til 10,88 mio. kr." in found.remedy


def test_reads_the_amount_nearest_each_word():
    told = {figure.role: figure.number.danish() for figure in read_stated(RIGHT)}
    assert told == {"net": "9,38", "gross": "10,88", "investment": "1,5"}


@pytest.mark.parametrize("text", ["", "*", "netto", "5 mio. kr.", "netto 5", "netto " + "x" * 500 + " 5 mio. kr."])
def test_what_is_not_stated_is_not_read(text):
    assert read_stated(text) == []

"""TAB-001: a figure that cannot be read with certainty."""

import pytest

from tests.papers import findings_of, said


def tell(cell):
    return said(f"Tilbud | 2024 | 2025\nA | {cell} | 2\nB | 3 | 4\nI alt | 9 | 6")


def test_an_uncertain_figure_is_a_note_and_its_column_is_not_checked():
    (found,) = findings_of("Tilbud | 2024 | 2025\nA | 1 234 | 2\nB | 3 | 4\nI alt | 9 | 6")
    assert (found.code, found.verdict.value, found.place.line, found.columns) == ("TAB-001", "note", 2, ("2024",))
    assert "»1 234«" in found.message and "»A«" in found.message


@pytest.mark.parametrize(
    "cell", ["1 234", "1 234,5", "-1 234 567", "12.34.5", "1 234,5,6", "ca. 6", "6 år", "6 eller 7", "x"]
)
def test_what_is_not_one_figure_is_not_guessed(cell):
    assert tell(cell) == [("TAB-001", "note", ("2024",), None, None)]


@pytest.mark.parametrize("cell", ["", "-", "–", "−", "6", "6*", "6 kr.", "0 500", "-200 2.100"])
def test_nothing_and_figures_are_not_told(cell):
    assert "TAB-001" not in [code for code, *_ in tell(cell)]


def test_two_in_a_row_are_one_note():
    (found,) = findings_of("Tilbud | 2024 | 2025 | 2026\nA | x | y | 1\nB | 3 | 4 | 2")
    assert (found.columns, "»x« og »y«" in found.message) == (("2024", "2025"), True)


def test_a_cpr_number_among_the_amounts_is_not_repeated():
    (found,) = findings_of("Tilbud | 2024 | 2025\nA | 010190-1234 x | 2\nB | 3 | 4")
    assert "010190" not in found.message

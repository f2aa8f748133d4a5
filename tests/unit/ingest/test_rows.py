"""Rows: what continues the row above, and what words hint of sums."""

import pytest

from tests.papers import only_table


def labels(rows, head="Nr. | Tiltag | 2024 | Status"):
    return [row.label for row in only_table(f"{head}\n{rows}").rows]


def test_a_label_broken_by_the_page_is_joined():
    rows = "1 | Boligsociale indsatser. | 1 | Først\n\n\n\n | Overgang til bolig. | | Så\n2 | STU | 2 | Sidst"
    assert labels(rows) == ["Boligsociale indsatser. Overgang til bolig.", "STU"]


@pytest.mark.parametrize("continued", ["(Stepping Stone)", "og meget mere", "i 2018"])
def test_a_row_without_figures_that_goes_on_is_joined(continued):
    assert labels(f"Mestring | 1\n{continued} |\nAndet | 2", "Tiltag | 2024") == [f"Mestring {continued}", "Andet"]


@pytest.mark.parametrize(
    "first, second, joined", [("Fusioneret", "med X.", "Fusioneret med X."), ("Slut.", "Ny linje.", "Slut.\nNy linje.")]
)
def test_a_status_broken_by_the_page_is_joined(first, second, joined):
    table = only_table(
        f"Nr. | Tiltag | 2024 | Status\n1 | A | 1 | {first}\n | af dagtilbud | | {second}\n2 | B | 2 | x"
    )
    assert table.rows[0].text == joined


@pytest.mark.parametrize(
    "label, kind",
    [
        ("I alt", "total"),
        ("i alt", "total"),
        ("Ialt", "total"),
        ("Botilbud i alt", "total"),
        ("Samlet varig ændring", "total"),
        ("Samlede omkostninger", "total"),
        ("Varige ændringer totalt, service", "total"),
        ("Total", "total"),
        ("Sum", "total"),
        ("Nettoeffektivisering (service)", "net"),
        ("Samlet ændring (Netto)", "net"),
        ("Heraf herberg", "part"),
        ("- heraf herberg", "part"),
        ("Herunder herberg", "part"),
        ("Samle bofællesskaber", "row"),
        ("Borgere (i alt 38 borgere, 8 i 2017)", "row"),
        ("Summer school", "row"),
        ("Totteringshus", "row"),
    ],
)
def test_words_hint_of_sums(label, kind):
    assert only_table(f"Tiltag | 2024\nA | 1\n{label} | 7").rows[1].kind.value == kind


def test_the_last_sum_is_the_total():
    table = only_table("Tiltag | 2024\nA | 1\nI alt | 1\nB | 2\nI alt | 2\nSamlet | 3")
    assert [row.kind.value for row in table.rows] == ["row", "subtotal", "row", "subtotal", "total"]


def test_a_sum_before_the_net_is_no_total():
    table = only_table(
        "Tiltag | 2024\nA | 3\nUdgifter i alt | 3\nB | -1\nIndtægter i alt | -1\nNetto | 2\nAfledt drift | 1"
    )
    assert [row.kind.value for row in table.rows] == ["row", "subtotal", "row", "subtotal", "net", "row"]


def test_a_heading_titles_rows_and_an_empty_template_row_does_not():
    table = only_table("""
Beløb                  | 2023
Nuværende budget       | 500
Budgetændring – drift  |
Besparelse             |
Effektivisering        | -7
Netto                  | -7
Personalekonsekvenser  |
Ændring i årsværk      |
""")
    kinds = [row.kind.value for row in table.rows]
    assert kinds == ["row", "heading", "row", "row", "net", "heading", "row"]


def test_a_label_with_a_colon_titles_even_under_a_heading():
    table = only_table("Beløb | 2023\nVarige ændringer |\nDel 1: |\nA | 1\nDel 2: |\nB | 2")
    assert [row.kind.value for row in table.rows] == ["heading", "heading", "row", "heading", "row"]


def test_a_row_that_prints_dashes_is_no_heading():
    table = only_table("Beløb | 2023 | 2024\nA | - | -\nB | 1 | 2")
    assert table.rows[0].kind.value == "row"


def test_an_empty_row_right_over_the_sum_titles_nothing():
    table = only_table("Udvalg | 2017\nSocial | 500\nBørn |\nTotal | 500")
    assert [row.kind.value for row in table.rows] == ["row", "row", "total"]

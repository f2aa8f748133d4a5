"""The sentences of a catalogue, and what its sums say where the paper prints another."""

from dataclasses import replace

import pytest
from tests.contracts.catalogue_values import catalogue, thousands

from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup, CatalogueRow
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts
from effektspor.reports.sentence import plain
from effektspor.web.catalogue.asked import CatalogueFilter
from effektspor.web.catalogue.entries import Known
from effektspor.web.catalogue.figures import Sums, in_thousands
from effektspor.web.catalogue.page import CataloguePage, catalogue_page
from effektspor.web.catalogue.sentence import catalogue_sentence
from effektspor.web.catalogue.sources import Source


@pytest.mark.parametrize(
    ("net", "said"),
    [
        (thousands(0, -65_300, -70_350), "lover 65,3 mio. kr. i 2028, stigende til 70,4 i 2029"),
        (thousands(-3_000, -2_000), "lover 3,0 mio. kr. i 2027, faldende til 2,0 i 2028"),
        (thousands(-3_000, -3_000), "lover 3,0 mio. kr. i 2027 og det samme i 2028"),
        (thousands(-750), "lover 0,75 mio. kr. i 2027"),
        (thousands(2_000, -3_000), "koster 2,0 mio. kr. i 2027 og lover 3,0 i 2028"),
        (thousands(2_000, 3_000), "koster 2,0 mio. kr. i 2027, stigende til 3,0 i 2028"),
        (thousands(0, 0), "har ingen nettoeffektivisering"),
        (NOTHING_STATED, "har ingen nettoeffektivisering"),
    ],
)
def test_what_is_promised_in_one_sentence(net: YearAmounts, said: str) -> None:
    sentence = plain(catalogue_sentence(Sums(net, NOTHING_STATED), 2, 1))
    assert sentence == f"Kataloget {said}, fordelt på 2 forslag i 1 målgruppe."


@pytest.mark.parametrize(
    ("investment", "said"),
    [
        (thousands(800, 2_800, 2_100), "2,8 mio. kr. fra investeringspuljerne i 2028 og 5,7 i alt i 2027–2029."),
        (thousands(0, 500), "; det kræver 0,50 mio. kr. fra investeringspuljerne i 2028."),
        (thousands(0, 0), "6 målgrupper."),
    ],
)  # fmt: skip
def test_what_it_needs_of_the_pools(investment: YearAmounts, said: str) -> None:
    assert plain(catalogue_sentence(Sums(thousands(-1_000), investment), 21, 6)).endswith(said)


def _page(shown: Catalogue) -> CataloguePage:
    return catalogue_page(Source("1", shown, 1, "Papir"), Known({}), CatalogueFilter())


def test_a_sum_that_the_paper_prints_otherwise_is_said_with_both_figures() -> None:
    page = _page(replace(catalogue(), stated_net=thousands(-1_550, -2_550, -9_550, -2_550)))
    assert page.notes == ("I alt: nettoeffektivisering er trykt som −9.550 i 2029, hvor rækkerne giver −2.550.",)
    assert [row.cells[2] for row in page.group_sums[-2:]] == ["−2.550", "−9.550"]
    assert page.group_sums[-1].label == "trykt i papiret"


def test_a_difference_that_rounding_explains_is_said_to_be_that() -> None:
    page = _page(replace(catalogue(), stated_net=thousands(-1_552, -2_550, -2_550, -2_550)))
    assert page.notes[0].endswith("hvor rækkerne giver −1.550. Forskellen kan være afrunding.")


def test_the_shown_sums_are_those_of_the_catalogue() -> None:
    page, whole = _page(catalogue()), catalogue()
    assert page.group_sums[-2].cells == tuple(in_thousands(ore) for _, ore in whole.net.pairs)
    assert page.investments[-2].cells == tuple(in_thousands(ore) for _, ore in whole.investment.pairs)
    assert page.chart_sentence.startswith("Voksne lover mest: 2,2 af 2,6 mio. kr. i 2030 (86 pct.).")


def test_an_empty_catalogue_has_a_page() -> None:
    page = _page(Catalogue("Tomt", ()))
    assert (page.total, page.groups, page.areas) == (0, (), ())


def test_a_catalogue_in_tenths_of_a_million_is_rounded_to_those() -> None:
    rows = tuple(CatalogueRow(f"A{at}", "Et forslag", thousands(-400)) for at in range(3))
    rounded = Catalogue("I mio. kr.", (CatalogueGroup("Voksne", rows, thousands(-1_300)),))
    assert _page(rounded).notes[0].endswith("Forskellen kan være afrunding.")
    farther = replace(rounded, groups=(replace(rounded.groups[0], stated_net=thousands(-1_500)),))
    assert "afrunding" not in _page(farther).notes[0]


def test_without_cases_the_price_level_is_what_the_catalogue_states() -> None:
    assert _page(replace(catalogue(), price_level="2017")).price_level == "2017-priser"
    assert _page(catalogue()).price_level == "prisniveau ikke oplyst"

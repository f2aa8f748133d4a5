from dataclasses import replace

import pytest

from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import Estimates, FollowUpRound
from effektspor.core.unit import MILLION
from effektspor.core.year_amounts import YearAmounts
from effektspor.reports.estimate_chart import (
    drawn_years,
    estimates_in_words,
    estimates_key,
    estimates_sentence,
    render_estimates_svg,
)
from effektspor.reports.sentence import plain


def _round(number: int, **amounts: int) -> FollowUpRound:
    ore = {int(year[1:]): amount * MILLION.ore // 10 for year, amount in amounts.items()}
    return FollowUpRound(f"{number}. opfølgning 2016", 2016, number, YearAmounts.of(ore))


ESTIMATES = Estimates(
    "Bruttobesparelse",
    PrintedAs(MILLION, 1),
    (
        _round(1, y2015=73, y2016=122, y2017=122),
        _round(2, y2015=73, y2016=125),
        _round(3, y2015=73, y2016=136, y2017=120),
    ),
)


def test_the_key_says_what_the_newest_round_expects_and_what_that_is_more_or_less() -> None:
    assert plain(estimates_key(ESTIMATES)) == (
        "3. opfølgning 2016 venter 13,6 i 2016 og 12,0 i 2017 (mio.\u00a0kr.). "
        "Det er 1,1 mere i 2016 og 0,2 mindre i 2017 end 2. opfølgning 2016."
    )


def test_every_figure_of_the_key_opens_the_table() -> None:
    opened = [segment.text for segment in estimates_key(ESTIMATES, "skoen-1") if segment.target == "skoen-1"]
    assert opened == ["13,6", "12,0", "1,1", "0,2"]


def test_the_chart_says_how_far_each_year_has_moved() -> None:
    assert estimates_sentence(ESTIMATES) == (
        "Over 3 opfølgninger er skønnet for 2016 gået fra 12,2 til 13,6 og for 2017 gået fra 12,2 til 12,0."
    )


def test_years_that_never_moved_are_left_out_unless_none_did() -> None:
    assert drawn_years(ESTIMATES) == (2016, 2017)
    still = replace(ESTIMATES, rounds=(_round(1, y2015=73), _round(2, y2015=73)))
    assert drawn_years(still) == (2015,)
    assert plain(estimates_key(still)).endswith("(mio.\u00a0kr.), det samme som 1. opfølgning 2016.")
    assert estimates_sentence(still) == "Over 2 opfølgninger er skønnet for 2015 uændret 7,3."


def test_every_point_is_said_in_words() -> None:
    assert "2017: 1. opfølgning 2016 12,2, 3. opfølgning 2016 12,0." in estimates_in_words(ESTIMATES)


def test_the_svg_has_a_name_and_no_english() -> None:
    svg = render_estimates_svg(ESTIMATES, "diagram-1")
    assert "<title" in svg
    assert "Bruttobesparelse: skøn fra opfølgning til opfølgning i mio. kr." in svg
    assert "aria-roledescription" not in svg
    assert ">2016<" in svg
    assert "Aksen begynder ikke ved 0" in svg


@pytest.mark.parametrize("rounds", [(), ESTIMATES.rounds[:1]], ids=["none", "one"])
def test_fewer_than_two_rounds_make_no_chart(rounds: tuple[FollowUpRound, ...]) -> None:
    few = replace(ESTIMATES, rounds=rounds)
    assert render_estimates_svg(few, "diagram") == ""
    assert estimates_key(few)[0].text.startswith("Ingen opfølgning" if not rounds else "1. opfølgning 2016")


def test_text_of_a_paper_is_never_markup() -> None:
    evil = replace(
        ESTIMATES, title="<script>", rounds=tuple(replace(r, label=f"<b>{r.label}") for r in ESTIMATES.rounds)
    )
    svg = render_estimates_svg(evil, "diagram")
    assert "<script" not in svg
    assert "<b>" not in svg

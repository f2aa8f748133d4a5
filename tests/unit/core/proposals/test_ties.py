"""A catalogue's rows tied to the proposals they list."""

from dataclasses import replace

import pytest

from effektspor.core.proposals.business_case import BusinessCase, StatedCase
from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup, CatalogueRow, RowPurpose
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.ties import TieVerdict, tie_catalogue, tie_rows

from .made import crisis_centres, years, young_people

WHOLE = years(2026, -100, -200, -200, -200)


def _case(code="VO01", amounts=WHOLE, stated=None):
    line = ChangeLine("Færre køb", LineKind.PERMANENT, amounts)
    return BusinessCase(code, "Indkøb", lines=(line,), stated=StatedCase(permanent=stated))


def _row(amounts, code="VO01", purpose=RowPurpose.NET, area="Service"):
    return CatalogueRow(code, "Indkøb", amounts, purpose=purpose, control_area=area)


def test_the_same_change_is_equal():
    tie = tie_rows("VO01", (_row(WHOLE),), _case())
    assert (tie.verdict, tie.reason, tie.years) == (TieVerdict.EQUAL, "", ())


def test_a_year_before_the_proposal_that_is_0_is_equal_too():
    assert tie_rows("VO01", (_row(years(2025, 0, -100, -200, -200, -200)),), _case()).verdict is TieVerdict.EQUAL


def test_one_control_area_is_a_share_with_its_reason():
    tie = tie_rows("TF02", (_row(years(2018, -700, -700, -700), "TF02"),), crisis_centres())
    assert (tie.verdict, tie.reason) == (TieVerdict.SHARE, "kun Service")


def test_rows_of_a_stack_are_each_a_share():
    rows = (
        _row(years(2018, -200, -700, -1200, -1200), "TF03"),
        _row(years(2018, -200, -700, -1200, -1200), "TF03", RowPurpose.OTHER, "Overførsler"),
        _row(years(2018, 2100, 2100, 2100, 0), "TF03", RowPurpose.INVESTMENT),
    )
    tie = tie_rows("TF03", rows, young_people())
    assert tie.verdict is TieVerdict.SHARE and tie.reason.startswith("kun Service; ")
    assert tie.rows[1].share.danish == "kun linjen »Færre enkeltydelser«"


def test_rows_in_two_groups_that_are_the_whole_together():
    rows = (_row(years(2026, -40, -150, -150, -150)), _row(years(2026, -60, -50, -50, -50)))
    tie = tie_rows("VO01", rows, _case())
    assert (tie.verdict, tie.reason) == (TieVerdict.SHARE, "delt mellem målgrupper")


@pytest.mark.parametrize(
    "amounts, verdict, at_odds",
    [
        (years(2026, -100, -200, 200, -200), TieVerdict.FAULT, (2028,)),
        (years(2026, -100, -210, -210, -210), TieVerdict.UNCLEAR, (2027, 2028, 2029)),
    ],
)
def test_most_years_tell_a_fault_and_few_tell_nothing(amounts, verdict, at_odds):
    tie = tie_rows("VO01", (_row(amounts),), _case())
    assert (tie.verdict, tie.years, tie.expected) == (verdict, at_odds, WHOLE)


def test_what_the_paper_states_is_what_the_row_is_held_against():
    stated = years(2026, -100, -200, 200, -200)
    tie = tie_rows("VO01", (_row(WHOLE),), _case(stated=stated))
    assert (tie.verdict, tie.years, tie.expected) == (TieVerdict.FAULT, (2028,), stated)


def test_every_code_of_the_catalogue_is_tied_once_in_its_order():
    rows = (_row(WHOLE, "VO02"), _row(WHOLE), _row(WHOLE, "VO02"))
    ties = tie_catalogue(Catalogue("Katalog", (CatalogueGroup("Voksne", rows),)), [_case()])
    assert [(tie.code, tie.verdict) for tie in ties] == [("VO02", TieVerdict.NO_CASE), ("VO01", TieVerdict.EQUAL)]
    assert [len(tie.rows) for tie in ties] == [2, 1]


def test_rounding_is_no_fault():
    case = _case(amounts=years(2026, -1850, -2730, -2730))
    rounded = CatalogueRow("VO01", "Indkøb", years(2026, -1900, -2700, -2700), step_ore=10_000_000)
    assert tie_rows("VO01", (rounded,), case).verdict is TieVerdict.EQUAL
    assert tie_rows("VO01", (_row(rounded.amounts),), case).verdict is TieVerdict.UNCLEAR
    wrong = CatalogueRow("VO01", "Indkøb", years(2026, -1900, -2700, -2900), step_ore=10_000_000)
    assert (tie_rows("VO01", (wrong,), case).verdict, tie_rows("VO01", (wrong,), case).years) == (
        TieVerdict.FAULT, (2028,),
    )  # fmt: skip


def _levelled(level):
    return replace(_case(), price_level=level)


def test_a_case_in_other_prices_is_the_row_converted():
    tie = tie_rows("VO01", (_row(years(2026, -103, -206, -206, -206)),), _levelled("2025"), "2026")
    assert (tie.verdict, tie.reason) == (TieVerdict.SHARE, "regnet om fra 2025-priser")


@pytest.mark.parametrize(
    ("listed", "level"),
    [
        (years(2026, -103, -206, -206, -206), "2026"),
        (years(2026, -103, -206, -230, -206), "2025"),
        (years(2026, -150, -300, -300, -300), "2025"),
    ],
    ids=["the same prices", "one year by more", "by half"],
)
def test_what_no_change_of_prices_explains_is_not_converted(listed, level):
    tie = tie_rows("VO01", (_row(listed),), _levelled(level), "2026")
    assert tie.verdict in (TieVerdict.UNCLEAR, TieVerdict.FAULT)

"""Which part of a proposal a catalogue's row is."""

from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.proposals.allocation import allocate
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import CatalogueRow, RowPurpose
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.details import Allocation, AllocationRole
from effektspor.core.proposals.shares import differing_years, find_share, same_amounts, shares_of
from effektspor.core.year_amounts import YearAmounts

from .made import business_cases, crisis_centres, years, young_people


def _row(amounts, purpose=RowPurpose.NET, area="Service"):
    return CatalogueRow("TF03", "Indsats", amounts, purpose=purpose, control_area=area)


def test_the_whole_needs_no_reason():
    share = find_share(crisis_centres(), _row(years(2018, -1450, -2200, -2200)))
    assert (share.danish, share.control_area) == ("", "")


def test_one_control_area():
    share = find_share(crisis_centres(), _row(years(2017, 0, -700, -700, -700, -700)))
    assert (share.danish, share.control_area) == ("kun Service", "Service")


def test_of_areas_with_the_same_figures_the_rows_own_is_taken():
    same = years(2018, -200, -700, -1200, -1200)
    assert find_share(young_people(), _row(same)).danish == "kun Service"
    assert find_share(young_people(), _row(same, area="indsats")).danish == "kun Indsats"
    assert find_share(young_people(), _row(same, area="Andet")).danish == "kun Indsats"


def test_one_line_of_the_implementation():
    share = find_share(young_people(), _row(years(2018, 2100, 2100, 2100, 0), RowPurpose.INVESTMENT))
    assert share.danish == "kun linjen »Socialrådgivere«"


def test_a_committees_part():
    case = BusinessCase(
        "VO01", "Indsats",
        lines=(ChangeLine("Færre køb", LineKind.PERMANENT, years(2026, -300, -300)),),
        allocations=(Allocation("Socialudvalget", AllocationRole.SAVING, "Service", None, years(2026, -100, -100)),
                     Allocation("Sundhedsudvalget", AllocationRole.SAVING, "Service", None, years(2026, -200, -200))),
    )  # fmt: skip
    assert find_share(case, _row(years(2026, -200, -200))).danish == "Sundhedsudvalgets andel, Service"


def test_nothing_that_fits_is_no_share():
    assert find_share(crisis_centres(), _row(years(2018, -123, -456))) is None
    assert find_share(BusinessCase("VO01", "Uden linjer"), _row(years(2018, -1))) is None


def test_a_year_that_one_leaves_out_counts_between_the_others():
    whole, hole = years(2018, -1, -1, -1), YearAmounts.of({2018: -100_000, 2020: -100_000})
    assert differing_years(whole, hole) == (2019,)
    assert same_amounts(whole, years(2017, 0, -1, -1, -1)) and not same_amounts(whole, YearAmounts())
    assert not same_amounts(years(2018, 0), years(2018, 0))


@given(business_cases, st.sampled_from(RowPurpose))
def test_every_part_of_a_case_is_found_again(case, purpose):
    for share in shares_of(case, purpose):
        if any(ore for _, ore in share.amounts.pairs):
            found = find_share(case, CatalogueRow("X", "Række", share.amounts, purpose=purpose))
            assert found is not None and same_amounts(found.amounts, share.amounts)


def test_keys_that_share_out_are_found(made_keys=(33, 67)):
    from effektspor.core.number import Number

    total = years(2018, -700, -2100)
    first, second = allocate(total, [Number(key) for key in made_keys])
    assert first + second == total

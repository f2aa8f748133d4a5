from dataclasses import replace
from fractions import Fraction

import pytest

from effektspor.core.number import Number
from effektspor.core.price_index import PriceKind, PriceLevelMissing, PriceRise, PriceTable
from effektspor.core.proposals.business_case import BusinessCase, StatedCase
from effektspor.core.proposals.catalogue import RowPurpose
from effektspor.core.proposals.change_line import ChangeLine, LineKind, sum_lines
from effektspor.core.proposals.details import Allocation, AllocationRole
from effektspor.core.proposals.price_conversion import Conversion, NoPriceLevel, conversions, convert_case
from effektspor.core.proposals.shares import shares_of
from effektspor.core.year_amounts import YearAmounts

TABLE = PriceTable("Tabellen", "prøve", (PriceRise(PriceKind.ALL, 2027, Fraction(2)),))


def _years(ore: int) -> YearAmounts:
    return YearAmounts.of({2027: ore, 2028: ore})


def _case(code: str = "A1", level: str | None = "2026") -> BusinessCase:
    lines = (
        ChangeLine("Botilbud", LineKind.PERMANENT, _years(-1_000_000)),
        ChangeLine("Uddannelse", LineKind.IMPLEMENTATION, _years(50_000)),
    )
    return BusinessCase(code, "Et forslag", price_level=level, lines=lines,
                        stated=StatedCase(permanent=_years(-1_000_000), payback_total=3))  # fmt: skip


def test_every_amount_is_converted_and_nothing_else() -> None:
    converted = convert_case(_case(), "2027", TABLE)
    assert converted.price_level == "2027"
    assert [line.amounts for line in converted.lines] == [_years(-1_020_000), _years(51_000)]
    assert converted.stated == StatedCase(permanent=_years(-1_020_000), payback_total=3)
    assert convert_case(_case(), "2026", TABLE) == _case()


def test_a_missing_year_is_refused_and_never_nothing() -> None:
    with pytest.raises(PriceLevelMissing, match="fra 2027 til 2028 findes ikke i Tabellen"):
        convert_case(_case(), "2028", TABLE)
    with pytest.raises(PriceLevelMissing):
        convert_case(replace(_case(), lines=(), stated=StatedCase()), "2028", TABLE)


@pytest.mark.parametrize("level", [None, "", "marts 2026", "²026"])
def test_a_case_without_a_year_is_refused(level: str | None) -> None:
    with pytest.raises(NoPriceLevel, match="A1 siger ikke sit prisniveau"):
        convert_case(_case(level=level), "2027", TABLE)


def test_levels_are_offered_where_there_are_several() -> None:
    assert conversions([_case(), _case("A2")], TABLE) == ()
    assert conversions([_case(), _case("A2", "2027")], TABLE) == (Conversion("2026"), Conversion("2027"))
    refused = conversions([_case(), _case("A2", "2028")], TABLE)
    assert [each.level for each in refused] == ["2026", "2028"]
    assert all("fra 2027 til 2028 findes ikke" in each.refusal for each in refused)
    assert "A2 siger ikke sit prisniveau" in conversions([_case(), _case("A2", None)], TABLE)[0].refusal


def test_a_committees_share_without_amounts_is_what_its_key_gives() -> None:
    own = Allocation("Socialudvalget", AllocationRole.SAVING, "Service", Number(75))
    other = Allocation("Børneudvalget", AllocationRole.SAVING, "Service", Number(25))
    case = replace(_case(), allocations=(own, other), stated=StatedCase())
    shares = {share.danish: share.amounts for share in shares_of(case, RowPurpose.NET)}
    assert shares["Socialudvalgets andel, Service"] == _years(-750_000)
    assert shares["Børneudvalgets andel, Service"] == _years(-250_000)
    assert shares[""] == sum_lines(case.permanent_lines)

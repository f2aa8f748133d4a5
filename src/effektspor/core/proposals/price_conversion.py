"""What a catalogue counts of a proposal, in another price level: lines, sums and shares, by one published table."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from effektspor.core.price_index import PriceKind, PriceLevelMissing, PriceTable
from effektspor.core.proposals.business_case import BusinessCase, StatedCase
from effektspor.core.year_amounts import YearAmounts

# Lines do not say what of them is wages, so only the percentage of both together is theirs.
KIND = PriceKind.ALL


class NoPriceLevel(Exception):
    """A proposal that states no price level cannot be converted from one."""

    def __init__(self, code: str) -> None:
        super().__init__(f"{code} siger ikke sit prisniveau og kan ikke regnes om. Skriv det i forslaget.")


@dataclass(frozen=True, slots=True)
class Conversion:
    """A price level that proposals may be converted to; `refusal` says why they cannot, "" where they can."""

    level: str
    refusal: str = ""


def convert_case(case: BusinessCase, level: str, table: PriceTable) -> BusinessCase:
    """Return a case with its lines, shares and sums in another price level, each amount rounded once.

    Raises NoPriceLevel where the case states none, and PriceLevelMissing for a year the table does not have.
    """
    if case.price_level == level:
        return case
    if not is_year(case.price_level) or not is_year(level):
        raise NoPriceLevel(case.code)
    factor = _Factor(table, int(case.price_level or 0), int(level))
    factor.check()
    return replace(
        case,
        price_level=level,
        lines=tuple(replace(line, amounts=factor.of(line.amounts)) for line in case.lines),
        allocations=tuple(replace(each, amounts=factor.of(each.amounts)) for each in case.allocations),
        pools=tuple(replace(each, amounts=factor.of(each.amounts)) for each in case.pools),
        stated=_stated(case.stated, factor),
    )


def conversions(cases: Iterable[BusinessCase], table: PriceTable) -> tuple[Conversion, ...]:
    """Return the levels that cases of several levels may be converted to; none where they have one in common."""
    cases = tuple(cases)
    levels = sorted({case.price_level for case in cases if case.price_level and is_year(case.price_level)})
    if len({case.price_level for case in cases}) < 2:
        return ()
    return tuple(Conversion(level, _refusal(cases, level, table)) for level in levels)


def is_year(level: str | None) -> bool:
    """Whether a price level is a year, which only such is converted."""
    return bool(level) and str(level).isascii() and str(level).isdecimal()


def _refusal(cases: Iterable[BusinessCase], level: str, table: PriceTable) -> str:
    try:
        for case in cases:
            convert_case(case, level, table)
    except (NoPriceLevel, PriceLevelMissing) as error:
        return str(error)
    return ""


@dataclass(frozen=True, slots=True)
class _Factor:
    table: PriceTable
    from_level: int
    to_level: int

    def check(self) -> None:
        """A case of no amounts still needs its years in the table, so that what is missing is told."""
        self.table.factor(KIND, self.from_level, self.to_level)

    def of(self, amounts: YearAmounts) -> YearAmounts:
        convert = self.table.convert_ore
        return YearAmounts(
            tuple((year, convert(ore, KIND, self.from_level, self.to_level)) for year, ore in amounts.pairs)
        )


def _stated(stated: StatedCase, factor: _Factor) -> StatedCase:
    """Its payback is in years, and is as it was."""
    return replace(
        stated,
        permanent=stated.permanent and factor.of(stated.permanent),
        implementation=stated.implementation and factor.of(stated.implementation),
        total=stated.total and factor.of(stated.total),
    )

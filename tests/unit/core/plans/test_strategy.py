"""Adopted savings: as adopted by year, realised until a day."""

from datetime import date

from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.strategy import AdoptedSaving, AdoptedSavings
from effektspor.core.unit import THOUSAND
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts

T_KR = 100_000


def years(**amounts):
    return YearAmounts.of({int(year[1:]): amount * T_KR for year, amount in amounts.items()})


SAVINGS = AdoptedSavings(
    "Vedtagne besparelser",
    PrintedAs(THOUSAND),
    (
        AdoptedSaving("Hjemtagelse", years(y2015=513, y2016=3075), 3228 * T_KR),
        AdoptedSaving("Dagtilbud", years(y2016=2500), 1069 * T_KR),
        AdoptedSaving("Samling", NOTHING_STATED),
    ),
    stated_adopted=years(y2015=513, y2016=5575),
    stated_realised_ore=4297 * T_KR,
    as_of=date(2016, 8, 31),
)


def test_the_sums_are_kept_both_ways():
    assert SAVINGS.adopted.computed == SAVINGS.adopted.stated == years(y2015=513, y2016=5575)
    assert SAVINGS.realised.computed_ore == SAVINGS.realised.stated_ore == 4297 * T_KR


def test_a_line_is_held_against_the_year_of_the_table():
    home, days, joined = SAVINGS.lines
    assert SAVINGS.difference_ore(home) == (3228 - 3075) * T_KR
    assert SAVINGS.difference_ore(days) == (1069 - 2500) * T_KR
    assert SAVINGS.difference_ore(joined) is None


def test_nothing_realised_is_none():
    bare = AdoptedSavings("Tom", PrintedAs(THOUSAND), (AdoptedSaving("Samling", NOTHING_STATED),))
    assert bare.realised is None and bare.difference_ore(bare.lines[0]) is None

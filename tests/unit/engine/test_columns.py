"""Rows as columns: codes, days, and what does not fit 64 bits."""

from datetime import date

from effektspor.core.grants.cells import GrantRow
from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.engine.columns import OPEN, UNITS, columns_of


def _row(section: str, citizen: str, line: PriceLine) -> GrantRow:
    return GrantRow(2, {"section": section, "citizen": citizen, "grant_id": "g"}, line)


OPEN_DAY = PriceLine(195_000, PriceUnit.DAY, 1, date(2026, 1, 1), None)
ADDON = PriceLine(-5, PriceUnit.HOUR_WEEK, 360, date(2026, 2, 1), date(2026, 3, 1), LineKind.ADDON)


def test_a_line_is_whole_numbers() -> None:
    columns = columns_of([_row("85", "b", ADDON)], ("section",))
    assert {name: column.tolist() for name, column in columns.arrays.items()} == {
        "amount_ore": [-5],
        "unit": [UNITS.index(PriceUnit.HOUR_WEEK)],
        "quantity": [360],
        "start": [date(2026, 2, 1).toordinal()],
        "end": [date(2026, 3, 1).toordinal()],
        "base": [0],
        "group": [0],
        "citizen": [0],
        "grant": [0],
    }


def test_an_open_end_is_after_every_period() -> None:
    assert columns_of([_row("85", "b", OPEN_DAY)], ()).end.tolist() == [OPEN]
    assert date.max.toordinal() < OPEN


def test_groups_are_in_the_order_of_code_points() -> None:
    columns = columns_of([_row(section, "b", ADDON) for section in ("Å", "a", "", "Z")], ("section",))
    assert columns.groups == (("",), ("Z",), ("a",), ("Å",))
    assert columns.group.tolist() == [3, 2, 0, 1]


def test_citizens_are_numbered() -> None:
    rows = [_row("85", citizen, ADDON) for citizen in ("z", "a", "z")]
    assert columns_of(rows, ()).citizen.tolist() == [0, 1, 0]


def test_an_amount_beyond_64_bits_is_kept() -> None:
    line = PriceLine(2**80, PriceUnit.DAY, 1, date(2026, 1, 1), None)
    assert columns_of([_row("85", "b", line)], ()).amount_ore.tolist() == [2**80]

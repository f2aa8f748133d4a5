"""The SQL definition: in DuckDB the rows of the reference; in each database's words whole numbers only."""

import re
from datetime import date

import pytest
from hypothesis import given, settings

from effektspor.core.grants import cells as reference
from effektspor.core.grants.cells import GrantRow
from effektspor.core.grants.price_line import PriceLine, PriceUnit
from effektspor.core.period import Period, calendar_year
from effektspor.engine.duckdb_engine import cost_rows
from effektspor.engine.errors import EngineMissing
from effektspor.engine.sql_engine import QUERIES
from effektspor.engine.sql_text import query
from tests.unit.engine.made_rows import BY, HORIZONS, ROWS

NAMES = [name for name, _ in QUERIES]
HUGE = PriceLine(2**61, PriceUnit.DAY, 1, date(2026, 1, 1), None)
YEAR = calendar_year(2026)


def _row(line: PriceLine) -> GrantRow:
    return GrantRow(2, {"citizen": "a", "grant_id": "1", "section": "107"}, line)


@settings(max_examples=100, deadline=None)
@given(ROWS, HORIZONS, BY)
def test_duckdb_agrees_with_the_reference(rows: list[GrantRow], horizon: Period, by: tuple[str, ...]) -> None:
    assert cost_rows(rows, horizon, by) == reference.cost_rows(rows, horizon, by)


def test_no_double_precision_is_on_the_way() -> None:
    """Days of the month times this amount are above 2^53, where a double has every second whole number only."""
    line = PriceLine(1_001_999_999_999_999, PriceUnit.MONTH, 1, date(2026, 1, 2), date(2026, 1, 31))
    assert cost_rows([_row(line)], YEAR, ("section",)) == reference.cost_rows([_row(line)], YEAR, ("section",))


def test_what_64_bits_cannot_hold_is_refused_in_danish() -> None:
    with pytest.raises(EngineMissing, match="for store til beregningsmotoren duckdb"):
        cost_rows([_row(HUGE)], YEAR, ("section",))


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "spark"])
@pytest.mark.parametrize("name", NAMES)
def test_each_dialect_divides_whole_numbers(name: str, dialect: str) -> None:
    text = query(name, dialect, 739_000, 365)
    assert not re.search(r"\bR\(|\$|DOUBLE|FLOAT|DECIMAL", text)
    assert {"duckdb": " / " not in text, "postgres": "DIV(" not in text, "spark": " / " not in text}[dialect]

"""The engines by name, and what one says that cannot answer."""

import sys
from datetime import date

import pytest

from effektspor.core.grants.cells import CostRow, GrantRow
from effektspor.core.grants.price_line import PriceLine, PriceUnit
from effektspor.core.period import calendar_year
from effektspor.engine.engines import ENGINES
from effektspor.engine.errors import EngineMissing

ROW = GrantRow(
    2,
    {"citizen": "a", "grant_id": "1", "section": "107"},
    PriceLine(100, PriceUnit.DAY, 1, date(2026, 1, 1), date(2026, 1, 3)),
)


@pytest.mark.parametrize("name", ["reference", "numpy"])
def test_an_engine_of_the_product(name: str) -> None:
    assert ENGINES[name]([ROW], calendar_year(2026), ("section",)) == [CostRow("2026-01", ("107",), 200, 2, 1, 1)]


def test_every_engine_of_the_contract_has_its_name() -> None:
    assert list(ENGINES) == ["reference", "numpy", "duckdb", "postgres", "spark"]


@pytest.mark.parametrize(
    "name, library, extra",
    [
        ("duckdb", "duckdb", "engines"),
        ("postgres", "adbc_driver_postgresql", "engines"),
        ("spark", "pyspark.sql", "spark"),
    ],
)
def test_a_missing_library_says_what_to_install(
    name: str, library: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(EngineMissing, match=rf"pip install 'effektspor\[{extra}\]'"):
        ENGINES[name]([ROW], calendar_year(2026), ("section",))


def test_postgres_without_an_address_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EFFEKTSPOR_ENGINE_URL", raising=False)
    with pytest.raises(EngineMissing, match="EFFEKTSPOR_ENGINE_URL er ikke sat"):
        ENGINES["postgres"]([ROW], calendar_year(2026), ("section",))


def test_a_server_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EFFEKTSPOR_ENGINE_URL", "postgresql:///intet?host=/findes-ikke")
    with pytest.raises(EngineMissing, match="ikke svarer"):
        ENGINES["postgres"]([ROW], calendar_year(2026), ("section",))

"""PostgreSQL against the reference. Run by the layer `postgres`, which has a server: without one it fails."""

import os

import pytest
from hypothesis import given, settings

from effektspor.core.grants import cells as reference
from effektspor.core.grants.cells import GrantRow
from effektspor.core.period import Period, calendar_year
from effektspor.engine import numpy_engine
from effektspor.engine.random_columns import random_columns
from tests.unit.engine.made_rows import BY, HORIZONS, ROWS


@pytest.fixture(autouse=True)
def _server() -> None:
    assert os.environ.get("EFFEKTSPOR_ENGINE_URL"), "run by scripts/with-postgres, which sets EFFEKTSPOR_ENGINE_URL"


@settings(max_examples=60, deadline=None)
@given(ROWS, HORIZONS, BY)
def test_postgres_agrees_with_the_reference(rows: list[GrantRow], horizon: Period, by: tuple[str, ...]) -> None:
    from effektspor.engine.postgres_engine import cost_rows

    assert cost_rows(rows, horizon, by) == reference.cost_rows(rows, horizon, by)


def test_postgres_agrees_with_numpy_on_many_lines() -> None:
    from effektspor.engine.postgres_engine import rows_of_columns

    horizon = calendar_year(2026)
    columns = random_columns(20_000, horizon, seed=7)
    assert rows_of_columns(columns, horizon) == numpy_engine.rows_of_columns(columns, horizon)

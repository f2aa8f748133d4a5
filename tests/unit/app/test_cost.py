"""The use cases behind `cost` and `explain cost`."""

from datetime import date

import pytest

from effektspor.app.cost import compute_cost
from effektspor.app.errors import NotPossible
from effektspor.app.explained_cost import explain_cell
from effektspor.core.grants.cells import CostRow
from effektspor.core.grants.grant import GrantStatus
from effektspor.core.grants.month import Month
from effektspor.core.period import Period
from effektspor.engine.engines import ENGINES
from effektspor.engine.errors import EngineMissing
from tests.unit.ingest.grants.files import grants_csv, read

MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))
ROWS = read(grants_csv({}, {"grant_id": "G2", "status": "ended", "section": "85"})).rows


def test_cost_by_month_and_group() -> None:
    found = compute_cost(ROWS, MARCH, ("section",), engine="reference")
    assert found == [CostRow("2026-03", (name,), 6045000, 31, 1, 1) for name in ("107", "85")]


def test_only_the_statuses_that_are_asked_for() -> None:
    found = compute_cost(ROWS, MARCH, ("section",), [GrantStatus.ENDED], "reference")
    assert [row.group for row in found] == [("85",)]


def test_an_unknown_engine_is_told() -> None:
    with pytest.raises(NotPossible, match="'excel' findes ikke"):
        compute_cost(ROWS, MARCH, (), engine="excel")


def test_what_an_engine_lacks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacks(*_: object) -> list[CostRow]:
        raise EngineMissing("Beregningsmotoren duckdb mangler.")

    monkeypatch.setitem(ENGINES, "duckdb", lacks)
    with pytest.raises(NotPossible, match="duckdb mangler"):
        compute_cost(ROWS, MARCH, ("section",), engine="duckdb")


def test_a_cell_is_explained_by_grant_and_line_and_by_citizen() -> None:
    explained = explain_cell(ROWS, Month(2026, 3))
    assert [grant.grant_id for grant in explained.grants] == ["G1", "G2"]
    assert explained.cost_ore == sum(grant.cost_ore for grant in explained.grants) == 2 * 6045000
    assert explained.days_by_citizen == (("B1", 31),)


def test_a_month_without_lines_has_nothing_to_explain() -> None:
    explained = explain_cell(ROWS, Month(2027, 3))
    assert (explained.grants, explained.cost_ore, explained.days_by_citizen) == ((), 0, ())

"""Bridges from one year's budget to the next, without a head."""

import pytest

from tests.papers import only_table, read, values

BRIDGE = "Budget 2025 | 412.300\nP/l | 12.781\nDemografi | -90\nBudget 2026 | 424.991"


def test_a_bridge_without_a_head_is_a_table():
    table = only_table(f"Fra budget 2025 til 2026 (1.000 kr.)\n\n{BRIDGE}")
    assert [(row.label, values(row)) for row in table.rows][::3] == [
        ("Budget 2025", ["412300"]),
        ("Budget 2026", ["424991"]),
    ]
    assert (table.unit, len(table.rows), table.place.line) == ("1.000 kr.", 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        "Budget 2025 | 412.300\nP/l | ca. 12\nDemografi | -90\nBudget 2026 | 424.991",
        "Budget 2025 | 412.300\nP/l | 12.781\nBudget 2026 | 424.991",
        "Budget 2025 | 412.300\nP/l | 12.781\nDemografi | -90\nI alt | 424.991",
        "Sag | 12\nP/l | 12.781\nDemografi | -90\nBudget 2026 | 424.991",
    ],
)
def test_a_list_of_figures_is_none(text):
    assert read(text).tables == ()

"""Sharing between committees: every row of the page comes out of its key."""

import pytest

from effektspor.core.number import parse_number
from effektspor.core.proposals.allocation import allocate
from effektspor.core.year_amounts import YearAmounts
from tests.spec.tables import examples, ore

EXAMPLES = examples("05-hvem-faar-hvor-meget.md")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.title)
def test_each_committee_gets_what_the_page_says(example):
    (total,) = example.rows("beløb")
    rows = example.rows("udvalg")
    parts = allocate(YearAmounts.of({2026: ore(total["beløb"])}), [parse_number(row["nøgle pct."]) for row in rows])
    assert [part.at(2026) for part in parts] == [ore(row["del"]) for row in rows]

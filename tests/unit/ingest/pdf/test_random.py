"""Random tables, drawn in four layouts, are read back row by row."""

import pytest

from .drawing import as_read, random_table, read_back, shown

LAYOUTS = ["ruled", "unruled", "banded", "tight"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(6))
def test_every_row_is_read_back(layout, seed):
    table = random_table(seed, layout)
    read = read_back(table)
    assert shown(read) == [(label, *map(as_read, figures)) for label, *figures in table.rows]
    assert (list(read.columns), read.unit, read.price_level) == (table.head[0][1:], "1.000 kr.", "2018")
    assert (read.caption, [note.text for note in read.footnotes]) == (table.above[-1], table.below[:1])

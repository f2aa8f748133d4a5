"""A difference is of the two columns that give it most often, also where a head says its unit over the first alone."""

from dataclasses import replace

from effektspor.core.audit.horizontal import difference_equations
from tests.papers import read

PAPER = """
Tiltag | Krav 2018 | Opnået 2018 | Helårseffekt 2019 | Difference
Tidlig indsats | 1.250 | 1.500 | 1.250 | -250
Færre pladser | 2.400 | 2.400 | 2.400 | 0
Krisetelefonen | 1.250 | 300 | 1.250 | 950
Familieplejen | 1.150 | 600 | 600 | 550
Ledelse | 2.350 | 2.800 | 1.200 | -450
"""


def test_the_unit_over_the_first_column_is_the_others_too():
    (table,) = read(PAPER).tables
    told = difference_equations(replace(table, column_units=("1.000 kr.", None, None, None)))
    assert len(told) == 5 and all(each.holds for each in told)
    assert {tuple(cell.column for cell, _ in each.parts) for each in told} == {(0, 1)}

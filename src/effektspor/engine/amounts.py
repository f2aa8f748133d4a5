"""Amounts times quantities, and whether their sums can leave int64."""

import numpy as np

from effektspor.engine.columns import GrantColumns
from effektspor.engine.whole_month import Whole

INT64_MAX = 2**63 - 1
_IN_A_LINE, _IN_A_SUM = 2_000, 64


def whole_dtype(columns: GrantColumns) -> np.dtype[np.generic]:
    """Return int64, or Python's own whole numbers (slow and without a limit) where a figure could leave it."""
    return np.dtype(np.int64 if fits_int64(columns) else object)


def fits_int64(columns: GrantColumns) -> bool:
    """Return whether no figure of the arithmetic of cost can leave int64, in a line or in a sum over lines.

    In a line the largest is twice 31 days of what 31 days cost, in a sum twice 31 days of every line.
    """
    if not len(columns):
        return True
    largest = (_largest(columns.amount_ore) + 1) * (_largest(columns.quantity) + 1)
    if largest * max(_IN_A_LINE, _IN_A_SUM * len(columns)) <= INT64_MAX:
        return True
    amounts = np.abs(columns.amount_ore.astype(object) * columns.quantity) + 1
    return max(_IN_A_LINE * int(amounts.max()), _IN_A_SUM * int(amounts.sum())) <= INT64_MAX


def _largest(values: Whole) -> int:
    """The largest magnitude, by Python's whole numbers, as the smallest int64 has none in int64."""
    return max(abs(int(values.min())), abs(int(values.max())))

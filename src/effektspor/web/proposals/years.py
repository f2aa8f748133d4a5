"""Amounts by year ↔ JSON, as the columns beside a body keep them."""

from collections.abc import Sequence

from effektspor.core.year_amounts import YearAmounts


def years_to_json(amounts: YearAmounts) -> list[list[int]]:
    return [list(pair) for pair in amounts.pairs]


def years_from_json(pairs: Sequence[Sequence[int]]) -> YearAmounts:
    return YearAmounts(tuple((year, ore) for year, ore in pairs))

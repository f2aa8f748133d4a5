"""Amounts by year in Danish: each amount once, with the years that have it."""

from collections.abc import Mapping
from fractions import Fraction

from effektspor.core.audit.words import like, listed
from effektspor.core.number import Number


def told_by_year(values: Mapping[str, Fraction]) -> str:
    """Return "−750 i 2018 og −1.500 i 2019 og 2020"."""
    years: dict[str, list[str]] = {}
    for year, value in values.items():
        years.setdefault(like(value, Number(0)).danish(), []).append(year)
    return listed([f"{printed} i {listed(having)}" for printed, having in years.items()])

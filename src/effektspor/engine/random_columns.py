"""Random price lines as columns, for the benchmark: all units, seeded, a million in a second."""

import numpy as np

from effektspor.core.grants.price_line import PriceUnit
from effektspor.core.period import Period
from effektspor.engine.columns import CODE_OF_UNIT, OPEN, UNITS, GrantColumns, Ints

_SECTIONS = ("§ 83", "§ 85", "§ 95", "§ 97", "§ 103", "§ 104", "§ 107", "§ 108")
_TARGET_GROUPS = ("Autisme", "Hjerneskade", "Misbrug", "Sindslidelse", "Udviklingshæmning")
# How many of a hundred lines are base lines and how many are open.
_BASE_PCT, _OPEN_PCT = 70, 20


def random_columns(lines: int, period: Period, seed: int) -> GrantColumns:
    """Return lines that begin up to a year before the period and last up to three years; the same for the same seed.

    Two lines a grant and three a citizen on average, in no order: the hardest case for counting them.
    """
    random = np.random.default_rng(seed)
    groups = tuple(sorted((section, group) for section in _SECTIONS for group in _TARGET_GROUPS))
    unit = random.integers(0, len(UNITS), lines)
    start = random.integers(period.start.toordinal() - 365, period.end.toordinal(), lines)
    return GrantColumns(
        amount_ore=random.integers(-20_000, 1_000_000, lines),
        unit=unit,
        quantity=random.integers(1, 600, lines),
        start=start,
        end=_ends(random, unit, start),
        base=(random.integers(0, 100, lines) < _BASE_PCT).astype(np.int64),
        group=random.integers(0, len(groups), lines),
        citizen=random.integers(0, lines // 3 + 1, lines),
        grant=random.integers(0, lines // 2 + 1, lines),
        groups=groups,
    )


def _ends(random: np.random.Generator, unit: Ints, start: Ints) -> Ints:
    """One day for what is paid once or attended (which lies in one month), else up to three years or open."""
    runs = ~np.isin(unit, [CODE_OF_UNIT[PriceUnit.ONCE], CODE_OF_UNIT[PriceUnit.ATTENDANCE]])
    is_open = random.integers(0, 100, len(start)) < _OPEN_PCT
    end = start + random.integers(1, 3 * 365, len(start))
    return np.where(runs, np.where(is_open, OPEN, end), start + 1)

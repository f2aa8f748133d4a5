"""What sums are called. Words only hint: whether a row is the sum of others is decided by the figures (core.audit)."""

import re

TOTAL = re.compile(
    r"^(?:nyt budget|total\w*|samle[td]e?|sum|sammenlagt|tilsammen|delsum|mellemsum|subtotal)\b|\b(?:i ?alt|totalt?)\b",
    re.IGNORECASE,
)
NET = re.compile(r"netto", re.IGNORECASE)


def sounds_like_sum(label: str) -> bool:
    """Return whether a label is what sums are called; it only hints."""
    return bool(TOTAL.search(label) or NET.search(label))

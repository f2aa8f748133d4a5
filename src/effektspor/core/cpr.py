"""What looks like a CPR number, so that none is logged, echoed or put in an address.

Only the shape counts: modulus 11 has not held for every number since 2007, so it must not let one through.
"""

import re

HIDDEN = "[cpr]"
# Day 01-31 (61-91 for replacement numbers), month 01-12, any year, four digits; not inside a longer number.
_SHAPE = re.compile(r"(?<![\d.,])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d\d[-–\u00a0 ]?\d{4}(?![\d]|[.,]\d)")


def has_cpr(text: str) -> bool:
    """Return whether something in a text is shaped like a CPR number."""
    return _SHAPE.search(text) is not None


def hide_cpr(text: str) -> str:
    """Return a text with everything shaped like a CPR number replaced by [cpr]."""
    return _SHAPE.sub(HIDDEN, text)

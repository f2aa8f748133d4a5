"""What looks like a CPR number, so that none is logged, echoed or put in an address.

Only the shape counts: modulus 11 has not held for every number since 2007, so it must not let one through.
"""

import re

HIDDEN = "[cpr]"
_DAY = r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"  # 61-91 are replacement numbers: the day plus 60
_MONTH = r"(?:0[1-9]|1[0-2])"
_BETWEEN = r"(?:\s?[-\u2010-\u2015−]\s?|\s?)"
# Not inside a longer run of digits. A full stop or comma beside it is no excuse: it ends a sentence or a CSV cell.
_SHAPE = re.compile(rf"(?<!\d){_DAY}{_MONTH}\d\d{_BETWEEN}\d{{4}}(?!\d)")


def has_cpr(text: str) -> bool:
    """Return whether something in a text is shaped like a CPR number."""
    return _SHAPE.search(text) is not None


def hide_cpr(text: str) -> str:
    """Return a text with everything shaped like a CPR number replaced by [cpr]."""
    return _SHAPE.sub(HIDDEN, text)

"""The year whose prices an amount is stated in (prisniveau)."""

import re

# A scanner often reads "2018 p/l" as "2018 p/1"; both mean the price and wage level of 2018.
_LEVELS = (
    re.compile(r"\b((?:19|20)\d\d)\s*[-–]?\s*p/?[l1I]\b\.?", re.IGNORECASE),
    re.compile(r"\b((?:19|20)\d\d)\s*[-–]?\s*(?:priser|prisniveau|pris-?\s+og\s+lønniveau)\b", re.IGNORECASE),
    re.compile(r"\b(?:p/?l|prisniveau|pris-?\s+og\s+lønniveau|priser\s+i)\s*[-–:]?\s*((?:19|20)\d\d)\b", re.IGNORECASE),
)


def find_price_level(text: str) -> str | None:
    """Return the price level a text states as a year ("2018 p/l", "2018 p/1", "2023-priser"), or None."""
    found = find_price_level_span(text)
    return found[0] if found else None


def find_price_level_span(text: str) -> tuple[str, int, int] | None:
    """Return the price level a text states and where it stands: (year, start, end)."""
    for level in _LEVELS:
        if match := level.search(text):
            return match[1], match.start(), match.end()
    return None

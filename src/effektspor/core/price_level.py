"""The year whose prices an amount is stated in (prisniveau)."""

import re

# A scanner often reads "2018 p/l" as "2018 p/1"; both mean the price and wage level of 2018.
_LEVELS = (
    re.compile(r"\b((?:19|20)\d\d)\s*[-–]?\s*p/?[l1I]\b(?:-niveau\b)?\.?", re.IGNORECASE),
    re.compile(r"\b((?:19|20)\d\d)\s*[-–]?\s*(?:priser|prisniveau|pris-?\s+og\s+lønniveau)\b", re.IGNORECASE),
    # "2026 niveau" may be a level of activity; with the hyphen it is how price levels are written in heads.
    re.compile(r"\b((?:19|20)\d\d)[-–]niveau\b", re.IGNORECASE),
    # The century is left out where nothing else can be meant: "26-pl" and "26 p/l", but "26 pl." are places.
    re.compile(r"(?<![\w.,])(\d\d)(?:\s*[-–]\s*pl|\s*[-–]?\s*p/l)\b", re.IGNORECASE),
    re.compile(r"\bPL[-–]?\s?(\d\d)\b(?![.,]?\d)"),
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
            return f"20{match[1]}"[-4:], match.start(), match.end()
    return None

"""Figures that are counted and never rounded: citizens, cases and places."""

import re

from effektspor.core.document import Table

_COUNTED = re.compile(r"\b(?:antal|borgere|personer|sager|pladser|brugere|henvendelser|bevillinger)\b", re.IGNORECASE)
# A caption such as "Borgere med handicap" says whom a saving is for, not what is counted.
_NUMBER_OF = re.compile(r"\bantal\b", re.IGNORECASE)
_ROUNDED = re.compile(
    r"helår|gennemsnit|gns\b|årsværk|pris|udgift|beløb|indtægt|spar|effektiv|budget|regnskab|forbrug|kr\b",
    re.IGNORECASE,
)


def is_counted(table: Table, row: int, column: int) -> bool:
    """Return whether a figure is a number of citizens or places: without unit, decimals and sign, and named so."""
    number = table.rows[row].cells[column].number
    if table.unit_of(column) or number is None or number.decimals or number.digits < 0:
        return False
    title, own = table.caption or "", f"{table.columns[column]} {table.rows[row].label}"
    return bool(_COUNTED.search(own) or _NUMBER_OF.search(title)) and not _ROUNDED.search(f"{title} {own}")

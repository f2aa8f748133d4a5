"""Which columns can be added up: not prices, shares, averages and unique persons, and no ratio under another name."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from effektspor.core.document import Table

_MONTHS = (
    r"(?:jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
# "Udgift pr. borger" is a ratio, "Forbrug pr. 31.8." and "Budget pr. august" are not.
_PER = rf"\bpr\.?\s+(?!\d{{1,2}}[./]\s?(?:\d{{1,2}}(?!\d)|[a-zæøå])|{_MONTHS}|ultimo|primo|(?:19|20)\d\d)"
_RATIO = re.compile(
    r"pris(?!ændring|regulering)|takst(?!ændring|regulering)|gennemsnit|gns\b|snit\b|median|pct|procent|%|andel|nøgle"
    r"|indeks|grad\b|normering|belægning|målopfyldelse|vækst|fravær|alder\b|sagsstamme|liggetid|ventetid|ventedage"
    r"|varighed|behandlingstid|score\b|\brate\b"
    rf"|{_PER}",
    re.IGNORECASE,
)
_UNIQUE = re.compile(r"unik|helårsperson", re.IGNORECASE)
# Columns called so are added up whatever their figures look like; of others the figures may say that they are not.
_AMOUNT = re.compile(
    r"(?:19|20)\d\d|\bb(?:o|udget)?\d|budget|regnskab|forbrug|forvent|afvig|differen|beløb|udgift|indtægt|besparelse"
    r"|effekt|gevinst|\bi alt\b|samlet|realiser|\bmål\b|måltal|kvartal|kvt?\b|netto|brutto|drift|anlæg|service|overførs"
    rf"|\b{_MONTHS}",
    re.IGNORECASE,
)


def is_ratio(name: str) -> bool:
    """Return whether a column's or a row's name says that it is a price, a share or an average."""
    return bool(_RATIO.search(name))


def may_add(name: str) -> bool:
    """Return whether a column of that name may be added up down its rows."""
    return not (is_ratio(name) or _UNIQUE.search(name))


def looks_like_ratio(table: Table, total: int, parts: tuple[int, ...], column: int) -> bool:
    """Return whether a column's total is rather an average or a quotient than a sum of its rows.

    Only for columns whose name does not say that they are amounts: an average lies between the least and the largest
    of its rows, and a ratio is the quotient of two other totals.
    """
    stated = table.rows[total].cells[column].number
    if stated is None or _AMOUNT.search(table.columns[column]):
        return False
    values = [number.value for part in parts if (number := table.rows[part].cells[column].number) and number.digits]
    if len(values) > 1 and min(values) <= stated.value <= max(values):
        return True
    return any(abs(quotient - stated.value) <= stated.half_unit for quotient in _quotients(table, total, column))


def _quotients(table: Table, total: int, column: int) -> Iterator[Fraction]:
    """Yield what the row's other figures are of each other, as they stand, in per cent and per thousand."""
    cells = table.rows[total].cells
    values = [cell.number.value for at, cell in enumerate(cells) if at != column and cell.number and cell.number.digits]
    for one, other in permutations(values, 2):
        yield from (factor * one / other for factor in (1, 100, 1000))

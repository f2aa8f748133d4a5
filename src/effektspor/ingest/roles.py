"""Column roles, decided before any number is read: number, label, category, amount, percent, text."""

import re
from enum import Enum, auto

from effektspor.core.unit import parse_quantity
from effektspor.ingest.cells import strip_marks
from effektspor.ingest.grid import GridRow
from effektspor.ingest.heads import Head

# "7", "1.1", "S1", "VH-1", "SOC-04", and a code of a catalogue with what is said of it: "HA07b – [R]".
ROW_NUMBER = re.compile(
    r"\d{1,3}[.)]?|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[A-ZÆØÅ]{1,4}[-.–]?\d{1,4}[a-z]?|[A-ZÆØÅ]{1,3}\d{2,3}[a-z]?\b.*"
)
# Under a head that says so, any short code numbers the rows.
_NUMBER_HEAD = re.compile(
    r"(?:forslags?|løbe|lb\.?|sags?|punkt|tiltags?)?[\s-]*(?:nr|nummer|no)\b\.?|#|kode|id|pkt\.?|ref\.?", re.IGNORECASE
)
_CODE = re.compile(r"[\wÆØÅæøå.\-–/]{1,12}")
_CATEGORY_HEAD = re.compile(r"styringsområde|kategori|udgiftstype|^målgruppe(?:område)?$|^ramme$", re.IGNORECASE)
# The control areas (styringsområder) of municipal budgets. A head may be misread; what stands under it is certain.
_CATEGORY = re.compile(r"service|overførsler|indsats|anlæg|finansposter|drift|refusion", re.IGNORECASE)


class Role(Enum):
    NUMBER = auto()
    LABEL = auto()
    CATEGORY = auto()
    AMOUNT = auto()
    PERCENT = auto()
    TEXT = auto()


def is_number_head(text: str) -> bool:
    """Return whether a head says that what stands under it numbers the rows: "Nr.", "Kode", "Forslag nr."."""
    return bool(_NUMBER_HEAD.fullmatch(text.strip()))


def is_code(text: str) -> bool:
    """Return whether a word is a code with a figure in it, as numbers of proposals are: "7", "S1", "SOC-04"."""
    return bool(_CODE.fullmatch(text)) and any(letter.isdigit() for letter in text)


def column_roles(head: Head, body: tuple[GridRow, ...]) -> list[Role]:
    """Return what each column holds, from its head and from what most of its cells are."""
    figures = [_is_amount(head, body, column) for column in range(len(head.names))]
    numbered = _is_row_number(body, figures, head.names[0])
    if numbered:
        figures[0] = False
    first_amount = next((column for column, is_figure in enumerate(figures) if is_figure), len(figures))
    roles = [
        Role.AMOUNT if figure else _beside_amounts(head, body, column, first_amount)
        for column, figure in enumerate(figures)
    ]
    return [Role.NUMBER, *roles[1:]] if numbered else roles


def _beside_amounts(head: Head, body: tuple[GridRow, ...], column: int, first_amount: int) -> Role:
    if _is_percent(body, column):
        return Role.PERCENT
    if column > 0 and _is_category(head, body, column):
        return Role.CATEGORY
    return Role.LABEL if column < first_amount else Role.TEXT


def _is_category(head: Head, body: tuple[GridRow, ...], column: int) -> bool:
    if _CATEGORY_HEAD.search(re.sub(r"[\s-]", "", head.names[column])):
        return True
    texts = _filled(body, column)
    return bool(texts) and all(_CATEGORY.fullmatch(text) for text in texts)


def _is_amount(head: Head, body: tuple[GridRow, ...], column: int) -> bool:
    quantities = [parse_quantity(strip_marks(text)) for text in _filled(body, column)]
    if re.fullmatch(r"(?:19|20)\d\d", head.names[column]):
        return column > 0 and not any(quantity and quantity.percent for quantity in quantities)
    figures = sum(1 for quantity in quantities if quantity and not quantity.percent)
    return column > 0 and figures > 0 and figures * 2 >= len(quantities)


def _is_percent(body: tuple[GridRow, ...], column: int) -> bool:
    texts = _filled(body, column)
    return bool(texts) and all((quantity := parse_quantity(text)) and quantity.percent for text in texts)


def _filled(body: tuple[GridRow, ...], column: int) -> list[str]:
    return [text for row in body if (text := row.cells[column]) and text not in "-–−"]


def _is_row_number(body: tuple[GridRow, ...], figures: list[bool], name: str) -> bool:
    """The first column numbers the rows when the second is words and every filled first cell looks like a number."""
    if len(figures) < 3 or figures[1]:
        return False
    named = is_number_head(name)
    texts = [strip_marks(row.cells[0]) for row in body if row.cells[0] and row.cells[1]]
    return bool(texts) and all(ROW_NUMBER.fullmatch(text) or (named and _CODE.fullmatch(text)) for text in texts)

"""The words that tell what a row or a column of a plan's papers is."""

import re
from collections.abc import Collection, Iterable

from effektspor.core.document import Row, Table
from effektspor.ingest.cells import strip_marks

TARGET = re.compile(r"sparekrav|måltal|\bmål\b|\bkrav\b|\btarget\b|forudsat", re.IGNORECASE)
REALISED = re.compile(r"opnå\w*|realiser\w*|effektuer\w*|indfri\w*|høstet?\b|\beffekt\b|årseffekt", re.IGNORECASE)
ACCUMULATED = re.compile(r"akkumuler\w*|\bakk\b|kumul\w*", re.IGNORECASE)
SUM = re.compile(r"^\W*(?:samle[dt]e?|i alt|sum|total\w*|ialt)\b", re.IGNORECASE)
DIFFERENCE = re.compile(
    r"differen\w*|afvigelse\w*|forskel\w*|\bmer-?\s?/\s?mindre|mer(?:forbrug|udgift)|mindre(?:forbrug|udgift)|ændring",
    re.IGNORECASE,
)
_SECTION = re.compile(r"^\W*\d+(?:\.\d+)*\.\s")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def years_in(text: str) -> tuple[int, ...]:
    """Return the years a text names, also "R2024" and "B2025", each once and in order."""
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(text)))


def only_year(text: str) -> int | None:
    """Return the one year a text names; None where it names none or several."""
    years = years_in(text)
    return years[0] if len(years) == 1 else None


def year_columns(table: Table, taken: Collection[int] = ()) -> dict[int, int]:
    """Return the column of each year that heads one column, alone or with a word; those that are taken do not count."""
    heads = [(at, name) for at, name in enumerate(table.columns) if at not in taken and is_year_head(name)]
    named = [(only_year(name), at) for at, name in heads]
    years = [year for year, _ in named]
    return {year: at for year, at in named if year is not None and years.count(year) == 1}


def is_year_head(name: str) -> bool:
    """Whether a head says an amount of a year: "2016", "Budget 2016"; not a difference, and nothing up to a day."""
    return only_year(name) is not None and not DIFFERENCE.search(name) and not re.search(r"\bpr\b|%|pct", name)


def full_label(row: Row) -> str:
    """Return a label with the number that may stand in a column of its own: "3. opfølgning 2016"."""
    number = (row.number or "").strip(" .")
    return f"{number}. {row.label}".strip() if number else row.label.strip()


def plain(text: str) -> str:
    """Return a line as it is compared: no decoration, no marks and no colon at its end."""
    return strip_marks(text.strip(" #*_")).strip(" :#*_").casefold()


def title_of(table: Table, others: Iterable[str]) -> str:
    """Return a table's caption, else the first of the others that says something; "2. Status" is a section's title."""
    named = (table.caption or "", *others)
    return next((text.strip() for text in named if text.strip() and not _SECTION.match(text)), "")

"""Which columns of a budget's table are corrected, expected and their difference, and of which year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from effektspor.core.document import Table
from effektspor.core.price_level import find_price_level_span
from effektspor.ingest.plan_papers.words import DIFFERENCE, only_year, years_in

_EXPECTED = tuple(
    re.compile(word, re.IGNORECASE)
    for word in (
        r"forvent\w*\s+(?:års)?(?:regnskab|forbrug|budget|resultat|udgift)",
        r"prognose\w*|skøn\w*|estimeret",
        r"forvent\w*",
    )
)
# Under "Budget og forventet forbrug" the spending is what is expected.
_FORECAST = (re.compile(r"^\W*(?:forbrug|regnskab|resultat)\b", re.IGNORECASE),)
_COUNTED = re.compile(r"tilgang|afgang|pct|%|\bantal|pers(?:oner)?\b|\bpris|pladser", re.IGNORECASE)
_MONTH = re.compile(
    r"\W*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*\.?\s*(?:(?:19|20)\d\d)?\W*", re.IGNORECASE
)
# The first of these that a table has is its budget: an original budget stands beside a corrected one, and is older.
_CORRECTED = tuple(
    re.compile(word, re.IGNORECASE)
    for word in (r"korriger\w*|\bkorr\b", r"revider\w*", r"vedtage\w*", r"oprindelig\w*", r"\bbudget\w*")
)
_ROLE_OF_NONE = ""


@dataclass(slots=True)
class OutlookHeads:
    """The column of each year by what it holds; `base_year` is the last year with a corrected budget.

    What counts persons or per cent is none of them, nor are months down the rows lines of a budget.
    """

    corrected: dict[int, int] = field(default_factory=dict)
    expected: dict[int, int] = field(default_factory=dict)
    difference: dict[int, int] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[int, ...]:
        return (*self.corrected.values(), *self.expected.values(), *self.difference.values())

    @property
    def base_year(self) -> int | None:
        return max(self.corrected, default=None)


def outlook_heads(table: Table, titles: Sequence[str]) -> OutlookHeads | None:
    """Return a table's heads where some are corrected and some expected; without a year of any, they are empty.

    `titles` are what stands over the table, the nearest first: the first with one year is the year of a bare head.
    """
    roles = _roles(table, _FORECAST if _EXPECTED[-1].search(titles[0]) else ())
    if not {"corrected", "expected"} <= set(roles) or any(_MONTH.fullmatch(row.label) for row in table.rows):
        return None
    heads = OutlookHeads()
    common = _common_year(titles)
    for at, role in enumerate(roles):
        year = only_year(table.columns[at]) or common
        if role and year is not None:
            getattr(heads, role).setdefault(year, at)
    return heads


def _common_year(titles: Sequence[str]) -> int | None:
    """Return the year of the nearest title that names any; None where that one names several."""
    told = (_without_price_level(title) for title in titles)
    return only_year(next((title for title in told if years_in(title)), ""))


def _without_price_level(title: str) -> str:
    found = find_price_level_span(title)
    return title[: found[1]] + title[found[2] :] if found else title


def _roles(table: Table, also: tuple[re.Pattern[str], ...]) -> list[str]:
    """Return what each column is; a bare year goes on with the role of the head before it."""
    known = (*_EXPECTED, *also)
    names = [name for name in table.columns if not _COUNTED.search(name) and not DIFFERENCE.search(name)]
    expected = _first(known, names)
    budget = _first(_CORRECTED, [name for name in names if not _first(known, [name])])
    roles: list[str] = []
    for name in table.columns:
        bare = re.fullmatch(r"\W*(?:19|20)\d\d\W*", name)
        roles.append(roles[-1] if bare and roles else _role(name, known, expected, budget))
    return roles


def _first(words: tuple[re.Pattern[str], ...], names: list[str]) -> re.Pattern[str] | None:
    """Return the first of some words that any name has."""
    return next((word for word in words if any(word.search(name) for name in names)), None)


def _role(
    name: str, known: tuple[re.Pattern[str], ...], expected: re.Pattern[str] | None, budget: re.Pattern[str] | None
) -> str:
    if _COUNTED.search(name):
        return _ROLE_OF_NONE
    if DIFFERENCE.search(name):
        return "difference"
    if _first(known, [name]):
        return "expected" if expected and expected.search(name) else _ROLE_OF_NONE
    return "corrected" if budget and budget.search(name) else _ROLE_OF_NONE

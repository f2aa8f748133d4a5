"""Days and months as notes write them: "31. august 2016", "30/9 2016", "sept. 2016", "primo 2016"."""

import re
from calendar import monthrange
from datetime import date

from effektspor.core.period import find_day

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NAMED = re.compile(rf"(?:\b(?P<day>\d{{1,2}})\.?\s*)?\b{_MONTH}\s*(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_SLASHED = re.compile(r"\b(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})[\s/.-]+(?P<year>(?:19|20)\d\d)\b")
_PRIMO = re.compile(r"\bprimo\s+((?:19|20)\d\d)\b", re.IGNORECASE)


def day_in(text: str) -> date | None:
    """Return the first day a text names; a month alone is its last day, and what is no day of the calendar is None."""
    if named := _NAMED.search(text):
        month = _MONTHS.index(named["month"][:3].casefold()) + 1
        return _day(int(named["year"]), month, int(named["day"]) if named["day"] else None)
    if slashed := _SLASHED.search(text):
        return _day(int(slashed["year"]), int(slashed["month"]), int(slashed["day"]))
    if primo := _PRIMO.search(text):
        return date(int(primo[1]), 1, 1)
    return find_day(text)


def _day(year: int, month: int, day: int | None) -> date | None:
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    return date(year, month, day or last) if day is None or 1 <= day <= last else None

"""The day a success criterion is due, from the words a proposal says it in: "1. kvartal 2028", "ultimo 2027"."""

import re
from calendar import monthrange
from datetime import date

_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
           "december")  # fmt: skip
_DAY = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](20\d\d)\b")
_QUARTER = re.compile(r"\b([1-4])\.?\s*kvartal\s*(20\d\d)", re.IGNORECASE)
_PART = re.compile(r"\b(primo|medio|ultimo)\s+(?:([a-zæøå]+)\s+)?(20\d\d)", re.IGNORECASE)
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\s+(20\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"\b(20\d\d)\b")
_YEARLY = re.compile(
    r"\b(hvert andet år|hvert år|årligt|en gang om året|halvårligt|hvert halve år|kvartalsvis)", re.IGNORECASE
)
_STEP_MONTHS = {"hvert andet år": 24, "halvårligt": 6, "hvert halve år": 6, "kvartalsvis": 3}


def due_day(when: str, decided_on: date) -> date | None:
    """Return the last day of what the words say; of what recurs, the first after the decision. None: not a time."""
    if day := _DAY.search(when):
        return _date(int(day[3]), int(day[2]), int(day[1]))
    if quarter := _QUARTER.search(when):
        return _month_end(int(quarter[2]), 3 * int(quarter[1]))
    if part := _PART.search(when):
        return _part_of(part)
    if month := _MONTH.search(when):
        return _month_end(int(month[2]), _MONTHS.index(month[1].lower()) + 1)
    if recurring := _YEARLY.search(when):
        return _later(decided_on, _STEP_MONTHS.get(recurring[1].lower(), 12))
    year = _YEAR.search(when)
    return date(int(year[1]), 12, 31) if year else None


def _part_of(part: "re.Match[str]") -> date | None:
    """Primo, medio and ultimo of a month where one is named, else of the year."""
    word, name, year = part[1].lower(), (part[2] or "").lower(), int(part[3])
    if name in _MONTHS:
        month = _MONTHS.index(name) + 1
        return _month_end(year, month) if word == "ultimo" else date(year, month, 10 if word == "primo" else 20)
    return _month_end(year, {"primo": 1, "medio": 6, "ultimo": 12}[word])


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _later(day: date, months: int) -> date:
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

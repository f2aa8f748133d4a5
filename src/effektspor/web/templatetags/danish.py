"""How figures, dates and verdicts look on a page."""

from collections.abc import Mapping
from datetime import datetime

from django import template
from django.utils import timezone

from effektspor.app.proposal_ports import Outcome
from effektspor.core.cpr import hide_cpr
from effektspor.core.finding import Verdict

register = template.Library()
# The verdict's class and symbol, as the stylesheet and templates/symbols.html name them.
_MARKS = {Verdict.ERROR: "fejl", Verdict.ASK: "afklares", Verdict.NOTE: "note"}
_OUTCOME_MARKS = {Outcome.ADOPTED: "naas", Outcome.PARTLY: "delvist", Outcome.REJECTED: "ikke",
                  Outcome.SENT_BACK: "fast"}  # fmt: skip


@register.filter
def get(counts: Mapping[Verdict, int], verdict: Verdict) -> int:
    """Return how many there are of a verdict."""
    return counts.get(verdict, 0)


@register.filter
def mark(verdict: Verdict) -> str:
    """Return a verdict's name in the stylesheet."""
    return _MARKS[verdict]


@register.filter
def outcome_mark(outcome: Outcome) -> str:
    """Return a decision's shape and colour, as templates/symbols.html and the stylesheet name them."""
    return _OUTCOME_MARKS[outcome]


@register.filter(name="hide_cpr")
def without_cpr(text: str) -> str:
    """Return what was typed without what looks like a CPR number: it is never echoed."""
    return hide_cpr(text or "")


@register.filter
def year_of(field: str) -> str:
    """Return the year in the name of a form's field ("varig-0-2027"), "" where it has none."""
    year = field.rpartition("-")[2]
    return year if year.isdecimal() and len(year) == 4 else ""


@register.filter
def day(moment: datetime) -> str:
    """Return a moment's day in Copenhagen: 31.12.2019."""
    return f"{timezone.localtime(moment):%d.%m.%Y}"


@register.filter
def moment(at: datetime) -> str:
    """Return a moment in Copenhagen: 31.12.2019 kl. 14.05."""
    return f"{timezone.localtime(at):%d.%m.%Y kl. %H.%M}"


@register.filter
def counted(count: int, words: str) -> str:
    """Return "1 tabel", "3 tabeller" from "tabel,tabeller"."""
    one, several = words.split(",")
    return f"{count} {one if count == 1 else several}"

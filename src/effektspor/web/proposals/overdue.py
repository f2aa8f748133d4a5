"""The follow-ups on success criteria that nobody has done in time."""

from dataclasses import dataclass
from datetime import date

from effektspor.web.proposals.models import CriterionFollowUpRow


@dataclass(frozen=True, slots=True)
class OverdueFollowUp:
    """A follow-up past its day; `days` is by how many."""

    code: str
    criterion: str
    responsible: str
    days: int


def overdue_follow_ups(today: date) -> tuple[OverdueFollowUp, ...]:
    """Return the follow-ups of decisions in force whose day has passed, the oldest first, in one query."""
    rows = CriterionFollowUpRow.objects.filter(closed=None, done_on=None, due__lt=today).order_by("due", "pk")
    found = rows.values_list("decision__proposal__code", "criterion", "responsible", "due")
    return tuple(
        OverdueFollowUp(code, criterion, responsible, (today - due).days)
        for code, criterion, responsible, due in found
        if due is not None
    )

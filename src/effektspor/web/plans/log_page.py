"""Beslutninger: what was decided of proposals, and what has been changed in plans, the newest first."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils import timezone

from effektspor.app.ports import Recorded
from effektspor.app.proposal_ports import Decision
from effektspor.core.period import danish_date
from effektspor.reports.sentence import Segment
from effektspor.web.plans.measure_tables import proposal_address
from effektspor.web.plans.shown import Head, ShownRow, ShownTable, text_cell

DECISIONS, PLAN_CHANGES = "beslutninger", "aendringer"
# What each use case is called; the rest read a plan from its paper.
_WORDS = {
    "plans.edit": "Tiltag rettet",
    "plans.undo": "Ændring fortrudt",
    "plans.comment": "Kommentar",
    "plans.round": "Opfølgning",
    "plans.note": "Strateginotat",
    "plans.release": "Bilag frigivet",
}
_READ = "Plan læst af sit papir"


def decisions_table(decisions: Iterable[Decision], codes: Mapping[int, str]) -> ShownTable | None:
    """Return the decisions on proposals, those that were replaced or taken back said so; None without any."""
    rows = tuple(_decision_row(each, codes.get(each.proposal_id, "")) for each in decisions)
    if not rows:
        return None
    heads = (
        Head("Dato", numeric=False), Head("Forslag", numeric=False), Head("Udfald", numeric=False),
        Head("Besluttet af", numeric=False), Head("Bemærkning", numeric=False),
        Head("Registreret af", numeric=False, wide=True),
    )  # fmt: skip
    return ShownTable(DECISIONS, "Beslutninger om forslag", f"{len(rows)} beslutninger", heads, rows)


def _decision_row(decision: Decision, code: str) -> ShownRow:
    ended = f"gælder ikke længere, {_day(decision.ended_at)}" if decision.ended_at else ""
    return ShownRow(
        (
            text_cell(danish_date(decision.decided_on)),
            text_cell(f"{code}, revision {decision.revision}", proposal_address(code) if code else ""),
            text_cell(decision.outcome.danish, under=ended),
            text_cell(decision.body),
            text_cell(decision.note),
            text_cell(decision.by),
        ),
        "part" if ended else "",
    )


def log_key(decisions: Iterable[Decision]) -> tuple[Segment, ...]:
    """Return how many decisions are in force, and when the latest was taken; nothing without any."""
    standing = [each for each in decisions if each.ended_at is None]
    if not standing:
        return ()
    count, latest = len(standing), max(each.decided_on for each in standing)
    words = "beslutning om et forslag gælder" if count == 1 else "beslutninger om forslag gælder"
    return Segment(str(count), DECISIONS), Segment(f" {words}; den seneste er fra {danish_date(latest)}.")


def changes_table(changes: Iterable[Recorded]) -> ShownTable | None:
    """Return what has been written of plans; None where nothing has."""
    rows = tuple(_change_row(each) for each in changes)
    if not rows:
        return None
    heads = (
        Head("Tidspunkt", numeric=False), Head("Hvem", numeric=False), Head("Handling", numeric=False),
        Head("Hvad", numeric=False), Head("Nr.", wide=True),
    )  # fmt: skip
    return ShownTable(PLAN_CHANGES, "Ændringer i planer", "Det nyeste øverst; intet bliver slettet.", heads, rows)


def _change_row(change: Recorded) -> ShownRow:
    at = timezone.localtime(change.at)
    return ShownRow(
        (
            text_cell(f"{at:%d.%m.%Y kl. %H.%M}"),
            text_cell(change.by),
            text_cell(_WORDS.get(change.use_case, _READ)),
            text_cell(change.reason),
            text_cell(str(change.id)),
        )
    )


def _day(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%d.%m.%Y}"

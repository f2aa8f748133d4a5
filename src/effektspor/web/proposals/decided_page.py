"""What a page shows of decisions: the one in force with what followed from it, and the log of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from effektspor.app.proposal_ports import AdoptedMeasure, BudgetChange, Decision, FollowUp, Outcome, Revision
from effektspor.app.proposals import ProposalStores
from effektspor.core.unit import KRONE
from effektspor.core.year_amounts import YearAmounts
from effektspor.reports.listing import Column, Listing
from effektspor.web.proposals.amounts import amount_cells, shown_decimals

_SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class ShownFollowUp:
    """A follow-up with how it stands on a day."""

    follow_up: FollowUp
    word: str
    mark: str


@dataclass(frozen=True, slots=True)
class ShownMeasure:
    measure: AdoptedMeasure
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountRow:
    account: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecidedPart:
    """The decision in force on a proposal, all before it, and what it made."""

    current: Decision | None
    years: tuple[int, ...]
    history: tuple[Decision, ...]
    measures: tuple[ShownMeasure, ...]
    accounts: tuple[AccountRow, ...]
    account_years: tuple[int, ...]
    follow_ups: tuple[ShownFollowUp, ...]

    @property
    def earlier(self) -> tuple[Decision, ...]:
        return tuple(each for each in self.history if each.ended_at)


def decided_part(stores: ProposalStores, revision: Revision, today: date) -> DecidedPart:
    """Return what has been decided of a proposal and what follows from it, as it stands on a day."""
    proposal_id, case = revision.proposal_id, revision.case
    history = stores.decisions.history(proposal_id)
    current = next((each for each in history if not each.ended_at), None)
    measures = stores.measures.current(proposal_id)
    years = tuple(sorted({year for each in measures for year in each.targets.years}))
    decimals = shown_decimals(case.unit, (each.targets for each in measures))
    changes = stores.budget_changes.current(proposal_id)
    return DecidedPart(
        current,
        years,
        tuple(history),
        tuple(ShownMeasure(each, amount_cells(each.targets, years, case.unit, decimals)) for each in measures),
        _accounts(changes),
        tuple(sorted({each.year for each in changes})),
        tuple(_shown(each, today) for each in stores.follow_ups.current(proposal_id)),
    )


def _accounts(changes: Sequence[BudgetChange]) -> tuple[AccountRow, ...]:
    """One row an account, in whole kroner and øre, as they are booked."""
    years = tuple(sorted({each.year for each in changes}))
    rows = []
    for account in dict.fromkeys(each.account for each in changes):
        amounts = YearAmounts.of({each.year: each.ore for each in changes if each.account == account})
        rows.append(AccountRow(account, amount_cells(amounts, years, KRONE, 2)))
    return tuple(rows)


def _shown(each: FollowUp, today: date) -> ShownFollowUp:
    """How a follow-up stands, in a word and a shape."""
    if each.done_on:
        return ShownFollowUp(each, f"Udført {each.done_on:%d.%m.%Y}", "naas")
    if each.due is None:
        return ShownFollowUp(each, "Ingen frist", "fast")
    days = (each.due - today).days
    if days < 0:
        return ShownFollowUp(each, f"{-days} {'dag' if days == -1 else 'dage'} over fristen", "ikke")
    if days <= _SOON_DAYS:
        return ShownFollowUp(each, "I dag" if not days else f"Om {days} {'dag' if days == 1 else 'dage'}", "delvist")
    return ShownFollowUp(each, "Ikke forfalden", "fast")


@dataclass(frozen=True, slots=True)
class LoggedDecision:
    """A decision in the log, with the proposal it is on."""

    decision: Decision
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class DecisionLog:
    rows: tuple[LoggedDecision, ...]
    outcome: Outcome | None
    counts: tuple[tuple[str, str, int, bool], ...]
    total: int


def decision_log(stores: ProposalStores, query: QueryDict) -> DecisionLog:
    """Return the decisions the address asks for, the newest first."""
    outcome = next((each for each in Outcome if each.value == query.get("udfald")), None)
    proposals = {each.id: each for each in stores.proposals.summaries()}
    history = stores.decisions.history()
    rows = tuple(
        LoggedDecision(each, proposals[each.proposal_id].code, proposals[each.proposal_id].title)
        for each in history
        if outcome in (None, each.outcome)
    )
    counts = [("Alle", "", len(history), outcome is None)]
    for each in Outcome:
        counts.append((each.danish, each.value, sum(d.outcome is each for d in history), outcome is each))
    return DecisionLog(rows, outcome, tuple(counts), len(history))


def decisions_listing(log: DecisionLog) -> Listing:
    """Return the log as the rows of a file."""
    columns = (
        Column("Dato", 12), Column("Kode", 10), Column("Titel", 50), Column("Revision", 10), Column("Udfald", 18),
        Column("Besluttet af", 30), Column("Note", 50), Column("Registreret af", 24), Column("Gælder", 10),
    )  # fmt: skip
    return Listing("Beslutninger", columns, tuple(_cells(each) for each in log.rows))


def _cells(logged: LoggedDecision) -> tuple[str, ...]:
    each = logged.decision
    return (f"{each.decided_on:%d.%m.%Y}", logged.code, logged.title, str(each.revision), each.outcome.danish,
            each.body, each.note, each.by, "nej" if each.ended_at else "ja")  # fmt: skip

"""Use cases on proposals: drafts, revisions, decisions, and what follows from a decision."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from effektspor.app.adoption import adopted_amounts, measures_of, unshared
from effektspor.app.errors import NotPossible
from effektspor.app.ports import Recordings
from effektspor.app.proposal_ports import (
    AdoptedMeasureStore,
    BudgetChange,
    BudgetChangeStore,
    Decision,
    DecisionStore,
    DraftStore,
    FollowUp,
    FollowUpStore,
    Outcome,
    ProposalStore,
    Revision,
)
from effektspor.core.plans.convention import Convention
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts

NEW = "ny"
_NO_SUCH = "Forslaget findes ikke længere. Gå til listen over forslag."


class RevisedMeanwhile(NotPossible):
    """Somebody else has made a newer revision than the one a draft began from."""

    def __init__(self, newest: Revision) -> None:
        super().__init__(
            f"{newest.by} har gemt revision {newest.number} af {newest.case.code}, siden du begyndte. "
            "Se forskellen, og vælg, om din skal gælde."
        )
        self.newest = newest


@dataclass(frozen=True, slots=True)
class ProposalStores:
    """All that the use cases on one proposal write to."""

    proposals: ProposalStore
    drafts: DraftStore
    decisions: DecisionStore
    budget_changes: BudgetChangeStore
    follow_ups: FollowUpStore
    measures: AdoptedMeasureStore
    recordings: Recordings


def save_draft(stores: ProposalStores, key: str, by: str, based_on: int, fields: Mapping[str, str]) -> bool:
    """Keep what a person has typed; return whether anything was new. The same again makes no recording."""
    known = stores.drafts.find(key, by)
    if known and (known.fields, known.based_on) == (fields, based_on):
        return False
    with stores.recordings.record("proposals.draft") as recording_id:
        stores.drafts.save(recording_id, key, based_on, fields)
    return True


def discard_draft(stores: ProposalStores, key: str, by: str) -> None:
    """Throw a draft away; one that is gone makes no recording."""
    if stores.drafts.find(key, by):
        with stores.recordings.record("proposals.discard_draft") as recording_id:
            stores.drafts.discard(recording_id, key, by)


@dataclass(frozen=True, slots=True)
class AskedRevision:
    """A case to keep as the newest revision. `key` is its draft's, `based_on` the revision it began from."""

    key: str
    case: BusinessCase
    based_on: int
    by: str
    note: str = ""


def save_revision(stores: ProposalStores, asked: AskedRevision) -> Revision:
    """Keep a case as a new revision, and throw its draft away.

    Raises RevisedMeanwhile where a newer revision than the one it began from is there, and NotPossible where a new
    proposal has a code that is taken, the code of an old one is changed, or nothing is.
    """
    case = asked.case
    with stores.recordings.record("proposals.revise", asked.note) as recording_id:
        _check_newest(stores.proposals.find(case.code), asked)
        revision = stores.proposals.add(recording_id, case, asked.note)
        stores.drafts.discard(recording_id, asked.key, asked.by)
    return revision


def _check_newest(newest: Revision | None, asked: AskedRevision) -> None:
    """Inside the recording, so that of two who save at once the second is told."""
    if asked.key == NEW:
        if newest:
            raise NotPossible(f"Koden {asked.case.code} er taget af »{newest.case.title}«. Vælg en anden.")
        return
    if asked.case.code != asked.key:
        raise NotPossible(f"Forslagets kode er {asked.key} og kan ikke ændres.")
    if newest is None:
        raise NotPossible(_NO_SUCH)
    if newest.number != asked.based_on:
        raise RevisedMeanwhile(newest)
    if newest.case == asked.case:
        raise NotPossible(f"Der er ikke ændret noget siden revision {newest.number}.")


@dataclass(frozen=True, slots=True)
class AskedDecision:
    """A decision to record, and what follows from it: who owns the measure, what is followed up, and which accounts.

    `convention` is how the measure's targets are told in the plan.
    """

    code: str
    revision: int
    outcome: Outcome
    body: str
    decided_on: date
    note: str = ""
    adopted: YearAmounts = NOTHING_STATED
    owner: str = ""
    convention: Convention = Convention.LEVEL
    follow_ups: tuple[FollowUp, ...] = ()
    budget_changes: tuple[BudgetChange, ...] = ()


def decide(stores: ProposalStores, asked: AskedDecision, today: date) -> int:
    """Record a decision with its measures, follow-ups and changes of the budget; what an earlier one made ends.

    Raises NotPossible where the revision is not there, the day is to come, a decision in part says no amounts, or the
    accounts do not sum to what is adopted.
    """
    revision = stores.proposals.revision(asked.code, asked.revision)
    if revision is None:
        raise NotPossible(_NO_SUCH)
    decision = _decision(revision, asked)
    _check_decision(revision, decision, asked, today)
    with stores.recordings.record("proposals.decide", asked.note) as recording_id:
        _end_what_follows(stores, recording_id, revision.proposal_id)
        decision_id = stores.decisions.add(recording_id, decision)
        _add_what_follows(stores, recording_id, revision, replace(decision, id=decision_id), asked)
    return decision_id


def _decision(revision: Revision, asked: AskedDecision) -> Decision:
    adopted = asked.adopted if asked.outcome is Outcome.PARTLY else YearAmounts()
    return Decision(
        revision.proposal_id, revision.number, asked.outcome, asked.body, asked.decided_on, asked.note, adopted
    )


def _check_decision(revision: Revision, decision: Decision, asked: AskedDecision, today: date) -> None:
    if not decision.body:
        raise NotPossible("Skriv, hvem der har besluttet det.")
    if decision.decided_on > today:
        raise NotPossible("En beslutning kan ikke ligge i fremtiden. Ret datoen.")
    if decision.outcome is Outcome.PARTLY and not decision.adopted:
        raise NotPossible("Skriv de beløb, der er vedtaget.")
    if asked.budget_changes and unshared(adopted_amounts(revision, decision), asked.budget_changes):
        raise NotPossible("Konti og vedtagne beløb stemmer ikke til øren. Ret beløbene på kontiene.")


def _add_what_follows(
    stores: ProposalStores, recording_id: int, revision: Revision, decision: Decision, asked: AskedDecision
) -> None:
    if not decision.outcome.makes_measure:
        return
    assert decision.id is not None, "what follows names the decision it follows from"
    proposal_id, decision_id = revision.proposal_id, decision.id
    stores.measures.add(recording_id, measures_of(revision, decision, decision_id, asked.owner, asked.convention))
    stores.follow_ups.add(
        recording_id, [replace(each, proposal_id=proposal_id, decision_id=decision_id) for each in asked.follow_ups]
    )
    stores.budget_changes.add(
        recording_id, [replace(each, proposal_id=proposal_id, decision_id=decision_id) for each in asked.budget_changes]
    )


def undo_decision(stores: ProposalStores, code: str) -> None:
    """Take back the decision in force, and end what followed from it; one taken back already makes no recording."""
    revision = stores.proposals.find(code)
    if revision is None or stores.decisions.current(revision.proposal_id) is None:
        return
    with stores.recordings.record("proposals.undo_decision") as recording_id:
        _end_what_follows(stores, recording_id, revision.proposal_id)
        stores.decisions.close(recording_id, revision.proposal_id)


def _end_what_follows(stores: ProposalStores, recording_id: int, proposal_id: int) -> None:
    for store in (stores.measures, stores.follow_ups, stores.budget_changes):
        store.close(recording_id, proposal_id)


def finish_follow_up(stores: ProposalStores, proposal_id: int, follow_up_id: int, done_on: date | None) -> None:
    """Say that a follow-up of a proposal was done on a day, or take that back; another proposal's is left alone."""
    known: Collection[FollowUp] = stores.follow_ups.current(proposal_id)
    if any(each.id == follow_up_id and each.done_on != done_on for each in known):
        with stores.recordings.record("proposals.follow_up") as recording_id:
            stores.follow_ups.finish(recording_id, follow_up_id, done_on)

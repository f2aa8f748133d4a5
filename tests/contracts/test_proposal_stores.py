"""Proposals from the first draft to the last follow-up, held on every store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from effektspor.app.errors import NotPossible
from effektspor.app.proposal_form import fields_of
from effektspor.app.proposal_ports import BudgetChange, FollowUp, Outcome
from effektspor.app.proposals import (
    NEW,
    AskedDecision,
    AskedRevision,
    ProposalStores,
    RevisedMeanwhile,
    decide,
    discard_draft,
    finish_follow_up,
    save_draft,
    save_revision,
    undo_decision,
)
from effektspor.core.proposals.details import Link, LinkKind
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.decisions import (
    DjangoAdoptedMeasureStore,
    DjangoBudgetChangeStore,
    DjangoDecisionStore,
    DjangoFollowUpStore,
)
from effektspor.web.proposals.store import DjangoDraftStore, DjangoProposalStore
from tests.contracts.case_values import case, years
from tests.contracts.memory import Memory
from tests.contracts.memory_proposals import (
    MemoryAdoptedMeasureStore,
    MemoryBudgetChangeStore,
    MemoryDecisionStore,
    MemoryDraftStore,
    MemoryFollowUpStore,
    MemoryProposalRecordings,
    MemoryProposalStore,
    ProposalMemory,
)

BY = "systemet"
TODAY = date(2027, 1, 15)


def _in_memory() -> ProposalStores:
    memory = ProposalMemory(Memory())
    return ProposalStores(
        MemoryProposalStore(memory),
        MemoryDraftStore(memory),
        MemoryDecisionStore(memory),
        MemoryBudgetChangeStore(memory),
        MemoryFollowUpStore(memory),
        MemoryAdoptedMeasureStore(memory),
        MemoryProposalRecordings(memory),
    )


@pytest.fixture(params=["memory", "database"])
def stores(request: pytest.FixtureRequest) -> ProposalStores:
    if request.param == "memory":
        return _in_memory()
    request.getfixturevalue("only_recorded_writes")
    return ProposalStores(
        DjangoProposalStore(),
        DjangoDraftStore(),
        DjangoDecisionStore(),
        DjangoBudgetChangeStore(),
        DjangoFollowUpStore(),
        DjangoAdoptedMeasureStore(),
        DjangoRecordings(),
    )


def _written(stores: ProposalStores, saved: int = -1200, based_on: int = 0) -> int:
    key = "SO12" if based_on else NEW
    return save_revision(stores, AskedRevision(key, case(saved=saved), based_on, BY, "Første")).number


def _asked(outcome: Outcome = Outcome.ADOPTED, **more: object) -> AskedDecision:
    follow_ups = (
        FollowUp(0, 0, "Tilfredsheden er uændret", responsible="Kvalitetsenheden"),
        FollowUp(0, 0, "20 borgere bor selv", due=date(2028, 12, 31)),
    )
    plain = AskedDecision("SO12", 1, outcome, "Socialudvalget", date(2027, 1, 10), "Enstemmigt", follow_ups=follow_ups)
    return replace(plain, **more)  # type: ignore[arg-type]


def _proposal_id(stores: ProposalStores) -> int:
    found = stores.proposals.find("SO12")
    assert found is not None
    return found.proposal_id


def _changes(*thousands: int) -> tuple[BudgetChange, ...]:
    return tuple(BudgetChange(0, 0, "5.38.52", year, ore) for year, ore in years(*thousands).pairs)


def test_a_revision_comes_back_as_it_was(stores: ProposalStores) -> None:
    assert _written(stores) == 1
    found = stores.proposals.find("SO12")
    assert found is not None
    assert (found.case, found.number, found.note, found.by) == (case(), 1, "Første", BY)
    (summary,) = stores.proposals.summaries()
    assert (summary.code, summary.revision, summary.net) == ("SO12", 1, years(-400, -900, -900, -900))


def test_a_new_revision_overwrites_nothing(stores: ProposalStores) -> None:
    _written(stores)
    assert _written(stores, saved=-1000, based_on=1) == 2
    first, second = (stores.proposals.revision("SO12", number) for number in (1, 2))
    assert first is not None
    assert second is not None
    assert (first.case, second.case) == (case(), case(saved=-1000))
    assert [head.number for head in stores.proposals.history("SO12")] == [2, 1]
    assert stores.proposals.newest(["SO12", "SO99"])["SO12"].number == 2


def test_a_revision_from_an_older_one_is_told_and_not_kept(stores: ProposalStores) -> None:
    _written(stores)
    _written(stores, saved=-1000, based_on=1)
    with pytest.raises(RevisedMeanwhile, match="har gemt revision 2 af SO12, siden du begyndte"):
        _written(stores, saved=-800, based_on=1)
    assert [head.number for head in stores.proposals.history("SO12")] == [2, 1]


def test_a_code_is_taken_once(stores: ProposalStores) -> None:
    _written(stores)
    with pytest.raises(NotPossible, match="Koden SO12 er taget"):
        _written(stores)


def test_nothing_changed_is_no_revision(stores: ProposalStores) -> None:
    _written(stores)
    before = stores.recordings.latest()
    with pytest.raises(NotPossible, match="ikke ændret noget siden revision 1"):
        _written(stores, based_on=1)
    assert stores.recordings.latest() == before


def test_a_code_cannot_be_changed(stores: ProposalStores) -> None:
    _written(stores)
    with pytest.raises(NotPossible, match="kode er SO12 og kan ikke ændres"):
        save_revision(stores, AskedRevision("SO12", case("SO14"), 1, BY))


def test_a_draft_is_written_over_and_found_again(stores: ProposalStores) -> None:
    assert save_draft(stores, NEW, BY, 0, {"titel": "Et"})
    assert save_draft(stores, NEW, BY, 0, {"titel": "Et forslag"})
    draft = stores.drafts.find(NEW, BY)
    assert draft is not None
    assert (draft.fields, draft.based_on) == ({"titel": "Et forslag"}, 0)
    assert stores.drafts.keys(BY) == [NEW]
    assert stores.drafts.find(NEW, "en anden") is None


def test_the_same_draft_again_makes_no_recording(stores: ProposalStores) -> None:
    save_draft(stores, NEW, BY, 0, {"titel": "Et"})
    before = stores.recordings.latest()
    assert not save_draft(stores, NEW, BY, 0, {"titel": "Et"})
    assert stores.recordings.latest() == before


def test_a_draft_is_gone_when_it_is_thrown_away_or_saved(stores: ProposalStores) -> None:
    save_draft(stores, NEW, BY, 0, fields_of(case()))
    discard_draft(stores, NEW, BY)
    assert stores.drafts.find(NEW, BY) is None
    save_draft(stores, NEW, BY, 0, fields_of(case()))
    _written(stores)
    assert stores.drafts.keys(BY) == []


def test_an_adopted_proposal_makes_its_measures_and_follow_ups(stores: ProposalStores) -> None:
    _written(stores)
    decision_id = decide(stores, _asked(owner="Centerchefen"), TODAY)
    saving, investment = stores.measures.current()
    assert (saving.targets, saving.owner, saving.investment) == (years(400, 900, 900, 900), "Centerchefen", False)
    assert (investment.targets, investment.investment) == (years(-500, 0, 0, 0), True)
    assert saving.indicators == ("20 borgere bor selv", "Tilfredsheden er uændret")
    assert saving.in_year(2028).target_ore == 90_000_000
    followed = stores.follow_ups.current(_proposal_id(stores))
    assert [(each.criterion, each.decision_id) for each in followed] == [
        ("20 borgere bor selv", decision_id),
        ("Tilfredsheden er uændret", decision_id),
    ]


def test_a_part_is_adopted_with_its_amounts(stores: ProposalStores) -> None:
    _written(stores)
    decide(stores, _asked(Outcome.PARTLY, adopted=years(-200, -500, -500, -500)), TODAY)
    assert stores.measures.current()[0].targets == years(200, 500, 500, 500)


@pytest.mark.parametrize("outcome", [Outcome.REJECTED, Outcome.SENT_BACK])
def test_what_is_not_adopted_makes_nothing(stores: ProposalStores, outcome: Outcome) -> None:
    _written(stores)
    decide(stores, _asked(outcome), TODAY)
    assert (stores.measures.current(), stores.follow_ups.current()) == ([], [])
    (summary,) = stores.proposals.summaries()
    assert summary.decision is not None
    assert summary.decision.outcome is outcome


def test_the_accounts_share_what_is_adopted_to_the_ore(stores: ProposalStores) -> None:
    _written(stores)
    decide(stores, _asked(budget_changes=_changes(-400, -900, -900, -900)), TODAY)
    assert [(each.account, each.year, each.ore) for each in stores.budget_changes.current(_proposal_id(stores))] == [
        ("5.38.52", year, ore) for year, ore in years(-400, -900, -900, -900).pairs
    ]


def test_accounts_that_do_not_sum_are_refused(stores: ProposalStores) -> None:
    _written(stores)
    before = stores.recordings.latest()
    with pytest.raises(NotPossible, match="stemmer ikke til øren"):
        decide(stores, _asked(budget_changes=_changes(-400, -900, -900)), TODAY)
    assert stores.recordings.latest() == before


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"body": ""}, "hvem der har besluttet"),
        ({"decided_on": date(2027, 1, 16)}, "ikke ligge i fremtiden"),
        ({"outcome": Outcome.PARTLY}, "de beløb, der er vedtaget"),
        ({"revision": 9}, "findes ikke længere"),
    ],
)
def test_a_decision_that_lacks_something_is_refused(
    stores: ProposalStores, asked: dict[str, object], said: str
) -> None:
    _written(stores)
    with pytest.raises(NotPossible, match=said):
        decide(stores, _asked(**asked), TODAY)  # type: ignore[arg-type]
    assert stores.decisions.history() == []


def test_a_new_decision_takes_the_place_of_the_old_and_both_are_kept(stores: ProposalStores) -> None:
    _written(stores)
    decide(stores, _asked(), TODAY)
    decide(stores, _asked(Outcome.REJECTED, decided_on=date(2027, 1, 12)), TODAY)
    newest, old = stores.decisions.history(_proposal_id(stores))
    assert (newest.outcome, newest.ended_at) == (Outcome.REJECTED, None)
    assert old.outcome is Outcome.ADOPTED
    assert old.ended_at is not None
    assert (stores.measures.current(), stores.follow_ups.current()) == ([], [])


def test_a_decision_can_be_taken_back_with_all_that_followed(stores: ProposalStores) -> None:
    _written(stores)
    decide(stores, _asked(budget_changes=_changes(-400, -900, -900, -900)), TODAY)
    undo_decision(stores, "SO12")
    assert stores.decisions.current(_proposal_id(stores)) is None
    assert (stores.measures.current(), stores.follow_ups.current(), stores.budget_changes.current()) == ([], [], [])
    (kept,) = stores.decisions.history()
    assert kept.ended_at is not None


def test_taking_back_twice_makes_no_recording(stores: ProposalStores) -> None:
    _written(stores)
    before = stores.recordings.latest()
    undo_decision(stores, "SO12")
    assert stores.recordings.latest() == before


def test_a_follow_up_is_done_and_can_be_undone(stores: ProposalStores) -> None:
    _written(stores)
    decide(stores, _asked(), TODAY)
    proposal_id = _proposal_id(stores)
    first = stores.follow_ups.current(proposal_id)[0]
    finish_follow_up(stores, proposal_id, first.id or 0, TODAY)
    done = stores.follow_ups.current(proposal_id)[0]
    assert (done.criterion, done.due, done.done_on) == (first.criterion, first.due, TODAY)
    finish_follow_up(stores, proposal_id, done.id or 0, None)
    assert [each.done_on for each in stores.follow_ups.current(proposal_id)] == [None, None]


def test_another_proposals_follow_up_is_left_alone(stores: ProposalStores) -> None:
    _written(stores)
    decide(stores, _asked(), TODAY)
    follow_up = stores.follow_ups.current()[0]
    finish_follow_up(stores, _proposal_id(stores) + 1, follow_up.id or 0, TODAY)
    assert [each.done_on for each in stores.follow_ups.current()] == [None, None]


def test_what_another_replaces_says_so(stores: ProposalStores) -> None:
    _written(stores)
    replacing = replace(case("SO15"), links=(Link(LinkKind.REPLACES, "SO12"),))
    save_revision(stores, AskedRevision(NEW, replacing, 0, BY))
    assert [(each.code, each.replaced_by) for each in stores.proposals.summaries()] == [("SO12", "SO15"), ("SO15", "")]


def test_an_interrupted_write_leaves_nothing(stores: ProposalStores) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    _written(stores)
    broken: Callable[..., None] = fail
    with pytest.raises(RuntimeError), stores.recordings.record("test") as recording_id:
        stores.proposals.add(recording_id, case(saved=-1))
        broken()
    assert [head.number for head in stores.proposals.history("SO12")] == [1]


@pytest.mark.django_db
def test_the_old_rows_are_kept_in_recorded_time() -> None:
    from effektspor.web.proposals.models import DecisionRow, RevisionRow

    recordings, proposals, decisions = DjangoRecordings(), DjangoProposalStore(), DjangoDecisionStore()
    with recordings.record("test") as first:
        revision = proposals.add(first, case())
    with recordings.record("test") as second:
        proposals.add(second, case(saved=-1))
        decisions.close(second, revision.proposal_id)
    rows = RevisionRow.objects.order_by("number").values_list("opened", "closed")
    assert list(rows) == [(first, second), (second, None)]
    assert DecisionRow.objects.count() == 0

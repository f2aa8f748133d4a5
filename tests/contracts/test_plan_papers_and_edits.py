"""Plans in a list, what persons say of measures, estimates by round, and what papers hold around a plan."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

import pytest

from effektspor.app.errors import NotPossible
from effektspor.app.follow_up_rounds import RoundStores, add_round, begin_series, correct_round, take_back_round
from effektspor.app.own_plan import OWN_PLAN, own_plan
from effektspor.app.plan_edits import EditStores, edit_measure, edited_plan, take_back_comment, undo_edit
from effektspor.app.plan_ports import MeasureEdit
from effektspor.app.proposal_ports import AdoptedMeasure
from effektspor.core.plans.plan import Plan
from effektspor.core.plans.targets import NO_TARGETS, Targets
from effektspor.core.year_amounts import YearAmounts
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.edits import DjangoMeasureCommentStore, DjangoMeasureEditStore
from effektspor.web.plans.estimates import DjangoEstimateStore
from effektspor.web.plans.models import RoundRow, TargetRow
from effektspor.web.plans.parts import DjangoNoteTextStore, DjangoPlanPartStore
from effektspor.web.plans.store import DjangoPlanStore
from tests.contracts.conftest import Stores
from tests.contracts.memory import MemoryDocumentStore
from tests.contracts.memory_plans import (
    MemoryEstimateStore,
    MemoryMeasureCommentStore,
    MemoryMeasureEditStore,
    MemoryNoteTextStore,
    MemoryPlanList,
    MemoryPlanPartStore,
)
from tests.contracts.plan_values import FOURTH, PARTS, TITLE, PlanStores, estimates, rich_plan
from tests.contracts.values import reading


@pytest.fixture
def kept(stores: Stores) -> PlanStores:
    """The stores around plans, on whatever the stores of papers are on."""
    if isinstance(stores.documents, MemoryDocumentStore):
        memory = stores.documents._memory
        return PlanStores(
            stores, MemoryPlanList(memory), MemoryMeasureEditStore(memory), MemoryMeasureCommentStore(memory),
            MemoryEstimateStore(memory), MemoryPlanPartStore(memory), MemoryNoteTextStore(memory),
        )  # fmt: skip
    return PlanStores(
        stores, DjangoPlanStore(), DjangoMeasureEditStore(), DjangoMeasureCommentStore(), DjangoEstimateStore(),
        DjangoPlanPartStore(), DjangoNoteTextStore(),
    )  # fmt: skip


def _editing(kept: PlanStores) -> EditStores:
    return EditStores(kept.edits, kept.comments)


def _plan(kept: PlanStores, document_id: int) -> Plan:
    stored = kept.plans.find(document_id)
    assert stored is not None
    return stored.plan


def _edited(kept: PlanStores, document_id: int, **said: object) -> MeasureEdit | None:
    """Edit measure 1 beside what is said of it now, as the form does, and return the edit in force."""
    measure = edited_plan(_plan(kept, document_id), kept.edits.current(document_id)).measures[0]
    names = ("owner", "indicators", "targets", "expected_ore", "status_text")
    shown = {name: getattr(measure, name) for name in names}
    asked = MeasureEdit(document_id, "1", **(shown | said))  # type: ignore[arg-type]
    edit_measure(_plan(kept, document_id), asked, _editing(kept), kept.recordings)
    return kept.edits.current(document_id).get("1")


# Plans


def test_a_plan_with_targets_owner_and_indicators_comes_back_as_it_was(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    stored = kept.plans.find(document_id)
    assert stored is not None
    assert stored.plan == rich_plan()


def test_plans_are_listed_the_latest_first_and_found_by_their_paper(kept: PlanStores) -> None:
    old = kept.add_paper("gammel.txt", rich_plan(date(2019, 12, 31)))
    undated = kept.add_paper("udateret.txt", rich_plan(None))
    new = kept.add_paper("ny.txt", rich_plan(date(2025, 12, 31)))
    assert [head.document_id for head in kept.plans.heads()] == [new, old, undated]
    assert kept.plans.heads()[0].measure_count == 2
    assert kept.plans.find(999_999) is None


def test_a_plan_read_anew_keeps_the_old_with_its_targets(kept: PlanStores) -> None:
    kept.add_paper()
    kept.add_paper()
    assert len(kept.plans.heads()) == 1
    if isinstance(kept.plans, DjangoPlanStore):
        assert TargetRow.objects.count() == 4


# What persons say of measures


def test_an_edit_stands_beside_its_paper(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    edit = _edited(kept, document_id, owner="Afdelingsleder")
    assert edit is not None
    assert (edit.owner, edit.targets, edit.by) == ("Afdelingsleder", None, "systemet")
    stored = kept.plans.find(document_id)
    assert stored is not None
    assert stored.plan.measures[0].owner == "Centerchef"
    assert edited_plan(stored.plan, kept.edits.current(document_id)).measures[0].owner == "Afdelingsleder"


def test_an_edit_outlives_a_new_reading_of_its_paper(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    _edited(kept, document_id, owner="Afdelingsleder")
    assert kept.add_paper() == document_id
    assert kept.edits.current(document_id)["1"].owner == "Afdelingsleder"


@pytest.mark.parametrize("targets", [Targets(YearAmounts.of({2025: 60, 2027: 90})), NO_TARGETS], ids=["years", "none"])
def test_every_part_of_an_edit_comes_back_as_it_was(kept: PlanStores, targets: Targets) -> None:
    document_id = kept.add_paper()
    said = {"owner": "", "indicators": (), "targets": targets, "expected_ore": -5, "status_text": "I gang"}
    edit = _edited(kept, document_id, **said)
    assert {name: getattr(edit, name) for name in said} == said


def test_targets_a_person_wrote_give_the_target_of_the_plans_year(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    _edited(kept, document_id, targets=Targets(YearAmounts.of({2025: 60, 2026: 90})))
    stored = kept.plans.find(document_id)
    assert stored is not None
    assert edited_plan(stored.plan, kept.edits.current(document_id)).target.net.computed_ore == 60 - 10


def test_undo_brings_back_what_was_said_before_and_keeps_both(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    _edited(kept, document_id, owner="Første")
    _edited(kept, document_id, owner="Anden")
    undo_edit(document_id, "1", kept.edits, kept.recordings)
    assert kept.edits.current(document_id)["1"].owner == "Første"
    assert [each.owner for each in kept.edits.history(document_id, "1")] == ["Første", "Anden", "Første"]
    assert [each.use_case for each in kept.plans.changes()] == [
        "plans.undo",
        "plans.edit",
        "plans.edit",
        "documents.load",
    ]


def test_undo_of_the_only_edit_lets_the_paper_speak(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    _edited(kept, document_id, owner="Første")
    undo_edit(document_id, "1", kept.edits, kept.recordings)
    assert kept.edits.current(document_id) == {}
    with pytest.raises(NotPossible, match="ingen ændring"):
        undo_edit(document_id, "1", kept.edits, kept.recordings)


def test_the_same_again_makes_no_recording(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    before = kept.recordings.latest()
    assert _edited(kept, document_id) is None
    assert kept.recordings.latest() == before


def test_a_measure_that_is_gone_is_said(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    with pytest.raises(NotPossible, match="står ikke længere i planen"):
        edit_measure(_plan(kept, document_id), MeasureEdit(document_id, "99"), _editing(kept), kept.recordings)


def test_a_comment_is_kept_until_it_is_taken_back(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    for text in ("Afventer udbud", "Udbud er slut"):
        asked = MeasureEdit(document_id, "2")
        edit_measure(_plan(kept, document_id), asked, _editing(kept), kept.recordings, text)
    first, second = kept.comments.current(document_id)["2"]
    assert (first.text, second.text, first.by) == ("Afventer udbud", "Udbud er slut", "systemet")
    take_back_comment(document_id, first.id, kept.comments, kept.recordings)
    assert [each.text for each in kept.comments.current(document_id)["2"]] == ["Udbud er slut"]
    with pytest.raises(NotPossible, match="allerede taget tilbage"):
        take_back_comment(document_id, first.id, kept.comments, kept.recordings)


def test_the_plan_without_a_paper_has_edits_and_comments_of_its_own(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    _edited(kept, document_id, owner="Papirets")
    adopted = AdoptedMeasure(7, 3, 1, "ET01", "Hjemtagelse", YearAmounts.of({2026: 90}), "Centerchef")
    plan, asked = own_plan([adopted, replace(adopted, investment=True)]), MeasureEdit(OWN_PLAN, "ET01", "Direktør")
    assert [measure.number for measure in plan.measures] == ["ET01", "ET01-investering"]
    for owner in ("Direktør", "Direktionen"):
        edit_measure(plan, replace(asked, owner=owner), _editing(kept), kept.recordings, "Set")
    edits = kept.edits.current(OWN_PLAN)
    assert [measure.owner for measure in edited_plan(plan, edits).measures] == ["Direktionen", "Centerchef"]
    assert len(kept.comments.current(OWN_PLAN)["ET01"]) == 2
    undo_edit(OWN_PLAN, "ET01", kept.edits, kept.recordings)
    assert kept.edits.current(OWN_PLAN)["ET01"].owner == "Direktør"
    assert kept.edits.current(document_id)["1"].owner == "Papirets"


# Estimates by round


def _read(kept: PlanStores, document_id: int, *series: object) -> None:
    with kept.recordings.record("documents.load") as recording_id:
        kept.estimates.replace(recording_id, document_id, series)  # type: ignore[arg-type]


def _rounds(kept: PlanStores) -> RoundStores:
    return RoundStores(kept.estimates, kept.estimates)


def test_what_each_round_said_of_a_year_stands_in_the_order_of_the_rounds(kept: PlanStores) -> None:
    _read(kept, kept.add_paper(), estimates())
    (series,) = kept.estimates.all()
    assert kept.estimates.estimates_of_year(series.id, 2016) == [
        ("1. opfølgning 2016", 1250),
        ("2. opfølgning 2016", 1250),
        ("3. opfølgning 2016", 1360),
    ]
    assert kept.estimates.estimates_of_year(series.id, 2017) == [
        ("1. opfølgning 2016", 1360),
        ("3. opfølgning 2016", 1600),
    ]
    assert kept.estimates.estimates_of_year(series.id, 1999) == []


def test_what_was_said_of_a_year_is_one_query(
    db: None, django_assert_num_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    store = DjangoEstimateStore()
    with DjangoRecordings().record("test") as recording_id:
        store.replace(recording_id, DjangoDocumentStore().add(recording_id, reading()), (estimates(),))
    (series,) = store.all()
    with django_assert_num_queries(1):
        assert store.estimates_of_year(series.id, 2016)[1:] == [
            ("2. opfølgning 2016", 1250),
            ("3. opfølgning 2016", 1360),
        ]


def test_a_series_comes_back_as_it_was(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    _read(kept, document_id, estimates(), estimates(title="En anden"))
    first, second = kept.estimates.all()
    assert (first.estimates, second.estimates.title) == (estimates(), "En anden")
    assert (first.document_id, first.document_title, first.own) == (document_id, "Plan", False)
    assert kept.estimates.find(first.id) == first
    assert not any(each.added for each in first.rounds)


def test_the_same_series_again_stays(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    _read(kept, document_id, estimates())
    before = kept.estimates.all()
    _read(kept, document_id, estimates())
    assert kept.estimates.all() == before


def test_a_paper_without_its_series_has_none(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    _read(kept, document_id, estimates())
    _read(kept, document_id)
    assert kept.estimates.all() == []
    if isinstance(kept.estimates, DjangoEstimateStore):
        assert RoundRow.objects.exclude(closed=None).count() == 3


def test_a_round_that_a_person_adds_stays_when_the_paper_is_read_anew(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    _read(kept, document_id, estimates())
    add_round(kept.estimates.all()[0].id, FOURTH, _rounds(kept), kept.recordings)
    added = kept.estimates.all()[0].rounds[-1]
    _read(kept, document_id, estimates(third=1370))
    (series,) = kept.estimates.all()
    assert [each.round.label for each in series.rounds][-2:] == ["3. opfølgning 2016", "4. opfølgning 2016"]
    assert (series.rounds[-1].round, series.rounds[-1].by, series.rounds[-1].at) == (FOURTH, added.by, added.at)
    assert series.estimates.rounds[2].amounts.at(2016) == 1370


def test_a_round_the_paper_has_come_to_say_itself_is_the_papers(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    _read(kept, document_id, estimates())
    add_round(kept.estimates.all()[0].id, FOURTH, _rounds(kept), kept.recordings)
    said = estimates()
    _read(kept, document_id, replace(said, rounds=(*said.rounds, FOURTH)))
    (series,) = kept.estimates.all()
    assert [each.round.label for each in series.rounds].count(FOURTH.label) == 1
    assert not series.rounds[-1].added


def test_a_round_is_corrected_by_a_new_one(kept: PlanStores) -> None:
    _read(kept, kept.add_paper(), estimates())
    series_id = kept.estimates.all()[0].id
    round_id = add_round(series_id, FOURTH, _rounds(kept), kept.recordings)
    right = replace(FOURTH, amounts=YearAmounts.of({2016: 1450}))
    correct_round(series_id, round_id, right, _rounds(kept), kept.recordings)
    assert kept.estimates.estimates_of_year(series_id, 2016)[-1] == (FOURTH.label, 1450)
    assert len(kept.estimates.all()[0].rounds) == 4
    with pytest.raises(NotPossible, match="allerede taget tilbage"):
        correct_round(series_id, round_id, right, _rounds(kept), kept.recordings)


def test_a_round_is_taken_back_but_never_the_papers_own(kept: PlanStores) -> None:
    _read(kept, kept.add_paper(), estimates())
    (series,) = kept.estimates.all()
    with pytest.raises(NotPossible, match="ikke en, nogen har tilføjet"):
        take_back_round(series.id, series.rounds[0].id, _rounds(kept), kept.recordings)
    round_id = add_round(series.id, FOURTH, _rounds(kept), kept.recordings)
    take_back_round(series.id, round_id, _rounds(kept), kept.recordings)
    assert kept.estimates.all() == [series]
    assert [each.reason.split(":")[0] for each in kept.plans.changes()][:2] == [
        "4. opfølgning 2016 taget tilbage",
        "4. opfølgning 2016 tilføjet",
    ]


def test_two_rounds_of_one_name_are_refused(kept: PlanStores) -> None:
    _read(kept, kept.add_paper(), estimates())
    with pytest.raises(NotPossible, match="allerede en opfølgning, der hedder »3"):
        add_round(
            kept.estimates.all()[0].id,
            replace(FOURTH, label="3. Opfølgning 2016"),
            _rounds(kept),
            kept.recordings,
        )


def test_a_plan_can_have_a_series_of_its_own(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    plan = kept.plans.find(document_id)
    assert plan is not None
    series_id = begin_series(plan, FOURTH, _rounds(kept), kept.recordings)
    _read(kept, document_id, estimates())
    read, own = kept.estimates.all()
    assert (own.id, own.own, own.estimates.rounds) == (series_id, True, (FOURTH,))
    assert (own.estimates.printed.unit, own.estimates.title) == (plan.plan.unit, "Opfølgning på Status")
    assert read.estimates.title == TITLE


# What papers hold around a plan


def _keep_parts(kept: PlanStores, document_id: int, parts: tuple[object, ...]) -> None:
    with kept.recordings.record("documents.load") as recording_id:
        kept.parts.replace(recording_id, document_id, parts)  # type: ignore[arg-type]


def test_parts_come_back_as_they_were_in_order(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    _keep_parts(kept, document_id, PARTS)
    stored = kept.parts.all()
    assert tuple(each.part for each in stored) == PARTS
    assert {(each.document_id, each.document_title) for each in stored} == {(document_id, "Plan")}


def test_the_same_parts_again_stay_and_fewer_close_the_rest(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    _keep_parts(kept, document_id, PARTS)
    before = kept.parts.all()
    _keep_parts(kept, document_id, PARTS)
    assert kept.parts.all() == before
    _keep_parts(kept, document_id, PARTS[:1])
    assert [each.part for each in kept.parts.all()] == [PARTS[0]]


def test_texts_of_a_note_are_the_latest_until_closed(kept: PlanStores) -> None:
    document_id = kept.add_paper()
    for text in ("Første", "Anden"):
        with kept.recordings.record("plans.note") as recording_id:
            kept.texts.add(recording_id, document_id, "Visitation", text)
    assert kept.texts.current(document_id)["Visitation"].text == "Anden"
    with kept.recordings.record("plans.note") as recording_id:
        kept.texts.close(recording_id, document_id, "Visitation")
    assert kept.texts.current(document_id) == {}

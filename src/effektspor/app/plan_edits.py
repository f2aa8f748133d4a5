"""Use cases on measures: what a person says of one beside its paper, taking it back, and remarks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from effektspor.app.errors import NotPossible
from effektspor.app.plan_ports import MeasureCommentStore, MeasureEdit, MeasureEditStore
from effektspor.app.ports import Recordings
from effektspor.core.plans.plan import Measure, Plan

_GONE = "Tiltaget står ikke længere i planen. Åbn handleplanen igen, og se de tiltag, den har nu."
_NOTHING = "Der er ingen ændring af tiltaget at fortryde."
# What each part of an edit is called in the log.
_PARTS = {
    "owner": "ansvarlig",
    "indicators": "indikatorer",
    "targets": "mål pr. år",
    "expected_ore": "forventet ved årets udgang",
    "status_text": "status",
}


@dataclass(frozen=True, slots=True)
class EditStores:
    """Where what persons say of measures is kept."""

    edits: MeasureEditStore
    comments: MeasureCommentStore


def edited(measure: Measure, edit: MeasureEdit | None, year: int | None) -> Measure:
    """Return a measure as a person says it, the rest as its paper does.

    Targets that a person wrote also give the target of the plan's year; where they have none for it, it has none.
    """
    if edit is None:
        return measure
    said = {name: value for name in _PARTS if (value := getattr(edit, name)) is not None}
    target_ore = edit.targets.yearly.at(year) if edit.targets is not None and year is not None else measure.target_ore
    return replace(measure, **said, target_ore=target_ore)


def edited_plan(plan: Plan, edits: Mapping[str, MeasureEdit]) -> Plan:
    """Return a plan with what persons say of its measures; its paper's own sums stay beside."""
    return replace(
        plan, measures=tuple(edited(measure, edits.get(measure.number), plan.year) for measure in plan.measures)
    )


def measure_of(plan: Plan | None, number: str) -> Measure:
    """Return a measure as its plan says it. Raises NotPossible where the plan or the measure is gone."""
    found = (measure for measure in plan.measures if measure.number == number) if plan else ()
    measure = next(iter(found), None)
    if measure is None:
        raise NotPossible(_GONE)
    return measure


def beside_the_paper(measure: Measure, edit: MeasureEdit) -> MeasureEdit:
    """Return an edit in which what the paper says itself is left to the paper, so that a new reading of it shows."""
    same: dict[str, Any] = {name: None for name in _PARTS if getattr(edit, name) == getattr(measure, name)}
    return replace(edit, **same)


def edit_measure(
    plan: Plan | None, asked: MeasureEdit, stores: EditStores, recordings: Recordings, comment: str = ""
) -> bool:
    """Keep what a person says of a measure of a plan, as its paper has it; return whether anything was new.

    Raises NotPossible where the measure is gone. What changes nothing makes no recording.
    """
    measure = measure_of(plan, asked.number)
    edit = beside_the_paper(measure, asked)
    now = stores.edits.current(asked.document_id).get(asked.number) or MeasureEdit(asked.document_id, asked.number)
    changed = [word for name, word in _PARTS.items() if getattr(edit, name) != getattr(now, name)]
    if not changed and not comment:
        return False
    words = [*changed, *(["kommentar"] if comment else [])]
    with recordings.record("plans.edit", f"Tiltag {asked.number}: {', '.join(words)}") as recording_id:
        if changed:
            stores.edits.add(recording_id, edit)
        if comment:
            stores.comments.add(recording_id, asked.document_id, asked.number, comment)
    return True


def undo_edit(document_id: int, number: str, edits: MeasureEditStore, recordings: Recordings) -> None:
    """Bring back what was said of a measure before the latest edit. Raises NotPossible where there is none."""
    if number not in edits.current(document_id):
        raise NotPossible(_NOTHING)
    _, *before = edits.history(document_id, number)
    with recordings.record("plans.undo", f"Tiltag {number}: seneste ændring fortrudt") as recording_id:
        if before:
            edits.add(recording_id, before[0])
        else:
            edits.close(recording_id, document_id, number)


def take_back_comment(document_id: int, comment_id: int, comments: MeasureCommentStore, recordings: Recordings) -> None:
    """Take back a remark on a measure of a plan; it is kept in the log. Raises NotPossible where it is gone."""
    standing = (each for group in comments.current(document_id).values() for each in group)
    found = next((each for each in standing if each.id == comment_id), None)
    if found is None:
        raise NotPossible("Kommentaren er allerede taget tilbage.")
    with recordings.record("plans.comment", f"Tiltag {found.number}: kommentar taget tilbage") as recording_id:
        comments.close(recording_id, comment_id)

"""The stores around plans in memory: the plain reference the databases are held against."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import count

from effektspor.app.plan_ports import (
    MeasureComment,
    MeasureEdit,
    NoteText,
    PlanHead,
    PlanPart,
    StoredPart,
    StoredRound,
    StoredSeries,
)
from effektspor.app.ports import Recorded, StoredPlan
from effektspor.core.plans.rounds import Estimates, FollowUpRound
from tests.contracts.memory import Memory


def _at(memory: Memory, recording_id: int) -> datetime:
    return next(each.at for each in memory.recordings if each.id == recording_id)


def _titles(memory: Memory) -> Mapping[int, str]:
    return {document_id: reading.title for document_id, _, reading in memory.readings.values()}


class MemoryPlanList:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def heads(self) -> list[PlanHead]:
        stored = [stored for document_id in self._memory.plans if (stored := self.find(document_id))]
        stored.sort(key=lambda each: (str(each.plan.as_of or ""), each.id), reverse=True)
        return [
            PlanHead(
                each.document_id, each.plan.title, each.document_title, each.plan.as_of, each.read_at,
                len(each.plan.measures),
            )
            for each in stored
        ]  # fmt: skip

    def find(self, document_id: int) -> StoredPlan | None:
        if document_id not in self._memory.plans:
            return None
        plan_id, recording_id, plan = self._memory.plans[document_id]
        return StoredPlan(
            plan_id, plan, document_id, _titles(self._memory)[document_id], _at(self._memory, recording_id)
        )

    def changes(self) -> list[Recorded]:
        read = {recording_id for _, recording_id, _ in self._memory.plans.values()}
        changed = [each for each in self._memory.recordings if each.use_case.startswith("plans.") or each.id in read]
        return changed[::-1]


class MemoryMeasureEditStore:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._all: list[MeasureEdit] = []
        self._open: dict[tuple[int, str], MeasureEdit] = {}

    def add(self, recording_id: int, edit: MeasureEdit) -> None:
        kept = replace(edit, by="systemet", at=_at(self._memory, recording_id))
        self._all.append(kept)
        self._open[edit.document_id, edit.number] = kept

    def close(self, recording_id: int, document_id: int, number: str) -> None:
        self._open.pop((document_id, number), None)

    def current(self, document_id: int) -> Mapping[str, MeasureEdit]:
        return {number: edit for (each, number), edit in self._open.items() if each == document_id}

    def history(self, document_id: int, number: str) -> list[MeasureEdit]:
        return [each for each in reversed(self._all) if (each.document_id, each.number) == (document_id, number)]


class MemoryMeasureCommentStore:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._ids = count(1)
        self._open: dict[int, MeasureComment] = {}

    def add(self, recording_id: int, document_id: int, number: str, text: str) -> None:
        at = _at(self._memory, recording_id)
        comment = MeasureComment(next(self._ids), document_id, number, text, "systemet", at)
        self._open[comment.id] = comment

    def close(self, recording_id: int, comment_id: int) -> None:
        self._open.pop(comment_id, None)

    def current(self, document_id: int) -> Mapping[str, tuple[MeasureComment, ...]]:
        mine = [each for each in self._open.values() if each.document_id == document_id]
        return {each.number: tuple(one for one in mine if one.number == each.number) for each in mine}


class MemoryEstimateStore:
    """Both app.plan_ports.EstimateStore and RoundStore."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._ids = count(1)
        self._series: dict[int, StoredSeries] = {}

    def replace(self, recording_id: int, document_id: int, read: Collection[Estimates]) -> None:
        mine = [each for each in self._series.values() if each.document_id == document_id and not each.own]
        if [_own_words(each) for each in mine] == list(read):
            return
        for each in mine:
            del self._series[each.id]
        for estimates in read:
            rounds = tuple(StoredRound(next(self._ids), each) for each in estimates.rounds)
            labels = {each.label for each in estimates.rounds}
            kept = [one for each in mine if each.estimates.title == estimates.title for one in each.rounds if one.added]
            added = tuple(replace(one, id=next(self._ids)) for one in kept if one.round.label not in labels)
            self._put(StoredSeries(next(self._ids), document_id, "", estimates, (*rounds, *added)))

    def all(self) -> list[StoredSeries]:
        titles = _titles(self._memory)
        named = [replace(each, document_title=titles.get(each.document_id, "")) for each in self._series.values()]
        return sorted(named, key=lambda each: (each.document_title, each.own))

    def find(self, series_id: int) -> StoredSeries | None:
        return next((each for each in self.all() if each.id == series_id), None)

    def estimates_of_year(self, series_id: int, year: int) -> list[tuple[str, int]]:
        said = [(each.round.label, each.round.amounts.at(year)) for each in self._series[series_id].rounds]
        return [(label, ore) for label, ore in said if ore is not None]

    def begin(self, recording_id: int, document_id: int, series: Estimates) -> int:
        rounds = tuple(self._added(recording_id, each) for each in series.rounds)
        return self._put(StoredSeries(next(self._ids), document_id, "", series, rounds, own=True))

    def add(self, recording_id: int, series_id: int, added: FollowUpRound) -> int:
        series, new = self._series[series_id], self._added(recording_id, added)
        self._put(replace(series, rounds=(*series.rounds, new)))
        return new.id

    def close(self, recording_id: int, round_id: int) -> None:
        for series in list(self._series.values()):
            self._put(replace(series, rounds=tuple(e for e in series.rounds if e.id != round_id or not e.added)))

    def _added(self, recording_id: int, added: FollowUpRound) -> StoredRound:
        return StoredRound(next(self._ids), added, "systemet", _at(self._memory, recording_id))

    def _put(self, series: StoredSeries) -> int:
        estimates = replace(series.estimates, rounds=tuple(each.round for each in series.rounds))
        self._series[series.id] = replace(series, estimates=estimates)
        return series.id


def _own_words(series: StoredSeries) -> Estimates:
    return replace(series.estimates, rounds=tuple(each.round for each in series.rounds if not each.added))


class MemoryPlanPartStore:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._ids = count(1)
        self._parts: dict[int, tuple[tuple[int, PlanPart], ...]] = {}

    def replace(self, recording_id: int, document_id: int, parts: Collection[PlanPart]) -> None:
        if [part for _, part in self._parts.get(document_id, ())] != list(parts):
            self._parts[document_id] = tuple((next(self._ids), part) for part in parts)

    def all(self) -> list[StoredPart]:
        titles = _titles(self._memory)
        stored = [
            StoredPart(id, document_id, titles.get(document_id, ""), part)
            for document_id, parts in self._parts.items()
            for id, part in parts
        ]
        return sorted(stored, key=lambda each: each.document_title)


class MemoryNoteTextStore:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._texts: dict[tuple[int, str], NoteText] = {}

    def add(self, recording_id: int, document_id: int, heading: str, text: str) -> None:
        at = _at(self._memory, recording_id)
        self._texts[document_id, heading] = NoteText(document_id, heading, text, "systemet", at)

    def close(self, recording_id: int, document_id: int, heading: str) -> None:
        self._texts.pop((document_id, heading), None)

    def current(self, document_id: int) -> Mapping[str, NoteText]:
        return {heading: text for (each, heading), text in self._texts.items() if each == document_id}

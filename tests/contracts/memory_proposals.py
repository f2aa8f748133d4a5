"""The ports of proposals in memory: the plain reference the databases are held against."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import count

from effektspor.app.proposal_ports import (
    AdoptedMeasure,
    BudgetChange,
    Decision,
    Draft,
    FollowUp,
    ProposalSummary,
    Revision,
    RevisionHead,
)
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.details import LinkKind
from effektspor.core.proposals.totals import compute_totals
from tests.contracts.memory import Memory, MemoryRecordings

_BY = "systemet"
_KEPT = ("revisions", "drafts", "decisions", "changes", "follow_ups", "measures")


@dataclass
class ProposalMemory:
    """All that is stored of proposals. `recorded` knows when each recording was."""

    recorded: Memory
    revisions: dict[str, list[Revision]] = field(default_factory=dict)
    drafts: dict[tuple[str, str], Draft] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    changes: list[BudgetChange] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    measures: list[AdoptedMeasure] = field(default_factory=list)

    def at(self, recording_id: int) -> datetime:
        return next(each.at for each in self.recorded.recordings if each.id == recording_id)


class MemoryProposalRecordings(MemoryRecordings):
    """Recordings that take back what was written of proposals, too, when they fail."""

    def __init__(self, memory: ProposalMemory) -> None:
        super().__init__(memory.recorded)
        self._proposals = memory

    @contextmanager
    def record(self, use_case: str, reason: str = "") -> Iterator[int]:
        memory = self._proposals
        before = {name: deepcopy(getattr(memory, name)) for name in _KEPT}
        try:
            with super().record(use_case, reason) as recording_id:
                yield recording_id
        except BaseException:
            for name, value in before.items():
                setattr(memory, name, value)
            raise


class MemoryProposalStore:
    def __init__(self, memory: ProposalMemory) -> None:
        self._memory = memory

    def add(self, recording_id: int, case: BusinessCase, note: str = "", document_id: int | None = None) -> Revision:
        kept = self._memory.revisions.setdefault(case.code, [])
        proposal_id = kept[0].proposal_id if kept else len(self._memory.revisions)
        at = self._memory.at(recording_id)
        kept.append(Revision(proposal_id, len(kept) + 1, case, _BY, at, note, document_id))
        return kept[-1]

    def find(self, code: str) -> Revision | None:
        return self._memory.revisions[code][-1] if code in self._memory.revisions else None

    def revision(self, code: str, number: int) -> Revision | None:
        return next((each for each in self._memory.revisions.get(code, []) if each.number == number), None)

    def history(self, code: str) -> list[RevisionHead]:
        kept = reversed(self._memory.revisions.get(code, []))
        return [RevisionHead(each.number, each.case.revision, each.by, each.at, each.note) for each in kept]

    def newest(self, codes: Collection[str]) -> Mapping[str, Revision]:
        return {code: kept[-1] for code, kept in self._memory.revisions.items() if code in codes}

    def summaries(self) -> list[ProposalSummary]:
        return [self._summary(code) for code in sorted(self._memory.revisions)]

    def _summary(self, code: str) -> ProposalSummary:
        newest = self._memory.revisions[code][-1]
        case = newest.case
        decisions = [d for d in self._memory.decisions if d.proposal_id == newest.proposal_id and not d.ended_at]
        return ProposalSummary(
            newest.proposal_id, code, case.title, case.target_group, newest.number, case.revision,
            compute_totals(case).permanent, decisions[0] if decisions else None,
            any(key == code for key, _ in self._memory.drafts), self._replaced_by(code), case.links,
        )  # fmt: skip

    def _replaced_by(self, code: str) -> str:
        cases = [kept[-1].case for kept in self._memory.revisions.values()]
        says = (each for each in cases for link in each.links if (link.kind, link.code) == (LinkKind.REPLACES, code))
        return next((each.code for each in says if each.code != code), "")


class MemoryDraftStore:
    def __init__(self, memory: ProposalMemory) -> None:
        self._memory = memory

    def save(self, recording_id: int, key: str, based_on: int, fields: Mapping[str, str]) -> None:
        self._memory.drafts[key, _BY] = Draft(key, dict(fields), based_on, _BY, self._memory.at(recording_id))

    def find(self, key: str, by: str) -> Draft | None:
        return self._memory.drafts.get((key, by))

    def discard(self, recording_id: int, key: str, by: str) -> None:
        self._memory.drafts.pop((key, by), None)

    def keys(self, by: str) -> list[str]:
        return sorted(key for key, whose in self._memory.drafts if whose == by)


class MemoryDecisionStore:
    def __init__(self, memory: ProposalMemory) -> None:
        self._memory = memory

    def add(self, recording_id: int, decision: Decision) -> int:
        self.close(recording_id, decision.proposal_id)
        decision_id = len(self._memory.decisions) + 1
        at = self._memory.at(recording_id)
        self._memory.decisions.append(replace(decision, id=decision_id, by=_BY, at=at))
        return decision_id

    def close(self, recording_id: int, proposal_id: int) -> None:
        at = self._memory.at(recording_id)
        self._memory.decisions = [
            replace(each, ended_at=at) if each.proposal_id == proposal_id and not each.ended_at else each
            for each in self._memory.decisions
        ]

    def current(self, proposal_id: int) -> Decision | None:
        return next((each for each in self.history(proposal_id) if each.ended_at is None), None)

    def history(self, proposal_id: int | None = None) -> list[Decision]:
        kept = [each for each in self._memory.decisions if proposal_id in (None, each.proposal_id)]
        return sorted(kept, key=lambda each: (each.decided_on, each.id or 0), reverse=True)


class MemoryBudgetChangeStore:
    def __init__(self, memory: ProposalMemory) -> None:
        self._memory = memory

    def add(self, recording_id: int, changes: Collection[BudgetChange]) -> None:
        self._memory.changes.extend(changes)

    def close(self, recording_id: int, proposal_id: int) -> None:
        self._memory.changes = [each for each in self._memory.changes if each.proposal_id != proposal_id]

    def current(self, proposal_id: int | None = None) -> list[BudgetChange]:
        kept = [each for each in self._memory.changes if proposal_id in (None, each.proposal_id)]
        return sorted(kept, key=lambda each: (each.account, each.year))


class MemoryFollowUpStore:
    def __init__(self, memory: ProposalMemory) -> None:
        self._memory = memory
        self._ids = count(1)

    def add(self, recording_id: int, follow_ups: Collection[FollowUp]) -> None:
        self._memory.follow_ups.extend(replace(each, id=next(self._ids)) for each in follow_ups)

    def close(self, recording_id: int, proposal_id: int) -> None:
        self._memory.follow_ups = [each for each in self._memory.follow_ups if each.proposal_id != proposal_id]

    def finish(self, recording_id: int, follow_up_id: int, done_on: date | None) -> None:
        self._memory.follow_ups = [
            replace(each, done_on=done_on, id=next(self._ids)) if each.id == follow_up_id else each
            for each in self._memory.follow_ups
        ]

    def current(self, proposal_id: int | None = None) -> list[FollowUp]:
        kept = [each for each in self._memory.follow_ups if proposal_id in (None, each.proposal_id)]
        return sorted(kept, key=lambda each: (each.due or date.max, each.id or 0))


class MemoryAdoptedMeasureStore:
    def __init__(self, memory: ProposalMemory) -> None:
        self._memory = memory

    def add(self, recording_id: int, measures: Collection[AdoptedMeasure]) -> None:
        self._memory.measures.extend(measures)

    def close(self, recording_id: int, proposal_id: int) -> None:
        self._memory.measures = [each for each in self._memory.measures if each.proposal_id != proposal_id]

    def current(self, proposal_id: int | None = None) -> list[AdoptedMeasure]:
        kept = [each for each in self._memory.measures if proposal_id in (None, each.proposal_id)]
        return sorted(kept, key=lambda each: (each.code, each.investment))

"""Use case: what changes save, from grants and changes that are read, with what speaks against each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from effektspor.core.effects.change import Change
from effektspor.core.effects.doubts import Doubt
from effektspor.core.effects.effect import Effect, effect_of
from effektspor.core.effects.register import Register, register_of
from effektspor.core.effects.trust import doubts_of, evidence_of
from effektspor.core.effects.worlds import Undone, undo_changes
from effektspor.core.finding import Finding, Place
from effektspor.core.grants.grant import Grant


@dataclass(frozen=True, slots=True)
class Told:
    """A change undone, its effect, and what speaks against it."""

    undone: Undone
    effect: Effect
    doubts: tuple[Doubt, ...]


def compute_effects(grants: Iterable[Grant], changes: Iterable[Change], year: int) -> Sequence[Told]:
    """Return every change's effect with `year` as the year asked for, sorted by day of effect and id."""
    register = register_of(grants)
    return [_told(register, undone, year) for undone in undo_changes(register, changes)]


def findings_of(told: Iterable[Told], places: Mapping[str, Place]) -> list[Finding]:
    """Return what speaks against changes as findings at the lines where the changes stand."""
    return [
        Finding(doubt.code, doubt.verdict, places[each.effect.change.change_id], doubt.message, doubt.remedy)
        for each in told
        for doubt in each.doubts
    ]


def _told(register: Register, undone: Undone, year: int) -> Told:
    effect = effect_of(undone, year, evidence_of(undone))
    return Told(undone, effect, tuple(doubts_of(register, undone)))

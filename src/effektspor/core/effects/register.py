"""The grants as they are, looked up by id and by citizen, and who goes on with whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from effektspor.core.effects.change import Change
from effektspor.core.grants.continuity import CONTINUES_WITHIN_DAYS, chains
from effektspor.core.grants.grant import Grant

# Sections to which a citizen comes back: a dated rule, this is its value when nothing else is given (DESIGN §4).
REBOUND_SECTIONS = frozenset({("SEL", "107"), ("SEL", "108"), ("SEL", "109"), ("SEL", "110"), ("ABL", "105")})


@dataclass(frozen=True)
class Register:
    """Grants that count: granted, running and ended ones. `chain_of` gives a grant's whole chain, itself included."""

    grants: Mapping[str, Grant]
    by_citizen: Mapping[str, tuple[Grant, ...]]
    chain_of: Mapping[str, tuple[str, ...]]
    rebound_sections: frozenset[tuple[str, str]] = REBOUND_SECTIONS

    def left_on(self, citizen: str, since: date) -> date | None:
        """Return the day after a citizen died or moved away, on a day or later: no baseline runs past it."""
        left = (grant.left_on for grant in self.by_citizen.get(citizen, ()))
        return min((day for day in left if day is not None and day >= since), default=None)

    def window_end(self, change: Change) -> date | None:
        """Return the day after the last on which the old would have been paid: stated, or when the citizen left."""
        ends = (change.baseline_end, self.left_on(change.citizen, change.effective_on))
        return min((end for end in ends if end is not None), default=None)

    def named_before(self, change: Change) -> tuple[str, ...]:
        """Return the known before-grants with their chains, up to the change: a prolongation is the same grant."""
        whole = self._with_chains(change.before)
        return tuple(one for one in whole if one in change.before or self.grants[one].start < change.effective_on)

    def named_after(self, change: Change) -> tuple[str, ...]:
        """Return the known after-grants with their chains; a chain that also is the before-grant's stays out."""
        whole = self._with_chains(change.after)
        before = set(self.named_before(change))
        return tuple(one for one in whole if one in change.after or one not in before)

    def repriced(self, change: Change) -> frozenset[str]:
        """Return the grants that are named both before and after, with their chains: their price was changed."""
        return frozenset(self._with_chains(one for one in change.before if one in change.after))

    def _with_chains(self, ids: Iterable[str]) -> tuple[str, ...]:
        known = [one for one in ids if one in self.grants]
        return tuple(dict.fromkeys(other for one in known for other in self.chain_of[one]))


def register_of(
    grants: Iterable[Grant],
    within_days: int = CONTINUES_WITHIN_DAYS,
    rebound_sections: frozenset[tuple[str, str]] = REBOUND_SECTIONS,
) -> Register:
    """Return a register of the grants that count; applied, expected, refused and lapsed ones are left out."""
    real = [grant for grant in grants if grant.status.is_real]
    by_citizen: dict[str, list[Grant]] = {}
    for grant in real:
        by_citizen.setdefault(grant.citizen, []).append(grant)
    return Register(
        {grant.grant_id: grant for grant in real},
        {citizen: tuple(own) for citizen, own in by_citizen.items()},
        chains(real, within_days),
        rebound_sections,
    )

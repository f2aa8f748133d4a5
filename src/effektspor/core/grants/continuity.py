"""Continuity: a grant of the same citizen, section and provider soon after the old one is no outflow and no inflow."""

from collections.abc import Iterable, Mapping

from effektspor.core.grants.grant import Grant

# Days between two grants for the later to continue the earlier: a setting, 14 unless set (DESIGN §4).
CONTINUES_WITHIN_DAYS = 14


def continues(earlier: Grant, later: Grant, within_days: int = CONTINUES_WITHIN_DAYS) -> bool:
    """Return whether a grant continues another: same citizen, law, section and provider, within N days of its end.

    One that begins before the other has ended runs beside it, and continues nothing.
    """
    if _key(earlier) != _key(later) or earlier.end is None or earlier.grant_id == later.grant_id:
        return False
    return 0 <= (later.start - earlier.end).days <= within_days


def chains(grants: Iterable[Grant], within_days: int = CONTINUES_WITHIN_DAYS) -> Mapping[str, tuple[str, ...]]:
    """Return, for each grant's id, the ids of its whole chain in the order of their start."""
    by_key: dict[tuple[str, ...], list[Grant]] = {}
    for grant in sorted(grants, key=lambda each: (each.start, each.grant_id)):
        by_key.setdefault(_key(grant), []).append(grant)
    found: dict[str, tuple[str, ...]] = {}
    for alike in by_key.values():
        for chain in _chained(alike, within_days):
            found |= dict.fromkeys(chain, tuple(chain))
    return found


def _chained(alike: list[Grant], within_days: int) -> list[list[str]]:
    """Each grant goes on with the chain whose last grant it continues; of two, with the one that ended last."""
    open_chains: list[tuple[Grant, list[str]]] = []
    for grant in alike:
        continued = [at for at, (last, _) in enumerate(open_chains) if continues(last, grant, within_days)]
        if continued:
            at = max(continued, key=lambda each: (open_chains[each][0].end, -each))
            open_chains[at] = (grant, [*open_chains[at][1], grant.grant_id])
        else:
            open_chains.append((grant, [grant.grant_id]))
    return [chain for _, chain in open_chains]


def _key(grant: Grant) -> tuple[str, ...]:
    return grant.citizen, grant.law, grant.section, grant.provider

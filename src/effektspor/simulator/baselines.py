"""Until when each change has an effect, seen from the end of the simulation.

Prices and hours of a grant are saved only while it lasts: when it ends by itself their baseline ends too, and when
another change ends it, theirs is that one's. The register keeps this up to date, so it stands in changes.csv.
"""

from datetime import date

from effektspor.simulator.drafts import Change

_WHILE_IT_LASTS = ("rate", "reduction")


def settle_baselines(changes: list[Change]) -> None:
    """Set the baseline end of the changes of prices and hours, and of the second marking of a grant."""
    for change in changes:
        if change.kind in _WHILE_IT_LASTS:
            last = change.before[0].last
            change.baseline_end = last.ended_by.baseline_end if last.ended_by else _natural_end(change)


def _natural_end(change: Change) -> date | None:
    last = change.before[0].last
    return last.end if last.end_reason is not None else None

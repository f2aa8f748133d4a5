"""What each grant's status is on the last day."""

from datetime import date, timedelta

from effektspor.core.grants.grant import GrantStatus
from effektspor.simulator.drafts import Stay
from effektspor.simulator.municipality import Municipality


def settle_status(town: Municipality) -> None:
    """Say of each grant whether it is granted, running or ended; those not given have theirs already."""
    last_day = town.parameters.end - timedelta(days=1)
    for stay in town.stays:
        if stay.status is None:
            stay.status = _status(stay, last_day)


def _status(stay: Stay, last_day: date) -> GrantStatus:
    if stay.start > last_day:
        return GrantStatus.GRANTED
    return GrantStatus.RUNNING if stay.covers(last_day) else GrantStatus.ENDED

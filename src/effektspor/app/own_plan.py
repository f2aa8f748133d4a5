"""The plan without a paper: its measures are those that decisions on proposals have made."""

from collections.abc import Iterable

from effektspor.app.proposal_ports import AdoptedMeasure
from effektspor.core.plans.plan import Measure, Plan, ProposalReference
from effektspor.core.plans.targets import Targets
from effektspor.core.unit import THOUSAND

# What the plan without a paper has for a paper's number.
OWN_PLAN = 0
OWN_TITLE = "Tiltag fra besluttede forslag"


def own_plan(adopted: Iterable[AdoptedMeasure]) -> Plan:
    """Return the adopted measures as a plan, in their order; its convention is theirs where they have one in common."""
    adopted = tuple(adopted)
    said = {each.convention for each in adopted}
    return Plan(
        title=OWN_TITLE,
        measures=tuple(_measure(each) for each in adopted),
        unit=THOUSAND,
        decimals=0,
        convention=said.pop() if len(said) == 1 else None,
    )


def own_number(adopted: AdoptedMeasure) -> str:
    """Return what a measure is known by in the plan: its proposal's code, and whether it is the investment."""
    return f"{adopted.code}-investering"[:60] if adopted.investment else adopted.code


def _measure(adopted: AdoptedMeasure) -> Measure:
    return Measure(
        number=own_number(adopted),
        title=adopted.title,
        target_ore=None,
        realised_ore=None,
        targets=Targets(adopted.targets),
        owner=adopted.owner,
        indicators=adopted.indicators,
        proposal=ProposalReference(adopted.code, adopted.revision),
    )

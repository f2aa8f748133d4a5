"""Providers of the simulation: made-up names and company numbers."""

from dataclasses import dataclass

from effektspor.simulator.services import HOUSING


@dataclass(frozen=True, slots=True)
class Provider:
    """Who delivers a service; `art` is the kind of the account plan that its invoices are posted on."""

    name: str
    cvr: str
    kind: str
    art: str
    houses: bool

    @property
    def is_own(self) -> bool:
        return self.kind == "egen"


PROVIDERS = (
    Provider("Kommunens botilbud Nord", "90000101", "egen", "9.2", houses=True),
    Provider("Kommunens botilbud Syd", "90000101", "egen", "9.2", houses=True),
    Provider("Kommunens støttecenter", "90000101", "egen", "9.2", houses=False),
    Provider("Kommunens dagtilbud", "90000101", "egen", "9.2", houses=False),
    Provider("Nabokommunens tilbud", "90000202", "anden kommune", "4.7", houses=True),
    Provider("Østkommunens tilbud", "90000203", "anden kommune", "4.7", houses=True),
    Provider("Regionens tilbud", "90000304", "region", "4.8", houses=True),
    Provider("Fonden Birkelund", "90000405", "selvejende", "4.0", houses=True),
    Provider("Fonden Havblik", "90000406", "selvejende", "4.0", houses=True),
    Provider("Enghave Omsorg ApS", "90000507", "privat", "4.0", houses=True),
    Provider("Solhjørnet ApS", "90000508", "privat", "4.0", houses=True),
    Provider("Støtteteamet ApS", "90000509", "privat", "4.0", houses=False),
    Provider("Værkstedet Fjorden", "90000410", "selvejende", "4.0", houses=False),
    Provider("Dagcenter Mosaik ApS", "90000511", "privat", "4.0", houses=False),
)


def providers_of(section: str, *, own: bool) -> tuple[Provider, ...]:
    """Return who delivers a section: homes for housing, the others for all else."""
    houses = section in HOUSING
    return tuple(each for each in PROVIDERS if each.is_own is own and each.houses is houses)

"""The rows of changes.csv, as the changes are marked, and of population.csv."""

from collections.abc import Iterable, Iterator

from effektspor.simulator.dates import inclusive
from effektspor.simulator.drafts import Change, Citizen, Stay
from effektspor.simulator.ledger import Row
from effektspor.simulator.municipality import Municipality

CHANGE_COLUMNS = ("change_id", "measure", "citizen", "kind", "before_grants", "after_grants", "effective_on",
                  "baseline_ends_on", "accounts", "ore_by_year", "evidence")  # fmt: skip
POPULATION_COLUMNS = ("citizen", "age_group", "target_group", "area", "team", "arrived_on", "turned_18_on", "left_on",
                      "left_reason")  # fmt: skip


def change_rows(town: Municipality) -> Iterator[Row]:
    """Yield every change by the day it is marked with."""
    return (_change(change) for change in sorted(town.changes, key=lambda each: (each.shown_on, each.change_id)))


def _change(change: Change) -> Row:
    return (
        change.change_id, change.measure, change.citizen.key if change.citizen else "", change.kind,
        _ids(change.before), _ids(change.shown_after), change.shown_on.isoformat(), inclusive(change.baseline_end),
        change.accounts, " ".join(f"{year}:{amount}" for year, amount in sorted(change.ore_by_year.items())),
        change.evidence,
    )  # fmt: skip


def _ids(stays: Iterable[Stay]) -> str:
    return " ".join(stay.grant_id for stay in stays)


def population_rows(town: Municipality) -> Iterator[Row]:
    """Yield everyone who ever had a grant, or is to have one."""
    return (_citizen(citizen) for citizen in town.citizens)


def _citizen(citizen: Citizen) -> Row:
    turned, left = citizen.turned_18_on, citizen.left_on
    return (
        citizen.key, citizen.age_group, citizen.target_group, citizen.area, citizen.team,
        citizen.arrived_on.isoformat(), turned.isoformat() if turned else "", left.isoformat() if left else "",
        citizen.left_reason or "",
    )  # fmt: skip

"""The truth about the simulation, as truth.json has it."""

from typing import Any

from effektspor.simulator.dates import inclusive
from effektspor.simulator.day_book import shown_marking, true_marking, undo_all
from effektspor.simulator.drafts import Change, Citizen
from effektspor.simulator.ledger import Ledger
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.section_truth import SectionTruth, by_year
from effektspor.simulator.services import HOUSING, SERVICES
from effektspor.simulator.true_effects import NOTHING, effect_of_budget, effect_of_grants

Json = dict[str, Any]


def begun_truth(town: Municipality) -> Json:
    """Return what a simulation was asked for, and how its truth is to be read."""
    parameters = town.parameters
    return {
        "simulation": {
            "citizens": parameters.citizens, "seed": parameters.seed, "months": parameters.months,
            "from": parameters.start.isoformat(), "to": inclusive(parameters.end),
            "statuses": ["granted", "running", "ended"], "rebound_sections": list(HOUSING),
        }
    }  # fmt: skip


def truth_of(town: Municipality, sections: dict[str, SectionTruth], ledger: Ledger) -> Json:
    """Return everything that is known because it was made up."""
    faults = [
        {"change_id": fault.change_id, "kind": fault.kind, "grant_id": fault.grant_id} for fault in sorted(town.faults)
    ]
    return begun_truth(town) | {
        "sections": {section: _section(town, truth) for section, truth in sections.items()},
        "changes": changes_truth(town),
        "faults": faults,
        "ledger": _ledger(ledger),
    }


def _section(town: Municipality, truth: SectionTruth) -> Json:
    """By year, and in it by month: so no amount of the standard municipality has the shape of a CPR number."""
    costs, days = by_year(town, truth.cost_ore), by_year(town, truth.person_days)
    return {str(year): {"cost_ore": costs[year], "person_days": days[year]} for year in costs}


def _ledger(ledger: Ledger) -> Json:
    late = [
        {"grant_id": grant_id, "period": period, "amount_ore": amount_ore,
         "posted_on": posted_on.isoformat() if posted_on else None}
        for grant_id, period, amount_ore, posted_on in ledger.late
    ]  # fmt: skip
    unposted: dict[str, dict[str, int]] = {service.section: {} for service in SERVICES}
    for postings in ledger.waiting.values():
        for posting in postings:
            months = unposted[posting.stay.service.section]
            months[posting.period] = months.get(posting.period, 0) + posting.amount_ore
    return {"late_invoices": late, "not_posted_ore": unposted}


def changes_truth(town: Municipality) -> Json:
    """Return the true effect of every change, and where it differs, what the rules give for it as it is marked."""
    by_citizen: dict[Citizen, list[Change]] = {}
    answer: Json = {}
    for change in town.changes:
        if change.citizen is None or not change.is_of_grants:
            answer[change.change_id] = _described(change) | effect_of_budget(change, _years(town))
        else:
            by_citizen.setdefault(change.citizen, []).append(change)
    for citizen, changes in by_citizen.items():
        answer |= _of_citizen(citizen, changes, _years(town))
    return answer


def _years(town: Municipality) -> range:
    """The simulated years, and the next: what is carried over shows there."""
    return range(town.parameters.years[0], town.parameters.years[-1] + 2)


def _of_citizen(citizen: Citizen, changes: list[Change], years: range) -> Json:
    undone = undo_all(citizen, [true_marking(change) for change in changes if change.has_effect])
    answer: Json = {}
    for change in changes:
        effect = _no_effect(years)
        if change.has_effect:
            effect = effect_of_grants(undone[change.change_id], change.effective_on, years)
        answer[change.change_id] = _described(change) | effect
    return _with_marked(answer, citizen, changes, years)


def _with_marked(answer: Json, citizen: Citizen, changes: list[Change], years: range) -> Json:
    if all(change.has_effect and true_marking(change) == shown_marking(change) for change in changes):
        return answer
    undone = undo_all(citizen, [shown_marking(change) for change in changes])
    for change in changes:
        marked = effect_of_grants(undone[change.change_id], change.shown_on, years)
        if any(answer[change.change_id][name] != value for name, value in marked.items()):
            answer[change.change_id]["as_marked"] = marked
    return answer


def _no_effect(years: range) -> Json:
    return {"in_year": {str(year): NOTHING for year in years}, "full_year": NOTHING, "carry_over_ore": 0}


def _described(change: Change) -> Json:
    return {
        "kind": change.kind,
        "measure": change.measure,
        "effective_on": change.effective_on.isoformat(),
        "baseline_ends_on": inclusive(change.baseline_end) or None,
    }

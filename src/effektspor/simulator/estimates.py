"""Changes that no grant shows: budgets that are lowered, and placements that are avoided."""

from datetime import date

from effektspor.simulator.dates import months_later
from effektspor.simulator.drafts import Change
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.own_accounts import BUDGET_MEASURES, BudgetMeasure

_AVOIDED_PER_MILLE = 140


def lower_budgets(town: Municipality, first: date) -> None:
    """Carry out the measures on accounts that fall due in a month."""
    for measure in BUDGET_MEASURES:
        if months_later(town.parameters.start, measure.after_months) == first:
            town.changes.append(_lowered(town, measure, first))


def _lowered(town: Municipality, measure: BudgetMeasure, first: date) -> Change:
    year_ore = 100_000 * town.parameters.scaled(measure.year_kr // 1000)
    return Change(
        town.new_change_id(), measure.name, "budget", first, accounts=measure.account,
        ore_by_year=_by_year(town, first, year_ore), evidence=measure.evidence,
    )  # fmt: skip


def avoid(town: Municipality, first: date) -> None:
    """Note estimated savings: help that kept a citizen from needing a home."""
    citizens = [stay.citizen for stay in town.running if stay.service.section == "85"]
    for _ in range(town.chance.times(town.parameters.scaled(_AVOIDED_PER_MILLE)) if citizens else 0):
        year_ore = 100_000 * town.chance.between(180, 520)
        town.changes.append(
            Change(town.new_change_id(), "Forebyggelse af botilbud", "avoided", first,
                   town.chance.choose(citizens), ore_by_year=_by_year(town, first, year_ore),
                   evidence="Skøn: sandsynlighed × gennemsnitspris × måneder")
        )  # fmt: skip


def _by_year(town: Municipality, first: date, year_ore: int) -> dict[int, int]:
    """The remaining months of the first year, whole years after it, to the year after the last."""
    rest = dict.fromkeys(range(first.year + 1, town.parameters.years[-1] + 2), year_ore)
    return {first.year: year_ore * (13 - first.month) // 12 // 100 * 100} | rest

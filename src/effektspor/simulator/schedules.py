"""Ending, prolonging and repricing the lines of a grant."""

from collections.abc import Callable
from datetime import date

from effektspor.core.grants.grant import EndReason
from effektspor.simulator.dates import days_later
from effektspor.simulator.drafts import Line, Stay
from effektspor.simulator.municipality import Municipality

Priced = tuple[int, int]  # øre and quantity


def end_stay(stay: Stay, on: date, reason: EndReason) -> None:
    """Let a grant cost nothing from a day; a line that would only have begun by then falls away."""
    for line in stay.running:
        line.end = on
    stay.lines = [line for line in stay.lines if line.start < on]
    stay.end, stay.end_reason = on, reason


def extend(stay: Stay, until: date | None) -> None:
    for line in stay.running:
        line.end = until
    stay.end = until


def reprice(town: Municipality, stay: Stay, on: date, priced: Callable[[Line], Priced]) -> None:
    """End every running line on a day, and let it go on at its new price.

    Also those whose price stays: else a later price of theirs would be one of the change, and the earlier not.
    """
    for line in list(stay.running):
        split(town, stay, line, on, priced(line))


def split(town: Municipality, stay: Stay, line: Line, on: date, price: Priced) -> None:
    """End a line on a day, and begin another that lasts as long as the first would have."""
    amount_ore, quantity = price
    stay.year_ore = None
    recorded_on = max(line.recorded_on, days_later(on, -15))
    stay.lines.append(Line(town.new_line_id(), amount_ore, line.unit, quantity, on, line.end, line.kind, recorded_on))
    line.end = on

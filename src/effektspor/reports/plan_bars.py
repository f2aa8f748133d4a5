"""What the chart of a plan draws, and the sentence that says what it shows."""

from effektspor.core.audit.words import listed
from effektspor.core.plans.plan import Measure, Plan
from effektspor.reports.bar import Bar
from effektspor.reports.plan_table import printed, shows_gross
from effektspor.reports.plan_words import amount
from effektspor.reports.sentence import one_line, shortened


def compute_bars(plan: Plan) -> tuple[Bar, ...]:
    """Return a bar per measure, in the table's order."""
    return tuple(_bar(plan, measure) for measure in (*plan.savings, *plan.investments))


def compute_chart_sentence(plan: Plan) -> str:
    """Return what the chart shows: which measure gave most, and which is farthest from its target."""
    given = [measure for measure in plan.savings if measure.realised_ore is not None]
    if not given:
        return "Ingen sparetiltag har et realiseret beløb endnu." if plan.measures else "Der er ingen tiltag at vise."
    return f"{_gave_most(plan, given)}{_farthest(plan)}"


def _gave_most(plan: Plan, given: list[Measure]) -> str:
    most_ore = max(measure.realised_ore or 0 for measure in given)
    if most_ore == 0:
        return "Ingen sparetiltag har givet noget endnu."
    first = [measure for measure in given if measure.realised_ore == most_ore]
    if len(first) > 1:
        return f"Tiltag {_numbers(first)} gav mest: {amount(plan, most_ore)} hver."
    gross = f" af de {printed(plan, plan.realised.gross.shown_ore)} brutto" if shows_gross(plan) else ""
    return f"Tiltag {_numbers(first)} gav mest: {amount(plan, most_ore)}{gross}."


def _farthest(plan: Plan) -> str:
    short = [(measure.difference_ore or 0, measure) for measure in plan.savings]
    lowest_ore = min(difference for difference, _ in short)
    if lowest_ore >= 0:
        return ""
    last = [measure for difference, measure in short if difference == lowest_ore]
    each = "hver " if len(last) > 1 else ""
    return f" Længst fra målet er tiltag {_numbers(last)}, der {each}mangler {printed(plan, -lowest_ore)}."


def _numbers(measures: list[Measure]) -> str:
    return listed([one_line(measure.number) for measure in measures])


def _bar(plan: Plan, measure: Measure) -> Bar:
    return Bar(
        number=one_line(measure.number),
        title=shortened(measure.title),
        target_ore=measure.target_ore,
        realised_ore=measure.realised_ore,
        label=_label(plan, measure),
    )


def _label(plan: Plan, measure: Measure) -> str:
    realised = None if measure.realised_ore is None else printed(plan, measure.realised_ore)
    target = None if measure.target_ore is None else f"mål {printed(plan, measure.target_ore)}"
    return " mod ".join(part for part in (realised, target) if part) or "ikke opgjort"

"""The table of a plan's status: savings, gross, investments, net."""

from dataclasses import replace

from effektspor.core.document import Cell, Row, RowKind, Table
from effektspor.core.finding import Place
from effektspor.core.plans.plan import Measure, Plan, PlanSum
from effektspor.reports.sentence import one_line

COLUMNS = ("Mål", "Realiseret", "Mod mål")
TABLE_ID = "t1"


def compute_status_table(plan: Plan, caption: str) -> Table:
    """Return the measures in the paper's order with their sums, printed in the plan's unit and decimals."""
    rows = [_measure_row(plan, measure) for measure in plan.savings]
    if shows_gross(plan):
        rows.append(_gross_row(plan))
    rows += [_measure_row(plan, measure) for measure in plan.investments]
    rows.append(_net_row(plan))
    return Table(
        id=TABLE_ID,
        place=Place(table=1),
        columns=COLUMNS,
        rows=tuple(_placed(row, index) for index, row in enumerate(rows, start=1)),
        caption=caption,
        unit=plan.unit.name,
        price_level=plan.price_level,
        text_head="Status",
    )


def shows_gross(plan: Plan) -> bool:
    """Return whether a gross row says something: there are both savings and investments."""
    return bool(plan.savings and plan.investments)


def has_targets(plan: Plan) -> bool:
    return any(measure.target_ore is not None for measure in plan.measures)


def has_realised(plan: Plan) -> bool:
    return any(measure.realised_ore is not None for measure in plan.measures)


def printed(plan: Plan, ore: int, plus: bool = False) -> str:
    """Return an amount as the plan's paper prints it: "9,38", "−1,50", with `plus` "+0,06"."""
    number = plan.unit.to_number(ore, plan.decimals)
    return f"{'+' if plus and number.digits > 0 else ''}{number.danish()}"


def _measure_row(plan: Plan, measure: Measure) -> Row:
    return Row(
        place=Place(),
        label=one_line(measure.title),
        cells=_cells(plan, measure.target_ore, measure.realised_ore, measure.difference_ore),
        number=one_line(measure.number),
        category=measure.status.danish,
        text=measure.status_text or None,
    )


def _gross_row(plan: Plan) -> Row:
    cells = _sum_cells(plan, plan.target.gross, plan.realised.gross, plan.savings)
    return Row(place=Place(), label="Brutto", cells=cells, kind=RowKind.SUBTOTAL)


def _net_row(plan: Plan) -> Row:
    cells = _sum_cells(plan, plan.target.net, plan.realised.net, plan.measures)
    # The rule reads a share of a saving; where more is to be spent than saved, there is no such share.
    status = plan.status.danish if plan.measures and plan.target.net.shown_ore >= 0 else None
    return Row(place=Place(), label="Netto", cells=cells, kind=RowKind.NET, category=status)


def _sum_cells(plan: Plan, target: PlanSum, realised: PlanSum, measures: tuple[Measure, ...]) -> tuple[Cell, ...]:
    """A column in which no measure has an amount has no sum either: nothing stated is not 0."""
    target_ore = target.shown_ore if any(measure.target_ore is not None for measure in measures) else None
    realised_ore = realised.shown_ore if any(measure.realised_ore is not None for measure in measures) else None
    return _cells(plan, target_ore, realised_ore, _sum_difference_ore(target, realised, measures))


def _sum_difference_ore(target: PlanSum, realised: PlanSum, measures: tuple[Measure, ...]) -> int | None:
    """The sums' difference, where every measure has one; a half-filled column is not added up."""
    if any(half_stated(measure) for measure in measures) or all(m.difference_ore is None for m in measures):
        return None
    shown_ore = realised.shown_ore - target.shown_ore
    computed_ore = realised.computed_ore - target.computed_ore
    # Two stated sums may be rounded apart by more than the rows of their difference can be.
    bound_ore = max(target.bound_ore, realised.bound_ore)
    return shown_ore if abs(shown_ore - computed_ore) <= bound_ore else computed_ore


def half_stated(measure: Measure) -> bool:
    """Return whether a measure has a target or a realised amount, but not both."""
    return (measure.target_ore is None) is not (measure.realised_ore is None)


def _cells(
    plan: Plan, target_ore: int | None, realised_ore: int | None, difference_ore: int | None
) -> tuple[Cell, ...]:
    return _cell(plan, target_ore), _cell(plan, realised_ore), _cell(plan, difference_ore, plus=True)


def _cell(plan: Plan, ore: int | None, plus: bool = False) -> Cell:
    if ore is None:
        return Cell()
    return Cell(printed(plan, ore, plus), (plan.unit.to_number(ore, plan.decimals),))


def _placed(row: Row, index: int) -> Row:
    return replace(row, place=Place(row=index))

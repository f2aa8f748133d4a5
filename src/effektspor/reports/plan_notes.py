"""The notes under a plan's table: why shown figures do not add up, and how they are to be read."""

from collections.abc import Iterator, Sequence

from effektspor.core.audit.words import listed
from effektspor.core.document import Row, RowKind, Table
from effektspor.core.plans.plan import ColumnTotals, Measure, Plan, PlanSum
from effektspor.reports.plan_table import has_realised, has_targets, printed
from effektspor.reports.plan_words import amount
from effektspor.reports.sentence import one_line

_IN_COLUMN = ("i mål", "realiseret", "mod mål")
_TARGET, _REALISED, _DIFFERENCE = range(3)
SIGN_RULE = "Besparelser er positive; en investering er negativ."


def compute_notes(plan: Plan, table: Table) -> tuple[str, ...]:
    """Return the notes that are due: rounding, stated sums that do not hold, what is missing, sign and price level."""
    level = one_line(plan.price_level or "")
    price_level = f"Prisniveau: {level}." if level else "Papiret siger ikke prisniveau."
    return *_rounded(plan, table), *_disagreeing(plan), *_missing(plan), SIGN_RULE, price_level


def _rounded(plan: Plan, table: Table) -> Iterator[str]:
    for row in table.rows:
        if row.kind is RowKind.SUBTOTAL:
            yield from _rounded_sums(plan, row, _rows_of(table, plan.savings), plan.target.gross, plan.realised.gross)
        elif row.kind is RowKind.NET:
            yield from _rounded_sums(plan, row, _rows_of(table, plan.measures), plan.target.net, plan.realised.net)


def _rows_of(table: Table, measures: Sequence[Measure]) -> list[Row]:
    """The savings stand first in the table, so the first n measure rows are they, or all."""
    return [row for row in table.rows if row.kind is RowKind.ROW][: len(measures)]


def _rounded_sums(plan: Plan, total: Row, rows: list[Row], target: PlanSum, realised: PlanSum) -> Iterator[str]:
    gaps = [_gap(total, rows, column) for column in range(3)]
    # The difference is off whenever its two columns are; only a gap of its own is worth a note.
    due = (gaps[_TARGET], gaps[_REALISED], gaps[_DIFFERENCE] - (gaps[_REALISED] - gaps[_TARGET]))
    for column, gap in enumerate(due):
        cell = total.cells[column]
        if gap and cell.number:
            stated = column != _DIFFERENCE and (target, realised)[column].rounded
            yield (
                f"Afrundet hver for sig: de viste tiltag giver {_shown(plan, cell.number.digits - gaps[column])} "
                f"{_IN_COLUMN[column]} {total.label.lower()}; {'papirets sum' if stated else 'summen'} er {cell.text}."
            )


def _gap(total: Row, rows: list[Row], column: int) -> int:
    """What a printed sum is more than its printed rows, in units of the last digit."""
    number = total.cells[column].number
    if number is None:
        return 0
    return number.digits - sum(part.digits for row in rows if (part := row.cells[column].number))


def _shown(plan: Plan, digits: int) -> str:
    return amount(plan, digits * plan.unit.ore // 10**plan.decimals)


def _disagreeing(plan: Plan) -> Iterator[str]:
    columns = ((_TARGET, plan.target, has_targets(plan)), (_REALISED, plan.realised, has_realised(plan)))
    for column, totals, stated in columns:
        for name, total in _named(totals):
            if total.stated_ore is not None and not total.agrees:
                said = f"Papiret angiver {amount(plan, total.stated_ore)} {_IN_COLUMN[column]} {name}, men"
                given = printed(plan, total.computed_ore)
                yield (
                    f"{said} tiltagene giver {given}. Her står {given}." if stated else f"{said} ikke for hvert tiltag."
                )


def _named(totals: ColumnTotals) -> tuple[tuple[str, PlanSum], ...]:
    return ("brutto", totals.gross), ("investering", totals.investment), ("netto", totals.net)


def _missing(plan: Plan) -> Iterator[str]:
    """A measure without an amount adds nothing to a sum, and the reader is told which."""
    no_target = [measure for measure in plan.measures if measure.target_ore is None]
    no_realised = [measure for measure in plan.measures if measure.realised_ore is None]
    for measures, what in ((no_target, "mål"), (no_realised, "realiseret beløb")):
        if measures and len(measures) < len(plan.measures):
            numbers = listed([one_line(measure.number) for measure in measures])
            yield f"Tiltag {numbers} er uden {what} og tæller ikke med i den sum; derfor er Mod mål ikke lagt sammen."
        elif measures:
            yield f"Ingen tiltag har et {what}."

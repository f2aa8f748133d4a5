"""A cause told as a finding: what is printed, what the other figures give, and the repair that makes all agree."""

from fractions import Fraction

from effektspor.core.audit.diagnosis import Cause, Repair
from effektspor.core.audit.equations import CellId, Equation, number_at
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.words import like, listed, quoted
from effektspor.core.audit.years_as_rows import rows_are_years
from effektspor.core.document import Row
from effektspor.core.finding import Finding, Place, Verdict
from effektspor.core.number import Number

_GIVEN = {"sum": "rækkerne giver", "row_total": "årene giver", "difference": "de to kolonner giver",
          "flow": "start, tilgang og afgang giver", "rollup": "tabellerne giver"}  # fmt: skip


def tell_cause(paper: Paper, cause: Cause, code: str, slip: str = "") -> Finding:
    """Return the finding of a cause in one table; `slip` is a sentence that says how it came about.

    The place is the cell that is wrong where exactly one repair mends everything, else the total; the other cells of
    the equations are related.
    """
    wrong = cause.repair.cells[0] if cause.repair else cause.main.result
    failing = _in_order(cause)
    computed = cause.repair.right[0] if cause.repair else _given(paper, failing[0])
    stated = _figure(paper, wrong)
    return Finding(
        code=code,
        verdict=Verdict.ERROR if cause.main.certain else Verdict.ASK,
        place=_row(paper, wrong).place,
        related=_related(paper, cause, wrong),
        table=wrong.table,
        row=wrong.row,
        columns=_columns(paper, cause, wrong),
        stated=stated.plain(),
        computed=like(computed, stated).plain(),
        message=" ".join(part for part in (_message(paper, cause, wrong, failing), slip) if part),
        remedy=_remedy(paper, cause, failing),
    )


def cell_columns(paper: Paper, cells: tuple[CellId, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(paper.tables[cell.table].columns[cell.column] for cell in cells))


def _in_order(cause: Cause) -> list[Equation]:
    """The failing equations of the main structure, left to right."""
    return sorted((each for each in cause.failing if each.group == cause.main.group), key=lambda each: each.result)


def _columns(paper: Paper, cause: Cause, wrong: CellId) -> tuple[str, ...]:
    if cause.repair:
        return cell_columns(paper, tuple(cell for cell in cause.repair.cells if cell.table == wrong.table))
    return tuple(paper.tables[wrong.table].columns[column] for column in sorted(cause.columns))


def _related(paper: Paper, cause: Cause, wrong: CellId) -> tuple[Place, ...]:
    own = _row(paper, wrong).place
    cells = [cell for each in cause.failing for cell in each.cells if _has_figure(paper, cell)]
    mended = list(cause.repair.cells) if cause.repair else []
    return tuple(dict.fromkeys(place for cell in mended + cells if (place := _row(paper, cell).place) != own))


def _message(paper: Paper, cause: Cause, wrong: CellId, failing: list[Equation]) -> str:
    if cause.repair and wrong != cause.main.result:
        return _part_is_wrong(paper, cause, cause.repair, wrong)
    printed = _by_column(paper, [(each.result, _figure(paper, each.result)) for each in failing])
    given = listed(list(dict.fromkeys(number.danish() for _, number in _computed(paper, failing))))
    sentence = f"{_label(paper, wrong)} er {printed}, men {_giving(paper, cause)} {given}."
    return f"{sentence}{_holding(paper, cause)}"


def _giving(paper: Paper, cause: Cause) -> str:
    main = cause.main
    if main.kind == "difference" and all(cell.row != main.result.row for cell, _ in main.parts):
        return "de to rækker giver"
    if main.kind == "row_total" and rows_are_years(paper.tables[main.result.table]):
        return "rækkens andre tal giver"
    return _GIVEN.get(main.kind, "resten giver")


def _part_is_wrong(paper: Paper, cause: Cause, repair: Repair, wrong: CellId) -> str:
    printed = _by_column(paper, [(cell, _figure(paper, cell)) for cell in repair.cells if cell.row == wrong.row])
    right = like(repair.right[0], _figure(paper, wrong)).danish()
    return f"{_label(paper, wrong)} er {printed}, men {_label(paper, cause.main.result)} og de andre tal giver {right}."


def _holding(paper: Paper, cause: Cause) -> str:
    """Where the same structure holds, so that the reader sees why it is believed."""
    main = cause.main
    holding = [each for each in paper.equations if each.group == main.group and each.holds]
    names = dict.fromkeys(paper.tables[main.result.table].columns[each.result.column] for each in holding)
    named = [name for name in names if main.kind == "sum"]
    return f" I {listed(named)} passer den." if named else ""


def _remedy(paper: Paper, cause: Cause, failing: list[Equation]) -> str:
    if cause.repair:
        return f"Ret {_repaired(paper, cause.repair)}: så stemmer tallene."
    total = f"{_label(paper, cause.main.result)} til {_by_column(paper, _computed(paper, failing))}"
    if cause.likely and cause.likely.cells[0] != cause.main.result:
        return f"Ret enten {total}, eller {_repaired(paper, cause.likely)}."
    return f"Ret {total}, eller ret det tal, der er forkert i {_where(cause)}."


def _where(cause: Cause) -> str:
    down = any(cell.row != cause.main.result.row for cell, _ in cause.main.parts)
    return "rækkerne" if down else "rækken"


def _repaired(paper: Paper, repair: Repair) -> str:
    rights = zip(repair.cells, repair.right, strict=True)
    by_row: dict[tuple[str, int], list[tuple[CellId, Number]]] = {}
    for cell, right in rights:
        by_row.setdefault((cell.table, cell.row), []).append((cell, like(right, _figure(paper, cell))))
    return listed([f"{_label(paper, pairs[0][0])} til {_by_column(paper, pairs)}" for pairs in by_row.values()])


def _computed(paper: Paper, failing: list[Equation]) -> list[tuple[CellId, Number]]:
    return [(each.result, like(_given(paper, each), _figure(paper, each.result))) for each in failing]


def _given(paper: Paper, stated: Equation) -> Fraction:
    return _figure(paper, stated.result).value - stated.residual


def _by_column(paper: Paper, figures: list[tuple[CellId, Number]]) -> str:
    """Return "−7.125 i 2024, 2025 og 2026", or "90 i 2024 og 190 i 2025" where the figures differ."""
    names: dict[str, list[str]] = {}
    for cell, number in figures:
        names.setdefault(number.danish(), []).append(paper.tables[cell.table].columns[cell.column])
    return " og ".join(f"{figure} i {listed(where)}" for figure, where in names.items())


def _label(paper: Paper, cell: CellId) -> str:
    return quoted(_row(paper, cell).label)


def _row(paper: Paper, cell: CellId) -> Row:
    return paper.tables[cell.table].rows[cell.row]


def _has_figure(paper: Paper, cell: CellId) -> bool:
    return number_at(paper.tables, cell) is not None


def _figure(paper: Paper, cell: CellId) -> Number:
    number = number_at(paper.tables, cell)
    assert number is not None, "only a printed figure is told"
    return number

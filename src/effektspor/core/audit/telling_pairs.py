"""Two rows that differ told as a finding: both places, both figures and both repairs, for the paper cannot tell."""

from collections.abc import Sequence

from effektspor.core.audit.diagnosis import Cause
from effektspor.core.audit.equations import CellId, Equation, number_at
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.words import listed, quoted
from effektspor.core.document import Table
from effektspor.core.finding import Finding, Place, Verdict


def tell_pair(paper: Paper, cause: Cause, code: str) -> Finding:
    """Return the finding of a pair of rows that differ; what differs with it, such as their totals, is related."""
    differing = sorted((each for each in cause.failing if each.group == cause.main.group), key=lambda each: each.result)
    ones, others = [each.result for each in differing], [_other(each) for each in differing]
    return Finding(
        code=code,
        verdict=Verdict.ASK,
        place=_place(paper, ones[0]),
        related=_related(paper, cause, ones[0], others[0]),
        table=ones[0].table,
        row=ones[0].row,
        columns=tuple(paper.tables[cell.table].columns[cell.column] for cell in ones),
        stated=_plain(paper, ones[0]),
        computed=_plain(paper, others[0]),
        message=f"{_named(paper, ones[0])} er {_figures(paper, ones, ones)}, "
        f"men {_named(paper, others[0])} er {_figures(paper, others, ones)}.",
        remedy=f"Ret enten {_named(paper, ones[0])} til {_figures(paper, others, ones)}, "
        f"eller {_named(paper, others[0])} til {_figures(paper, ones, ones)}.",
    )


def name_of(table: Table) -> str:
    """Return what a reader finds a table by: its caption, else where it stands."""
    return quoted(table.caption) if table.caption else f"tabellen på {table.place.danish()}"


def _other(stated: Equation) -> CellId:
    ((other, _),) = stated.parts
    return other


def _related(paper: Paper, cause: Cause, own: CellId, other: CellId) -> tuple[Place, ...]:
    cells = [other, *(cell for each in cause.failing for cell in each.cells)]
    return tuple(dict.fromkeys(place for cell in cells if (place := _place(paper, cell)) != _place(paper, own)))


def _named(paper: Paper, cell: CellId) -> str:
    table = paper.tables[cell.table]
    return f"{quoted(table.rows[cell.row].label)} i {name_of(table)}"


def _figures(paper: Paper, figures: Sequence[CellId], columns: Sequence[CellId]) -> str:
    """Return "−1.650 i 2019 og 2020", or "90 i 2024 og 190 i 2025" where the figures differ."""
    names: dict[str, list[str]] = {}
    for figure, column in zip(figures, columns, strict=True):
        number = number_at(paper.tables, figure)
        assert number is not None, "only printed figures differ"
        names.setdefault(number.danish(), []).append(paper.tables[column.table].columns[column.column])
    return " og ".join(f"{printed} i {listed(where)}" for printed, where in names.items())


def _plain(paper: Paper, cell: CellId) -> str | None:
    number = number_at(paper.tables, cell)
    return number.plain() if number else None


def _place(paper: Paper, cell: CellId) -> Place:
    return paper.tables[cell.table].rows[cell.row].place

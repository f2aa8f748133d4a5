"""Laying what was read beside the truth: which table is which, which row is which, and whether its figures stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from benchmarks.audit.model import Column, Figure, Paper, Row, Table


@dataclass
class Alignment:
    """Read tables and rows by the truth's; `read` are the true rows whose figures all stand in their columns."""

    tables: dict[str, int] = field(default_factory=dict)
    rows: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    read: set[tuple[int, int]] = field(default_factory=set)


def norm(text: str) -> str:
    """Return letters and digits only, in lower case."""
    return re.sub(r"[^0-9a-zæøå§]", "", text.lower())


def align(paper: Paper, tables: tuple[Any, ...]) -> Alignment:
    """Lay the read tables beside a paper's own, in order; one true table may have been read as several."""
    found = Alignment()
    for table, number in zip(tables, _assign(paper, tables), strict=True):
        found.tables[table.id] = number
    for number, true_table in enumerate(paper.tables):
        _align_rows(found, number, true_table, [table for table in tables if found.tables[table.id] == number])
    return found


def _assign(paper: Paper, tables: tuple[Any, ...]) -> list[int]:
    """Return a true table for each read one, never going back, so that most rows agree."""
    true_tables = [_keys(table) for table in paper.tables]
    best = [(0.0, [])] * len(true_tables)  # type: list[tuple[float, list[int]]]
    for table in tables:
        labels = {norm(row.label) for row in table.rows} - {""}
        likeness = [_likeness(labels, keys) for keys in true_tables]
        best = [_step(best, number, likeness[number]) for number in range(len(true_tables))]
    return max(best, key=lambda entry: entry[0])[1] if best else [0] * len(tables)


def _likeness(labels: set[str], keys: set[str]) -> float:
    """Return the labels in common; of two tables with the same in common the one that has little else is nearer."""
    common = len(labels & keys)
    return common + common / len(labels | keys) / 2 if common else 0.0


def _step(best: list[tuple[float, list[int]]], number: int, likeness: float) -> tuple[float, list[int]]:
    score, path = max(best[: number + 1], key=lambda entry: entry[0])
    return score + likeness, [*path, number]


def _keys(table: Table) -> set[str]:
    return {norm(row.label) for row in table.rows}


def _align_rows(found: Alignment, number: int, table: Table, read_tables: list[Any]) -> None:
    free = [(read, index) for read in read_tables for index in range(len(read.rows))]
    for row_number, row in enumerate(table.rows):
        for exact in (True, False):
            here = next((at for at in free if _same(row, at[0].rows[at[1]], exact)), None)
            if here is not None:
                break
        if here is None:
            continue
        free.remove(here)
        read, index = here
        found.rows[read.id, index] = (number, row_number)
        if figures_stand(table, row, read, read.rows[index]):
            found.read.add((number, row_number))


def _same(row: Row, read: Any, exact: bool) -> bool:
    """Whether two rows are the same by their labels, or (not exact) one label goes on in the other."""
    mine, theirs = norm(row.label), norm(read.label)
    if exact or not theirs:
        return mine == theirs
    return mine.startswith(theirs) or theirs.startswith(mine) or mine in theirs


def figures_stand(table: Table, row: Row, read_table: Any, read: Any) -> bool:
    """Whether a row's figures all were read, in their order and under their heads; percentages may be left out."""
    kept = [i for i, column in enumerate(table.columns) if column.role != "pct"]
    for columns in (kept, list(range(len(table.columns)))):
        if len(columns) == len(read.cells) and _heads_stand(table, columns, read_table.columns):
            return all(_cell_stands(row, i, cell) for i, cell in zip(columns, read.cells, strict=True))
    return False


def _heads_stand(table: Table, columns: list[int], names: tuple[str, ...]) -> bool:
    return all(head_is(table.columns[i], name) for i, name in zip(columns, names, strict=True))


def head_is(column: Column, name: str) -> bool:
    """Whether a read column name is a column's head, perhaps with its group before it."""
    mine, theirs = norm(column.head), norm(name)
    return bool(theirs) and (mine in theirs or theirs in mine)


def _cell_stands(row: Row, col: int, cell: Any) -> bool:
    true: list[Figure] = [row.figures[col]]
    if row.second is not None:
        true.append(row.second[col])
    read = [_decimal(number) for number in cell.numbers] or [None]
    return read == true if row.second is not None and any(true) else read[:1] == true[:1]


def _decimal(number: Any) -> Decimal | None:
    try:
        return None if number is None else Decimal(number.plain())
    except InvalidOperation:
        return None

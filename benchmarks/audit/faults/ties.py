"""Faults between tables: twins that differ, a unit against the rest of the paper, a year that is missing."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from benchmarks.audit.faults.arithmetic import add_through, holds, is_fault
from benchmarks.audit.faults.cells import digit_slips, transpositions
from benchmarks.audit.faults.truth import Fault, Spot, places, sentence_spot, whole
from benchmarks.audit.figures import KR, MIO, TKR, Unit, plain
from benchmarks.audit.model import Paper, Pos, Relation

OTHER_UNITS = {
    TKR: (("mio. kr.", MIO), ("kr.", KR)),
    MIO: (("1.000 kr.", TKR), ("t.kr.", TKR)),
    KR: (("1.000 kr.", TKR),),
}


def plant_twin(paper: Paper, rng: Random) -> Fault | None:
    """Change a line in one of two tables, and its sums there, so that each adds up and they differ."""
    ties = [r for r in paper.relations if r.kind == "twin" and paper.at(r.result) and paper.at(r.terms[0][1])]
    rng.shuffle(ties)
    for tie in ties:
        pos = rng.choice(tie.cells)
        old = paper.at(pos)
        assert old is not None, "only printed figures are chosen"
        new = _clear_slip(paper, rng, tie, pos, old)
        if new is not None:
            changed = add_through(paper, pos, new - old)
            return _fault(paper, pos, changed, old, new)
    return None


def _clear_slip(paper: Paper, rng: Random, tie: Relation, pos: Pos, old: Decimal) -> Decimal | None:
    """Return a slip of a digit or two that puts the tie off beyond rounding."""
    options = digit_slips(rng, old) + transpositions(rng, old)
    unit = Decimal(1).scaleb(int(old.as_tuple().exponent))
    clear = [new for new in options if abs(new - old) >= 4 * unit]
    return rng.choice(clear) if clear else None


def _fault(paper: Paper, pos: Pos, changed: list[Pos], old: Decimal, new: Decimal) -> Fault:
    table = paper.tables[pos.table]
    assert all(holds(paper, r) for r in paper.relations if r.kind == "sum"), "each table still adds up"
    assert any(is_fault(paper, r) for r in paper.relations if r.kind == "twin"), "the twins differ"
    label, column = table.rows[pos.row].label, table.columns[pos.col].name
    return Fault("twin", "line", pos.table, pos.row, label, (column,), plain(new), plain(old), places(paper, changed))


def plant_unit(paper: Paper, rng: Random, kind: str = "unit") -> Fault | None:
    """State another unit in a head than the prose or a tied table allows."""
    against_prose = _prose_ties(paper)
    against_tables = _table_ties(paper)
    first, second = (against_prose, against_tables) if kind == "unit" else (against_tables, against_prose)
    for candidates in (first, second):
        if candidates:
            table, others = rng.choice(candidates)
            return _restate(paper, rng, table, others, kind)
    return None


def _prose_ties(paper: Paper) -> list[tuple[int, list[Spot]]]:
    facts = [s for s in paper.sentences if s.role == "fact" and s.about is not None and _says_unit(paper, s.about)]
    return [(s.about, [sentence_spot(paper, s)]) for s in facts if s.about is not None]


def _table_ties(paper: Paper) -> list[tuple[int, list[Spot]]]:
    """Return pairs of tables with tied figures, both of which state their unit."""
    pairs = {
        (r.result.table, pos.table) for r in paper.relations for _, pos in r.terms if r.kind in ("twin", "carried")
    }
    clear = sorted((a, b) for a, b in pairs if _says_unit(paper, a) and _says_unit(paper, b))
    return [(rng_pair[0], [whole(rng_pair[1])]) for rng_pair in clear]


def _says_unit(paper: Paper, table: int) -> bool:
    return paper.tables[table].layout.unit_at != "none"


def _restate(paper: Paper, rng: Random, index: int, others: list[Spot], kind: str) -> Fault:
    table = paper.tables[index]
    old = table.unit
    text, ore = rng.choice(OTHER_UNITS[old.ore])
    table.style = table.style.with_unit(Unit(text, ore, old.decimals))
    return Fault(kind, "head unit", index, None, None, (), text, old.text, (whole(index), *others))


def plant_year_missing(paper: Paper, rng: Random) -> Fault | None:
    """Leave out a year in the middle of a table whose twin has it."""
    twins = sorted({(r.result.table, r.terms[0][1].table) for r in paper.relations if r.kind == "twin"})
    pairs = [(a, b) for a, b in twins if _only_years(paper, a)]
    if not pairs:
        return None
    index, other = rng.choice(pairs)
    table = paper.tables[index]
    col = rng.randint(1, len(table.columns) - 2)
    head = table.columns.pop(col).head
    for row in table.rows:
        row.figures.pop(col)
    paper.relations = [r for r in paper.relations if all(pos.table != index for pos in r.cells)]
    return Fault("year_missing", "middle", index, None, None, (head,), None, head, (whole(index), whole(other)))


def _only_years(paper: Paper, index: int) -> bool:
    columns = paper.tables[index].columns
    return len(columns) > 3 and all(column.year is not None for column in columns)

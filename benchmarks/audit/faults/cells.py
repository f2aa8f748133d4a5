"""Faults of one printed figure: a digit, two digits, the sign, the size, a total computed wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random

from benchmarks.audit.faults.arithmetic import is_fault, put, relations_at
from benchmarks.audit.faults.truth import Fault, places
from benchmarks.audit.figures import plain
from benchmarks.audit.model import Paper, Pos, Relation

Slip = Callable[[Random, Decimal], list[Decimal]]


def _digits(value: Decimal) -> tuple[list[int], int]:
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int), "a printed figure is finite"
    return list(digits), exponent


def _number(value: Decimal, digits: list[int]) -> Decimal:
    return Decimal((value.as_tuple().sign, tuple(digits), _digits(value)[1]))


def digit_slips(rng: Random, value: Decimal) -> list[Decimal]:
    """Return the figure with one digit changed; it keeps its length and does not become nothing."""
    digits, _ = _digits(value)
    slips = []
    for at, old in enumerate(digits):
        for new in range(1 if at == 0 else 0, 10):
            if new != old:
                slips.append(_number(value, [*digits[:at], new, *digits[at + 1 :]]))
    return [slip for slip in slips if slip != 0]


def transpositions(rng: Random, value: Decimal) -> list[Decimal]:
    """Return the figure with two neighbouring, different digits swapped."""
    digits, _ = _digits(value)
    slips = []
    for at in range(len(digits) - 1):
        swapped = [*digits[:at], digits[at + 1], digits[at], *digits[at + 2 :]]
        if digits[at] != digits[at + 1] and swapped[0] != 0:
            slips.append(_number(value, swapped))
    return slips


def sign_slips(rng: Random, value: Decimal) -> list[Decimal]:
    return [-value] if value else []


def scale_slips(rng: Random, value: Decimal) -> list[Decimal]:
    """Return the figure ten or a thousand times as large, or as small where it then still prints exactly."""
    exponent = Decimal(1).scaleb(_digits(value)[1])
    larger = [(value * factor).quantize(exponent) for factor in (10, 1000)]
    smaller = [value / factor for factor in (10, 1000) if value % (factor * exponent) == 0]
    return [slip for slip in (*larger, *(x.quantize(exponent) for x in smaller)) if slip]


SLIPS: dict[str, Slip] = {
    "digit": digit_slips,
    "transposition": transpositions,
    "sign": sign_slips,
    "scale": scale_slips,
}


def plant_slip(paper: Paper, rng: Random, kind: str, slip: Slip, relations: list[Relation]) -> Fault | None:
    """Plant a slip in a figure of one of the relations, where a relation then is off beyond rounding.

    In difference columns the result is wrong, in columns of row totals mostly; elsewhere any figure may be.
    """
    results_only = kind == "difference" or (kind == "row_total" and rng.random() < 0.7)
    among = [(relation.result,) if results_only else relation.cells for relation in relations]
    cells = sorted({pos for chosen in among for pos in chosen if paper.at(pos)})
    rng.shuffle(cells)
    for pos in cells:
        value = paper.at(pos)
        assert value is not None, "only printed figures are chosen"
        options = [new for new in slip(rng, value) if _shows(paper, pos, new, relations)]
        if options:
            return plant(paper, pos, rng.choice(options), kind, slip.__name__)
    return None


def _shows(paper: Paper, pos: Pos, new: Decimal, relations: list[Relation]) -> bool:
    """Whether a new figure would put one of the relations off beyond what rounding explains."""
    old = paper.at(pos)
    put(paper, pos, new)
    shown = any(is_fault(paper, relation) for relation in relations if pos in relation.cells)
    put(paper, pos, old)
    return shown


def plant(paper: Paper, pos: Pos, new: Decimal, kind: str, variant: str) -> Fault:
    """Print a figure wrong and return the truth."""
    old = paper.at(pos)
    put(paper, pos, new)
    table = paper.tables[pos.table]
    label, column = table.rows[pos.row].label, table.columns[pos.col].name
    return Fault(kind, variant, pos.table, pos.row, label, (column,), plain(new), plain(old), places(paper, [pos]))


def sums(paper: Paper, *kinds: str) -> list[Relation]:
    """Return the paper's relations of some kinds, of those where something is printed."""
    return [r for r in paper.relations if r.kind in kinds and any(paper.at(pos) for pos in r.cells)]


def plant_total(paper: Paper, rng: Random) -> Fault | None:
    """Print a total that leaves a row out, or that is the column's to the left."""
    relations = sums(paper, "sum")
    rng.shuffle(relations)
    for relation in relations:
        options = [(v, n) for v, n in _wrong_totals(paper, relation) if _shows(paper, relation.result, v, [relation])]
        if options:
            value, variant = rng.choice(options)
            return plant(paper, relation.result, value, "total", variant)
    return None


def _wrong_totals(paper: Paper, relation: Relation) -> Iterator[tuple[Decimal, str]]:
    total = paper.at(relation.result)
    if total is None or len(relation.terms) < 2:
        return
    for k, pos in relation.terms:
        if paper.at(pos):
            yield total - k * (paper.at(pos) or 0), "row left out"
    left = relation.result._replace(col=relation.result.col - 1)
    if left.col >= 0 and any(r.result == left and r.kind == "sum" for r in relations_at(paper, left)):
        value = paper.at(left)
        if value is not None:
            yield value, "total of another year"

"""The classes of faults, and a clean and a faulty version of the same paper."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random

from benchmarks.audit.faults import cells, proposals, ties, words
from benchmarks.audit.faults.arithmetic import broken
from benchmarks.audit.faults.truth import Fault
from benchmarks.audit.model import Paper
from benchmarks.audit.papers import make_paper

NEXT = 1_000_003

MAIN = ("digit", "total", "sign", "scale", "transposition", "twin")
FURTHER = ("unit", "flow", "row_total", "difference", "net_note", "year_missing", "footnote", "numbering")
# What the figures of a business case mean; planted beside the others, so that a seed's class stays what it was.
PROPOSAL = ("payback", "key", "area")
CLASSES = MAIN + FURTHER + PROPOSAL


def _slip(kind: str) -> Callable[[Paper, Random], Fault | None]:
    def plant(paper: Paper, rng: Random) -> Fault | None:
        return cells.plant_slip(paper, rng, kind, cells.SLIPS[kind], cells.sums(paper, "sum"))

    return plant


def _related(kind: str) -> Callable[[Paper, Random], Fault | None]:
    """Return a planter of digit, sign and transposition slips around one kind of relation."""

    def plant(paper: Paper, rng: Random) -> Fault | None:
        slip = cells.SLIPS[rng.choice(("digit", "digit", "transposition", "sign") if kind != "flow" else ("digit",))]
        return cells.plant_slip(paper, rng, kind, slip, cells.sums(paper, kind))

    return plant


def _scale(paper: Paper, rng: Random) -> Fault | None:
    if rng.random() < 0.2:
        fault = ties.plant_unit(paper, rng, "scale")
        if fault:
            return fault
    return _slip("scale")(paper, rng)


PLANTERS: dict[str, Callable[[Paper, Random], Fault | None]] = {
    "digit": _slip("digit"),
    "total": cells.plant_total,
    "sign": _slip("sign"),
    "scale": _scale,
    "transposition": _slip("transposition"),
    "twin": ties.plant_twin,
    "unit": ties.plant_unit,
    "flow": _related("flow"),
    "row_total": _related("row_total"),
    "difference": _related("difference"),
    "net_note": words.plant_net_note,
    "year_missing": ties.plant_year_missing,
    "footnote": words.plant_footnote,
    "numbering": words.plant_numbering,
    "payback": proposals.plant_payback,
    "key": proposals.plant_key,
    "area": proposals.plant_area,
}


def class_of(seed: int) -> str:
    """Return the class a seed's faulty paper has: all main and further classes in turn."""
    return (MAIN + FURTHER)[seed % len(MAIN + FURTHER)]


def proposal_class_of(seed: int) -> str:
    """Return the class of a seed's second faulty paper, a fault of a business case."""
    return PROPOSAL[seed % len(PROPOSAL)]


def make_pair(seed: int, kind: str | None = None) -> tuple[Paper, Paper, Fault]:
    """Return a clean paper, the same with one fault, and the truth.

    Where a seed's paper has no place for the class, the next paper in a fixed order is taken.
    """
    chosen = kind or class_of(seed)
    for attempt in range(200):
        clean = make_paper(seed + attempt * NEXT)
        assert not broken(clean), f"paper {clean.seed} is not clean"
        faulty = deepcopy(clean)
        fault = PLANTERS[chosen](faulty, Random(clean.seed * 31 + CLASSES.index(chosen)))
        if fault:
            return clean, faulty, fault
    raise AssertionError(f"no paper near seed {seed} has a place for {chosen}")

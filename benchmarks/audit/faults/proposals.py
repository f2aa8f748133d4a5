"""Faults of what a business case's figures mean: its payback, its allocation keys, its control areas."""

from __future__ import annotations

import re
from random import Random

from benchmarks.audit.faults.truth import Fault, Spot
from benchmarks.audit.model import Paper

_AREAS = {"service": "overførsler", "overførsler": "service"}
# Rounding and another way of counting may move a payback a year; keys are printed in whole per cent.
_LEAST_YEARS, _LEAST_KEY_PCT = 2, 10


def plant_payback(paper: Paper, rng: Random) -> Fault | None:
    """Print a payback that is several years too long or too short."""
    rows = [(t, r) for t, table in enumerate(paper.tables) for r, row in enumerate(table.rows) if row.kind == "payback"]
    if not rows:
        return None
    table, index = rng.choice(rows)
    row = paper.tables[table].rows[index]
    old = row.text
    years = int(old.split()[0])
    most = max(_LEAST_YEARS, years // 2) + 1
    row.text = f"{years + rng.randint(most, most + 3)} år"
    return _fault("payback", paper, (table, index), row.text, old)


def plant_key(paper: Paper, rng: Random) -> Fault | None:
    """Move a part of one committee's key to another's: the keys make a hundred, the amounts do not follow."""
    tables = [t for t, table in enumerate(paper.tables) if table.kind == "allocation" and len(_keyed(paper, t)) > 1]
    if not tables:
        return None
    table = rng.choice(tables)
    one, other = rng.sample(_keyed(paper, table), 2)
    rows = paper.tables[table].rows
    old, second = (int(rows[at].key.split()[0]) for at in (one, other))
    moved = rng.choice((_LEAST_KEY_PCT, -_LEAST_KEY_PCT))
    if min(old + moved, second - moved) <= 0:
        return None
    rows[one].key, rows[other].key = f"{old + moved} %", f"{second - moved} %"
    fault = _fault("key", paper, (table, one), rows[one].key, f"{old} %")
    return Fault(**{**vars(fault), "places": (*fault.places, Spot(table, other, rows[other].label))})


def plant_area(paper: Paper, rng: Random) -> Fault | None:
    """Call the sum under a table of one control area after the other."""
    tables = [t for t, table in enumerate(paper.tables) if table.kind == "permanent_changes"]
    if not tables:
        return None
    table = rng.choice(tables)
    rows = paper.tables[table].rows
    old = rows[-1].label
    match = re.search(r"(service|overførsler)$", old)
    if match is None:
        return None
    rows[-1].label = f"{old[: match.start()]}{_AREAS[match[1]]}"
    return _fault("area", paper, (table, len(rows) - 1), rows[-1].label, old)


def _keyed(paper: Paper, table: int) -> list[int]:
    return [at for at, row in enumerate(paper.tables[table].rows) if row.key and row.kind == "row"]


def _fault(kind: str, paper: Paper, at: tuple[int, int], stated: str, true: str) -> Fault:
    table, row = at
    label = paper.tables[table].rows[row].label
    return Fault(kind, kind, table, row, label, (), stated, true, (Spot(table, row, label),))

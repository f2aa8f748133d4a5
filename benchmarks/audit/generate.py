"""`python -m benchmarks.audit.generate --seed 1 --count 20 --formats txt,html,docx,xlsx,pdf --out DIR`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from benchmarks.audit.faults.plant import CLASSES, make_pair
from benchmarks.audit.faults.truth import Fault
from benchmarks.audit.figures import plain
from benchmarks.audit.grid import caption
from benchmarks.audit.model import Paper, Row, Table
from benchmarks.audit.writers.formats import WRITERS, suffix, writer


def main() -> None:
    """Write clean and faulty papers in the formats asked for, and a truth.json for each pair."""
    options = _options()
    for seed in range(options.seed, options.seed + options.count):
        write_pair(seed, options.fault, options.formats.split(","), Path(options.out))


def write_pair(seed: int, kind: str | None, formats: list[str], out: Path) -> None:
    """Write one seed's folder: clean.*, faulty.* and truth.json."""
    clean, faulty, fault = make_pair(seed, kind)
    folder = out / f"{seed:05d}"
    folder.mkdir(parents=True, exist_ok=True)
    for name in formats:
        for stem, paper in (("clean", clean), ("faulty", faulty)):
            (folder / f"{stem}{suffix(name)}").write_bytes(writer(name)(paper))
    text = json.dumps(truth(clean, fault), ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "truth.json").write_text(text + "\n", encoding="utf-8")


def truth(clean: Paper, fault: Fault) -> dict[str, Any]:
    """Return the truth of a pair: the fault, and the clean paper's tables."""
    tables = [_table(table) for table in clean.tables]
    return {"seed": clean.seed, "kind": clean.kind, "fault": fault.as_json(), "tables": tables}


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": table.kind,
        "caption": table.title if table.layout.title_row else caption(table),
        "unit": None if table.layout.unit_at == "none" else table.unit.text,
        "price_level": table.price_level or None,
        "columns": [column.name for column in table.columns],
        "rows": [_row(row) for row in table.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    values: list[Any] = [plain(figure) for figure in row.figures]
    if row.second is not None:
        values = [[value, plain(lower)] for value, lower in zip(values, row.second, strict=True)]
    return {"label": row.label, "kind": row.kind, "number": row.number or None, "values": values}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.audit.generate")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--formats", default="txt", help=f"of {','.join(WRITERS)}")
    parser.add_argument("--fault", choices=CLASSES, help="plant this class instead of all in turn")
    parser.add_argument("--out", required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()

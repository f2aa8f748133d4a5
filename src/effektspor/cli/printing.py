"""Papers and findings as the command prints them: JSON after CONTRACT, or Danish lines."""

import json
from typing import Any

from effektspor.app.ports import Reading
from effektspor.core.document import Cell, Relation, Row, Table
from effektspor.core.finding import Finding

_Json = dict[str, Any]


def audit_as_json(readings: list[tuple[str, Reading]]) -> str:
    """Return the answer of `audit --json`: keys sorted, no spaces, one newline at the end."""
    return canonical_json({"documents": [_document(path, reading) for path, reading in readings]})


def canonical_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def reading_as_text(path: str, reading: Reading) -> str:
    """Return the findings of a paper as Danish lines: place, code, verdict, what is wrong, what to do."""
    count = len(reading.document.tables)
    tables = "1 tabel" if count == 1 else f"{count} tabeller"
    findings = [line for finding in reading.findings for line in finding_lines(path, finding)]
    return "\n".join([f"{path}: {tables}, {len(reading.findings)} fund", *findings]) + "\n"


def finding_lines(path: str, finding: Finding) -> list[str]:
    """Return a finding as two Danish lines: where, code, verdict and what is wrong; then what to do."""
    place = " › ".join(part for part in (path, finding.place.danish()) if part)
    return [f"{place}: {finding.code} {finding.verdict.danish}: {finding.message}", f"  {finding.remedy}"]


def _document(path: str, reading: Reading) -> _Json:
    return {
        "path": path,
        "tables": [_table(table) for table in reading.document.tables],
        "findings": [finding_as_json(finding) for finding in reading.findings],
    }


def _table(table: Table) -> _Json:
    answer: _Json = {
        "id": table.id,
        "place": table.place.as_json(),
        "caption": table.caption,
        "unit": table.unit,
        "price_level": table.price_level,
        "columns": list(table.columns),
        "rows": [_row(row) for row in table.rows],
        "relations": [_relation(relation) for relation in table.relations],
    }
    return answer | ({"column_units": list(table.column_units)} if table.column_units else {})


def _row(row: Row) -> _Json:
    answer: _Json = {
        "place": row.place.as_json(),
        "label": row.label,
        "kind": row.kind.value,
        "values": [_value(cell) for cell in row.cells],
    }
    # A footnote mark belongs to the printed page, not to the number of the row.
    number = row.number.rstrip("* ") if row.number else None
    beside = {"number": number, "category": row.category, "key_pct": row.key_pct, "text": row.text,
              "line": row.place.line}  # fmt: skip
    return answer | {name: value for name, value in beside.items() if value is not None}


def _value(cell: Cell) -> str | list[str | None] | None:
    values = [number.plain() if number else None for number in cell.numbers]
    if len(values) > 1:
        return values
    return values[0] if values else None


def _relation(relation: Relation) -> _Json:
    return {
        "kind": relation.kind.value,
        "result": list(relation.result),
        "parts": [list(part) for part in relation.parts],
        "holds": relation.holds,
    }


def finding_as_json(finding: Finding) -> _Json:
    """Return a finding after CONTRACT, FINDING."""
    return {
        "code": finding.code,
        "verdict": finding.verdict.value,
        "place": finding.place.as_json(),
        "related": [place.as_json() for place in finding.related],
        "table": finding.table,
        "columns": list(finding.columns),
        "stated": finding.stated,
        "computed": finding.computed,
        "message": finding.message,
        "remedy": finding.remedy,
    }

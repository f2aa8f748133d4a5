"""Tables as templates print them: texts, and what kind of row each is."""

import re
from typing import Any

from effektspor.core.document import Row, RowKind, Table
from effektspor.reports.printed import PaperSection, TextTable
from effektspor.reports.sentence import one_line

_NBSP = "\u00a0"
_UNPARTED = re.compile(r"(?<=§) | (?=(?:pct|mio|mia|kr)\.)|(?<=\d) (?=(?:år|p/l)\b)")
_BULLETS = ("• ", "- ", "– ")
_SUMS = (RowKind.SUBTOTAL, RowKind.TOTAL, RowKind.NET)


def table_fields(table: Table, category_head: str = "Styringsområde") -> dict[str, Any]:
    """Return a table of amounts: its heads, its rows, and which columns of words it has."""
    rows = [row_fields(row) for row in table.rows]
    return {
        "caption": table.caption or "",
        "unit": unit_words(table),
        "columns": [{"name": name, "unit": _own_unit(table, at)} for at, name in enumerate(table.columns)],
        "rows": rows,
        "width": len(table.columns),
        "number_head": "Nr." if any(row["number"] for row in rows) else "",
        "category_head": category_head if any(row["category"] for row in rows) else "",
        "key_head": "Fordelingsnøgle" if any(row["key"] for row in rows) else "",
        "text_head": table.text_head or "",
        "has_text": any(row["text"] for row in rows),
        "notes": [note.text for note in table.footnotes],
    }


def row_fields(row: Row) -> dict[str, Any]:
    """Return a row; where it has words instead of amounts ("2 år") they stand `beside` its label."""
    beside = row.text if row.empty and row.kind is RowKind.ROW else None
    return {
        "number": row.number or "",
        "label": bound(row.label),
        "category": row.category or "",
        "key": row.key_pct or "",
        "cells": [cell.text for cell in row.cells],
        "text": "" if beside else one_line(row.text or ""),
        "beside": one_line(beside or ""),
        "heading": row.kind is RowKind.HEADING,
        "sum": row.kind in _SUMS and not _is_last(row),
        "total": _is_last(row),
    }


def section_fields(section: PaperSection) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "lines": [line_fields(line) for line in section.lines],
        "tables": [table_fields(table) for table in section.tables],
        "text_tables": [text_table_fields(table) for table in section.text_tables],
    }


def line_fields(text: str) -> dict[str, Any]:
    """Return a line of text; one that begins as a point of a list is a `bullet`."""
    bullet = text.startswith(_BULLETS)
    return {"text": bound(text[2:].strip() if bullet else text), "bullet": bullet}


def text_table_fields(table: TextTable) -> dict[str, Any]:
    return {"heads": list(table.heads), "rows": [[one_line(cell) for cell in row] for row in table.rows]}


def unit_words(table: Table) -> str:
    """Return the unit and the price level of a table: "1.000 kr., 2018 p/l"."""
    return ", ".join(words for words in (table.unit or "", price_level_words(table.price_level)) if words)


def price_level_words(level: str | None) -> str:
    """Return "2018 p/l", or what is stated where it is no year."""
    said = one_line(level or "")
    return f"{said} p/l" if said.isdigit() else said


def bound(text: str) -> str:
    """Return a text on one line in which no line ends between a section sign or a number and what it is of."""
    return _UNPARTED.sub(_NBSP, one_line(text))


def _own_unit(table: Table, column: int) -> str:
    return (table.column_units[column] if table.column_units else None) or ""


def _is_last(row: Row) -> bool:
    return row.kind in (RowKind.TOTAL, RowKind.NET)

"""The annex to a catalogue as an Excel sheet: all groups under one head, their sums as formulas."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from effektspor.core.document import RowKind, Table
from effektspor.reports.annex_tables import INVESTMENT, NET
from effektspor.reports.catalogue_annex import CatalogueAnnex
from effektspor.reports.printed import release
from effektspor.reports.sheet import Sheet, SheetColumn, SheetRow, SheetSum, SheetValue, shifted
from effektspor.reports.sheet_file import render_sheets
from effektspor.reports.table_fields import unit_words

_WORDS = (SheetColumn("Nr.", 22), SheetColumn("Omprioriteringsforslag", 62))
_AREAS = (SheetColumn("Styringsområde", 40),)
_SIGN = "Besparelser er angivet med minus."


def render_annex_xlsx(paper: CatalogueAnnex) -> bytes:
    """Return the annex as xlsx. Raises PaperNotReleased when it does not pass our own checks."""
    released = release(paper)
    return render_sheets(annex_sheets(released), released.made_on)


def annex_sheets(paper: CatalogueAnnex) -> tuple[Sheet, ...]:
    """Return the catalogue as one sheet, and another with its control areas where they are known."""
    catalogue = _sheet("Katalog", paper, (*paper.groups, paper.summaries[0]), _WORDS, paper.released.marks)
    begins = _begins((*paper.groups, paper.summaries[0]))
    whole = replace(catalogue, sums=(*catalogue.sums, *_sums_of_all(paper, begins)))
    return (whole, *(_sheet("Styringsområder", paper, (areas,), _AREAS) for areas in paper.summaries[1:]))


def _sheet(
    name: str,
    paper: CatalogueAnnex,
    tables: Sequence[Table],
    words: tuple[SheetColumn, ...],
    marks: tuple[str, ...] = (),
) -> Sheet:
    """The tables under one head, each under its own heading."""
    begins = _begins(tables)
    width = len(words)
    return Sheet(
        name=name,
        title=paper.title,
        lines=(f"Beløb i {unit_words(tables[0])}. {_SIGN}", *marks),
        columns=(*words, *map(SheetColumn, tables[0].columns)),
        rows=tuple(row for table in tables for row in _rows(table, width)),
        sums=tuple(shifted(added, begins[table.id]) for table in tables for added in _sums_within(paper, table, width)),
        notes=tuple(note.text for table in tables for note in table.footnotes),
    )


def _begins(tables: Sequence[Table]) -> dict[str, int]:
    """The row each table's own rows begin in, under its heading."""
    begins, at = {}, 0
    for table in tables:
        begins[table.id] = at + 1
        at += 1 + len(table.rows)
    return begins


def _rows(table: Table, width: int) -> Iterator[SheetRow]:
    blank: tuple[SheetValue, ...] = tuple(None for _ in table.columns)
    yield SheetRow((*_padded(table.caption or "", width), *blank), RowKind.HEADING)
    for row in table.rows:
        words = _padded(row.label, width, row.number or "")
        yield SheetRow((*words, *(cell.number for cell in row.cells)), row.kind)


def _padded(label: str, width: int, number: str = "") -> tuple[str, ...]:
    return (number, label) if width == len(_WORDS) else (label,)


def _sums_within(paper: CatalogueAnnex, table: Table, width: int) -> Iterator[SheetSum]:
    """The sums of a group's own rows, and of the control areas."""
    for result, parts in paper.parts_of(table).items():
        for at in range(width, width + len(table.columns)):
            yield SheetSum((result, at), tuple((part, at) for part in parts))


def _sums_of_all(paper: CatalogueAnnex, begins: dict[str, int]) -> Iterator[SheetSum]:
    """What all groups come to is the sum of what each comes to."""
    whole = paper.summaries[0]
    for index, row in enumerate(whole.rows):
        parts = [
            begins[group.id] + at
            for group in paper.groups
            for at, each in enumerate(group.rows)
            if each.label == row.label and each.label in (INVESTMENT, NET) and each.number is None
        ]
        for column in range(len(whole.columns)):
            at = column + len(_WORDS)
            yield SheetSum((begins[whole.id] + index, at), tuple((part, at) for part in parts))

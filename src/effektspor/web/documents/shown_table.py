"""A table as a page shows it: its figures with what is found at them, what they are made of, and what lights up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from effektspor.core.document import Cell, RowKind, Table
from effektspor.web.documents.lit import Cells, Position, cell_name, explained_cells, lit_cells
from effektspor.web.documents.numbered import NumberedFinding, row_anchor

_LONG_TEXT = 60
_ROW_CLASSES = {RowKind.SUBTOTAL: "sub", RowKind.TOTAL: "sum", RowKind.NET: "net", RowKind.PART: "part in",
                RowKind.HEADING: "sub"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownCell:
    text: str
    finding: NumberedFinding | None
    opens: str
    css: str

    @property
    def plain(self) -> bool:
        """Whether it is a figure and no more, as nearly all of a long paper's are: they are what takes its time."""
        return self.finding is None and not self.opens


@dataclass(frozen=True, slots=True)
class ShownRow:
    label: str
    number: str
    category: str
    key_pct: str
    text: str
    css: str
    heading: bool
    cells: tuple[ShownCell, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table as it reads; the flags say which columns beside the amounts it has."""

    table: Table
    heads: tuple[tuple[str, str], ...]
    rows: tuple[ShownRow, ...]
    has_number: bool
    has_category: bool
    has_key: bool
    has_text: bool

    @property
    def has_long_text(self) -> bool:
        return any(len(row.text) > _LONG_TEXT for row in self.rows)

    @property
    def caption(self) -> str:
        level = f"{self.table.price_level}-priser" if self.table.price_level else ""
        return ", ".join(part for part in (self.table.unit or "", level) if part)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What the cells of a table are marked with, each by its row and column."""

    findings: Mapping[Position, NumberedFinding]
    related: Cells
    explained: Cells
    lit: Cells
    asked: str


def show_table(table: Table, findings: Iterable[NumberedFinding], asked: str) -> ShownTable:
    """Return a table with its findings at their cells; `asked` names a figure, and what it is made of lights up."""
    marks = _marks(table, [each for each in findings if each.finding.table == table.id], asked)
    return ShownTable(
        table,
        heads=tuple((name, table.unit_of(column) or "") for column, name in enumerate(table.columns)),
        rows=tuple(_row(table, index, marks) for index in range(len(table.rows))),
        has_number=any(row.number for row in table.rows),
        has_category=any(row.category for row in table.rows),
        has_key=any(row.key_pct for row in table.rows),
        has_text=any(row.text for row in table.rows),
    )


def _marks(table: Table, findings: list[NumberedFinding], asked: str) -> _Marks:
    # Of two findings at one cell the first is shown there.
    at = {position: each for each in reversed(findings) for position in _cells_of(table, each)}
    standing = [each for each in findings if not each.dismissed]
    related = frozenset(position for each in standing for position in _related_to(table, each))
    return _Marks(at, related, explained_cells(table), lit_cells(table, asked), asked)


def _columns_of(table: Table, numbered: NumberedFinding) -> list[int]:
    return [column for column, name in enumerate(table.columns) if name in numbered.finding.columns]


def _cells_of(table: Table, numbered: NumberedFinding) -> list[Position]:
    row = numbered.finding.row
    return [] if row is None else [(row, column) for column in _columns_of(table, numbered)]


def _related_to(table: Table, numbered: NumberedFinding) -> Iterator[Position]:
    """Yield the figures that contradict a finding's: those in the rows it names, and those its own are made of."""
    for index, row in enumerate(table.rows):
        if row.place in numbered.finding.related:
            yield from ((index, column) for column in _columns_of(table, numbered))
    for position in _cells_of(table, numbered):
        yield from lit_cells(table, cell_name(table.id, position))


def _row(table: Table, index: int, marks: _Marks) -> ShownRow:
    row = table.rows[index]
    return ShownRow(
        label=row.label,
        number=row.number or "",
        category=row.category or "",
        key_pct=row.key_pct or "",
        text=row.text or "",
        css=_ROW_CLASSES.get(row.kind, ""),
        heading=row.kind is RowKind.HEADING,
        cells=tuple(_cell(table, (index, column), marks) for column in range(len(table.columns))),
        anchor=row_anchor(table.id, index),
    )


def _cell(table: Table, position: Position, marks: _Marks) -> ShownCell:
    cell = table.rows[position[0]].cells[position[1]]
    name = cell_name(table.id, position) if position in marks.explained else ""
    finding = marks.findings.get(position)
    related = finding is None and cell.number is not None and position in marks.related
    asked = bool(name) and name == marks.asked
    return ShownCell(_cell_text(cell), finding, name, _classes(finding, asked, position in marks.lit, related))


def _classes(finding: NumberedFinding | None, asked: bool, lit: bool, related: bool) -> str:
    at = f"es-at es-at--{finding.mark}" if finding else ""
    made_of = "es-asked" if asked else "es-lit" if lit else "es-rel" if related else ""
    return " ".join(each for each in ("n", at, made_of) if each)


def _cell_text(cell: Cell) -> str:
    """A figure in its Danish form with its footnote mark; what could not be read stays as printed."""
    if not cell.numbers:
        return cell.text
    marks = cell.text[len(cell.text.rstrip("*")) :]
    return "\n".join(number.danish() if number else "–" for number in cell.numbers) + marks

"""What the page of one paper shows: its blocks with marked cells, and the findings in the order they are numbered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from effektspor.app.ports import DocumentSummary, Ruling, RulingKind, StoredReading
from effektspor.app.rulings import fingerprints_of
from effektspor.core.document import Cell, Paragraph, Row, RowKind, Table
from effektspor.core.finding import Finding, Place, Verdict
from effektspor.core.number import Number
from effektspor.web.documents.lit import cell_name, explained_cells, lit_cells
from effektspor.web.templatetags.danish import mark

# More lines of prose than this between two tables are folded, so that the tables stand near each other.
_MOST_LINES = 4
_LONGEST_TITLE = 80
_LONG_TEXT = 60
_ROW_CLASSES = {RowKind.SUBTOTAL: "sub", RowKind.TOTAL: "sum", RowKind.NET: "net", RowKind.PART: "part in",
                RowKind.HEADING: "sub"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter: a verdict with its count; `value` is what the address says."""

    label: str
    count: int
    value: str
    verdict: Verdict | None
    current: bool


@dataclass(frozen=True, slots=True)
class NumberedFinding:
    """A finding with its number on the page, and the ruling in force on it."""

    number: int
    finding: Finding
    fingerprint: str
    ruling: Ruling | None
    heading: str
    unit: str
    stated: str
    computed: str

    @property
    def anchor(self) -> str:
        """Where on the page the finding stands: its row, or its line of text."""
        if self.finding.table and self.finding.row is not None:
            return row_anchor(self.finding.table, self.finding.row)
        return f"linje-{self.finding.place.line}"

    @property
    def dismissed(self) -> bool:
        return self.ruling is not None and self.ruling.kind is RulingKind.NOT_A_FAULT

    @property
    def mark(self) -> str:
        """The verdict's name in the stylesheet, or what stands in its place once it is dismissed."""
        return "afgjort" if self.dismissed else mark(self.finding.verdict)

    @property
    def word(self) -> str:
        return RulingKind.NOT_A_FAULT.danish if self.dismissed else self.finding.verdict.danish


@dataclass(frozen=True, slots=True)
class ShownCell:
    text: str
    finding: NumberedFinding | None = None
    related: bool = False
    opens: str = ""
    lit: bool = False


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
class ShownLine:
    text: str
    place: Place
    finding: NumberedFinding | None

    @property
    def title(self) -> bool:
        """A short line without a full stop titles what follows."""
        return len(self.text) <= _LONGEST_TITLE and self.text[-1:] not in ".:;," and " · " not in self.text


@dataclass(frozen=True, slots=True)
class ShownText:
    lines: tuple[ShownLine, ...]

    @property
    def folded(self) -> bool:
        return len(self.lines) > _MOST_LINES and not any(line.finding for line in self.lines)


Shown = ShownTable | ShownText
_Cells = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class PaperPage:
    summary: DocumentSummary
    chips: list[Chip]
    blocks: tuple[Shown, ...]
    findings: tuple[NumberedFinding, ...]
    verdict: Verdict | None

    @property
    def sentence(self) -> str:
        return paper_sentence(self.summary)

    @property
    def first_unruled(self) -> NumberedFinding | None:
        """The one whose form stands open: the first that a person has yet to rule on."""
        return next(
            (each for each in self.findings if not each.ruling and each.finding.verdict is not Verdict.NOTE), None
        )


def row_anchor(table_id: str, row: int) -> str:
    return f"{table_id}-{row + 1}"


def filter_chips(counts: Mapping[Verdict, int], chosen: Verdict | None, dismissed_count: int) -> list[Chip]:
    """Return the filters: all, then each verdict without what is dismissed; one with no findings stays, as 0."""
    everything = Chip("Alle", sum(counts.values()) + dismissed_count, "", None, chosen is None)
    return [everything, *(Chip(each.danish, counts.get(each, 0), each.value, each, each is chosen) for each in Verdict)]


def paper_sentence(summary: DocumentSummary) -> str:
    """Return what the paper's findings come to, in one sentence."""
    errors, asks = summary.counts.get(Verdict.ERROR, 0), summary.counts.get(Verdict.ASK, 0)
    tables = "1 tabel" if summary.table_count == 1 else f"{summary.table_count} tabeller"
    if not summary.table_count:
        return "Papiret har ingen tabel med beløb."
    if not errors and not asks and summary.dismissed_count:
        return f"Intet står tilbage at rette i {tables}: resten er afgjort som ikke en fejl."
    if not errors and not asks:
        return f"Summerne stemmer i {tables}; det, der ikke går op, forklares af afrunding."
    wrong = "1 fejl" if errors == 1 else f"{errors} fejl"
    asked = "1 spørgsmål skal afklares" if asks == 1 else f"{asks} spørgsmål skal afklares"
    return f"{tables.capitalize()} er læst: {' og '.join(part for part, n in ((wrong, errors), (asked, asks)) if n)}."


def paper_page(
    stored: StoredReading, verdict: Verdict | None, rulings: Mapping[str, Ruling], asked: str = ""
) -> PaperPage:
    """Return the page of a paper; with a verdict only the findings that stand with it are marked and listed.

    `asked` names a figure; the cells it is made of light up.
    """
    numbered = tuple(_numbered(stored, rulings))
    shown = tuple(
        each for each in numbered if verdict is None or (each.finding.verdict is verdict and not each.dismissed)
    )
    return PaperPage(
        summary=stored.summary,
        chips=filter_chips(stored.summary.counts, verdict, stored.summary.dismissed_count),
        blocks=tuple(_without_captions(list(_blocks(stored.reading.document.blocks, shown, asked)))),
        findings=shown,
        verdict=verdict,
    )


def _numbered(stored: StoredReading, rulings: Mapping[str, Ruling]) -> Iterator[NumberedFinding]:
    tables = {table.id: table for table in stored.reading.document.tables}
    known = zip(stored.reading.findings, fingerprints_of(stored), strict=True)
    for number, (finding, fingerprint) in enumerate(known, start=1):
        table = tables.get(finding.table or "")
        yield NumberedFinding(
            number,
            finding,
            fingerprint,
            rulings.get(fingerprint),
            heading=table.rows[finding.row].label if table and finding.row is not None else "",
            unit=(table.unit or "") if table else "",
            stated=_danish(finding.stated),
            computed=_danish(finding.computed),
        )


def _danish(plain: str | None) -> str:
    if plain is None:
        return ""
    whole, _, fraction = plain.partition(".")
    return Number(int(whole + fraction), len(fraction)).danish()


def _blocks(blocks: Iterable[Paragraph | Table], findings: tuple[NumberedFinding, ...], asked: str) -> Iterator[Shown]:
    for is_table, group in groupby(blocks, key=lambda block: isinstance(block, Table)):
        if is_table:
            yield from (_table(block, findings, asked) for block in group if isinstance(block, Table))
        else:
            yield ShownText(tuple(_text_line(block, findings) for block in group if isinstance(block, Paragraph)))


def _without_captions(blocks: list[Shown]) -> Iterator[Shown]:
    """A line that titles the table right under it is shown once: as its caption."""
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        caption = after.table.caption if isinstance(after, ShownTable) else None
        if not isinstance(block, ShownText):
            yield block
        elif lines := tuple(line for line in block.lines if line.text.rstrip(":") != caption):
            yield ShownText(lines)


def _text_line(paragraph: Paragraph, findings: tuple[NumberedFinding, ...]) -> ShownLine:
    at = next((each for each in findings if each.finding.place == paragraph.place), None)
    return ShownLine(paragraph.text.lstrip("# "), paragraph.place, at)


def _table(table: Table, findings: tuple[NumberedFinding, ...], asked: str) -> ShownTable:
    own = [each for each in findings if each.finding.table == table.id]
    explained, lit = explained_cells(table), lit_cells(table, asked)
    return ShownTable(
        table,
        heads=tuple((name, table.unit_of(column) or "") for column, name in enumerate(table.columns)),
        rows=tuple(_opening(table, index, _row(table, index, own), explained, lit) for index in range(len(table.rows))),
        has_number=any(row.number for row in table.rows),
        has_category=any(row.category for row in table.rows),
        has_key=any(row.key_pct for row in table.rows),
        has_text=any(row.text for row in table.rows),
    )


def _row(table: Table, index: int, findings: list[NumberedFinding]) -> ShownRow:
    row = table.rows[index]
    return ShownRow(
        label=row.label,
        number=row.number or "",
        category=row.category or "",
        key_pct=row.key_pct or "",
        text=row.text or "",
        css=_ROW_CLASSES.get(row.kind, ""),
        heading=row.kind is RowKind.HEADING,
        cells=tuple(_cell(table, row, index, column, findings) for column in range(len(table.columns))),
        anchor=row_anchor(table.id, index),
    )


def _opening(table: Table, index: int, row: ShownRow, explained: _Cells, lit: _Cells) -> ShownRow:
    """Give the row's explained figures their names, and light up those that are asked for."""
    cells = tuple(
        replace(
            cell,
            opens=cell_name(table.id, (index, column)) if (index, column) in explained else "",
            lit=(index, column) in lit,
        )
        for column, cell in enumerate(row.cells)
    )
    return replace(row, cells=cells)


def _cell(table: Table, row: Row, index: int, column: int, findings: list[NumberedFinding]) -> ShownCell:
    in_column = [each for each in findings if table.columns[column] in each.finding.columns]
    at = next((each for each in in_column if each.finding.row == index), None)
    standing = (each for each in in_column if not each.dismissed)
    related = at is None and any(row.place in each.finding.related for each in standing)
    return ShownCell(_cell_text(row.cells[column]), at, related and row.cells[column].number is not None)


def _cell_text(cell: Cell) -> str:
    """A figure in its Danish form with its footnote mark; what could not be read stays as printed."""
    if not cell.numbers:
        return cell.text
    marks = cell.text[len(cell.text.rstrip("*")) :]
    return "\n".join(number.danish() if number else "–" for number in cell.numbers) + marks

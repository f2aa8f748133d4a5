"""What every printed paper is: a title, a day, its document as our checks read it, and the parts it is printed from."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from effektspor.core.document import Document, Paragraph, Table
from effektspor.core.finding import Place
from effektspor.core.period import danish_date
from effektspor.reports.release import CLEAN, Release, check_release


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of words alone, such as the criteria of a follow-up."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        assert all(len(row) == len(self.heads) for row in self.rows), "one text per head in every row"


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A heading of a paper with its text by line, its tables of amounts and its tables of words."""

    heading: str
    lines: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    text_tables: tuple[TextTable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPaper(ABC):
    """A paper before it is printed: all of it is text. `document` is the paper as a reader reads it."""

    title: str
    document: Document
    made_on: date
    source: str = ""
    released: Release = CLEAN

    @property
    def made_on_danish(self) -> str:
        return danish_date(self.made_on)

    @abstractmethod
    def fields(self) -> dict[str, Any]:
        """Return what a template may print; templates/README.md lists the names."""


P = TypeVar("P", bound=PrintedPaper)


def release(paper: P, reason: str = "") -> P:
    """Return the paper when it may be written, with what it must say of its open errors.

    Raises PaperNotReleased when one of our own checks finds an error and no reason is given.
    """
    released = check_release(paper.title, paper.document, reason or paper.released.reason)
    return paper if released == paper.released else replace(paper, released=released)


def document_of_blocks(name: str, blocks: Iterable[str | Table]) -> Document:
    """Return lines and tables in order as a document, each with its place."""
    placed: list[Paragraph | Table] = []
    tables = paragraphs = 0
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            placed.append(_placed(block, tables))
        elif block:
            paragraphs += 1
            placed.append(Paragraph(Place(paragraph=paragraphs), block))
    return Document(name, tuple(placed))


def lines_in(sections: Sequence[PaperSection]) -> Iterable[str | Table]:
    """Yield the sections as lines and tables in order, a table of words as its rows."""
    for section in sections:
        yield section.heading
        yield from section.lines
        yield from section.tables
        for table in section.text_tables:
            yield from (" · ".join(cell for cell in row if cell) for row in (table.heads, *table.rows))


def _placed(table: Table, number: int) -> Table:
    rows = tuple(replace(row, place=Place(table=number, row=at)) for at, row in enumerate(table.rows, start=1))
    return replace(table, id=f"t{number}", place=Place(table=number), rows=rows)

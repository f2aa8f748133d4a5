import re
from collections.abc import Iterator

from effektspor.core.audit.cases import Case
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.words import quoted
from effektspor.core.document import Paragraph, Row, Table
from effektspor.core.finding import Finding, Verdict

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A star alone hides a small number, and m² is no note.
_MARK = re.compile(r"(?<=\S)\s*(?P<stars>\*+)\)?\s*$|(?<=[^\sm])\s*(?P<raised>[⁰¹²³⁴-⁹]+)\s*$")
_NOTE = re.compile(r"[\\(]*(?:(?P<stars>\*+)|(?P<raised>[⁰¹²³⁴-⁹]+)|(?P<number>\d)\)\s)")


class OrphanFootnote:
    """Et notetegn i tabellen har ingen note.

    Et tal eller en overskrift har en stjerne eller et notetal, men ingen note i samme forslag begynder med det tegn.
    Læseren ved så ikke, hvilket forbehold der gælder. En stjerne, der står alene i en celle, er et skjult tal og ikke
    et notetegn.

    Forkert: »9,38*« uden en note, der begynder med »*«.   Rigtigt: »* Netto, når investeringen er trukket fra.«
    """

    code = "TAB-014"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for case in paper.cases:
            notes = set(_notes(case))
            for table in case.tables:
                told: set[str] = set()
                for text, row in _texts(table):
                    mark = _mark_in(_MARK.search(text))
                    if mark and mark not in notes | told:
                        told.add(mark)
                        yield self._finding(table, text, row)

    def _finding(self, table: Table, text: str, row: int | None) -> Finding:
        return Finding(
            code=self.code,
            verdict=Verdict.NOTE,
            place=table.place if row is None else table.rows[row].place,
            table=table.id,
            row=row,
            message=f"{quoted(text.strip())} har et notetegn, men ingen note begynder med det.",
            remedy="Skriv noten under tabellen, eller fjern tegnet.",
        )


def _texts(table: Table) -> Iterator[tuple[str, int | None]]:
    """Yield what a table prints, with its row; None for the head."""
    yield from ((text, None) for text in (table.caption or "", table.text_head or "", *table.columns))
    for index, row in enumerate(table.rows):
        yield from ((text, index) for text in _row_texts(row))


def _row_texts(row: Row) -> Iterator[str]:
    yield row.number or ""
    yield from (cell.text for cell in row.cells)


def _notes(case: Case) -> Iterator[str]:
    """Yield the marks that notes begin with; a note may also be the last row of a table."""
    for block in case.blocks:
        lines = [block.text] if isinstance(block, Paragraph) else _lines(block)
        yield from (mark for line in lines if (mark := _mark_in(_NOTE.match(line))))


def _lines(table: Table) -> list[str]:
    return [note.text for note in table.footnotes] + [row.label for row in table.rows]


def _mark_in(match: re.Match[str] | None) -> str:
    """Return a mark as it is compared: stars, or a number however it is raised."""
    found = next((text for text in match.groups() if text), "") if match else ""
    return found.translate(_DIGITS)

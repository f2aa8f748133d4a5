import re
from collections.abc import Iterator

from effektspor.core.audit.cases import Case
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.words import quoted
from effektspor.core.document import Paragraph, Table
from effektspor.core.finding import Finding, Verdict

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A star alone hides a small number, and m² is no note.
_MARK = re.compile(r"(?<=\S)\s*(?P<stars>\*+)\)?\s*$|(?<=[^\sm])\s*(?P<raised>[⁰¹²³⁴-⁹]+)\s*$")
_MARK_IN_TEXT = re.compile(r"(?<=[\w.,])(?P<stars>\*+)(?!\w)|(?<=[^\W\dm])(?P<raised>[⁰¹²³⁴-⁹]+)")
_NOTE = re.compile(r"[\\(\[]*(?:(?P<stars>\*+)|(?P<raised>[⁰¹²³⁴-⁹]+)|(?P<number>\d{1,2})[)\]]\s)")


class OrphanFootnote:
    """Et notetegn har ingen note, eller en note har intet tegn.

    En række, et tal eller en overskrift har en stjerne eller et notetal, men ingen note i samme forslag begynder med
    det tegn; eller noten under tabellen begynder med et tegn, som intet i forslaget har. Læseren ved så ikke, hvilket
    forbehold der gælder for hvad. En stjerne, der står alene i en celle, er et skjult tal og ikke et notetegn.

    Forkert: »9,38*« uden en note, der begynder med »*«.   Rigtigt: »* Netto, når investeringen er trukket fra.«
    """

    code = "TAB-014"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for case in paper.cases:
            notes = set(_notes(case))
            for table in case.tables:
                told: set[str] = set()
                for mark, text, row in _marks(table):
                    if mark not in notes | told:
                        told.add(mark)
                        yield self._finding(table, text, row)
            yield from (self._unused(table, note) for table, note in _unused(case))

    def _unused(self, table: Table, note: Paragraph) -> Finding:
        return Finding(
            code=self.code,
            verdict=Verdict.NOTE,
            place=note.place,
            related=(table.place,),
            table=table.id,
            message=f"Noten {quoted(note.text)} begynder med et tegn, som intet i tabellen har.",
            remedy="Sæt tegnet ved det, noten gælder, eller skriv »Note:« foran, hvis den gælder hele tabellen.",
        )

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


def _marks(table: Table) -> Iterator[tuple[str, str, int | None]]:
    """Yield the marks in a table with the text that has them, and its row; None for the head."""
    for text in (table.caption or "", table.text_head or "", *table.columns):
        if mark := _mark_in(_MARK.search(text)):
            yield mark, text, None
    for index, row in enumerate(table.rows):
        yield from ((mark, row.label, index) for mark in row.marks)
        for text in (row.number or "", *(cell.text for cell in row.cells)):
            if mark := _mark_in(_MARK.search(text)):
                yield mark, text, index


def _unused(case: Case) -> Iterator[tuple[Table, Paragraph]]:
    """Yield the notes under a table whose mark nothing in the case has, in a table or in its text."""
    marks = {mark for table in case.tables for mark, *_ in _marks(table)}
    text = " ".join(block.text for block in case.blocks if isinstance(block, Paragraph))
    marks |= {_mark_in(match) for match in _MARK_IN_TEXT.finditer(text)}
    for table in case.tables:
        # Two stars without one are what is left of bold type, not the second note.
        unused = [note for note in table.footnotes if (mark := _mark_in(_NOTE.match(note.text))) and mark not in marks]
        yield from ((table, note) for note in unused if not note.text.startswith("**"))


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

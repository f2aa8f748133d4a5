from collections.abc import Iterator

from effektspor.core.audit.paper import Paper
from effektspor.core.audit.words import quoted
from effektspor.core.document import Row, Table
from effektspor.core.finding import Finding, Verdict


class UnreadFigure:
    """Et tal kan ikke læses med sikkerhed.

    Cellen står i en kolonne med beløb, men det trykte er ikke ét tal. Tallet er udeladt, og summer, det indgår i,
    kontrolleres ikke.

    Forkert: »1 234,5,6«.   Rigtigt: »1.234,5«.
    """

    code = "TAB-001"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for table in paper.document.tables:
            for index, row in enumerate(table.rows):
                if unread := [column for column, cell in enumerate(row.cells) if cell.unread]:
                    yield self._finding(table, index, row, unread)

    def _finding(self, table: Table, index: int, row: Row, columns: list[int]) -> Finding:
        texts = " og ".join(quoted(row.cells[column].text, 40) for column in columns)
        return Finding(
            code=self.code,
            verdict=Verdict.NOTE,
            place=row.place,
            table=table.id,
            row=index,
            columns=tuple(table.columns[column] for column in columns),
            message=f"{texts} i rækken {quoted(row.label)} kan ikke læses som ét tal og er udeladt.",
            remedy="Skriv ét tal i cellen, for eksempel 1.234,5.",
        )

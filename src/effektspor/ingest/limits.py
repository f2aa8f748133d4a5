"""How much of one file is read: a file made to fill the memory is refused before it does."""

from effektspor.ingest.errors import UnreadableDocument

MOST_CELLS = 200_000
MOST_TABLES = 2_000
MOST_PARAGRAPHS = 200_000
MOST_TAGS = 3_000_000
LONGEST_CELL = 1_000_000
# Word allows 63 columns and a page 1.000; a cell that claims more is damaged.
WIDEST_SPAN = 1_000
_SPLIT = "Del papiret i mindre filer."


class Limits:
    """What one file has left of each; every method raises UnreadableDocument when it is used up."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._cells = self._tables = self._paragraphs = 0

    def count_cells(self, count: int = 1) -> None:
        self._cells += count
        self._check(self._cells, MOST_CELLS, "celler i tabeller")

    def count_table(self) -> None:
        self._tables += 1
        self._check(self._tables, MOST_TABLES, "tabeller")

    def count_paragraph(self) -> None:
        self._paragraphs += 1
        self._check(self._paragraphs, MOST_PARAGRAPHS, "afsnit")

    def check_tags(self, data: bytes) -> None:
        """Each tag becomes an object many times its size: they are counted before the file is taken apart."""
        self._check(data.count(b"<"), MOST_TAGS, "mærker")

    def _check(self, count: int, most: int, what: str) -> None:
        if count > most:
            reason = f"Filen har for mange {what}: der læses højst {most:,}.".replace(",", ".")
            raise UnreadableDocument(self.name, reason, _SPLIT)

"""Putting a paper together: headings, captions and their numbers, notes, figures in prose, ties between tables."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from benchmarks.audit import words
from benchmarks.audit.builder import Context, Made
from benchmarks.audit.figures import MIO, Unit
from benchmarks.audit.model import Paper, Pos, Relation, Sentence, Table, TextTable

PROSE = Unit("mio. kr.", MIO, 1)


class Assembly:
    """A paper in the making."""

    def __init__(self, ctx: Context, paper: Paper) -> None:
        self.ctx, self.paper = ctx, paper
        self.caption_style = ctx.rng.choices(("numbered", "named", "bare"), (55, 25, 20))[0]

    def heading(self, text: str) -> None:
        self.paper.blocks.append(Sentence(text, "heading"))

    def text(self, *sentences: str) -> None:
        self.paper.blocks.extend(Sentence(text) for text in sentences)

    def filler(self, probability: float = 0.6) -> None:
        if self.ctx.chance(probability):
            self.text(self.ctx.rng.choice(words.FILLER))

    def table(self, result: Made, title: str = "", *, title_row: bool = False) -> int:
        """Add a table with its caption; return its place among the tables."""
        table, relations = result
        index = len(self.paper.tables)
        table.title = title if title and (title_row or self.caption_style != "bare") else None
        table.layout.title_row = title_row and table.title is not None
        if table.title and not title_row and self.caption_style == "numbered":
            table.number = self.ctx.take_number()
        if table.layout.unit_at == "caption" and (table.title is None or title_row):
            table.layout.unit_at = "above"
        self.paper.blocks.append(table)
        self.paper.relations += [relation.placed(index) for relation in relations]
        return index

    def note(self, sentence: Sentence | None) -> None:
        if sentence:
            sentence.about = len(self.paper.tables) - 1
            self.paper.blocks.append(sentence)

    def starred(self, index: int, probability: float = 0.12) -> None:
        """Star a row of a table and say under it what the star means."""
        rows = [row for row in self.paper.tables[index].rows if row.kind == "row" and not row.label_mark]
        if rows and self.ctx.chance(probability):
            self.ctx.rng.choice(rows).label_mark = "*"
            self.note(Sentence(self.ctx.rng.choice(words.STARRED), "note"))

    def sign_note(self) -> None:
        """Say which sign a saving has, as papers with negative savings do."""
        if self.ctx.saving_sign < 0 and self.ctx.chance(0.5):
            self.note(Sentence("Note: (-) = mindreudgift/merindtægt, (+) = merudgift/mindreindtægt", "note"))

    def text_table(self, rows: list[list[str]]) -> None:
        self.paper.blocks.append(TextTable(rows))

    def tie(self, kind: str, result: tuple[int, int], terms: Sequence[tuple[int, int, int]]) -> None:
        """Tie a row to rows of other tables, year by year; terms are (coefficient, table, row)."""
        tables = self.paper.tables
        for col, column in enumerate(tables[result[0]].columns):
            found = [(k, t, r, _year_column(tables[t], column.year)) for k, t, r in terms]
            if column.year is None or any(where is None for *_, where in found):
                continue
            parts = tuple((k, Pos(t, r, where)) for k, t, r, where in found if where is not None)
            self.paper.relations.append(Relation(kind, Pos(*result, col), parts))

    def fact(self, table: int, row: int, probability: float = 0.5) -> None:
        """Say a row's last figure in prose, in mio. kr."""
        made = self.paper.tables[table]
        column = made.columns[-1]
        figure = made.figure(row, len(made.columns) - 1)
        if figure is None or column.year is None or not self.ctx.chance(probability):
            return
        value = PROSE.rounded(abs(figure) * made.unit.ore)
        if value < Decimal("0.4"):
            return
        text = self.ctx.rng.choice(
            (
                "Den samlede økonomiske effekt udgør {{0}} mio. kr. i {year}, jf. {table}.",
                "Som det fremgår af {table}, er den samlede effekt {{0}} mio. kr. i {year}.",
            )
        ).format(year=column.year, table=f"tabel {made.number}" if made.number else "tabellen ovenfor")
        self.paper.blocks.append(Sentence(text, "fact", [value], table, (Pos(table, row, len(made.columns) - 1),)))


def _year_column(table: Table, year: int | None) -> int | None:
    return next((i for i, column in enumerate(table.columns) if year is not None and column.year == year), None)


def carry(paper: Paper, row: tuple[int, int], terms: Sequence[tuple[int, int, int]]) -> None:
    """Print in a row the signed sum of rows of other tables, column by column, before the row is tied."""
    target = paper.tables[row[0]].rows[row[1]]
    for col in range(len(target.figures)):
        _carry_into(paper, row, col, [(k, Pos(t, r, col)) for k, t, r in terms])


def carry_years(paper: Paper, row: tuple[int, int], terms: Sequence[tuple[int, int, int]]) -> None:
    """Print the same sum year by year, where the years stand in other columns of the other tables."""
    tables = paper.tables
    for col, column in enumerate(tables[row[0]].columns):
        found = [(k, t, r, _year_column(tables[t], column.year)) for k, t, r in terms]
        _carry_into(paper, row, col, [(k, Pos(t, r, where)) for k, t, r, where in found if where is not None])


def _carry_into(paper: Paper, row: tuple[int, int], col: int, terms: Sequence[tuple[int, Pos]]) -> None:
    whole = sum((k * (paper.at(pos) or Decimal(0)) for k, pos in terms), start=Decimal(0))
    figure = None if whole == 0 and paper.style.zero_as_blank else whole
    paper.tables[row[0]].rows[row[1]].figures[col] = figure

"""Building a table from exact øre: rows, sums, difference columns; then each figure is printed rounded on its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

from benchmarks.audit.figures import TKR, Style, Unit, draw_style, draw_unit
from benchmarks.audit.model import Column, Figure, Layout, Pos, Relation, Row, Table

Exact = int | None


@dataclass
class Context:
    """What a paper's tables have in common."""

    rng: Random
    year: int
    style: Style
    price_level: str
    saving_sign: int
    grain: int
    spread: float
    next_number: int = 1
    used: set[str] = field(default_factory=set)

    @property
    def unit(self) -> Unit:
        return self.style.unit

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def amount(self, low_t: int, high_t: int) -> int:
        """Return an amount in øre between two bounds in 1.000 kr., on the paper's grain."""
        ore = self.rng.randint(low_t * TKR, high_t * TKR)
        return max(self.grain, round(ore / self.grain) * self.grain)

    def some(self, words: Sequence[Any], low: int, high: int) -> list[Any]:
        """Return some of the words, without repetition."""
        return self.rng.sample(list(words), min(len(words), self.rng.randint(low, high)))

    def years(self, count: int, start: int | None = None) -> list[int]:
        first = self.year if start is None else start
        return list(range(first, first + count))

    def take_number(self) -> int:
        self.next_number += 1
        return self.next_number - 1


def draw_context(rng: Random) -> Context:
    """Return the unit, price level, sign and grain of a paper."""
    unit = draw_unit(rng)
    year = rng.randint(2016, 2027)
    level = rng.choices(("{} p/l", "{}-priser", "{} p/l-niveau", ""), (35, 30, 5, 30))[0].format(year)
    grain = rng.choices((1, 50 * TKR, 10 * TKR, TKR), (40, 30, 15, 15))[0]
    if unit.decimals and unit.ore > TKR and rng.random() < 0.5:
        grain = max(grain, 10 * TKR)
    return Context(rng, year, draw_style(rng, unit), level, rng.choices((-1, 1), (65, 35))[0], grain, rng.random())


def phased(ctx: Context, count: int, low_t: int, high_t: int, sign: int | None = None) -> list[Exact]:
    """Return an amount per year: at once, after a year, stepwise, or growing."""
    full = ctx.amount(low_t, high_t) * (ctx.saving_sign if sign is None else sign)
    pattern = ctx.rng.choices(("whole", "late", "half", "steps", "fall"), (40, 20, 20, 12, 8))[0]
    shares = {
        "whole": [1.0] * count,
        "late": [0.0] + [1.0] * (count - 1),
        "half": [0.5] + [1.0] * (count - 1),
        "steps": [min(1.0, (i + 1) / 3) for i in range(count)],
        "fall": [1.0] * (count - 1) + [0.8],
    }[pattern]
    return [round(full * share / ctx.grain) * ctx.grain for share in shares]


class Builder:
    """A table in the making: exact figures and the relations between them."""

    def __init__(self, ctx: Context, kind: str, columns: list[Column], style: Style | None = None) -> None:
        self.ctx, self.kind, self.columns = ctx, kind, columns
        self.style = style or ctx.style
        self.rows: list[Row] = []
        self.exact: list[list[Exact]] = []
        self.relations: list[Relation] = []

    def row(self, label: str, exact: Sequence[Exact] = (), **fields: Any) -> int:
        """Add a row; missing figures at the end are empty. Return its index."""
        figures: list[Exact] = [*exact, *[None] * (len(self.columns) - len(exact))]
        self.exact.append(figures)
        self.rows.append(Row(label, [], **fields))
        return len(self.rows) - 1

    def total(self, label: str, parts: Sequence[int], kind: str = "total", **fields: Any) -> int:
        """Add a row that is the sum of others in every additive column."""
        return self.signed_total(label, [(1, part) for part in parts], kind, **fields)

    def signed_total(self, label: str, parts: Sequence[tuple[int, int]], kind: str = "total", **fields: Any) -> int:
        """Add a row that is a signed sum of others in every additive column."""
        row = self.row(label, kind=kind, **fields)
        self.sum_into(row, parts)
        return row

    def sum_into(self, row: int, parts: Sequence[tuple[int, int]]) -> None:
        """Make an existing row the signed sum of others."""
        for col, column in enumerate(self.columns):
            if column.role in ("pct", "price"):
                continue
            self.exact[row][col] = sum(k * (self.exact[part][col] or 0) for k, part in parts)
            self.relate("sum", (row, col), [(k, (part, col)) for k, part in parts])

    def across(self, kind: str, col: int, terms: Sequence[tuple[int, int]]) -> None:
        """Fill a column as a signed sum of others, in every row that has figures."""
        for row, exact in enumerate(self.exact):
            if self.rows[row].kind == "heading" or all(exact[part] is None for _, part in terms):
                continue
            exact[col] = sum(k * (exact[part] or 0) for k, part in terms)
            self.relate(kind, (row, col), [(k, (row, part)) for k, part in terms])

    def relate(self, kind: str, result: tuple[int, int], terms: Sequence[tuple[int, tuple[int, int]]]) -> None:
        self.relations.append(Relation(kind, Pos(0, *result), tuple((k, Pos(0, *cell)) for k, cell in terms)))

    def table(self, **fields: Any) -> Table:
        """Return the table with every figure printed, rounded on its own."""
        for row, exact in zip(self.rows, self.exact, strict=True):
            row.figures = [self._printed(value, column) for value, column in zip(exact, self.columns, strict=True)]
        layout = fields.pop("layout", None) or draw_layout(self.ctx, len(self.rows))
        level = fields.pop("price_level", self.ctx.price_level)
        return Table(self.kind, self.columns, self.rows, self.style, layout=layout, price_level=level, **fields)

    def _printed(self, value: Exact, column: Column) -> Figure:
        if value is None or (value == 0 and self.style.zero_as_blank):
            return None
        if column.role in ("count", "pct"):
            return Decimal(value).scaleb(-(column.decimals or 0))
        return self.style.unit.rounded(value, column.decimals)


def draw_layout(ctx: Context, rows: int) -> Layout:
    """Return how a table is set."""
    rng = ctx.rng
    return Layout(
        unit_at=rng.choices(("corner", "span", "column", "caption", "above"), (35, 22, 10, 16, 17))[0],
        unit_phrase=rng.choice(
            ("{unit} {level}", "Beløb i {unit} {level}", "i {unit} {level}", "Beløb i {unit}, {level}")
        ),
        page_break=rng.randint(2, rows - 1) if rows > 4 and rng.random() < 0.12 else None,
        repeat_head=rng.random() < 0.4,
        split_label=rng.randrange(rows) if rng.random() < 0.06 else None,
        ruled=rng.random() < 0.6,
        bold_totals=rng.random() < 0.7,
        tags=rng.random() < 0.15,
    )


def year_columns(years: Sequence[int], prefix: str = "") -> list[Column]:
    """Return one amount column per year: "2024", "Budget 2024" ..."""
    return [Column(f"{prefix} {year}".strip(), year=year) for year in years]


Made = tuple[Table, list[Relation]]


def made(builder: Builder, **fields: Any) -> Made:
    """Return a builder's table with its relations."""
    return builder.table(**fields), builder.relations

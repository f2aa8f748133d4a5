"""Tables of activity: citizens in and out, quantities and prices, key figures, months with totals."""

from decimal import Decimal

from benchmarks.audit import words
from benchmarks.audit.builder import Builder, Context, Made, made, phased
from benchmarks.audit.figures import MIO, TKR, Unit
from benchmarks.audit.model import Column, Row


def _flow_columns(ctx: Context, quarters: int) -> list[Column]:
    year = ctx.year
    columns = [Column(f"Antal borgere 1/1 {year}", "count")]
    for quarter in range(1, quarters + 1):
        group = f"{quarter}. kv. {year}"
        columns += [Column("Tilgang", "count", group), Column("Afgang", "count", group)]
    end = ("31/3", "30/6", "30/9", "31/12")[quarters - 1]
    return [*columns, Column(f"Antal borgere {end} {year}", "count")]


def flow(ctx: Context) -> Made:
    """Return citizens at the start, in and out per quarter, and at the end, per offer."""
    quarters = ctx.rng.randint(2, 4)
    b = Builder(ctx, "flow", _flow_columns(ctx, quarters))
    for centre in ctx.some(words.DAY_CENTRES, 3, 7):
        moves = [ctx.rng.choice((0, 0, 1, 1, 2, 3)) for _ in range(2 * quarters)]
        b.row(centre, [ctx.rng.randint(12, 58), *moves])
    terms = [(1 if col % 2 or col == 0 else -1, col) for col in range(2 * quarters + 1)]
    b.across("flow", 2 * quarters + 1, terms)
    if ctx.chance(0.6):
        b.total("I alt", range(len(b.rows)))
        last = len(b.rows) - 1
        b.relate("flow", (last, 2 * quarters + 1), [(k, (last, col)) for k, col in terms])
    table, relations = made(b, price_level="")
    table.layout.unit_at = "none"
    _print_zeros(table.rows, b)
    return table, relations


def _print_zeros(rows: list[Row], b: Builder) -> None:
    """Counts are printed with their zeros, whatever the paper does with amounts."""
    for row, exact in zip(rows, b.exact, strict=True):
        row.figures = [None if value is None else Decimal(value) for value in exact]


def unit_prices(ctx: Context) -> Made:
    """Return quantities and prices before and after: figures that are never summed."""
    year = ctx.year
    groups = (f"Budget {year - 1}", f"Budget {year}")
    columns = [
        Column(head, role, group) for group in groups for head, role in (("Antal", "count"), ("Enhedspris", "price"))
    ]
    unit = ctx.unit if ctx.unit.ore < MIO else Unit("1.000 kr.", TKR, 0)
    b = Builder(ctx, "unit_prices", columns, ctx.style.with_unit(unit))
    for name in ctx.some(words.PRICED, 1, 4):
        before, price = ctx.rng.randint(8, 160), ctx.amount(150, 1600)
        lower = round(price * ctx.rng.choice((1.0, 1.0, 0.95, 0.9)) / ctx.grain) * ctx.grain
        b.row(name, [before, price, before - ctx.rng.randint(0, 7), lower])
    return made(b, label_head="")


def key_figures(ctx: Context) -> Made:
    """Return key figures of unlike kinds over the years: persons, prices, shares. Nothing to sum."""
    years = ctx.years(3, ctx.year - 2)
    b = Builder(ctx, "key_figures", [Column(str(year), "count", year=year) for year in years])
    persons = ctx.rng.randint(60, 400)
    b.row("Antal helårspersoner", [persons, persons + 7, persons + 12])
    b.row("Unikke borgere", [persons * 13 // 10, persons * 13 // 10 + 9, persons * 13 // 10 + 15])
    b.row("Gennemsnitspris pr. døgn, kr.", [2_140 + persons, 2_260 + persons, 2_312 + persons])
    if ctx.chance(0.5):
        b.row("Aktive sager", [persons * 2 - 7, persons * 2 + 4, persons * 2 + 21])
    table, relations = made(b, price_level="")
    table.layout.unit_at = "none"
    return table, relations


def periods(ctx: Context) -> Made:
    """Return savings per quarter with a column and a row of totals, and often the accumulated total."""
    quarters = [Column(f"{n}. kvartal") for n in range(1, 5)]
    b = Builder(ctx, "periods", [*quarters, Column(ctx.rng.choice(("I alt", "Hele året", "Året i alt")), "total")])
    for measure in ctx.some(words.SHORT_MEASURES, 3, 7):
        b.row(measure, [ctx.amount(40, 900) if ctx.chance(0.92) else 0 for _ in range(4)])
    total = b.total("I alt", range(len(b.rows)))
    b.across("row_total", 4, [(1, col) for col in range(4)])
    if ctx.chance(0.4):
        acc = b.row("Akkumuleret", kind="accumulated")
        for col in range(4):
            b.exact[acc][col] = sum((b.exact[total][i] or 0) for i in range(col + 1))
            b.relate("accumulated", (acc, col), [(1, (total, i)) for i in range(col + 1)])
    return made(b, label_head=ctx.rng.choice(("", "Tiltag")))


def plain_years(ctx: Context) -> Made:
    """Return amounts per year of matters that do not belong together: a table without a sum."""
    b = Builder(ctx, "no_sum", [Column(str(year), year=year) for year in ctx.years(3)])
    for area in ctx.some(words.AREAS, 2, 5):
        b.row(area, phased(ctx, 3, 400, 30_000, 1))
    return made(b, label_head=ctx.rng.choice(("", "Område")))

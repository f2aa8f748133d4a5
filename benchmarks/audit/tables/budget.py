"""Budget tables: a proposal's consequences, budget against forecast, sections with parts, what becomes of a budget."""

from decimal import Decimal

from benchmarks.audit import words
from benchmarks.audit.builder import Builder, Context, Made, made, phased, year_columns
from benchmarks.audit.model import Column


def proposal(ctx: Context) -> Made:
    """Return a proposal's change of the budget: saving, efficiency, expansion and the net."""
    years = ctx.years(4)
    b = Builder(ctx, "budget_proposal", year_columns(years))
    base = ctx.amount(90_000, 400_000)
    drift = ctx.amount(20, 900)
    now = b.row("Nuværende budget", [base + drift * i // 7 for i in range(4)])
    b.row(ctx.rng.choice(("Budgetændring – drift", "Budgetændring")), kind="heading")
    saving = phased(ctx, 4, 500, 4000, -1) if ctx.chance(0.35) else []
    parts = [
        b.row("Besparelse", saving),
        b.row("Effektivisering", phased(ctx, 4, 1500, 9500, -1)),
        b.row("Udvidelse", phased(ctx, 4, 150, 2500, 1) if ctx.chance(0.85) else []),
    ]
    net = b.total(ctx.rng.choice(("Samlet ændring (Netto)", "Samlet ændring (netto)", "Nettoændring")), parts, "net")
    if ctx.chance(0.3):
        b.total("Nyt budget", [now, net])
    staff = _staff(b) if ctx.chance(0.6) else None
    table, relations = made(b, label_head=ctx.rng.choice(("", "Økonomi")))
    if staff is not None and ctx.chance(0.5):
        table.rows[staff].figures = [Decimal("-2.5"), *[Decimal("-3.0")] * 3]
    return table, relations


def _staff(b: Builder) -> int:
    b.row("Personalekonsekvenser", kind="heading")
    return b.row("Ændring i antal årsværk")


def forecast(ctx: Context) -> Made:
    """Return the budget, what is expected, and the difference in one of the two sign conventions."""
    year = ctx.year
    heads = ctx.rng.choice(
        (
            ("Korrigeret", "Forventet", "Difference"),
            (f"Korrigeret budget {year}", f"Forventet regnskab {year}", "Afvigelse"),
            (f"Budget {year}", f"Forbrug {year}", "Mer-/mindreforbrug"),
        )
    )
    columns = [Column(heads[0]), Column(heads[1]), Column(heads[2], "difference")]
    b = Builder(ctx, "forecast", columns)
    for area in ctx.some(words.AREAS, 3, 8):
        budget = ctx.amount(4_000, 140_000)
        b.row(area, [budget, round(budget * ctx.rng.uniform(0.93, 1.12) / ctx.grain) * ctx.grain])
    b.total(ctx.rng.choice(("I alt", "Samlet", "Området i alt")), range(len(b.rows)))
    sign = ctx.rng.choice((1, -1))
    b.across("difference", 2, [(sign, 1), (-sign, 0)])
    return made(b, label_head=ctx.rng.choice(("", "Område")))


def sections(ctx: Context) -> Made:
    """Return spending per section: the total on top, "heraf" rows below their section, a share in per cent."""
    year = ctx.year
    columns = [Column(f"Regnskab {year - 1}"), Column(f"Budget {year}"), Column(f"Budget {year + 1}")]
    share = ctx.chance(0.5)
    if share:
        columns.append(
            Column(ctx.rng.choice(("Andel i pct.", "Pct.", "Andel")), "pct", decimals=ctx.rng.choice((0, 1)))
        )
    b = Builder(ctx, "sections", columns)
    top = b.row("Det specialiserede voksenområde i alt", kind="total") if ctx.chance(0.5) else None
    parts = []
    for section, name in sorted(ctx.some(words.SECTIONS, 3, 7)):
        spent = ctx.amount(5_000, 120_000)
        parts.append(b.row(f"{section} {name}", _three_years(ctx, spent)))
        if ctx.chance(0.4):
            b.row(ctx.rng.choice(words.PARTS), _three_years(ctx, spent * 3 // 10), kind="part")
    whole = b.row("I alt", kind="total") if top is None else top
    b.sum_into(whole, [(1, part) for part in parts])
    if share:
        _shares(b, parts, whole)
    return made(b, label_head=ctx.rng.choice(("", "Paragraf", "Område")))


def _three_years(ctx: Context, ore: int) -> list[int | None]:
    return [round(ore * ctx.rng.uniform(0.95, 1.05) / ctx.grain) * ctx.grain for _ in range(3)]


def _shares(b: Builder, parts: list[int], whole: int) -> None:
    """Print each section's share of this year's budget, with "100" at the total."""
    scale = 10 ** (b.columns[3].decimals or 0)
    base = b.exact[whole][1] or 1
    for row in (*parts, whole):
        b.exact[row][3] = round(Decimal(100 * scale) * (b.exact[row][1] or 0) / base)


def outlook(ctx: Context, budget_year: int) -> tuple[Made, Made]:
    """Return the expected budget over the years, and a table to fill with the estimate and its difference."""
    years = ctx.years(4, budget_year)
    b = Builder(ctx, "outlook", [Column(f"Korrigeret {budget_year}"), *year_columns(years, "Forventet")])
    for area in ctx.some(words.AREAS, 2, 4):
        budget = ctx.amount(9_000, 140_000)
        b.row(area, [budget, *[round(budget * ctx.rng.uniform(1.01, 1.08) / ctx.grain) * ctx.grain] * 4])
    b.total("I alt", range(len(b.rows)))
    after = Builder(ctx, "estimated_budget", year_columns(years))
    after.row("Estimeret budget")
    after.row(f"Difference til korrigeret budget {budget_year}")
    return made(b), made(after)

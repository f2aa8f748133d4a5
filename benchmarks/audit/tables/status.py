"""Tables of follow-up: the status of a plan, successive estimates, what was decided and achieved."""

from decimal import Decimal

from benchmarks.audit import words
from benchmarks.audit.builder import Builder, Context, Made, made, phased, year_columns
from benchmarks.audit.model import Column, Row, Sentence


def _status_columns(ctx: Context) -> list[Column]:
    year = ctx.year
    heads = ctx.rng.choice(
        (
            (f"Sparekrav {year}", f"Opnået besparelse pr. 31.12.{year}"),
            (f"Måltal {year}", f"Realiseret {year}"),
            ("Forudsat besparelse", "Opnået besparelse"),
            (f"Krav {year}", f"Opnået {year}", f"Forventet helårseffekt {year + 1}"),
        )
    )
    return [Column(head) for head in heads]


def plan_status(ctx: Context) -> Made:
    """Return the status of a plan of measures: number, measure, target, achieved, status; often an investment row."""
    columns = _status_columns(ctx)
    figures = len(columns)
    if ctx.chance(0.3):
        columns.append(Column(ctx.rng.choice(("Afvigelse", "Difference")), "difference"))
    b = Builder(ctx, "plan_status", columns)
    measures = ctx.some(words.MEASURES, 4, 10)
    texts = ctx.rng.sample(words.STATUS, len(words.STATUS)) * 2
    for number, measure in enumerate(measures, 1):
        b.row(measure, _achieved(ctx, figures), number=str(number), text=texts[number])
    if ctx.chance(0.5):
        _investment(b, figures, len(measures) + 1)
    b.total(ctx.rng.choice(("I alt", "I alt", "Samlet", "Total")), range(len(b.rows)))
    if figures < len(columns):
        sign = 1 if ctx.chance(0.7) else -1
        b.across("difference", figures, [(sign, 1), (-sign, 0)])
    heads = {"number_head": ctx.rng.choice(("", "Nr.")), "label_head": ctx.rng.choice(("", "Tiltag", "Indsats"))}
    return made(b, text_head=f"Status ultimo {ctx.year}" if ctx.chance(0.7) else None, **heads)


def _achieved(ctx: Context, count: int) -> list[int | None]:
    """Return a target and what came of it, all of it as often as part."""
    target = ctx.amount(200, 3000)
    shares = (ctx.rng.choice((0.0, 0.25, 0.5, 0.8, 1.0, 1.0, 1.2)), ctx.rng.choice((0.5, 1.0, 1.3)))
    figures: list[int | None] = [target, *(round(target * share / ctx.grain) * ctx.grain for share in shares)]
    return figures[:count]


def _investment(b: Builder, count: int, number: int) -> None:
    cost = -b.ctx.amount(300, 1600)
    label = b.ctx.rng.choice(("Investeringscase - opnormering af sagsbehandlere", "Investering i ekstra opfølgning"))
    b.row(label, [cost] * count, number=str(number), kind="investment", text=b.ctx.rng.choice(words.STATUS))


def net_note(ctx: Context, result: Made) -> Sentence | None:
    """Return the starred note on gross and net of what was achieved, and set its stars; None without an investment."""
    table, _ = result
    investments = [row for row in table.rows if row.kind == "investment"]
    total = table.rows[-1].figures[1]
    if not investments or total is None:
        return None
    cost = -(investments[0].figures[1] or Decimal(0))
    gross = total + cost
    table.rows[-1].figure_marks[1] = "*"
    _star(ctx, investments[0])
    unit = "t.kr." if ctx.unit.text[0] == "1" else ctx.unit.text
    return Sentence(
        f"* Det opnåede resultat på {{0}} {unit} er nettobesparelsen, idet bruttobesparelsen udgør {{1}} "
        f"{unit}, hvor investeringen på {{2}} {unit} er fratrukket.",
        "net_note",
        [total, gross, cost],
    )


def _star(ctx: Context, row: Row) -> None:
    if ctx.chance(0.3):
        row.label_mark = "*"


def estimates(ctx: Context) -> Made:
    """Return what each follow-up expected per year: rows that are not summed."""
    years = ctx.years(4, ctx.year - 2)
    columns = year_columns(years)
    b = Builder(ctx, "estimates", columns)
    level = [ctx.amount(1500 + 2500 * i, 2500 + 3000 * i) for i in range(4)]
    names = [f"{n}. {ctx.rng.choice(('opfølgning',))} {year}" for year in (ctx.year - 1, ctx.year) for n in (1, 2, 3)]
    for name in names[ctx.rng.randint(0, 2) :]:
        b.row(name, list(level))
        for i in range(2, 4):
            level[i] += ctx.rng.choice((0, 0, ctx.amount(100, 1400)))
    return made(b, label_head=ctx.rng.choice(("", "Budgetopfølgning")))


def achieved(ctx: Context) -> Made:
    """Return decided savings per year and what is achieved so far."""
    years = ctx.years(2, ctx.year - 1)
    month = ctx.rng.choice(("aug", "sept", "31. maj", "30. juni"))
    columns = [*year_columns(years), Column(f"Opnået besparelse pr. {month} {ctx.year}")]
    b = Builder(ctx, "achieved", columns)
    for measure in ctx.some(words.MEASURES, 3, 8):
        first, second = phased(ctx, 2, 100, 3000, sign=1)
        so_far = None if b.rows and ctx.chance(0.15) else ctx.amount(50, 2500)
        b.row(measure, [first or None, second, so_far])
    b.total(ctx.rng.choice(("i alt", "I alt")), range(len(b.rows)))
    return made(b, label_head=ctx.rng.choice(("Besparelser", "Tiltag", "")))


def yearly_measures(ctx: Context, count: int = 4) -> Made:
    """Return measures over the years with a total; sometimes with a column for all years."""
    columns = year_columns(ctx.years(count))
    across = ctx.chance(0.25)
    if across:
        columns.append(Column(ctx.rng.choice(("I alt", "Sum", "Samlet")), "total"))
    b = Builder(ctx, "yearly_measures", columns)
    pool = words.SHORT_MEASURES if ctx.chance(0.3) else words.MEASURES
    numbered = ctx.chance(0.3)
    for number, measure in enumerate(ctx.some(pool, 2, 7), 1):
        b.row(measure, phased(ctx, count, 100, 4000), number=str(number) if numbered else "")
    b.total(ctx.rng.choice(("I alt", "Total", "Besparelser i alt")), range(len(b.rows)))
    if across:
        b.across("row_total", count, [(1, col) for col in range(count)])
    heads = {"number_head": "Nr." if numbered else None, "label_head": ctx.rng.choice(("Tiltag", "Indsatser", ""))}
    return made(b, **heads)


def targets(ctx: Context) -> Made:
    """Return the effect per year, and how it accumulates."""
    years = ctx.years(ctx.rng.randint(3, 4))
    b = Builder(ctx, "targets", year_columns(years))
    effect = b.row(ctx.rng.choice(("Ny effekt i året", "Årlig effekt")), [ctx.amount(800, 5000) for _ in years])
    acc = b.row(ctx.rng.choice(("Akkumuleret effekt", "Effekt akkumuleret")), [], kind="accumulated")
    for col in range(len(years)):
        b.exact[acc][col] = sum(b.exact[effect][: col + 1], start=0)  # type: ignore[arg-type]
        b.relate("accumulated", (acc, col), [(1, (effect, i)) for i in range(col + 1)])
    return made(b)

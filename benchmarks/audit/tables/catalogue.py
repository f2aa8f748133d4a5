"""The savings catalogue: a table per target group with its net, and a last table of all groups."""

from benchmarks.audit import words
from benchmarks.audit.builder import Builder, Context, Made, made, phased, year_columns


def group(ctx: Context, name: str, years: list[int]) -> Made:
    """Return one group's proposals and their net; sometimes with an investment row of its own."""
    b = Builder(ctx, "catalogue_group", year_columns(years))
    code, number = words.GROUP_CODES[name], ctx.rng.randint(1, 4)
    sign = -1
    for title in ctx.some(words.PROPOSALS, 2, 6):
        b.row(title, _after_first(ctx, phased(ctx, len(years), 200, 9000, sign)), number=_code(ctx, code, number))
        number += ctx.rng.randint(1, 2)
    parts = list(range(len(b.rows)))
    investment = _investment(b, code, number, len(years)) if ctx.chance(0.3) else None
    if investment is not None:
        b.total("Investeringsbehov fra investeringspuljer", [investment], "subtotal")
    elif ctx.chance(0.12):
        _stack(b, parts, len(years))
    net = ctx.rng.choice(("Nettoeffektivisering", "Nettoeffektivisering", "Nettoeffektivisering (service)"))
    b.total(net, parts, "net")
    result = made(b, number_head="Nr.", label_head=ctx.rng.choice(("Omprioriteringsforslag", "Forslag")))
    result[0].layout.unit_at = "none" if ctx.chance(0.3) else "above"
    return result


def _after_first(ctx: Context, figures: list[int | None]) -> list[int | None]:
    """Return the figures with nothing in the first year, as where the first column is the year of decision."""
    return [0, *figures[:-1]] if len(figures) == 5 else figures


def _code(ctx: Context, code: str, number: int) -> str:
    suffix = ctx.rng.choices(("", "b"), (85, 15))[0]
    return f"{code}{number:02d}{suffix}" + (" – [REVIDERET]" if suffix and ctx.chance(0.6) else "")


def _investment(b: Builder, code: str, number: int, count: int) -> int:
    cost = b.ctx.amount(300, 2500)
    shares = ([1, 1, 0, 0, 0], [0.5, 1, 1, 0, 0])[b.ctx.rng.randrange(2)][:count]
    figures = [round(cost * share / b.ctx.grain) * b.ctx.grain for share in shares]
    return b.row("Investeringsbehov, igangsættelse", figures, number=f"{code}{number:02d}")


def _stack(b: Builder, parts: list[int], count: int) -> None:
    """Give one proposal a second line in each cell: its transfers, which the net leaves out."""
    row = b.rows[b.ctx.rng.choice(parts)]
    row.label += ": Service / Overførsler"
    exact = [None if not figure else figure // 2 for figure in b.exact[b.rows.index(row)]]
    exact = [None if figure is None else figure // b.ctx.grain * b.ctx.grain for figure in exact]
    row.second = [None if figure is None else b.style.unit.rounded(figure) for figure in exact[:count]]


def all_groups(ctx: Context, names: list[str], years: list[int], listed: bool) -> Made:
    """Return the last table: the nets of all groups, listed and summed or only their sum. Figures come by carrying."""
    b = Builder(ctx, "catalogue_total", year_columns(years))
    if listed:
        for name in names:
            b.row(name)
        b.total(ctx.rng.choice(("I alt", "Nettoeffektivisering i alt")), range(len(b.rows)))
    else:
        b.row("Nettoeffektivisering (service)", kind="total")
    return made(b, label_head="" if listed else "I alt")

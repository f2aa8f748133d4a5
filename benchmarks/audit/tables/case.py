"""The tables of a business case: total economy, its twin per kind of spending, investments, shares of committees."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.audit import words
from benchmarks.audit.builder import Builder, Context, Exact, Made, made, phased, year_columns
from benchmarks.audit.model import Column


@dataclass
class Line:
    """A line of a case: its amounts per year and where it stands in Tabel 1."""

    label: str
    area: str
    exact: list[Exact]
    row: int = -1


@dataclass
class Case:
    """What a case is about; the tables are drawn from it, so that they agree."""

    years: list[int]
    permanent: list[Line]
    implementation: list[Line] = field(default_factory=list)
    totals: dict[str, int] = field(default_factory=dict)

    def of(self, area: str) -> list[Line]:
        return [line for line in self.permanent if line.area == area]


def draw_case(ctx: Context) -> Case:
    """Return the lines of a case: savings, what they cost, perhaps transfers and implementation."""
    count = ctx.rng.choice((4, 4, 5))
    sign = ctx.saving_sign
    lines = [Line(x, "Service", phased(ctx, count, 600, 9000)) for x in ctx.some(words.SERVICE_SAVINGS, 1, 4)]
    lines += [Line(x, "Service", phased(ctx, count, 100, 900, -sign)) for x in ctx.some(words.SERVICE_COSTS, 1, 3)]
    if ctx.chance(0.35):
        lines.append(Line(ctx.rng.choice(words.TRANSFER_LINES), "Overførsler", phased(ctx, count, 200, 1500)))
    case = Case(ctx.years(count), lines)
    if ctx.chance(0.6):
        case.implementation = _implementation(ctx, count)
    return case


def _implementation(ctx: Context, count: int) -> list[Line]:
    """Return costs of the first years only."""
    lines = [Line(x, "Service", _once(ctx, count)) for x in ctx.some(words.IMPLEMENTATION, 1, 3)]
    if ctx.chance(0.3):
        lines.append(Line(ctx.rng.choice(words.CAPITAL), "Anlæg", _once(ctx, count)))
    return lines


def _once(ctx: Context, count: int) -> list[Exact]:
    cost = -ctx.saving_sign * ctx.amount(150, 1900)
    years = ctx.rng.randint(1, 2)
    return [cost if i < years else 0 for i in range(count)]


def total_economy(ctx: Context, case: Case) -> Made:
    """Return Tabel 1: permanent changes, implementation, the total effect, and perhaps the payback."""
    b = Builder(ctx, "total_economy", year_columns(case.years))
    b.row("Varige ændringer", kind="heading")
    permanent = _add_lines(b, case.permanent)
    case.totals["permanent"] = b.total("Samlet varig ændring", permanent, "subtotal")
    if case.implementation:
        b.row("Implementeringsomkostninger", kind="heading")
        costs = _add_lines(b, case.implementation)
        case.totals["implementation"] = b.total("Samlede implementeringsomkostninger", costs, "subtotal")
        b.total("Samlet økonomisk påvirkning", list(case.totals.values()))
        _paybacks(b, case)
    elif ctx.chance(0.3):
        b.total("Samlet økonomisk påvirkning", [case.totals["permanent"]])
    return made(b, category_head=ctx.rng.choice(("Styringsområde", "Styrings-område")))


def _add_lines(b: Builder, lines: list[Line]) -> list[int]:
    for line in lines:
        line.row = b.row(line.label, line.exact, category=line.area)
    return [line.row for line in lines]


def _paybacks(b: Builder, case: Case) -> None:
    """Add the payback rows, where discounting or not gives the same number of years."""
    for label, lines in (
        ("Tilbagebetalingstid baseret på serviceeffektivisering", case.of("Service")),
        ("Tilbagebetalingstid baseret på totaløkonomi", case.permanent),
    ):
        simple, discounted = (_payback(b.ctx, lines, case.implementation, rate) for rate in (0.0, 0.03))
        if simple == discounted and simple is not None:
            b.row(label, kind="payback", text=f"{simple} år")


def _payback(ctx: Context, lines: list[Line], costs: list[Line], rate: float) -> int | None:
    """Return the years until the sum of effects has paid the costs; the last year's permanent change repeats."""
    count = len(lines[0].exact)
    left = 0.0
    for year in range(20):
        effect = sum(line.exact[min(year, count - 1)] or 0 for line in lines)
        effect += sum(line.exact[year] or 0 for line in costs) if year < count else 0
        left += -ctx.saving_sign * effect / (1 + rate) ** year
        if left <= 0:
            return year + 1
    return None


def permanent_changes(ctx: Context, case: Case, area: str) -> Made:
    """Return Tabel 2: the lines of one kind of spending, the twin of Tabel 1's lines."""
    b = Builder(ctx, "permanent_changes", year_columns(case.years))
    for line in case.of(area):
        b.row(line.label, line.exact)
    b.total(f"Varige ændringer totalt, {area.lower()}", range(len(b.rows)))
    return made(b)


def investments(ctx: Context, case: Case) -> Made:
    """Return the table of implementation costs with a total per line."""
    count = len(case.years)
    b = Builder(ctx, "investments", [*year_columns(case.years), Column("I alt", "total")])
    for line in case.implementation:
        b.row(line.label, line.exact)
    b.total("Investeringer totalt", range(len(b.rows)))
    b.across("row_total", count, [(1, col) for col in range(count)])
    return made(b)


def allocation(ctx: Context, case: Case) -> Made:
    """Return the committees' shares of the permanent change by a key in per cent."""
    b = Builder(ctx, "allocation", year_columns(case.years))
    names = ctx.some(words.COMMITTEES, 1, 3)
    keys = _keys(ctx, len(names))
    whole = [sum(line.exact[i] or 0 for line in case.permanent) for i in range(len(case.years))]
    shared = [_share(year, keys) for year in whole]
    for number, (name, key) in enumerate(zip(names, keys, strict=True)):
        b.row(name, [year[number] for year in shared], key=f"{key} %")
    case.totals["allocation"] = b.total("Total", range(len(names)), key="100 %")
    return made(b, label_head="Udvalg", key_head="Fordelingsnøgle")


def _keys(ctx: Context, count: int) -> list[int]:
    cuts = sorted(ctx.rng.sample(range(15, 86, 5), count - 1))
    return [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]


def _share(ore: int, keys: list[int]) -> list[int]:
    """Share an amount by key; the last takes what is left, so that no øre is lost."""
    parts = [ore * key // 100 for key in keys[:-1]]
    return [*parts, ore - sum(parts)]

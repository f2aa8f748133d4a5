"""The kinds of papers: which tables stand together, under which headings, and what ties them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from benchmarks.audit import words
from benchmarks.audit.assembly import Assembly, carry, carry_years
from benchmarks.audit.builder import Context, Made, draw_context
from benchmarks.audit.model import Paper, Pos, Relation
from benchmarks.audit.tables import budget, case, catalogue, operations, status


def make_paper(seed: int) -> Paper:
    """Return the clean paper of a seed; the same seed gives the same paper."""
    rng = Random(seed)
    ctx = draw_context(rng)
    kind = rng.choices(list(KINDS), [weight for weight, _ in KINDS.values()])[0]
    place = rng.choice(words.MUNICIPALITIES)
    paper = Paper(seed, kind, "", ctx.style)
    paper.text_variant = rng.choices(("tab", "pipe", "aligned"), (60, 20, 20))[0]
    KINDS[kind][1](ctx, Assembly(ctx, paper), place)
    return paper


def _start(a: Assembly, title: str) -> None:
    a.paper.title = title
    a.heading(title)
    a.text(*a.ctx.some(words.INTRO, 0, 2))


def _action_plan(ctx: Context, a: Assembly, place: str) -> None:
    """An action plan's status, as a committee gets it at the end of the year."""
    _start(a, f"Status på den økonomiske handleplan for det specialiserede voksenområde, {place} Kommune, {ctx.year}")
    ctx.saving_sign = 1
    plan = status.plan_status(ctx)
    note = status.net_note(ctx, plan) if ctx.chance(0.8) else None
    a.table(plan, f"Status på handleplanen ultimo {ctx.year}")
    a.note(note)
    a.filler()
    for make, title in ctx.some(_FOLLOW_UPS, 0, 2):
        a.table(make(ctx), title)
        a.filler()


def _catalogue(ctx: Context, a: Assembly, place: str) -> None:
    """A savings catalogue: groups with their nets, and all of them together."""
    _start(a, f"Bilag 1: Omprioriteringskatalog for budget {ctx.year}, {place} Kommune")
    ctx.saving_sign = -1
    names = ctx.some(words.TARGET_GROUPS, 2, 5)
    years = ctx.years(ctx.rng.choice((4, 5)), ctx.year - 1)
    title_row = ctx.chance(0.5)
    a.caption_style = "named" if a.caption_style == "numbered" else a.caption_style
    groups = []
    for name in names:
        groups.append(a.table(catalogue.group(ctx, name, years), name, title_row=title_row))
    nets = [(1, table, len(a.paper.tables[table].rows) - 1) for table in groups]
    _all_groups(ctx, a, names, years, nets)
    a.sign_note()


def _all_groups(
    ctx: Context, a: Assembly, names: list[str], years: list[int], nets: list[tuple[int, int, int]]
) -> None:
    listed = ctx.chance(0.5)
    last = a.table(catalogue.all_groups(ctx, names, years, listed), "Samlet oversigt" if listed else "")
    rows = [(row, [net]) for row, net in enumerate(nets)] if listed else [(0, nets)]
    if listed:
        rows.append((len(nets), nets))
    for row, terms in rows:
        carry(a.paper, (last, row), terms)
        a.tie("carried", (last, row), terms)
    a.fact(last, len(a.paper.tables[last].rows) - 1, 0.6)


def _business_case(ctx: Context, a: Assembly, place: str) -> None:
    """A business case: Tabel 1, its twins, investments, prices and the committees' shares."""
    _start(a, f"Business case: {ctx.rng.choice(words.PROPOSALS)}, {place} Kommune")
    drawn = case.draw_case(ctx)
    first = a.table(case.total_economy(ctx, drawn), "Forslagets samlede økonomi")
    a.sign_note()
    a.fact(first, drawn.totals["permanent"])
    a.heading("Økonomi")
    a.filler()
    for area in ("Service", "Overførsler"):
        if drawn.of(area):
            _twin(ctx, a, drawn, area, first)
    if drawn.implementation and ctx.chance(0.7):
        _investments(ctx, a, drawn, first)
    if ctx.chance(0.4):
        a.table(operations.unit_prices(ctx), "Enhedspriser")
    _shares_and_criteria(ctx, a, drawn, first)


def _twin(ctx: Context, a: Assembly, drawn: case.Case, area: str, first: int) -> None:
    """Add the table of one kind of spending and tie its lines to Tabel 1's."""
    twin = a.table(case.permanent_changes(ctx, drawn, area), f"Varige ændringer, {area.lower()}")
    for row, line in enumerate(drawn.of(area)):
        a.tie("twin", (twin, row), [(1, first, line.row)])
    if len(drawn.of(area)) == len(drawn.permanent):
        a.tie("carried", (twin, len(drawn.permanent)), [(1, first, drawn.totals["permanent"])])


def _investments(ctx: Context, a: Assembly, drawn: case.Case, first: int) -> None:
    table = a.table(case.investments(ctx, drawn), "Implementeringsomkostninger, investeringer")
    for row, line in enumerate(drawn.implementation):
        a.tie("twin", (table, row), [(1, first, line.row)])
    a.tie("carried", (table, len(drawn.implementation)), [(1, first, drawn.totals["implementation"])])


def _shares_and_criteria(ctx: Context, a: Assembly, drawn: case.Case, first: int) -> None:
    if ctx.chance(0.5):
        head = ["Succeskriterium", "Hvordan måles det", "Hvem er ansvarlig", "Hvornår følges der op"]
        a.heading("Opfølgning")
        a.text_table([head, *[list(row) for row in ctx.some(words.CRITERIA, 1, 3)]])
    if ctx.chance(0.5):
        table = a.table(case.allocation(ctx, drawn), "Varige ændringer fordelt på udvalg")
        a.tie("carried", (table, drawn.totals["allocation"]), [(1, first, drawn.totals["permanent"])])


def _budget_proposal(ctx: Context, a: Assembly, place: str) -> None:
    """One proposal for the budget negotiations."""
    _start(a, f"Budgetforslag {ctx.year}: {ctx.rng.choice(words.PROPOSALS)}, {place} Kommune")
    ctx.saving_sign = -1
    a.text_table([["Udvalg", "Socialudvalget"], ["Forslagsstiller", "Administrationen"], ["Udgiftstype", "Service"]])
    made = budget.proposal(ctx)
    net = next(i for i, row in enumerate(made[0].rows) if row.kind == "net")
    table = a.table(made)
    a.sign_note()
    a.fact(table, net)
    a.filler()
    for make, title in ctx.some(((status.targets, "Måltal"), (status.yearly_measures, "Tiltag i forslaget")), 0, 2):
        a.table(make(ctx), title)


def _discussion(ctx: Context, a: Assembly, place: str) -> None:
    """A committee's discussion of the economy: forecast, measures in two tables, and what they come to together."""
    _start(a, f"Temadrøftelse af det specialiserede socialområde, {place} Kommune")
    a.starred(a.table(budget.forecast(ctx), f"Budget og forventet forbrug {ctx.year}"), 0.25)
    a.filler()
    first = a.table(status.yearly_measures(ctx), "Effektiviserings- og prioriteringskatalog")
    if ctx.chance(0.4):
        _outlook(ctx, a, first)
    elif ctx.chance(0.6):
        _together(ctx, a, first)
    if ctx.chance(0.4):
        a.table(operations.key_figures(ctx), "Udvikling i borgere og priser")


def _outlook(ctx: Context, a: Assembly, measures: int) -> None:
    """Add the expected budget, and what it becomes when the measures are carried out."""
    expected, after = budget.outlook(ctx, ctx.year)
    before = a.table(expected, "Korrigeret og forventet budget")
    total = len(expected[0].rows) - 1
    last = a.table(after, "Budgettet, hvis tiltagene gennemføres")
    saving = (-ctx.saving_sign, measures, len(a.paper.tables[measures].rows) - 1)
    estimate = [(1, before, total), saving]
    carry_years(a.paper, (last, 0), estimate)
    a.tie("carried", (last, 0), estimate)
    budget_now = Pos(before, total, 0)
    for col in range(len(after[0].columns)):
        value = (a.paper.at(Pos(last, 0, col)) or Decimal(0)) - (a.paper.at(budget_now) or Decimal(0))
        after[0].rows[1].figures[col] = value
        terms = ((1, Pos(last, 0, col)), (-1, budget_now))
        a.paper.relations.append(Relation("carried", Pos(last, 1, col), terms))


def _together(ctx: Context, a: Assembly, first: int) -> None:
    """Add a second table of measures, and one that carries both totals."""
    second = a.table(status.yearly_measures(ctx), "Øvrige planlagte tiltag")
    years = [column.year for column in a.paper.tables[first].columns if column.year]
    names = ["Effektiviserings- og prioriteringskatalog", "Øvrige planlagte tiltag"]
    last = a.table(catalogue.all_groups(ctx, names, years, listed=True), "Samlet estimat")
    totals = [(1, table, len(a.paper.tables[table].rows) - 1) for table in (first, second)]
    for row, terms in ((0, totals[:1]), (1, totals[1:]), (2, totals)):
        carry(a.paper, (last, row), terms)
        a.tie("carried", (last, row), terms)
    a.fact(last, 2, 0.5)


def _follow_up(ctx: Context, a: Assembly, place: str) -> None:
    """A note on follow-up: several tables of different kinds."""
    _start(a, f"Budgetopfølgning på socialområdet, {place} Kommune")
    for make, title in ctx.some(_FOLLOW_UPS, 2, 6):
        a.filler(0.7)
        a.starred(a.table(make(ctx), title))


_FOLLOW_UPS: tuple[tuple[Callable[[Context], Made], str], ...] = (
    (status.estimates, "Bruttobesparelse, tidligere og nuværende skøn"),
    (status.achieved, "Vedtagne og opnåede besparelser"),
    (operations.flow, "Til- og afgang på kommunens dagtilbud"),
    (operations.periods, "Besparelser pr. kvartal"),
    (operations.plain_years, "Puljer og særlige bevillinger"),
    (operations.key_figures, "Nøgletal"),
    (operations.unit_prices, "Mængder og priser"),
    (budget.sections, "Udgifter pr. paragraf"),
    (budget.forecast, "Budget og forventet regnskab"),
    (status.yearly_measures, "Effekt af tiltag"),
    (status.targets, "Måltal"),
)

KINDS: dict[str, tuple[int, Callable[[Context, Assembly, str], None]]] = {
    "action_plan": (18, _action_plan),
    "catalogue": (16, _catalogue),
    "business_case": (26, _business_case),
    "budget_proposal": (10, _budget_proposal),
    "discussion": (14, _discussion),
    "follow_up": (16, _follow_up),
}

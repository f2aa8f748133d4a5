"""The tables of what papers hold around a plan: adopted savings, flows, outlooks of budgets and effect accounts."""

from collections.abc import Iterable, Iterator

from effektspor.core.period import danish_date
from effektspor.core.plans.effect_account import AccountYear, EffectAccount
from effektspor.core.plans.flow import FlowPlace, FlowTable
from effektspor.core.plans.outlook import BudgetOutlook, MeasureGroup, OutlookLine
from effektspor.core.plans.plan import PlanSum
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.strategy import AdoptedSavings
from effektspor.core.plans.year_sums import YearSums
from effektspor.core.year_amounts import YearAmounts, sum_years
from effektspor.reports.sentence import capitalised
from effektspor.web.plans.shown import (
    EMPTY,
    Head,
    ShownCell,
    ShownRow,
    ShownTable,
    amount_cell,
    number_cell,
    text_cell,
)

ADOPTED, FLOW, OUTLOOK, MEASURES, EFFECT = "vedtaget-", "flow-", "budget-", "tiltag-i-budget-", "effekt-"


def adopted_table(part_id: int, savings: AdoptedSavings) -> ShownTable:
    """Return adopted savings by year beside what is realised, with sums."""
    printed = savings.printed
    years = sum_years(line.adopted for line in savings.lines).years
    realised = savings.realised_label or "Realiseret"
    heads = (
        Head("Besparelse", numeric=False), *_year_heads(years, printed, "Vedtaget "), Head(realised, printed.unit.name),
        Head("Mod vedtaget", printed.unit.name, wide=True),
    )  # fmt: skip
    rows = [
        ShownRow(
            (
                text_cell(line.label),
                *_amounts(line.adopted, years, printed),
                _amount(line.realised_ore, printed),
                _amount(savings.difference_ore(line), printed, plus=True),
            )
        )
        for line in savings.lines
    ]
    total, computed = savings.realised, savings.adopted
    sums = (*_amounts(computed.shown, years, printed), _amount(total.shown_ore if total else None, printed), EMPTY)
    rows.append(ShownRow((text_cell("I alt"), *sums), "net"))
    notes = (*_differing("vedtaget", computed, printed), *_sum_notes("realiseret", total, printed), savings.note)
    return ShownTable(
        f"{ADOPTED}{part_id}", savings.title, f"{_unit(printed)}; besparelser er positive.", heads, tuple(rows),
        tuple(note for note in notes if note),
    )  # fmt: skip


def flow_table(part_id: int, flow: FlowTable) -> ShownTable:
    """Return places with opening, in and out of each period, and the closing that follows, beside the stated one."""
    opening = f"{danish_date(flow.opening_on)}" if flow.opening_on else "Start"
    closing = f"{danish_date(flow.closing_on)}" if flow.closing_on else "Slut"
    moves = [Head(word, period) for period in flow.periods for word in ("Tilgang", "Afgang")]
    heads = (
        Head("Tilbud", numeric=False),
        Head("Antal", opening),
        *moves,
        Head("Beregnet", closing, wide=True),
        Head("Trykt", closing),
    )
    rows = [_flow_row(place) for place in flow.places]
    total = flow.total
    rows.append(_flow_row(total, "net"))
    notes = [f"{place.name}: {place.as_sum()}, men papiret siger {place.stated_closing.danish()}."
             for place in flow.places if not place.agrees and place.stated_closing]  # fmt: skip
    if not notes:
        notes = ["Start plus tilgang minus afgang giver det trykte antal i alle rækker."]
    return ShownTable(f"{FLOW}{part_id}", flow.title, "Antal borgere eller pladser.", heads, tuple(rows), tuple(notes))


def outlook_table(part_id: int, outlook: BudgetOutlook) -> ShownTable:
    """Return the lines of a budget, corrected and expected, and the difference in the paper's own order."""
    printed, order = outlook.printed, outlook.order
    years = sum_years((*(line.corrected for line in outlook.lines), *(line.expected for line in outlook.lines))).years
    corrected = [year for year in years if outlook.corrected.shown.at(year) is not None]
    expected = [year for year in years if outlook.expected.shown.at(year) is not None]
    both = [year for year in corrected if year in expected]
    heads = (
        Head("Område", numeric=False), *_year_heads(corrected, printed, "Korrigeret "),
        *_year_heads(expected, printed, "Forventet "), *_year_heads(both, printed, "Forskel "),
    )  # fmt: skip
    rows = [_outlook_row(line, outlook, (corrected, expected, both)) for line in outlook.lines]
    difference = outlook.difference.shown
    meanings = {year: order.meaning(difference.at(year) or 0) for year in both}
    sums = (
        *_amounts(outlook.corrected.shown, corrected, printed),
        *_amounts(outlook.expected.shown, expected, printed),
        *(_amount(difference.at(year), printed, under=meanings[year]) for year in both),
    )
    rows.append(ShownRow((text_cell("I alt"), *sums), "net"))
    notes = (
        f"Forskel er {order.danish}.",
        *_differing("korrigeret", outlook.corrected, printed),
        *_differing("forventet", outlook.expected, printed),
        *_differing("forskel", outlook.difference, printed),
    )
    return ShownTable(
        f"{OUTLOOK}{part_id}", outlook.title, f"{_unit(printed)}.", heads, tuple(rows), notes if both else notes[1:]
    )


def _outlook_row(line: OutlookLine, outlook: BudgetOutlook, years: tuple[list[int], list[int], list[int]]) -> ShownRow:
    printed, (corrected, expected, both) = outlook.printed, years
    difference = line.difference(outlook.order).shown
    return ShownRow(
        (
            text_cell(line.label),
            *_amounts(line.corrected, corrected, printed),
            *_amounts(line.expected, expected, printed),
            *(_amount(difference.at(year), printed) for year in both),
        )
    )


def estimate_table(part_id: int, outlook: BudgetOutlook) -> ShownTable | None:
    """Return the measures against a budget by year, and what is then left of it; None where there are none."""
    measures = outlook.measures.shown
    if not measures:
        return None
    printed = outlook.printed
    years = sum_years((measures, outlook.estimated_budget.shown)).years
    rows: list[ShownRow] = []
    for group in outlook.groups:
        rows += _group_rows(group, years, printed)
    rows += [_named("Tiltag i alt", measures, years, printed, "sub"), *_left(outlook, years)]
    heads = (Head("Tiltag", numeric=False), *_year_heads(years, printed))
    notes = (
        *_differing("tiltag i alt", outlook.measures, printed),
        *_differing("skønnet budget", outlook.estimated_budget, printed),
        *_differing("mod korrigeret budget", outlook.budget_difference, printed),
    )
    title = f"{outlook.title}: tiltag og skønnet budget"
    caption = f"{_unit(printed)}; besparelser er positive. Skønnet budget er forventet minus tiltag."
    return ShownTable(f"{MEASURES}{part_id}", title, caption, heads, tuple(rows), notes)


def _group_rows(group: MeasureGroup, years: tuple[int, ...], printed: PrintedAs) -> Iterator[ShownRow]:
    for line in group.lines:
        yield ShownRow((text_cell(line.label, under=group.kind.danish), *_amounts(line.amounts, years, printed)))
    yield _named(group.title, group.total(printed).shown, years, printed, "sub")


def _left(outlook: BudgetOutlook, years: tuple[int, ...]) -> Iterator[ShownRow]:
    printed, expected = outlook.printed, outlook.expected.shown
    yield _named("Forventet forbrug", expected, years, printed)
    yield _named("Skønnet budget", outlook.estimated_budget.shown, years, printed, "sum")
    if outlook.base_budget_ore is None:
        return
    base = f" {outlook.base_year}" if outlook.base_year else ""
    difference, order = outlook.budget_difference.shown, outlook.order
    cells = (
        _amount(ore, printed, under=order.meaning(ore)) if (ore := difference.at(year)) is not None else EMPTY
        for year in years
    )
    yield ShownRow((text_cell(f"Mod korrigeret budget{base}", under=order.danish), *cells), "net")


def effect_table(part_id: int, account: EffectAccount) -> ShownTable:
    """Return realised effect against targets, year by year and accumulated, with the sums."""
    printed = account.printed
    unit = printed.unit.name
    heads = (
        Head("År", numeric=False), Head("Realiseret", unit), Head("Mål", unit), Head("Mod mål", unit),
        Head("Realiseret i alt", unit, wide=True), Head("Mål i alt", unit, wide=True), Head("Status", numeric=False),
    )  # fmt: skip
    rows = [_account_row(year, printed) for year in account.years]
    realised, target = account.realised_sum, account.target_sum
    difference = realised.shown_ore - target.shown_ore if target else None
    sums = (_amount(realised.shown_ore, printed), _amount(target.shown_ore if target else None, printed))
    status = text_cell(account.status.danish)
    rows.append(
        ShownRow((text_cell("I alt"), *sums, _amount(difference, printed, plus=True), EMPTY, EMPTY, status), "net")
    )
    notes = (*_sum_notes("realiseret", realised, printed), *_target_notes(account))
    caption = f"{_unit(printed)}; besparelser er positive."
    return ShownTable(f"{EFFECT}{part_id}", account.title, caption, heads, tuple(rows), notes)


def _account_row(year: AccountYear, printed: PrintedAs) -> ShownRow:
    return ShownRow(
        (
            text_cell(str(year.year)),
            _amount(year.realised_ore, printed),
            _amount(year.target_ore, printed),
            _amount(year.difference_ore, printed, plus=True),
            _amount(year.realised_total_ore, printed),
            _amount(year.target_total_ore, printed),
            text_cell(year.status.danish),
        )
    )


def _target_notes(account: EffectAccount) -> Iterator[str]:
    """What the paper's own sum of targets can be; one that nothing explains is said to differ."""
    targets, printed, total = account.targets, account.printed, account.target_sum
    if targets.said and targets.said is not targets.accumulation:
        yield f"Papiret kalder måltallene {targets.said.danish}; de er læst som {targets.accumulation.danish}."
    if total is None or total.stated_ore is None or total.agrees:
        return
    stated, computed = printed.danish(total.stated_ore), printed.danish(total.computed_ore)
    readings = targets.sum_readings(total.bound_ore)
    why = f" Det trykte kan være {' eller '.join(each.danish for each in readings)}." if readings else ""
    yield f"Papiret angiver {stated} {printed.unit.name} i mål, men årene giver {computed}. Her står {computed}.{why}"


def _flow_row(place: FlowPlace, css: str = "") -> ShownRow:
    moves = [number_cell(number) for move in place.moves for number in (move.incoming, move.outgoing)]
    stated = number_cell(place.stated_closing)
    doubted = ShownCell(stated.text, stated.number, doubt=not place.agrees)
    return ShownRow(
        (text_cell(place.name), number_cell(place.opening), *moves, number_cell(place.computed_closing), doubted), css
    )


def _named(label: str, amounts: YearAmounts, years: Iterable[int], printed: PrintedAs, css: str = "") -> ShownRow:
    return ShownRow((text_cell(label), *_amounts(amounts, years, printed)), css)


def _amounts(amounts: YearAmounts, years: Iterable[int], printed: PrintedAs) -> tuple[ShownCell, ...]:
    return tuple(_amount(amounts.at(year), printed) for year in years)


def _amount(ore: int | None, printed: PrintedAs, *, plus: bool = False, under: str = "") -> ShownCell:
    return amount_cell(ore, printed.unit, printed.decimals, plus=plus, under=under)


def _year_heads(years: Iterable[int], printed: PrintedAs, before: str = "") -> Iterator[Head]:
    return (Head(f"{before}{year}", printed.unit.name) for year in years)


def _unit(printed: PrintedAs) -> str:
    level = printed.price_level
    priced = f"{level}-priser" if level and level.isdigit() else level or "prisniveau ikke oplyst"
    unit = printed.unit.name if printed.unit_stated else f"{printed.unit.name} (papiret nævner ingen enhed)"
    return f"{capitalised(unit)}, {priced}"


def _differing(what: str, sums: YearSums, printed: PrintedAs) -> Iterator[str]:
    for year in sums.differing_years:
        stated, computed = printed.danish(sums.stated.at(year) or 0), printed.danish(sums.computed.at(year) or 0)
        yield f"{capitalised(what)} {year}: papiret siger {stated}, men rækkerne giver {computed}. Her står {computed}."


def _sum_notes(what: str, total: PlanSum | None, printed: PrintedAs) -> Iterator[str]:
    if total is None or total.stated_ore is None or total.agrees:
        return
    stated, computed = printed.danish(total.stated_ore), printed.danish(total.computed_ore)
    yield f"{capitalised(what)} i alt: papiret siger {stated}, men rækkerne giver {computed}. Her står {computed}."

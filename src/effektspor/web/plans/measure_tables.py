"""The tables of measures beside the status: targets by year, the status as rows of a file, and adopted proposals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from effektspor.app.own_plan import OWN_TITLE
from effektspor.app.plan_ports import MeasureComment
from effektspor.app.proposal_ports import AdoptedMeasure, BudgetChange, Decision
from effektspor.core.money import sum_ore
from effektspor.core.period import danish_date
from effektspor.core.plans.plan import Measure, Plan
from effektspor.core.plans.targets import Accumulation
from effektspor.core.unit import THOUSAND
from effektspor.core.year_amounts import YearAmounts, sum_years
from effektspor.reports.plan_words import compute_caption
from effektspor.reports.sentence import anchor_of, capitalised, one_line
from effektspor.web.plans.page import PlanView
from effektspor.web.plans.shown import EMPTY, Head, ShownCell, ShownRow, ShownTable, amount_cell, text_cell

MEASURES, TARGETS, ADOPTED, CHANGES = "tiltag", "maal-pr-aar", "forslag", "budgetaendringer"
_NO_CONVENTION = "Planen siger ikke, hvordan en varig effekt tæller i måltallene."


@dataclass(frozen=True, slots=True)
class Adopted:
    """What decisions on proposals have made: measures, the decisions in force by id, and changes of the budget.

    `plan` is the measures as persons say them, in the same order; `addresses` says where each is written of, by its
    number, and is empty for those who may not.
    """

    measures: Sequence[AdoptedMeasure]
    decisions: Mapping[int, Decision]
    changes: Sequence[BudgetChange]
    plan: Plan
    comments: Mapping[str, tuple[MeasureComment, ...]]
    addresses: Mapping[str, str]

    @property
    def pairs(self) -> list[tuple[AdoptedMeasure, Measure]]:
        return list(zip(self.measures, self.plan.measures, strict=True))


def status_table(view: PlanView, plan: Plan) -> ShownTable:
    """Return the plan's status with all that is said of each measure, as a file has it."""
    unit = plan.unit.name
    heads = (
        Head("Nr.", numeric=False), Head("Tiltag", numeric=False), Head("Mål", unit), Head("Realiseret", unit),
        Head("Forventet", unit), Head("Mod mål", unit), Head("Status", numeric=False), Head("Ansvarlig", numeric=False),
        Head("Styringsområde", numeric=False), Head("Indikatorer", numeric=False), Head("Statustekst", numeric=False),
        Head("Kommentarer", numeric=False),
    )  # fmt: skip
    rows = []
    for line in view.lines:
        target, realised, difference = (ShownCell(cell.text, cell.number) for cell in line.row.cells)
        measure = line.measure
        expected = amount_cell(measure.expected_ore, plan.unit, plan.decimals) if measure else ShownCell(line.expected)
        said = (measure.owner, measure.control_area, "\n".join(measure.indicators)) if measure else ("", "", "")
        comments = "\n".join(f"{each.text} ({each.by})" for each in line.comments)
        words = (line.row.category or "", *said, line.row.text or "", comments)
        named = (text_cell(line.row.number or ""), text_cell(line.row.label))
        rows.append(
            ShownRow((*named, target, realised, expected, difference, *(text_cell(word) for word in words)), line.css)
        )
    return ShownTable(MEASURES, "Tiltag", compute_caption(plan), heads, tuple(rows))


def targets_table(plan: Plan) -> ShownTable | None:
    """Return each measure's own target year by year, where more than one year has any; None where not."""
    measures = [measure for measure in (*plan.savings, *plan.investments) if _yearly(plan, measure)]
    years = sum_years(_yearly(plan, measure) for measure in measures).years
    if len(years) < 2:
        return None
    heads = (Head("Tiltag", numeric=False), *(Head(str(year), plan.unit.name) for year in years))
    rows = [_target_row(plan, measure, years) for measure in measures]
    total = sum_years(_yearly(plan, measure) for measure in measures)
    rows.append(ShownRow((text_cell("Netto"), *_amounts(total, years, plan)), "net"))
    convention = plan.convention.danish if plan.convention else ""
    words = f"Måltallene er {convention}." if convention else _NO_CONVENTION
    caption = f"{compute_caption(plan)} Hvert års eget mål."
    return ShownTable(TARGETS, "Mål pr. år", caption, heads, tuple(rows), (words, *_accumulated(measures)))


def _yearly(plan: Plan, measure: Measure) -> YearAmounts:
    """A measure's own target of each year; one that only has a target of the plan's year has that."""
    if measure.targets:
        return measure.targets.yearly
    return YearAmounts.of({plan.year: measure.target_ore}) if plan.year is not None else YearAmounts()


def _target_row(plan: Plan, measure: Measure, years: Iterable[int]) -> ShownRow:
    link = f"#{anchor_of(measure.number)}"
    name = text_cell(f"{measure.number} {one_line(measure.title)}", link, measure.owner)
    return ShownRow((name, *_amounts(_yearly(plan, measure), years, plan)))


def _amounts(amounts: YearAmounts, years: Iterable[int], plan: Plan) -> tuple[ShownCell, ...]:
    return tuple(amount_cell(amounts.at(year), plan.unit, plan.decimals) for year in years)


def _accumulated(measures: Iterable[Measure]) -> tuple[str, ...]:
    numbers = [m.number for m in measures if m.targets and m.targets.accumulation is Accumulation.ACCUMULATED]
    return (f"Tiltag {', '.join(numbers)} har akkumulerede måltal; her står hvert års eget.",) if numbers else ()


def adopted_table(adopted: Adopted) -> ShownTable | None:
    """Return the measures of adopted proposals with targets by year, gross, investment and net; None without any."""
    if not adopted.measures:
        return None
    measures = adopted.plan.measures
    years = sum_years(each.targets.yearly for each in measures).years
    expected = any(each.expected_ore is not None for each in measures)
    unit = THOUSAND.name
    heads = (
        Head("Forslag", numeric=False), Head("Tiltag", numeric=False), *(Head(str(year), unit) for year in years),
        *([Head("Forventet", unit)] if expected else []), Head("Besluttet", numeric=False, wide=True),
    )  # fmt: skip
    savings = [pair for pair in adopted.pairs if not pair[0].investment]
    investments = [pair for pair in adopted.pairs if pair[0].investment]
    rows = [_adopted_row(pair, adopted, years, expected) for pair in savings]
    if savings and investments:
        rows.append(_adopted_sum("Brutto", [measure for _, measure in savings], years, "sub", expected))
    rows += [_adopted_row(pair, adopted, years, expected) for pair in investments]
    rows.append(_adopted_sum("Netto", measures, years, "net", expected))
    caption = f"{capitalised(unit)}; besparelser er positive, en investering er negativ."
    return ShownTable(ADOPTED, OWN_TITLE, caption, heads, tuple(rows), _conventions(adopted.plan))


def proposal_address(code: str) -> str:
    return f"/forslag/{quote(code, safe='')}"


def _adopted_row(
    pair: tuple[AdoptedMeasure, Measure], adopted: Adopted, years: Iterable[int], expected: bool
) -> ShownRow:
    each, measure = pair
    decision = adopted.decisions.get(each.decision_id)
    said = f"{decision.body}, {danish_date(decision.decided_on)}" if decision else ""
    amounts = [amount_cell(measure.targets.yearly.at(year), THOUSAND, 0) for year in years]
    if expected:
        amounts.append(amount_cell(measure.expected_ore, THOUSAND, 0))
    comments = adopted.comments.get(measure.number, ())
    words = (measure.owner, "; ".join(measure.indicators), one_line(measure.status_text), *(c.text for c in comments))
    title = text_cell(
        one_line(measure.title), adopted.addresses.get(measure.number, ""), " · ".join(filter(None, words))
    )
    decided = text_cell(said, under=decision.outcome.danish if decision else "")
    return ShownRow((text_cell(each.code, proposal_address(each.code)), title, *amounts, decided))


def _adopted_sum(label: str, measures: Sequence[Measure], years: Iterable[int], css: str, expected: bool) -> ShownRow:
    total = sum_years(each.targets.yearly for each in measures)
    cells = [amount_cell(total.at(year), THOUSAND, 0) for year in years]
    if expected:
        stated = [each.expected_ore for each in measures if each.expected_ore is not None]
        cells.append(amount_cell(sum_ore(stated) if stated else None, THOUSAND, 0))
    return ShownRow((text_cell(label), EMPTY, *cells, EMPTY), css)


def _conventions(plan: Plan) -> tuple[str, ...]:
    if plan.convention:
        return (f"Måltallene er {plan.convention.danish}.",)
    return ("Måltallene tælles ikke ens i alle forslag; summen er derfor kun vejledende.",)


def changes_table(adopted: Adopted) -> ShownTable | None:
    """Return what adopted proposals change on each account, year by year, less spending as minus; None without any."""
    if not adopted.changes:
        return None
    codes = {each.proposal_id: each.code for each in adopted.measures}
    years = sorted({each.year for each in adopted.changes})
    named = sorted({(codes.get(each.proposal_id, ""), each.account) for each in adopted.changes})
    rows = [_change_row(code, account, _on(adopted.changes, code, account, codes), years) for code, account in named]
    total = _on(adopted.changes, None, None, codes)
    rows.append(ShownRow((text_cell("I alt"), EMPTY, *(amount_cell(total.get(y), THOUSAND, 0) for y in years)), "net"))
    heads = (
        Head("Forslag", numeric=False),
        Head("Konto", numeric=False),
        *(Head(str(y), THOUSAND.name) for y in years),
    )
    caption = f"{capitalised(THOUSAND.name)}; mindreudgift er negativ."
    return ShownTable(CHANGES, "Budgetændringer fra besluttede forslag", caption, heads, tuple(rows))


def _change_row(code: str, account: str, ore: Mapping[int, int], years: Iterable[int]) -> ShownRow:
    name = text_cell(code, proposal_address(code) if code else "")
    return ShownRow((name, text_cell(account), *(amount_cell(ore.get(year), THOUSAND, 0) for year in years)))


def _on(
    changes: Iterable[BudgetChange], code: str | None, account: str | None, codes: Mapping[int, str]
) -> dict[int, int]:
    """What one account changes for one proposal, or all together where neither is named, by year."""
    named = (code, account)
    mine = [each for each in changes if code is None or (codes.get(each.proposal_id, ""), each.account) == named]
    return {year: sum_ore(each.ore for each in mine if each.year == year) for year in {each.year for each in mine}}

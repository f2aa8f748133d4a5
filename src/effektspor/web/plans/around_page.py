"""Besparelser og til- og afgang, and Budget og effekt: what papers around a plan hold, each with its paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from effektspor.app.plan_ports import StoredPart
from effektspor.core.number import Number, rounded_number
from effektspor.core.period import danish_date
from effektspor.core.plans.effect_account import EffectAccount
from effektspor.core.plans.flow import FlowTable
from effektspor.core.plans.outlook import BudgetOutlook
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.strategy import AdoptedSavings
from effektspor.core.unit import THOUSAND
from effektspor.reports.sentence import Segment
from effektspor.web.plans.around_tables import (
    adopted_table,
    effect_table,
    estimate_table,
    flow_table,
    outlook_table,
)
from effektspor.web.plans.shown import ShownTable


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a paper: its sentence, whose figures open its tables, and the tables."""

    stored: StoredPart
    sentence: tuple[Segment, ...]
    tables: tuple[ShownTable, ...]

    @property
    def title(self) -> str:
        return self.stored.part.title


def savings_views(parts: Iterable[StoredPart]) -> list[PartView]:
    """Return adopted savings and tables of flows, the savings first."""
    views = [view for each in parts for view in _savings(each)]
    return sorted(views, key=lambda view: isinstance(view.stored.part, FlowTable))


def budget_views(parts: Iterable[StoredPart]) -> list[PartView]:
    """Return outlooks of budgets and effect accounts, the outlooks first."""
    views = [view for each in parts for view in _budget(each)]
    return sorted(views, key=lambda view: isinstance(view.stored.part, EffectAccount))


def papers_of(views: Iterable[PartView]) -> list[tuple[int, str]]:
    """Return the papers that the views are read from, each once, as a filter offers them."""
    return list(dict.fromkeys((view.stored.document_id, view.stored.document_title) for view in views))


def _savings(stored: StoredPart) -> Iterator[PartView]:
    part = stored.part
    if isinstance(part, AdoptedSavings):
        table = adopted_table(stored.id, part)
        yield PartView(stored, _adopted_sentence(part, table.id), (table,))
    elif isinstance(part, FlowTable):
        table = flow_table(stored.id, part)
        yield PartView(stored, tuple(_flow_sentence(part, table.id)), (table,))


def _budget(stored: StoredPart) -> Iterator[PartView]:
    part = stored.part
    if isinstance(part, BudgetOutlook):
        lines, measures = outlook_table(stored.id, part), estimate_table(stored.id, part)
        yield PartView(
            stored, tuple(_outlook_sentence(part, lines, measures)), (lines, *([measures] if measures else []))
        )
    elif isinstance(part, EffectAccount):
        table = effect_table(stored.id, part)
        yield PartView(stored, tuple(_effect_sentence(part, table.id)), (table,))


def _adopted_sentence(part: AdoptedSavings, anchor: str) -> tuple[Segment, ...]:
    printed, total, year = part.printed, part.realised, part.as_of.year if part.as_of else None
    adopted_ore = part.adopted.shown.at(year) if year else None
    if total is None or adopted_ore is None:
        return ()
    until = f" til og med {danish_date(part.as_of)}" if part.as_of else ""
    return (
        Segment("Der er opnået "),
        Segment(_with_unit(total.shown_ore, printed), anchor),
        Segment(f"{until} af de vedtagne "),
        Segment(printed.danish(adopted_ore), anchor),
        Segment(f" i {year}."),
    )


def _flow_sentence(part: FlowTable, anchor: str) -> Iterator[Segment]:
    """Return what the flow comes to: "Der var 90 den 01.01.2016 og er 97 den 30.09.2016: 11 kom til, og 4 gik fra."."""
    total = part.total
    if total.opening is None or total.computed_closing is None:
        return
    into, out = (_added(getattr(move, way) for move in total.moves) for way in ("incoming", "outgoing"))
    yield Segment("Der var ")
    yield Segment(total.opening.danish(), anchor)
    yield Segment(f" den {danish_date(part.opening_on)} og er " if part.opening_on else " ved start og er ")
    yield Segment(total.computed_closing.danish(), anchor)
    yield Segment(f" den {danish_date(part.closing_on)}: " if part.closing_on else " ved slut: ")
    yield Segment(f"{into.danish()} kom til, og {out.danish()} gik fra.")


def _added(numbers: Iterable[Number | None]) -> Number:
    stated = [number for number in numbers if number is not None]
    decimals = max((number.decimals for number in stated), default=0)
    return rounded_number(sum((number.value for number in stated), start=Fraction(0)), decimals)


def _outlook_sentence(part: BudgetOutlook, lines: ShownTable, measures: ShownTable | None) -> Iterator[Segment]:
    printed, difference, left = part.printed, part.difference.shown, part.budget_difference.shown
    for year, ore in difference.pairs[:1]:
        yield Segment(f"Der ventes et {part.order.meaning(ore).lower()} på ")
        yield Segment(_with_unit(abs(ore), printed), lines.id)
        yield Segment(f" i {year}.")
    if measures and left:
        first, last = left.pairs[0], left.pairs[-1]
        yield Segment(f" Efter tiltagene er det i {first[0]} et {part.order.meaning(first[1]).lower()} på ")
        yield Segment(_with_unit(abs(first[1]), printed), measures.id)
        if last != first:
            same = part.order.meaning(last[1]) == part.order.meaning(first[1])
            yield Segment(f" og i {last[0]} {'' if same else f'et {part.order.meaning(last[1]).lower()} '}på ")
            yield Segment(printed.danish(abs(last[1])), measures.id)
        yield Segment(f" mod det korrigerede budget{f' {part.base_year}' if part.base_year else ''}.")


def _effect_sentence(part: EffectAccount, anchor: str) -> Iterator[Segment]:
    printed, target = part.printed, part.target_sum
    years = [year.year for year in part.years]
    yield Segment("Den realiserede effekt er ")
    yield Segment(_with_unit(part.realised_sum.shown_ore, printed), anchor)
    yield Segment(f" i {years[0]}–{years[-1]}" if len(years) > 1 else f" i {years[0]}" if years else "")
    if target:
        yield Segment(" mod et mål på ")
        yield Segment(printed.danish(target.shown_ore), anchor)
    yield Segment(".")


def _with_unit(ore: int, printed: PrintedAs) -> str:
    return f"{printed.danish(ore)} {'t.kr.' if printed.unit == THOUSAND else printed.unit.name}"

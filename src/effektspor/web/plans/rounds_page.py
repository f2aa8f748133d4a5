"""Opfølgninger: what each round said of each year, what moved since the last, and how the figures came to be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from effektspor.app.plan_ports import StoredRound, StoredSeries
from effektspor.app.ports import FindingFilter, FindingList, ListedFinding, RulingKind
from effektspor.core.period import danish_date
from effektspor.core.plans.explained import explain_estimates
from effektspor.core.plans.rounds import Estimates
from effektspor.reports.estimate_chart import estimates_key, estimates_sentence, render_estimates_svg
from effektspor.reports.sentence import Segment, capitalised
from effektspor.web.plans.shown import EMPTY, Head, ShownCell, ShownRow, ShownTable, amount_cell, text_cell

PREFIX = "skoen-"
UNIT_ASKED = "TAB-012"


@dataclass(frozen=True, slots=True)
class Doubt:
    """That a paper contradicts its own unit: what it prints, what the text says, and the finding that asks."""

    stated: str
    asked: str
    address: str


@dataclass(frozen=True, slots=True)
class AddedRound:
    """A round that a person added: who, when, and where it is corrected."""

    id: int
    label: str
    by: str
    at: object
    address: str


@dataclass(frozen=True, slots=True)
class SeriesView:
    stored: StoredSeries
    table: ShownTable
    key: tuple[Segment, ...]
    sentence: str
    chart: str
    meta: str
    convention: str
    doubt: Doubt | None
    explained: tuple[str, ...]
    added: tuple[AddedRound, ...]
    add_address: str

    @property
    def anchor(self) -> str:
        return f"raekke-{self.stored.id}"


def series_views(series: Iterable[StoredSeries], findings: FindingList) -> list[SeriesView]:
    """Return every series with its table and chart; a unit is in doubt while the finding that asks is open."""
    asked = _asked(findings)
    return [_view(each, asked.get(each.document_id)) for each in series]


def _asked(findings: FindingList) -> Mapping[int, ListedFinding]:
    """The open findings that ask about a paper's unit, by paper."""
    found = findings.matching(FindingFilter(code=UNIT_ASKED))
    standing = [each for each in found if each.ruling is None or each.ruling.kind is RulingKind.CONFIRMED]
    return {each.document_id: each for each in reversed(standing)}


def _view(stored: StoredSeries, asked: ListedFinding | None) -> SeriesView:
    estimates = stored.estimates
    doubt = _doubt(stored, asked)
    return SeriesView(
        stored=stored,
        table=rounds_table(stored, doubt=doubt is not None),
        key=estimates_key(estimates, f"{PREFIX}{stored.id}"),
        sentence=estimates_sentence(estimates),
        chart=render_estimates_svg(estimates, f"diagram-{stored.id}"),
        meta=_unit_words(estimates),
        convention=capitalised(estimates.convention.danish) if estimates.convention else "",
        doubt=doubt,
        explained=tuple(_explained(estimates)),
        added=tuple(_added(stored, each) for each in stored.rounds if each.added),
        add_address=f"{reverse('handleplan-opfoelgning')}?serie={stored.id}",
    )


def _doubt(stored: StoredSeries, asked: ListedFinding | None) -> Doubt | None:
    printed = stored.estimates.printed
    if printed.asked_unit is None or asked is None or stored.own:
        return None
    address = f"{reverse('dokument', args=[stored.document_id])}#fund-{asked.number}"
    return Doubt(printed.unit.name, printed.asked_unit.name, address)


def _unit_words(estimates: Estimates) -> str:
    level = estimates.printed.price_level
    priced = f"{level}-priser" if level and level.isdigit() else level or "prisniveau ikke oplyst"
    return f"{capitalised(estimates.printed.unit.name)}, {priced}; besparelser er positive"


def rounds_table(stored: StoredSeries, *, doubt: bool = False) -> ShownTable:
    """Return rounds × years, each figure with what it moved since the round before, and last what moved last."""
    estimates = stored.estimates
    years, unit = estimates.years, estimates.printed.unit.name
    heads = (Head("Opfølgning", numeric=False), *(Head(str(year), unit) for year in years))
    rows = [_round_row(estimates, each, years, doubt) for each in stored.rounds]
    if len(stored.rounds) > 1:
        rows.append(ShownRow((text_cell("Flyttet siden sidst"), *_last_moved(estimates, years)), "sub"))
    caption = f"{_unit_words(estimates)}. Under hvert tal står, hvad det er flyttet siden opfølgningen før."
    return ShownTable(f"{PREFIX}{stored.id}", estimates.title, caption, heads, tuple(rows))


def _round_row(estimates: Estimates, of: StoredRound, years: Iterable[int], doubt: bool) -> ShownRow:
    day = f"opgjort {danish_date(of.round.as_of)}" if of.round.as_of else ""
    name = text_cell(
        of.round.label, under=" · ".join(part for part in (day, f"tilføjet af {of.by}" if of.by else "") if part)
    )
    return ShownRow((name, *(_said(estimates, of, year, doubt) for year in years)), anchor=f"runde-{of.id}")


def _said(estimates: Estimates, of: StoredRound, year: int, doubt: bool) -> ShownCell:
    ore, printed = of.round.amounts.at(year), estimates.printed
    if ore is None:
        return EMPTY
    step = next((step for step in estimates.moved(year) if step.after is of.round), None)
    moved = amount_cell(step.difference_ore, printed.unit, printed.decimals, plus=True).text if step else ""
    number = printed.unit.to_number(ore, printed.decimals)
    return ShownCell(number.danish(), number, under=moved if step and step.difference_ore else "", doubt=doubt)


def _last_moved(estimates: Estimates, years: Iterable[int]) -> Iterable[ShownCell]:
    """What the newest round moved; a year it says nothing of has not moved."""
    printed = estimates.printed
    for year in years:
        step = estimates.last_moved(year)
        newest = step is not None and step.after is estimates.latest
        yield amount_cell(step.difference_ore, printed.unit, printed.decimals, plus=True) if step and newest else EMPTY


def _explained(estimates: Estimates) -> Iterable[str]:
    printed = estimates.in_asked_unit().printed
    for each in explain_estimates(estimates):
        stated = printed.danish(each.stated_ore)
        agrees = "" if each.agrees else f", men tabellen siger {stated}"
        yield f"{each.round_label}, {each.year}: {each.danish(printed)} {printed.unit.name}{agrees}"


def _added(stored: StoredSeries, of: StoredRound) -> AddedRound:
    address = f"{reverse('handleplan-opfoelgning')}?serie={stored.id}&ret={of.id}"
    return AddedRound(of.id, of.round.label, of.by, of.at, address)

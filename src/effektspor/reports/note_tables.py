"""The tables of a strategy note: successive estimates, adopted savings, and flows."""

from collections.abc import Iterable, Iterator
from datetime import date

from effektspor.core.document import Cell, Paragraph, Row, RowKind, Table
from effektspor.core.finding import Place
from effektspor.core.number import Number
from effektspor.core.period import danish_date
from effektspor.core.plans.flow import FlowPlace, FlowTable
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import Estimates
from effektspor.core.plans.strategy import AdoptedSavings
from effektspor.core.year_amounts import YearAmounts
from effektspor.reports.sentence import one_line

_SAVINGS = "Note: Besparelser er positive."
_NO_LEVEL = "Note: Papiret siger ikke prisniveau."


def estimates_table(estimates: Estimates) -> Table:
    """Return a row for each follow-up, and notes of what the last one moved."""
    printed, years = estimates.printed, estimates.years
    rows = [_row(each.label, _amounts(printed, each.amounts, years)) for each in estimates.rounds]
    notes = [*_moves(estimates), *_printed_notes(printed)]
    if estimates.convention:
        notes.insert(0, f"Note: Beløbene er {estimates.convention.danish}.")
    return _table(estimates.title, map(str, years), rows, notes, printed)


def adopted_table(savings: AdoptedSavings) -> Table:
    """Return each adopted saving by year with what is realised, and their sums."""
    printed = savings.printed
    years = tuple(sorted({year for line in savings.lines for year in line.adopted.years}))
    rows = [
        _row(line.label, [*_amounts(printed, line.adopted, years), _amount(printed, line.realised_ore)])
        for line in savings.lines
    ]
    realised = savings.realised
    sums = [
        *_amounts(printed, savings.adopted.shown, years),
        _amount(printed, realised.shown_ore if realised else None),
    ]
    rows.append(_row("I alt", sums, RowKind.TOTAL))
    notes = [f"Note: {one_line(savings.note)}"] if savings.note else []
    heads = [*map(str, years), one_line(savings.realised_label) or _realised_head(savings.as_of)]
    return _table(savings.title, heads, rows, [*notes, *_printed_notes(printed)], printed)


def flow_table(flow: FlowTable) -> Table:
    """Return each place with how many there were, came, went and are, and all places together."""
    moves = [f"{one_line(period)} {way}" for period in flow.periods for way in ("Tilgang", "Afgang")]
    heads = [_day_head("Antal", flow.opening_on, "ved start"), *moves, _day_head("Antal", flow.closing_on, "ved slut")]
    rows = [_row(place.name, _flow_cells(place)) for place in flow.places]
    rows.append(_row("I alt", _flow_cells(flow.stated_total or flow.total), RowKind.TOTAL))
    return _table(flow.title, heads, rows, [])


def _flow_cells(place: FlowPlace) -> list[Cell]:
    moved = [number for move in place.moves for number in (move.incoming, move.outgoing)]
    closing = place.stated_closing if place.stated_closing is not None else place.computed_closing
    return [_figure(number) for number in (place.opening, *moved, closing)]


def _moves(estimates: Estimates) -> Iterator[str]:
    """What the newest round said of each year, where it said something else than the one before."""
    for year in estimates.years:
        moved = estimates.last_moved(year)
        if moved and moved.difference_ore:
            yield f"Note: {year}: {one_line(moved.danish(estimates.printed))}."


def _printed_notes(printed: PrintedAs) -> Iterator[str]:
    yield _SAVINGS
    if not printed.price_level:
        yield _NO_LEVEL
    if printed.asked_unit:
        stated, asked = printed.unit.name, printed.asked_unit.name
        yield f"Note: Papiret siger {stated}, men tallene ligner {asked}; det skal afklares."


def _realised_head(as_of: date | None) -> str:
    return _day_head("Realiseret", as_of, "")


def _day_head(word: str, day: date | None, otherwise: str) -> str:
    return f"{word} pr. {danish_date(day)}" if day else f"{word} {otherwise}".strip()


def _amounts(printed: PrintedAs, amounts: YearAmounts, years: Iterable[int]) -> list[Cell]:
    return [_amount(printed, amounts.at(year)) for year in years]


def _amount(printed: PrintedAs, ore: int | None) -> Cell:
    return Cell() if ore is None else _figure(printed.unit.to_number(ore, printed.decimals))


def _figure(number: Number | None) -> Cell:
    return Cell() if number is None else Cell(number.danish(), (number,))


def _row(label: str, cells: Iterable[Cell], kind: RowKind = RowKind.ROW) -> Row:
    return Row(Place(), one_line(label), tuple(cells), kind)


def _table(
    title: str, heads: Iterable[str], rows: list[Row], notes: Iterable[str], printed: PrintedAs | None = None
) -> Table:
    return Table(
        id="",
        place=Place(),
        columns=tuple(heads),
        rows=tuple(rows),
        caption=one_line(title) or None,
        unit=printed.unit.name if printed else None,
        price_level=printed.price_level if printed else None,
        footnotes=tuple(Paragraph(Place(), text) for text in notes),
    )

"""Region → Grid: columns, then rows, then cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from effektspor.core.finding import Place
from effektspor.core.price_level import find_price_level_span
from effektspor.core.unit import find_unit_span
from effektspor.ingest.grid import Grid, GridRow
from effektspor.ingest.pdf.bands import Band, Bands
from effektspor.ingest.pdf.cells import cell_text, felt_walls, is_broken_figure
from effektspor.ingest.pdf.columns import table_columns, widened
from effektspor.ingest.pdf.geometry import Rule, Span
from effektspor.ingest.pdf.heads import head_rows
from effektspor.ingest.pdf.lines import Line, Phrase
from effektspor.ingest.pdf.names import with_names_parted
from effektspor.ingest.pdf.placing import Placed, place_freely, place_in_box
from effektspor.ingest.pdf.regions import Region
from effektspor.ingest.pdf.row_groups import RowGroups, goes_on


@dataclass(slots=True)
class _Draft:
    """A row while its lines are collected."""

    lines: list[Line]
    cells: list[list[Phrase]]

    @property
    def line(self) -> Line:
        """The line on which the numbers stand."""
        by_figures = (*(line for line in self.lines if line.is_row), *(line for line in self.lines if line.figures))
        return next(iter(by_figures), self.lines[0])

    def row(self, walls: Sequence[Span | None]) -> GridRow:
        return _grid_row(self.line, list(map(cell_text, self.cells, walls)))


def _grid_row(line: Line, cells: Sequence[str]) -> GridRow:
    return GridRow(Place(page=line.page, line=line.number), tuple(cells))


def build_grid(region: Region, across: Mapping[int, Sequence[Rule]]) -> Grid:
    """Return a table's rows with their cells; `across` are the rules of each page."""
    if region.head:
        region.lines[: region.head] = map(with_names_parted, region.lines[: region.head])
    columns = table_columns(region)
    bands = Bands({line.page: across.get(line.page, ()) for line in region.lines}, columns, boxed=bool(region.boxes))
    head = _head(region, bands)
    body = region.lines[head:]
    drawn = bands.are_rows(body)
    if drawn and region.boxes:
        return Grid(tuple(_over_pages(_by_bands(region.lines, region, columns, bands), columns, drawn=True)))
    heads = [_grid_row(line, cells) for line, cells in head_rows(region.lines[:head], columns)]
    wide = columns if region.boxes else widened(columns, body)
    if drawn:
        drafts: Iterable[_Draft] = _by_bands(body, region, columns, bands)
    else:
        drafts = (_draft(group, region, columns) for group in RowGroups(body, wide, bands.parts).rows())
    return Grid((*heads, *_over_pages(drafts, wide, drawn=bool(region.boxes))))


def _head(region: Region, bands: Bands) -> int:
    """Return how many lines are the head; in a box they stand over the first line across that has them above it."""
    if region.head is not None:
        return _with_lower_lines(region.lines, region.head, bands)
    first = bands.of(region.lines[0])
    count = sum(1 for line in region.lines if bands.of(line) == first)
    if any(not phrase.is_year for line in region.lines[:count] for phrase in line.figures):
        return next((at for at, line in enumerate(region.lines) if line.is_row and not line.only_years), 0)
    return count


def _with_lower_lines(lines: list[Line], head: int, bands: Bands) -> int:
    """A head may go on below its years: with names over several columns, or its label closer to it than to the rows."""
    while 0 < head < len(lines) - 1 and not lines[head].is_whole:
        above, line, below = lines[head - 1 : head + 2]
        near = line.base - above.base < 0.8 * (below.base - line.base) or _states_unit(line)
        near = near and not bands.parts(above, line)
        names = len(line.phrases) > 2 and not any(phrase.is_figure for phrase in line.phrases)
        if line.page != above.page or not (near or names):
            break
        head += 1
    return head


def _states_unit(line: Line) -> bool:
    """The lower half of "1.000 kr., 2024-priser" as a head's label."""
    return len(line.phrases) == 1 and bool(find_unit_span(line.text) or find_price_level_span(line.text))


def _by_bands(lines: Iterable[Line], region: Region, columns: Sequence[Span], bands: Bands) -> Iterator[_Draft]:
    drafts: dict[Band, _Draft] = {}
    for line in lines:
        for column, phrase in _place(line, region, columns):
            key = bands.of(line, column if region.boxes else None)
            draft = drafts.setdefault(key, _Draft([], [[] for _ in columns]))
            if not draft.lines or (draft.lines[-1] is not line and bands.of(line) == key):
                draft.lines.append(line)
            draft.cells[column].append(phrase)
    yield from (drafts[key] for key in sorted(drafts))


def _draft(group: list[Line], region: Region, columns: Sequence[Span]) -> _Draft:
    draft = _Draft(group, [[] for _ in columns])
    for line in group:
        for column, phrase in _place(line, region, columns):
            draft.cells[column].append(phrase)
    return draft


def _place(line: Line, region: Region, columns: Sequence[Span]) -> Iterator[Placed]:
    box = region.boxes.get(line.page)
    return place_in_box(line, columns, box) if box else place_freely(line, columns)


def _over_pages(drafts: Iterable[_Draft], columns: Sequence[Span], *, drawn: bool) -> Iterator[GridRow]:
    """Yield the rows, the first of a page joined to the last of the page before where its text goes on."""
    drafts = list(drafts)
    walls: Sequence[Span | None] = columns
    if not drawn:
        walls = [felt_walls([draft.cells[at] for draft in drafts], column) for at, column in enumerate(columns)]
    last: _Draft | None = None
    for draft in drafts:
        if last and last.lines[-1].page < draft.lines[0].page and _goes_on(last, draft, columns):
            last.lines += draft.lines
            last.cells = [above + below for above, below in zip(last.cells, draft.cells, strict=True)]
            continue
        if last:
            yield last.row(walls)
        last = draft
    if last:
        yield last.row(walls)


def _goes_on(last: _Draft, draft: _Draft, columns: Sequence[Span]) -> bool:
    """A row without figures goes on where the first of its texts does; a status beside no label always does."""
    beside = [
        (above[-1].text, below[0].text) for above, below in zip(last.cells, draft.cells, strict=True) if above and below
    ]
    if any(is_broken_figure(above, below) for above, below in beside):
        return True
    if any(line.figures for line in draft.lines):
        return False
    at = next(at for at, cell in enumerate(draft.cells) if cell)
    above, below = last.cells[at], draft.cells[at]
    return bool(above) and (at > 1 or goes_on(above[-1], below[0], columns[at].x1))

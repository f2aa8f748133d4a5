"""The chart of successive estimates: a line per year over the rounds, drawn by Vega-Lite on the server.

Positions are whole øre; only the labels of the axis are divided by the unit, by Vega in Danish.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import altair as alt

from effektspor.core.audit.words import listed
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import Estimates, Moved
from effektspor.core.unit import Unit
from effektspor.reports.chart_spec import FONT
from effektspor.reports.charts import draw_svg
from effektspor.reports.sentence import Segment, one_line
from effektspor.reports.svg import name_svg

_ACCENT, _HINT, _TEXT, _GRID = "#0059b3", "#636363", "#1a1a1a", "#ececec"
_WIDTH, _HEIGHT, _LEFT, _RIGHT = 600, 220, 64, 80
_MOST_YEARS = 4
# The newest year is drawn hardest; the lines are told apart by their names at the end, not by colour alone.
_STROKES = ((0, 0), (6, 4), (2, 3), (10, 4))


def render_estimates_svg(estimates: Estimates, id_stem: str) -> str:
    """Return the chart, 744 wide, with its name and every line in words; "" where fewer than two rounds say anything.

    `id_stem` keeps several charts on one page apart.
    """
    if len(estimates.rounds) < 2 or not estimates.years:
        return ""
    title = f"{one_line(estimates.title)}: skøn fra opfølgning til opfølgning i {estimates.printed.unit.name}"
    return name_svg(draw_svg(_spec(estimates)), id_stem, title, estimates_in_words(estimates))


def drawn_years(estimates: Estimates) -> tuple[int, ...]:
    """Return the years that are drawn: those that any round moved, else all; at most the last four."""
    moved = tuple(year for year in estimates.years if any(step.difference_ore for step in estimates.moved(year)))
    return (moved or estimates.years)[-_MOST_YEARS:]


def estimates_key(estimates: Estimates, target: str | None = None) -> tuple[Segment, ...]:
    """Return what the newest round expects, and what that is more or less than the round before it.

    Figures open `target`, the anchor of their table.
    """
    latest = estimates.latest
    years = tuple(year for year, _ in latest.amounts.pairs if year in drawn_years(estimates)) if latest else ()
    if latest is None or not years:
        return (Segment("Ingen opfølgning har skøn endnu."),)
    printed = estimates.printed
    said = [(printed.danish(latest.amounts.at(year) or 0), f" i {year}") for year in years]
    opened = (Segment(f"{one_line(latest.label)} venter "), *_listed(said, target), Segment(f" ({_bound(printed)})"))
    steps = [step for year in years if (step := estimates.last_moved(year)) and step.after is latest]
    return *opened, *_since(steps, printed, target), Segment(".")


def estimates_sentence(estimates: Estimates) -> str:
    """Return what the chart shows: where each year's estimate began, and where it is now."""
    printed, said = estimates.printed, []
    for year in drawn_years(estimates):
        stated = [ore for _, ore in estimates.of_year(year) if ore is not None]
        if len(stated) > 1:
            first, last = printed.danish(stated[0]), printed.danish(stated[-1])
            way = f"uændret {last}" if stated[0] == stated[-1] else f"gået fra {first} til {last}"
            said.append(f"for {year} {way}")
    count = len(estimates.rounds)
    return f"Over {count} opfølgninger er skønnet {listed(said)}." if said else "Kun én opfølgning har et skøn."


def estimates_in_words(estimates: Estimates) -> str:
    """Return every line of the chart in words: "2016: 3. opfølgning 2015 12,2; …"."""
    printed, parts = estimates.printed, []
    for year in drawn_years(estimates):
        said = [
            f"{one_line(each.label)} {printed.danish(ore)}" for each, ore in estimates.of_year(year) if ore is not None
        ]
        parts.append(f"{year}: {', '.join(said)}.")
    return " ".join(parts)


def _since(steps: list[Moved], printed: PrintedAs, target: str | None) -> tuple[Segment, ...]:
    moved = [step for step in steps if step.difference_ore]
    if not steps:
        return ()
    before = one_line(steps[0].before.label)
    if not moved:
        return (Segment(f", det samme som {before}"),)
    said = [(printed.danish(abs(step.difference_ore)), f" {_more(step)} i {step.year}") for step in moved]
    return Segment(". Det er "), *_listed(said, target), Segment(f" end {before}")


def _listed(said: list[tuple[str, str]], target: str | None) -> Iterator[Segment]:
    """Figures that open their table, each with what follows it: "13,6 i 2016 og 16,0 i 2017"."""
    for at, (figure, words) in enumerate(said):
        if at:
            yield Segment(" og " if at == len(said) - 1 else ", ")
        yield Segment(figure, target)
        yield Segment(words)


def _bound(printed: PrintedAs) -> str:
    """The unit, never parted at the end of a line."""
    return printed.unit.name.replace(" ", "\u00a0")


def _more(step: Moved) -> str:
    return "mere" if step.difference_ore > 0 else "mindre"


def _spec(estimates: Estimates) -> str:
    years = drawn_years(estimates)
    rows = tuple(
        (at, one_line(each.label), year, ore, estimates.printed.danish(ore))
        for year in years
        for at, (each, ore) in enumerate(estimates.of_year(year))
        if ore is not None
    )
    labels = tuple(one_line(each.label) for each in estimates.rounds)
    return _spec_of(rows, labels, years, estimates.printed.unit)


@lru_cache(maxsize=128)
def _spec_of(
    rows: tuple[tuple[int, str, int, int, str], ...], labels: tuple[str, ...], years: tuple[int, ...], unit: Unit
) -> str:
    values = [
        {"at": at, "round": label, "year": str(year), "ore": ore, "text": text, "last": _is_last(rows, at, year),
         "turn": _turns(rows, at, year, ore) and not _written(rows, at, year, text)}
        for at, label, year, ore, text in rows
    ]  # fmt: skip
    x = alt.X("at:O", axis=_round_axis(labels), title=None, scale=alt.Scale(domain=list(range(len(labels)))))
    y = alt.Y("ore:Q", axis=_amount_axis(unit), title=None, scale=alt.Scale(zero=False, nice=True, padding=18))
    dash = alt.StrokeDash(
        "year:N", legend=None, scale=alt.Scale(domain=[str(y) for y in reversed(years)], range=_dashes(years))
    )
    line = alt.Chart().mark_line(color=_ACCENT, strokeWidth=2.5).encode(x=x, y=y, strokeDash=dash, detail="year:N")
    point = alt.Chart().mark_point(color=_ACCENT, filled=True, size=50, opacity=1).encode(x=x, y=y)
    figure = alt.Chart().mark_text(dy=-14, fontSize=14, color=_TEXT).transform_filter("datum.turn")
    name = alt.Chart().mark_text(align="left", dx=12, fontSize=14, fontWeight=600, color=_ACCENT)
    layers: list[alt.Chart] = [line, point, figure.encode(x=x, y=y, text="text:N")]
    layers.append(name.transform_filter("datum.last").encode(x=x, y=y, text="year:N"))
    data = alt.InlineData(values=values)
    chart = alt.LayerChart(layer=layers, data=data).properties(width=_WIDTH, height=_HEIGHT)
    return json.dumps(_configured(chart, unit).to_dict(validate=False), ensure_ascii=False, sort_keys=True)


def _is_last(rows: tuple[tuple[int, str, int, int, str], ...], at: int, year: int) -> bool:
    return at == max(row[0] for row in rows if row[2] == year)


def _turns(rows: tuple[tuple[int, str, int, int, str], ...], at: int, year: int, ore: int) -> bool:
    """Whether a figure is written at its point: the first of its year, and each that differs from the one before."""
    before = [row[3] for row in rows if row[2] == year and row[0] < at]
    return not before or before[-1] != ore


def _written(rows: tuple[tuple[int, str, int, int, str], ...], at: int, year: int, text: str) -> bool:
    """Whether another year's line has the same figure written at the same round."""
    return any(row[0] == at and row[2] < year and row[4] == text for row in rows)


def _dashes(years: tuple[int, ...]) -> list[tuple[int, int]]:
    return [_STROKES[at % len(_STROKES)] for at in range(len(years))]


def _round_axis(labels: tuple[str, ...]) -> alt.Axis:
    """The rounds under each other's line where they are long: the label breaks at its last space."""
    texts = json.dumps([_two_lines(label) for label in labels], ensure_ascii=False)
    return alt.Axis(
        labelExpr=f"{texts}[datum.value]", labelFontSize=13, labelColor=_TEXT, labelAngle=0, labelPadding=8, tickSize=0,
        domain=False, labelLimit=_WIDTH // max(1, len(labels)), labelLineHeight=16, labelOverlap=False,
    )  # fmt: skip


def _two_lines(label: str) -> list[str]:
    first, _, last = label.rpartition(" ")
    return [first, last] if first else [label]


def _amount_axis(unit: Unit) -> alt.Axis:
    return alt.Axis(
        labelExpr=f"format(datum.value / {unit.ore}, ',~f')", labelFontSize=13, labelColor=_HINT, labelPadding=6,
        tickCount=5, gridColor=_GRID, domain=False, tickSize=0,
    )  # fmt: skip


def _configured(chart: alt.LayerChart, unit: Unit) -> alt.LayerChart:
    """Nothing in English for screen readers, no ground and no frame; that the axis does not begin at 0 is said."""
    words = f"{unit.name[:1].upper()}{unit.name[1:]} Aksen begynder ikke ved 0. En linje er et år."
    title = alt.TitleParams(words, anchor="start", frame="group", dx=-_LEFT, offset=14, fontSize=14, fontWeight=400,
                            color=_HINT)  # fmt: skip
    config = alt.Config(aria=False, font=FONT, background="transparent", view=alt.ViewConfig(stroke=None))
    padding: dict[str, Any] = {"left": _LEFT, "right": _RIGHT, "top": 36, "bottom": 46}
    return chart.properties(
        title=title, config=config, padding=padding,
        autosize=alt.AutoSizeParams(type="none"),
    )  # fmt: skip

"""The chart of a proposal's money: a bar per year and the sum so far as a line, drawn by Vega-Lite on the server.

Positions are whole øre; only the labels of the axis are divided by the unit, by Vega in Danish.
"""

import json
from functools import lru_cache
from typing import Any

import altair as alt

from effektspor.core.number import rounded_number
from effektspor.core.unit import KRONE, MILLION, Unit
from effektspor.reports.cash_flow import CashFlow
from effektspor.reports.chart_spec import FONT
from effektspor.reports.charts import draw_png, draw_svg
from effektspor.reports.svg import name_svg

_ACCENT, _SECOND, _PALE, _TEXT, _HINT, _STRONG = "#0059b3", "#5b94cf", "#dceaf7", "#1a1a1a", "#636363", "#8e8e8e"
_WIDTH, _HEIGHT = 660, 240
# Each year is named where there is room for it, else every fifth.
_MOST_NAMED = 14


def render_cash_flow_svg(flow: CashFlow) -> str:
    """Return the chart, 744 wide, with its name and what it shows in words."""
    title = f"Pengestrøm år for år i {flow.unit.name}"
    return name_svg(draw_svg(_spec(flow)), "pengestroem", title, flow_sentence(flow))


def render_cash_flow_png(flow: CashFlow) -> bytes:
    """Return the same chart as a picture for a paper."""
    return draw_png(_spec(flow))


def flow_sentence(flow: CashFlow) -> str:
    """Return what the chart shows, in one or two sentences."""
    if not flow.years:
        return "Forslaget har ingen beløb."
    first, last = flow.years[0], flow.years[-1]
    rate = rounded_number(flow.rate_pct, 1).danish().removesuffix(",0")
    if first.flow_ore <= 0:
        return f"Der lægges ikke ud: allerede i {first.year} sparer forslaget {money_text(-first.flow_ore)} netto."
    opening = f"Med implementeringen koster forslaget {money_text(first.flow_ore)} netto i {first.year}"
    if paid := flow.paid_back:
        return f"{opening}. Udlægget er tjent hjem i {paid.year}, når der regnes med {rate} pct. i rente."
    return f"{opening}. Med {rate} pct. i rente er udlægget ikke tjent hjem i {last.year}."


def money_text(ore: int) -> str:
    """Return an amount as a sentence says it: "6,7 mio. kr.", and under a million "250.000 kr."."""
    if abs(ore) < MILLION.ore:
        return f"{KRONE.to_number(ore, 0).danish()} kr."
    return f"{MILLION.to_number(ore, 1).danish()} mio. kr."


def _spec(flow: CashFlow) -> str:
    rows = tuple((each.year, each.flow_ore, each.discounted_sum_ore, each.printed) for each in flow.years)
    return _spec_of(rows, flow.unit, rounded_number(flow.rate_pct, 1).danish().removesuffix(",0"))


@lru_cache(maxsize=256)
def _spec_of(rows: tuple[tuple[int, int, int, bool], ...], unit: Unit, rate: str) -> str:
    values = [_value(*row) for row in rows]
    x = alt.X("year:O", axis=_year_axis(len(rows)), title=None)
    y = alt.Y("flow:Q", axis=_amount_axis(unit), title=None, scale=alt.Scale(nice=True))
    zero = alt.Chart().mark_rule(color=_STRONG).encode(y=alt.YDatum(0))
    size = max(4, min(44, _WIDTH // (2 * len(rows))))
    bars = alt.Chart().mark_bar(size=size, strokeWidth=1, stroke=_SECOND)
    bars = bars.encode(x=x, y=y, fill=alt.Fill("fill:N", scale=None, legend=None))
    line = alt.Chart().mark_line(color=_ACCENT, strokeWidth=2.5).encode(x=x, y="sum:Q")
    points = alt.Chart().mark_point(color=_ACCENT, filled=True, size=40, opacity=1).encode(x=x, y="sum:Q")
    name = _line_name(x, rate, rows[-1][0])
    chart = alt.LayerChart(layer=[bars, zero, line, points, name], data=alt.InlineData(values=values))
    return json.dumps(_configured(chart, unit).to_dict(validate=False), ensure_ascii=False, sort_keys=True)


def _value(year: int, flow: int, total: int, printed: bool) -> dict[str, Any]:
    """The years the proposal prints are solid, those that go on after it are pale with an edge."""
    return {"year": year, "flow": flow, "sum": total, "fill": _SECOND if printed else _PALE}


def _line_name(x: alt.X, rate: str, last_year: int) -> alt.Chart:
    """The line's name at its end, instead of a legend."""
    text = alt.Chart().mark_text(align="right", dx=-14, dy=6, fontSize=14, fontWeight=600, color=_ACCENT)
    named: alt.Chart = text.transform_filter(f"datum.year == {last_year}").encode(
        x=x, y="sum:Q", text=alt.value(f"Sum med {rate} pct. i rente")
    )
    return named


def _year_axis(count: int) -> alt.Axis:
    shown: dict[str, Any] = {} if count <= _MOST_NAMED else {"labelExpr": "datum.value % 5 == 0 ? datum.label : ''"}
    return alt.Axis(
        labelFontSize=14, labelColor=_TEXT, labelAngle=0, tickSize=0, labelPadding=8, domain=False, orient="bottom",
        labelOverlap=False, **shown,
    )  # fmt: skip


def _amount_axis(unit: Unit) -> alt.Axis:
    return alt.Axis(
        labelExpr=f"format(datum.value / {unit.ore}, ',~f')", labelFontSize=13, labelColor=_HINT, labelPadding=6,
        tickCount=6, gridColor="#ececec", domain=False, tickSize=0,
    )  # fmt: skip


def _configured(chart: alt.LayerChart, unit: Unit) -> alt.LayerChart:
    """Nothing in English for screen readers, no ground and no frame: the picture stands on page and paper alike."""
    words = f"{unit.name[:1].upper()}{unit.name[1:]} Søjlerne er årets penge: opad er udgift, nedad er besparelse."
    title = alt.TitleParams(words, anchor="start", frame="group", dx=-72, offset=12, fontSize=14, fontWeight=400,
                            color=_HINT)  # fmt: skip
    config = alt.Config(aria=False, font=FONT, background="transparent", view=alt.ViewConfig(stroke=None))
    return chart.properties(
        width=_WIDTH, height=_HEIGHT, title=title, config=config,
        padding={"left": 74, "right": 10, "top": 34, "bottom": 30}, autosize=alt.AutoSizeParams(type="none"),
    )  # fmt: skip

"""The Vega-Lite specifications of the charts, all made by one function.

Positions are whole øre; only the labels of the axis are divided by the unit, by Vega in Danish.
"""

import json
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from effektspor.core.unit import Unit
from effektspor.reports.bar import Bar, Scale

FONT = "IBM Plex Sans"
_ACCENT, _TEXT, _HINT, _STRONG = "#0059b3", "#1a1a1a", "#636363", "#8e8e8e"
_PAPER_WIDTH, _NAME_WIDTH, _NUMBER_WIDTH, _NARROWEST = 744, 312, 30, 120
_ROOMY = 14
# A character of 14 px is about 7 wide, so 38 fill the column of names; what is wider still is cut by `limit`.
_CHARACTER, _LINE_CHARACTERS, _LINE_HEIGHT = 7, 38, 17
_PLAIN: dict[str, Any] = {"fontSize": 14, "baseline": "middle", "color": _TEXT}
_TWO_LINES: dict[str, Any] = {
    "lineBreak": "\n",
    "lineHeight": _LINE_HEIGHT,
    "dy": {"expr": f"indexof(datum.name, '\\n') < 0 ? 0 : {-_LINE_HEIGHT / 2}"},
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of a chart in pixels; the picture is `width` plus the two sides wide. A tick needs its sides too."""

    width: int
    step: int
    bar: int
    left: int = 2
    right: int = 2
    top: int = 0
    bottom: int = 0
    lines: int = 2

    def size(self, bars: int) -> tuple[int, int]:
        return self.left + self.width + self.right, self.top + self.step * bars + self.bottom


ROW = Frame(width=196, step=24, bar=12)


def paper_frame(bars: Sequence[Bar]) -> Frame:
    """Return the frame of a whole chart, 744 wide: the names to the left, room for the longest label to the right.

    Many measures stand closer, with their names on one line, so that a page can hold them.
    """
    label = 16 + max((len(bar.label) for bar in bars), default=0) * _CHARACTER * 11 // 10
    width = max(_PAPER_WIDTH - _NAME_WIDTH - label, _NARROWEST)
    step, bar, lines = (40, 18, 2) if len(bars) <= _ROOMY else (24, 12, 1)
    return Frame(width, step, bar, left=_NAME_WIDTH, right=label, top=36, bottom=30, lines=lines)


def bar_spec(bars: Sequence[Bar], scale: Scale, frame: Frame, unit: Unit | None = None) -> str:
    """Return the specification as JSON: bars on a common scale; with a unit also names, labels and axis."""
    layers = _drawn(frame) + (_written() if unit else [])
    chart = alt.layer(*layers, data=alt.InlineData(values=_rows(bars, frame.lines))).properties(
        width=frame.width, height=frame.step * len(bars), autosize=alt.AutoSizeParams(type="none")
    )
    chart = chart.encode(x=_realised(scale, unit), y=alt.Y("row:O", axis=None))
    return json.dumps(_configured(chart, frame, unit).to_dict(validate=False), ensure_ascii=False, sort_keys=True)


def _rows(bars: Sequence[Bar], lines: int) -> list[dict[str, Any]]:
    return [
        {
            "row": row,
            "number": bar.number,
            "name": "\n".join(textwrap.wrap(bar.title, _LINE_CHARACTERS, max_lines=lines, placeholder="…")),
            "realised_ore": bar.realised_ore,
            "target_ore": bar.target_ore,
            "label": bar.label,
            "end_ore": max(0, bar.realised_ore or 0, bar.target_ore or 0),
        }
        for row, bar in enumerate(bars)
    ]


def _drawn(frame: Frame) -> list[alt.Chart]:
    """Zero as a hair line, realised as a bar, the target as a tick that is seen past the edges of the bar."""
    zero = alt.Chart().mark_rule(color=_STRONG).encode(x=alt.XDatum(0), y=alt.value(0), y2=alt.value("height"))
    bars = alt.Chart().mark_bar(height=frame.bar, color=_ACCENT).transform_filter("isValid(datum.realised_ore)")
    ticks = alt.Chart().mark_tick(thickness=2, size=frame.bar + 10, color="#000000", opacity=1).encode(x="target_ore:Q")
    return [zero, bars, ticks.transform_filter("isValid(datum.target_ore)")]


def _written() -> list[alt.Chart]:
    """The measures' numbers and names to the left, and the amounts at the end of each bar."""
    number = alt.Chart().mark_text(align="right", limit=_NUMBER_WIDTH, **_PLAIN)
    name = alt.Chart().mark_text(align="left", limit=_NAME_WIDTH - _NUMBER_WIDTH - 18, **_PLAIN, **_TWO_LINES)
    left = _NUMBER_WIDTH - _NAME_WIDTH
    label = alt.Chart().mark_text(align="left", dx=8, **_PLAIN).encode(x="end_ore:Q", text="label:N")
    return [
        number.encode(x=alt.value(left), text="number:N"),
        name.encode(x=alt.value(left + 10), text="name:N"),
        label,
    ]


def _realised(scale: Scale, unit: Unit | None) -> alt.X:
    domain = alt.Scale(domain=[scale.low_ore, scale.high_ore], nice=False)
    return alt.X("realised_ore:Q", scale=domain, axis=_axis(unit) if unit else None, title=None)


def _axis(unit: Unit) -> alt.Axis:
    return alt.Axis(
        labelExpr=f"format(datum.value / {unit.ore}, ',~f')",
        labelFontSize=13,
        labelColor=_HINT,
        labelPadding=6,
        tickCount=6,
        tickColor=_STRONG,
        domainColor=_STRONG,
        grid=False,
    )


def _configured(chart: alt.LayerChart, frame: Frame, unit: Unit | None) -> alt.LayerChart:
    """Nothing in English for screen readers, no ground and no frame: the picture stands on page and paper alike."""
    padding = {"left": frame.left, "right": frame.right, "top": frame.top, "bottom": frame.bottom}
    chart = chart.properties(padding=padding)
    if unit:
        words = f"{unit.name[:1].upper()}{unit.name[1:]} Bjælken er det realiserede, stregen er målet."
        chart = chart.properties(title=_title(words))
    config = alt.Config(
        aria=False,
        font=FONT,
        background="transparent",
        view=alt.ViewConfig(stroke=None),
        scale=alt.ScaleConfig(bandPaddingInner=0, bandPaddingOuter=0),
    )
    return chart.properties(config=config)


def _title(words: str) -> alt.TitleParams:
    return alt.TitleParams(
        words, anchor="start", frame="group", dx=-_NAME_WIDTH, offset=12, fontSize=14, fontWeight=400, color=_HINT
    )

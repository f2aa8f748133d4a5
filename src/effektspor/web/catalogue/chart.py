"""The chart of a catalogue: each target group's net by year as bars on one scale, drawn on the server."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from effektspor.reports.charts import draw_svg
from effektspor.reports.svg import name_svg
from effektspor.web.catalogue.figures import GroupFigures, in_thousands

_ACCENT, _TEXT, _HINT, _STRONG = "#0059b3", "#1a1a1a", "#636363", "#8e8e8e"
_WIDTH, _NAMES, _YEARS, _LABEL = 744, 264, 48, 72
_STEP, _BAR, _GAP = 18, 12, 10
_LONGEST_NAME = 34


def render_net_svg(groups: Sequence[GroupFigures], years: Sequence[int], sentence: str) -> str:
    """Return the chart, 744 wide: a saving goes right, its amount in 1.000 kr. at the end of the bar."""
    rows = tuple(_rows(groups, years))
    words = "; ".join(f"{row['group']} {row['year']}: {row['label']}" for row in rows)
    title = "Nettoeffektivisering for hver målgruppe og hvert år i 1.000 kr."
    return name_svg(draw_svg(json.dumps(_spec(rows), ensure_ascii=False)), "katalog", title, f"{sentence} {words}.")


def _rows(groups: Sequence[GroupFigures], years: Sequence[int]) -> Iterator[dict[str, Any]]:
    """One row a group and year, each with the pixel it starts at; a year without an amount is not drawn."""
    top = 0
    for group in groups:
        stated = [year for year in years if group.sums.net.at(year) is not None]
        for place, year in enumerate(stated):
            ore = group.sums.net.at(year) or 0
            name = _shortened(group.target_group) if place == 0 else ""
            yield {"top": top, "group": group.target_group, "name": name, "year": str(year), "ore": -ore,
                   "end": max(0, -ore), "label": in_thousands(ore)}  # fmt: skip
            top += _STEP
        top += _GAP if stated else 0


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _spec(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    height = (rows[-1]["top"] if rows else 0) + _STEP
    low, high = min([0, *(row["ore"] for row in rows)]), max([0, *(row["ore"] for row in rows)])
    x = {"field": "ore", "type": "quantitative", "axis": None,
         "scale": {"domain": [low, high if high > low else low + 1], "nice": False}}  # fmt: skip
    y = {"field": "top", "type": "quantitative", "axis": None,
         "scale": {"domain": [height - _BAR / 2, -_BAR / 2], "nice": False, "zero": False}}  # fmt: skip
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": list(rows)},
        "width": _WIDTH - _NAMES - _YEARS - _LABEL,
        "height": height,
        "autosize": {"type": "none"},
        "padding": {"left": _NAMES + _YEARS, "right": _LABEL, "top": 4, "bottom": 4},
        "encoding": {"x": x, "y": y},
        "layer": _layers(height),
        "config": {"aria": False, "font": "IBM Plex Sans", "background": "transparent", "view": {"stroke": None}},
    }


def _layers(height: int) -> list[dict[str, Any]]:
    """Bars from zero; to the left of them the group's name and the year, at their end the amount."""
    text = {"type": "text", "fontSize": 14, "baseline": "middle", "color": _TEXT}
    zero: dict[str, Any] = {"x": {"datum": 0}, "y": {"value": 0}, "y2": {"value": height}}
    name = text | {"align": "left", "fontWeight": 600, "limit": _NAMES}
    bar = {"type": "bar", "size": _BAR, "orient": "horizontal", "color": _ACCENT}
    year = text | {"align": "right", "color": _HINT}
    end = {"field": "end", "type": "quantitative"}
    return [
        {"mark": bar, "encoding": {"x2": {"datum": 0}}},
        {"mark": {"type": "rule", "color": _STRONG}, "encoding": zero},
        {"mark": name, "encoding": {"x": {"value": -_NAMES - _YEARS}, "text": {"field": "name"}}},
        {"mark": year, "encoding": {"x": {"value": -10}, "text": {"field": "year"}}},
        {"mark": text | {"align": "left", "dx": 8}, "encoding": {"x": end, "text": {"field": "label"}}},
    ]

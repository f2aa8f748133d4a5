"""The charts of a plan's status, drawn by Vega-Lite on the server: SVG for page and pdf, PNG for docx."""

from functools import cache, lru_cache
from typing import Final

import vl_convert

from effektspor.core.unit import MILLION, find_unit
from effektspor.reports.bar import Bar, Scale, scale_of
from effektspor.reports.chart_spec import ROW, bar_spec, paper_frame
from effektspor.reports.fonts import font_folder
from effektspor.reports.plan_status import PlanStatusReport
from effektspor.reports.sentence import anchor_of
from effektspor.reports.svg import name_svg

__all__ = ["Bar", "Scale", "render_bar_svg", "render_plan_chart_png", "render_plan_chart_svg", "scale_of"]

# Pixels in a PNG per pixel of the chart: sharp on paper and when a page is enlarged.
_PNG_SCALE = 2.5
_LOCALE: Final = "da-DK"


@lru_cache(maxsize=2048)
def render_bar_svg(bar: Bar, scale: Scale) -> str:
    """Return one measure's bar for its row of a table, 200 × 24, on the scale all rows share."""
    title = f"Tiltag {bar.number}, {bar.title}: {bar.label}"
    return name_svg(draw_svg(bar_spec([bar], scale, ROW)), anchor_of(bar.number), title)


def render_plan_chart_svg(report: PlanStatusReport) -> str:
    """Return the whole chart: a bar per measure with its amounts beside it, 744 wide."""
    title = f"Realiseret og mål for hvert tiltag i {report.table.unit}"
    return name_svg(draw_svg(_plan_spec(report)), "diagram", title, chart_description(report))


def render_plan_chart_png(report: PlanStatusReport) -> bytes:
    """Return the same chart as a picture for a paper."""
    return draw_png(_plan_spec(report))


def plan_chart_size(report: PlanStatusReport) -> tuple[int, int]:
    """Return the whole chart's width and height in pixels."""
    return paper_frame(report.bars).size(len(report.bars))


def chart_description(report: PlanStatusReport) -> str:
    """Return what the chart shows, for those who cannot see it: its sentence and every bar in words."""
    bars = "; ".join(f"{bar.number} {bar.title}: {bar.label}" for bar in report.bars)
    return f"{report.chart_sentence} {bars}." if bars else report.chart_sentence


def _plan_spec(report: PlanStatusReport) -> str:
    return _plan_spec_of(report.bars, report.table.unit or "")


@lru_cache(maxsize=64)
def _plan_spec_of(bars: tuple[Bar, ...], unit_name: str) -> str:
    return bar_spec(bars, scale_of(bars), paper_frame(bars), find_unit(unit_name) or MILLION)


@lru_cache(maxsize=2048)
def draw_svg(spec: str) -> str:
    """Return a specification drawn in Danish with our font, without a name yet."""
    _register_fonts()
    return vl_convert.vegalite_to_svg(spec, format_locale=_LOCALE, allowed_base_urls=[])


@lru_cache(maxsize=32)
def draw_png(spec: str) -> bytes:
    """Return a specification as a picture for a paper."""
    _register_fonts()
    return vl_convert.vegalite_to_png(spec, scale=_PNG_SCALE, format_locale=_LOCALE, allowed_base_urls=[])


@cache
def _register_fonts() -> None:
    vl_convert.register_font_directory(str(font_folder()))

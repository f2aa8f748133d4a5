import json
from xml.etree import ElementTree

from effektspor.core.plans.plan import Measure
from effektspor.reports.bar import Bar, Scale, scale_of
from effektspor.reports.chart_spec import ROW, bar_spec
from effektspor.reports.charts import plan_chart_size, render_bar_svg, render_plan_chart_png, render_plan_chart_svg
from effektspor.reports.plan_status import PlanStatusReport, compute_plan_status

from .plans import MADE_ON, WEIRD, plan_of, report_000

SVG = "{http://www.w3.org/2000/svg}"
MILLION_ORE = 100_000_000


def bars_of(report: PlanStatusReport) -> list[str]:
    scale = scale_of(report.bars)
    return [render_bar_svg(bar, scale) for bar in report.bars]


def test_a_bar_is_named_in_danish_and_drawn_to_the_common_scale() -> None:
    root = ElementTree.fromstring(bars_of(report_000())[2])
    assert (root.get("width"), root.get("height"), root.get("role")) == ("200", "24", "img")
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == "Tiltag 3, Boligsociale indsatser: 5,93 mod mål 0,75"
    assert root.get("aria-labelledby") == title.get("id") == "tiltag-3-titel"
    fills = [path.get("fill") for path in root.iter(f"{SVG}path") if path.get("fill")]
    assert fills == ["#0059b3", "#000000"]


def test_the_whole_chart_says_every_bar_in_its_description() -> None:
    report = report_000()
    root = ElementTree.fromstring(render_plan_chart_svg(report))
    assert (int(root.get("width", "0")), int(root.get("height", "0"))) == plan_chart_size(report) == (744, 466)
    assert root.findtext(f"{SVG}title") == "Realiseret og mål for hvert tiltag i mio. kr."
    assert "8 Optimering" in root.findtext(f"{SVG}desc", "")
    texts = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert "Mio. kr. Bjælken er det realiserede, stregen er målet." in texts
    assert {"5,93 mod mål 0,75", "−1,50 mod mål −1,50", "−1", "5"} <= set(texts)


def test_the_drawings_are_safe_under_a_strict_csp_and_side_by_side_on_a_page() -> None:
    report = report_000()
    identities: list[str] = []
    for svg in [*bars_of(report), render_plan_chart_svg(report)]:
        assert not svg.startswith("<?xml")
        assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
        for element in ElementTree.fromstring(svg).iter():
            assert element.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}image")
            names = set(element.attrib)
            assert not names & {"style", "class", "href", "aria-label", "aria-roledescription"}
            assert not any(name.startswith("on") for name in names)
            identities += [element.attrib["id"]] if "id" in names else []
    assert len(identities) == len(set(identities)) == 12


def test_text_of_users_is_drawn_and_not_obeyed() -> None:
    measure = Measure('1"><script>', WEIRD, MILLION_ORE, MILLION_ORE)
    report = compute_plan_status(plan_of(measures=(measure,)), MADE_ON)
    row, whole = ElementTree.fromstring(bars_of(report)[0]), ElementTree.fromstring(render_plan_chart_svg(report))
    assert row.get("aria-labelledby") == "tiltag-1-script-titel"
    assert "#strong[fed] {{ 7 * 7 }} {% if x %} <b>&amp; &" in row.findtext(f"{SVG}title", "")
    assert not list(whole.iter(f"{SVG}script"))
    assert any("<b>&amp; &" in "".join(text.itertext()) for text in whole.iter(f"{SVG}text"))


def test_a_bar_without_target_has_no_tick_and_one_without_amount_no_bar() -> None:
    scale = Scale(0, MILLION_ORE)
    without_target = render_bar_svg(Bar("1", "Tiltag", None, MILLION_ORE, "1,00"), scale)
    without_amount = render_bar_svg(Bar("1", "Tiltag", MILLION_ORE, None, "mål 1,00"), scale)
    assert "#0059b3" in without_target
    assert "#000000" not in without_target
    assert "#000000" in without_amount
    assert "#0059b3" not in without_amount


def test_the_scale_holds_zero_and_every_amount() -> None:
    assert scale_of(report_000().bars) == Scale(-150_000_000, 593_000_000)
    assert scale_of([]) == Scale(0, 1)


def test_amounts_reach_vega_as_whole_ore() -> None:
    spec = json.loads(bar_spec([Bar("1", "Tiltag", 1, 2, "")], Scale(0, 3), ROW))
    (rows,) = spec["datasets"].values()
    assert (rows[0]["target_ore"], rows[0]["realised_ore"]) == (1, 2)


def test_the_picture_is_the_same_every_time() -> None:
    png = render_plan_chart_png(report_000())
    assert png.startswith(b"\x89PNG")
    assert png == render_plan_chart_png(report_000())

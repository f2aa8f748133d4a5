"""What the plan's page shows: the report's table with a bar, a status mark and a place of its own per row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.urls import reverse

from effektspor.app.plan_ports import MeasureComment, MeasureEdit
from effektspor.app.ports import StoredPlan
from effektspor.core.document import Row, RowKind
from effektspor.core.plans.plan import MET_PCT, PARTLY_PCT, Measure, MeasureStatus, Plan
from effektspor.reports.bar import scale_of
from effektspor.reports.charts import render_bar_svg
from effektspor.reports.plan_status import PlanStatusReport
from effektspor.reports.plan_table import printed
from effektspor.reports.plan_words import amount
from effektspor.reports.sentence import NET_ANCHOR, Segment, anchor_of, count_word

_ROW_CLASSES = {RowKind.SUBTOTAL: "sub", RowKind.NET: "net"}
_MARKS = {MeasureStatus.MET: "naas", MeasureStatus.PARTLY: "delvist", MeasureStatus.NOT_MET: "ikke",
          MeasureStatus.CARRIED_OUT: "fast"}  # fmt: skip
_RULE = (
    (MeasureStatus.MET, f"mindst {MET_PCT} pct."),
    (MeasureStatus.PARTLY, f"{PARTLY_PCT}–{MET_PCT} pct."),
    (MeasureStatus.NOT_MET, f"under {PARTLY_PCT} pct."),
    (MeasureStatus.CARRIED_OUT, "investering sat i værk"),
)


@dataclass(frozen=True, slots=True)
class StatusMark:
    word: str
    css: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What persons say of a plan's measures, by the measure's number."""

    edits: Mapping[str, MeasureEdit]
    comments: Mapping[str, tuple[MeasureComment, ...]]


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A row of the status table; `bar` is an SVG and `measure` the measure, neither there for the sums."""

    row: Row
    anchor: str
    css: str
    bar: str
    status: StatusMark | None
    expected: str = ""
    measure: Measure | None = None
    edit: MeasureEdit | None = None
    comments: tuple[MeasureComment, ...] = ()
    edit_address: str = ""

    @property
    def has_more(self) -> bool:
        """Whether the row that opens has anything in it."""
        return bool(self.row.text or self.comments or self.edit or (self.measure and self.measure.indicators))


@dataclass(frozen=True, slots=True)
class PlanView:
    stored: StoredPlan
    report: PlanStatusReport
    lines: tuple[PlanLine, ...]
    rule: tuple[StatusMark, ...]
    has_expected: bool
    key: tuple[Segment, ...]

    @property
    def name(self) -> str:
        return " ".join(part for part in ("Økonomisk handleplan", str(self.stored.plan.year or "")) if part)


def plan_view(stored: StoredPlan, plan: Plan, report: PlanStatusReport, beside: Beside) -> PlanView:
    """Return the page of the measures in `plan`: every bar on one scale, so that the rows can be compared."""
    scale = scale_of(report.bars)
    bars = {bar.number: render_bar_svg(bar, scale) for bar in report.bars}
    measures = iter((*plan.savings, *plan.investments))
    lines = tuple(
        _measure_line(row, next(measures), bars, stored.document_id, beside)
        if row.kind is RowKind.ROW
        else _sum_line(row, plan)
        for row in report.table.rows
    )
    rule = tuple(StatusMark(status.danish, _MARKS[status], text) for status, text in _RULE)
    lines = tuple(_with_expected(line, plan) for line in lines)
    has_expected = any(measure.expected_ore is not None for measure in plan.measures)
    key = (*report.key, *_expected_key(plan)) if has_expected else report.key
    return PlanView(stored, report, lines, rule, has_expected, key)


def _expected_key(plan: Plan) -> Iterator[Segment]:
    """What is expected at year end, and of how many measures where it is not of all."""
    count = sum(measure.expected_ore is not None for measure in plan.measures)
    yield Segment(" Ved årets udgang ventes netto ")
    yield Segment(amount(plan, plan.expected.net.shown_ore), NET_ANCHOR)
    yield Segment("." if count == len(plan.measures) else f" af de {count_word(count)} tiltag, der har et skøn.")


def _sum_line(row: Row, plan: Plan) -> PlanLine:
    css, status = _ROW_CLASSES.get(row.kind, ""), _status(row.category)
    return PlanLine(row, row.label.lower(), css, "", status, _sum_expected(plan, row.kind))


def _measure_line(row: Row, measure: Measure, bars: Mapping[str, str], document_id: int, beside: Beside) -> PlanLine:
    number = row.number or ""
    return PlanLine(
        row,
        anchor_of(number),
        "",
        bars.get(number, ""),
        _status(row.category),
        measure=measure,
        edit=beside.edits.get(measure.number),
        comments=beside.comments.get(measure.number, ()),
        edit_address=_edit_address(document_id, measure.number),
    )


def _edit_address(document_id: int, number: str) -> str:
    """Return where a measure is written of; "" for a number that no address can hold."""
    return reverse("handleplan-tiltag", args=[document_id, number]) if number.isprintable() and number.strip() else ""


def _with_expected(line: PlanLine, plan: Plan) -> PlanLine:
    if line.measure is None or line.measure.expected_ore is None:
        return line
    return replace(line, expected=printed(plan, line.measure.expected_ore))


def _sum_expected(plan: Plan, kind: RowKind) -> str:
    measures = plan.savings if kind is RowKind.SUBTOTAL else plan.measures
    if all(measure.expected_ore is None for measure in measures):
        return ""
    total = plan.expected.gross if kind is RowKind.SUBTOTAL else plan.expected.net
    return printed(plan, total.shown_ore)


def _status(word: str | None) -> StatusMark | None:
    """The status with its mark; one without a mark of its own is said in its word alone."""
    marked = (StatusMark(status.danish, css) for status, css in _MARKS.items() if status.danish == word)
    return next(marked, StatusMark(word, "") if word else None)

"""What the plan's page shows: the report's table with a bar, a status mark and a place of its own per row."""

from dataclasses import dataclass

from effektspor.app.ports import StoredPlan
from effektspor.core.document import Row, RowKind
from effektspor.core.plans.plan import MET_PCT, PARTLY_PCT, MeasureStatus
from effektspor.reports.bar import scale_of
from effektspor.reports.charts import render_bar_svg
from effektspor.reports.plan_status import PlanStatusReport
from effektspor.reports.sentence import anchor_of

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
class PlanLine:
    """A row of the status table; `bar` is an SVG, empty for the sums."""

    row: Row
    anchor: str
    css: str
    bar: str
    status: StatusMark | None


@dataclass(frozen=True, slots=True)
class PlanView:
    stored: StoredPlan
    report: PlanStatusReport
    lines: tuple[PlanLine, ...]
    rule: tuple[StatusMark, ...]

    @property
    def name(self) -> str:
        return " ".join(part for part in ("Økonomisk handleplan", str(self.stored.plan.year or "")) if part)


def plan_view(stored: StoredPlan, report: PlanStatusReport) -> PlanView:
    """Return the page: every bar on one scale, so that the rows can be compared."""
    scale = scale_of(report.bars)
    bars = {bar.number: render_bar_svg(bar, scale) for bar in report.bars}
    lines = tuple(_line(row, bars) for row in report.table.rows)
    rule = tuple(StatusMark(status.danish, _MARKS[status], text) for status, text in _RULE)
    return PlanView(stored, report, lines, rule)


def _line(row: Row, bars: dict[str, str]) -> PlanLine:
    anchor = anchor_of(row.number) if row.number else row.label.lower()
    return PlanLine(row, anchor, _ROW_CLASSES.get(row.kind, ""), bars.get(row.number or "", ""), _status(row.category))


def _status(word: str | None) -> StatusMark | None:
    """The status with its mark; one without a mark of its own is said in its word alone."""
    marked = (StatusMark(status.danish, css) for status, css in _MARKS.items() if status.danish == word)
    return next(marked, StatusMark(word, "") if word else None)

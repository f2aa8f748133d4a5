"""The status paper of an economic plan: one model, shown on the page and printed as docx and pdf."""

from dataclasses import dataclass, replace
from datetime import date

from effektspor.core.audit.catalogue import audit_document
from effektspor.core.document import Document, Paragraph, Table
from effektspor.core.finding import Finding, Place
from effektspor.core.plans.plan import Plan
from effektspor.reports.bar import Bar
from effektspor.reports.plan_bars import compute_bars, compute_chart_sentence
from effektspor.reports.plan_key import compute_key
from effektspor.reports.plan_notes import compute_notes
from effektspor.reports.plan_table import compute_status_table
from effektspor.reports.plan_words import RULE, compute_caption, compute_meta
from effektspor.reports.release import CLEAN, Release, check_release
from effektspor.reports.sentence import Segment, one_line, plain

_UNTITLED = "Økonomisk handleplan"


@dataclass(frozen=True, slots=True)
class PlanStatusReport:
    """What the paper says, in the order it says it; every figure is printed text, and `bars` is what is drawn.

    `source` is what the figures were read from. The anchors of the table's rows are those of `sentence.anchor_of`,
    "brutto" and "netto".
    """

    title: str
    meta: str
    key: tuple[Segment, ...]
    table: Table
    caption: str
    notes: tuple[str, ...]
    chart_sentence: str
    bars: tuple[Bar, ...]
    rule: str
    made_on: date
    source: str | None
    released: Release = CLEAN


def compute_plan_status(plan: Plan, made_on: date, source: str | None = None) -> PlanStatusReport:
    """Return the status paper of a plan. The same plan and day give the same paper."""
    caption = compute_caption(plan)
    table = compute_status_table(plan, caption)
    return PlanStatusReport(
        title=one_line(plan.title) or _UNTITLED,
        meta=compute_meta(plan),
        key=compute_key(plan),
        table=table,
        caption=caption,
        notes=compute_notes(plan, table),
        chart_sentence=compute_chart_sentence(plan),
        bars=compute_bars(plan),
        rule=RULE,
        made_on=made_on,
        source=one_line(source or "") or None,
    )


def check_own_paper(report: PlanStatusReport) -> tuple[Finding, ...]:
    """Return what our own checks say of the paper, as they would of anyone's."""
    return audit_document(_as_document(report))[1]


def release(report: PlanStatusReport, reason: str = "") -> PlanStatusReport:
    """Return the paper when it may be written, with what it must say of its open errors.

    Raises PaperNotReleased when one of our own checks finds an error and no reason is given, now or before.
    """
    released = check_release(report.title, _as_document(report), reason or report.released.reason)
    return report if released == report.released else replace(report, released=released)


def _as_document(report: PlanStatusReport) -> Document:
    """The paper as a reader would read it; the notes belong to the table."""
    above = [report.title, report.meta, plain(report.key)]
    below = [report.chart_sentence, report.rule]
    notes = tuple(_paragraph(text, index) for index, text in enumerate(report.notes, start=len(above) + 1))
    head = [_paragraph(text, index) for index, text in enumerate(above, start=1)]
    foot = [_paragraph(text, index) for index, text in enumerate(below, start=len(head) + len(notes) + 1)]
    return Document(report.title, (*head, replace(report.table, footnotes=notes), *foot))


def _paragraph(text: str, number: int) -> Paragraph:
    return Paragraph(Place(paragraph=number), text)

"""A paper that can be made now: its kind, which one it is, and how its bytes are written."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from effektspor.app.paper_ports import PaperKind, PaperRelease
from effektspor.reports.annex_sheet import render_annex_xlsx
from effektspor.reports.checked import AnyPaper, check_paper
from effektspor.reports.docx import render_docx
from effektspor.reports.papers import render_paper_docx, render_paper_pdf
from effektspor.reports.pdf import render_pdf
from effektspor.reports.plan_status import PlanStatusReport
from effektspor.reports.plan_status import release as release_status
from effektspor.reports.printed import release as release_printed
from effektspor.reports.status_sheet import render_status_xlsx
from effektspor.web.papers.templates_in_use import as_file

CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}
SUFFIX_WORDS = {"docx": "Word", "xlsx": "Excel", "pdf": "PDF"}
TEMPLATE_OF: Mapping[PaperKind, str] = {
    PaperKind.STATUS: "handleplan.docx",
    PaperKind.NOTE: "strateginotat.docx",
    PaperKind.ANNEX: "katalogbilag.docx",
    PaperKind.CASE: "forslag.docx",
    PaperKind.BUDGET: "budgetforslag.docx",
}
_PDF: Mapping[PaperKind, Callable[[Any], bytes]] = {PaperKind.STATUS: render_pdf}
_XLSX: Mapping[PaperKind, Callable[[Any], bytes]] = {
    PaperKind.STATUS: render_status_xlsx,
    PaperKind.ANNEX: render_annex_xlsx,
}


@dataclass(frozen=True, slots=True)
class Printable:
    """A paper with what is known of it: `key` and `version` as a release names it, the paper its figures were read
    from, and the newest recording in its data."""

    kind: PaperKind
    key: str
    paper: AnyPaper
    stem: str
    data_id: int
    version: int = 0
    document_id: int | None = None

    @property
    def title(self) -> str:
        return self.paper.title

    def write(self, suffix: str, reason: str = "") -> bytes:
        """Return the paper as a file.

        Raises PaperNotReleased when it has an open error and no reason is given, ReportError when its template cannot
        be used.
        """
        released = released_paper(self.paper, reason)
        if suffix == "docx":
            with as_file(TEMPLATE_OF[self.kind]) as template:
                return _docx(released, template)
        writers = _XLSX if suffix == "xlsx" else _PDF
        return writers.get(self.kind, render_paper_pdf)(released)

    def release(self, suffix: str, reason: str) -> PaperRelease:
        """Return what is kept of letting it out; the hash of the file is the use case's."""
        return PaperRelease(
            kind=self.kind,
            key=self.key,
            version=self.version,
            title=self.title,
            suffix=suffix,
            made_on=self.paper.made_on,
            sha256="",
            data_sha256=check_paper(self.paper).data_sha256,
            data_id=self.data_id,
            template_sha256=self._template_sha256() if suffix == "docx" else "",
            reason=reason,
            marks=released_paper(self.paper, reason).released.marks,
        )

    def _template_sha256(self) -> str:
        with as_file(TEMPLATE_OF[self.kind]) as template:
            return hashlib.sha256(template.read_bytes()).hexdigest()


def released_paper(paper: AnyPaper, reason: str) -> AnyPaper:
    """Return a paper that may be written. Raises PaperNotReleased."""
    if isinstance(paper, PlanStatusReport):
        return release_status(paper, reason)
    return release_printed(paper, reason)


def _docx(paper: AnyPaper, template: Path) -> bytes:
    if isinstance(paper, PlanStatusReport):
        return render_docx(paper, template)
    return render_paper_docx(paper, template)

"""Printing a paper as docx and as pdf: which template each kind of paper is set in."""

from collections.abc import Mapping
from pathlib import Path

from effektspor.reports.budget_form import BudgetForm
from effektspor.reports.case_paper import CasePaper
from effektspor.reports.catalogue_annex import CatalogueAnnex
from effektspor.reports.printed import PrintedPaper, release
from effektspor.reports.strategy_note import StrategyNotePaper
from effektspor.reports.typeset import typeset
from effektspor.reports.word_file import TEMPLATES, fill_word

# The names a user's own template has, and our own templates' without their endings.
TEMPLATE_NAMES: Mapping[type[PrintedPaper], str] = {
    CasePaper: "forslag",
    BudgetForm: "budgetforslag",
    CatalogueAnnex: "katalogbilag",
    StrategyNotePaper: "strateginotat",
}


def template_name(kind: type[PrintedPaper]) -> str:
    """Return the file name of a kind's Word template: "forslag.docx"."""
    return f"{TEMPLATE_NAMES[kind]}.docx"


def render_paper_docx(paper: PrintedPaper, template: Path | None = None) -> bytes:
    """Return a paper as docx, from our own template or the user's; the same paper gives the same bytes.

    Raises PaperNotReleased when it does not pass our own checks, ReportError when the template cannot be used.
    """
    released = release(paper)
    path = template or TEMPLATES / template_name(type(paper))
    return fill_word(path, released.fields(), released.title, released.made_on)


def render_paper_pdf(paper: PrintedPaper) -> bytes:
    """Return a paper as a tagged pdf. Raises PaperNotReleased when it does not pass our own checks."""
    released = release(paper)
    return typeset(f"{TEMPLATE_NAMES[type(paper)]}.typ", released.fields(), released.made_on)

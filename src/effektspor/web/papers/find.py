"""The papers that can be made, each from what is stored: one way, whichever page asks."""

import re
from collections.abc import Callable, Mapping

from django.http import Http404
from django.utils import timezone

from effektspor.app.paper_ports import PaperKind
from effektspor.app.ports import StoredPlan
from effektspor.app.proposal_ports import Revision
from effektspor.core.proposals.budget_form_of import budget_of_case
from effektspor.reports.budget_form import compute_budget_form
from effektspor.reports.case_paper import compute_case_paper
from effektspor.reports.plan_status import compute_plan_status
from effektspor.reports.strategy_note import compute_strategy_note
from effektspor.web.catalogue.address import CatalogueKey
from effektspor.web.catalogue.annex_paper import annex_of
from effektspor.web.catalogue.sources import Source, find_source
from effektspor.web.papers.data_ids import RevisionData, annex_data, note_data, revision_data, status_data
from effektspor.web.papers.printable import Printable
from effektspor.web.plans.notes import Note, find_note
from effektspor.web.plans.store import DjangoPlanStore
from effektspor.web.plans.tabs import whole, with_edits
from effektspor.web.proposals.rate import rate_on
from effektspor.web.proposals.store import DjangoProposalStore

_CASES = (PaperKind.CASE, PaperKind.BUDGET)


def find_paper(kind: PaperKind, key: str, version: int = 0) -> Printable:
    """Return the paper a release names; 404 where there is none."""
    if kind in _CASES:
        store = DjangoProposalStore()
        revision = store.revision(key, version) if version else store.find(key)
        return proposal_paper(kind, _found(revision))
    if kind is PaperKind.ANNEX:
        return annex_paper(_source(key))
    document_id = whole(key)
    if not document_id:
        raise Http404
    return _OF_DOCUMENT[kind](document_id)


def status_paper(stored: StoredPlan) -> Printable:
    """Return the status of a plan, with what persons say of its measures."""
    report = compute_plan_status(with_edits(stored), timezone.localdate(), stored.document_title)
    return Printable(
        PaperKind.STATUS,
        str(stored.document_id),
        report,
        f"handleplan-status-{stored.plan.as_of or 'uden-dato'}",
        status_data().get(stored.document_id, 0),
        document_id=stored.document_id,
    )


def note_paper(note: Note) -> Printable:
    """Return a strategy note, with what persons wrote in it."""
    paper = compute_strategy_note(note.printable, timezone.localdate(), note.document_title)
    data_id = note_data().get(note.document_id, 0)
    return Printable(
        PaperKind.NOTE, str(note.document_id), paper, "strateginotat", data_id, document_id=note.document_id
    )


def annex_paper(source: Source) -> Printable:
    """Return the annex to a catalogue: the whole of it, whatever a page shows.

    Raises NotPossible where a row of a catalogue of our own could not be computed.
    """
    today = timezone.localdate()
    data_id = annex_data_id(source, annex_data(), revision_data(source.revisions.values()))
    return Printable(
        PaperKind.ANNEX,
        source.key,
        annex_of(source, today),
        f"bilag-1a-{today:%Y-%m-%d}",
        data_id,
        document_id=source.document_id,
    )


def proposal_paper(kind: PaperKind, revision: Revision) -> Printable:
    """Return a revision as a business case, or in the budget's form."""
    today, source = timezone.localdate(), source_of(revision)
    data_id = revision_data([revision]).get((revision.proposal_id, revision.number), 0)
    if kind is PaperKind.BUDGET:
        paper = compute_budget_form(budget_of_case(revision.case), today, source)
        stem = f"budgetskema-{revision.proposal_id}-revision-{revision.number}"
        return Printable(kind, revision.case.code, paper, stem, data_id, revision.number, revision.document_id)
    case_paper = compute_case_paper(revision.case, today, rate_on(today), source=source)
    stem = f"forslag-{revision.proposal_id}-revision-{revision.number}"
    return Printable(kind, revision.case.code, case_paper, stem, data_id, revision.number, revision.document_id)


def annex_data_id(source: Source, of_papers: Mapping[int, int], of_revisions: RevisionData) -> int:
    """Return the newest recording in an annex's data: its catalogue's, or that of one of its proposals."""
    own = source.own.version if source.own else of_papers.get(source.document_id or 0, 0)
    ids = (of_revisions.get((each.proposal_id, each.number), 0) for each in source.revisions.values())
    return max([own, *ids])


def source_of(revision: Revision) -> str:
    return f"{revision.case.code} revision {revision.number}"


def _status_of(document_id: int) -> Printable:
    stored = DjangoPlanStore().find(document_id)
    if stored is None:
        raise Http404
    return status_paper(stored)


def _note_of(document_id: int) -> Printable:
    return note_paper(find_note(document_id))


def _source(key: str) -> Source:
    if not re.fullmatch(CatalogueKey.regex, key):
        raise Http404
    return find_source(key)


def _found(revision: Revision | None) -> Revision:
    if revision is None:
        raise Http404
    return revision


_OF_DOCUMENT: Mapping[PaperKind, Callable[[int], Printable]] = {
    PaperKind.STATUS: _status_of,
    PaperKind.NOTE: _note_of,
}

"""Use case on a paper that was read: its proposals and its catalogue are stored with it."""

from collections.abc import Collection
from dataclasses import dataclass

from effektspor.app.ports import Reading
from effektspor.app.proposal_ports import CatalogueStore, ProposalStore, Revision
from effektspor.core.document import Document
from effektspor.core.proposals.budget_form_of import case_of_budget
from effektspor.core.proposals.budget_proposal import BudgetProposal
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue
from effektspor.ingest.proposals.budget_form import read_budget_proposal
from effektspor.ingest.proposals.catalogue import read_catalogue
from effektspor.ingest.proposals.reading import read_cases
from effektspor.ingest.proposals.revisions import counted_cases

_FIRST_NOTE, _LATER_NOTE = "Læst i papiret", "Læst i en ny udgave af papiret"
# A longer one is no code, and no column holds it.
_LONGEST_CODE = 40
_BUDGET_FORM = "BF"


@dataclass(frozen=True, slots=True)
class ProposalsRead:
    """What a paper holds of proposals: its business cases, its catalogue and its budget proposal."""

    cases: tuple[BusinessCase, ...] = ()
    catalogue: Catalogue | None = None
    budget_proposal: BudgetProposal | None = None


@dataclass(frozen=True, slots=True)
class PaperProposalStores:
    """Where a paper's proposals are kept."""

    proposals: ProposalStore
    catalogues: CatalogueStore

    def keep(self, recording_id: int, document_id: int, reading: Reading) -> None:
        """Store what a paper holds of proposals now (an `app.documents.Keep`)."""
        store_proposals(recording_id, document_id, read_proposals(reading.document), self)


def read_proposals(document: Document) -> ProposalsRead:
    """Return what a paper holds of proposals, each row of its catalogue with the tables its figures come from."""
    cases, _ = read_cases(document)
    catalogue = read_catalogue(document, cases)
    counted, _ = counted_cases(document, cases, catalogue)
    return ProposalsRead(tuple(each.case for each in counted), catalogue, read_budget_proposal(document))


def store_proposals(recording_id: int, document_id: int, read: ProposalsRead, stores: PaperProposalStores) -> int:
    """Store what a paper holds of proposals; return how many of them got a new revision.

    A case that the paper says as it did before makes no revision, also when a person has revised it since. The
    catalogue is revised whole, and closed when the paper no longer holds one.
    """
    if read.catalogue:
        stores.catalogues.add(recording_id, document_id, read.catalogue)
    else:
        stores.catalogues.remove(recording_id, document_id)
    changed = _changed(document_id, _proposals_of(document_id, read), stores.proposals)
    for case, note in changed:
        stores.proposals.add(recording_id, case, note, document_id)
    return len(changed)


def _proposals_of(document_id: int, read: ProposalsRead) -> tuple[BusinessCase, ...]:
    """Only what has a code can be found again; a budget proposal that has none is known by its paper's number."""
    form = read.budget_proposal
    budget = (case_of_budget(form, form.code or f"{_BUDGET_FORM}{document_id:02}"),) if form else ()
    return tuple(case for case in (*read.cases, *budget) if 0 < len(case.code) <= _LONGEST_CODE)


def _changed(
    document_id: int, cases: Collection[BusinessCase], proposals: ProposalStore
) -> list[tuple[BusinessCase, str]]:
    newest = proposals.newest([case.code for case in cases])
    changed = []
    for case in cases:
        known = newest.get(case.code)
        if known is None:
            changed.append((case, _FIRST_NOTE))
        elif case not in (known.case, _read_before(document_id, known, proposals)):
            changed.append((case, _LATER_NOTE))
    return changed


def _read_before(document_id: int, newest: Revision, proposals: ProposalStore) -> BusinessCase | None:
    """Return the case as it was last read in that paper, whatever has been written since."""
    if newest.document_id == document_id:
        return newest.case
    code = newest.case.code
    revisions = (proposals.revision(code, number) for number in range(newest.number - 1, 0, -1))
    return next((each.case for each in revisions if each and each.document_id == document_id), None)

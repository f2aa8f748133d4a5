"""A paper's catalogue and cases are stored with it, on every store."""

from dataclasses import replace
from pathlib import Path

import pytest

from effektspor.app.documents import File, Keep, PaperStores, load_documents
from effektspor.app.load_proposals import PaperProposalStores, ProposalsRead, store_proposals
from effektspor.core.number import Number
from effektspor.core.proposals.budget_form_of import case_of_budget
from effektspor.core.proposals.budget_proposal import BudgetChangeKind, BudgetChangeLine, BudgetProposal
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.ties import TieVerdict, tie_catalogue
from effektspor.core.proposals.totals import compute_totals
from effektspor.web.catalogue.store import DjangoCatalogueStore
from effektspor.web.proposals.store import DjangoProposalStore
from tests.contracts.catalogue_values import cases, catalogue, thousands
from tests.contracts.conftest import Stores
from tests.contracts.memory import Memory, MemoryDocumentStore
from tests.contracts.memory_catalogue import MemoryCatalogueStore
from tests.contracts.memory_proposals import MemoryProposalStore, ProposalMemory
from tests.contracts.values import reading

DEMO = Path(__file__).parents[2] / "demo" / "documents"
CATALOGUE_2018 = "002_omprioriteringskatalog_2018.txt"


@pytest.fixture
def kept(stores: Stores) -> PaperProposalStores:
    documents = stores.documents
    if not isinstance(documents, MemoryDocumentStore):
        return PaperProposalStores(DjangoProposalStore(), DjangoCatalogueStore())
    memory: Memory = documents._memory
    return PaperProposalStores(MemoryProposalStore(ProposalMemory(memory)), MemoryCatalogueStore(memory))


def _store(stores: Stores, kept: PaperProposalStores, read: ProposalsRead, name: str = "katalog.txt") -> int:
    with stores.recordings.record("documents.load") as recording_id:
        document_id = stores.documents.add(recording_id, reading(name))
        return store_proposals(recording_id, document_id, read, kept)


def _load(stores: Stores, keep: Keep, *files: File) -> None:
    recording = stores.recordings.record("documents.load")
    load_documents(files, stores.files, PaperStores(stores.documents, stores.plans, (keep,)), recording)


def _numbers(kept: PaperProposalStores) -> list[int]:
    return [head.number for head in kept.proposals.history("BO1")]


def test_the_catalogue_of_2018_is_loaded_with_its_proposals(stores: Stores, kept: PaperProposalStores) -> None:
    _load(stores, kept.keep, File(CATALOGUE_2018, (DEMO / CATALOGUE_2018).read_bytes()))
    (stored,) = kept.catalogues.all()
    assert stored.catalogue.net == stored.catalogue.stated_net
    newest = kept.proposals.newest(stored.catalogue.codes)
    assert set(newest) == set(stored.catalogue.codes)
    assert len(newest) == 21
    assert {revision.document_id for revision in newest.values()} == {stored.document_id}
    ties = tie_catalogue(stored.catalogue, [revision.case for revision in newest.values()])
    assert [tie.code for tie in ties if tie.verdict is TieVerdict.FAULT] == ["TV03b"]


def test_each_row_knows_the_tables_its_figures_come_from(stores: Stores, kept: PaperProposalStores) -> None:
    _load(stores, kept.keep, File(CATALOGUE_2018, (DEMO / CATALOGUE_2018).read_bytes()))
    (stored,) = kept.catalogues.all()
    paper = stores.documents.find(stored.document_id)
    assert paper is not None
    tables = {table.id: table for table in paper.reading.document.tables}
    for group in stored.catalogue.groups:
        assert tables[group.table_id].caption == group.target_group
        assert all(row.case_table_ids and row.case_table_ids[0] in tables for row in group.rows)
    owned = [id for code in stored.catalogue.codes
             for id in next(row.case_table_ids for row in stored.catalogue.rows if row.code == code)]  # fmt: skip
    assert len(owned) == len(set(owned)), "a table belongs to one proposal"


def test_the_same_again_makes_no_revision(stores: Stores, kept: PaperProposalStores) -> None:
    read = ProposalsRead(cases(), catalogue())
    assert _store(stores, kept, read) == 3
    assert _store(stores, kept, read) == 0
    assert len(kept.catalogues.all()) == 1


def test_a_case_that_has_changed_in_its_paper_makes_a_revision(stores: Stores, kept: PaperProposalStores) -> None:
    first, *others = cases()
    _store(stores, kept, ProposalsRead((first, *others), catalogue()))
    changed = replace(first, title="Færre og kortere døgn på botilbud")
    assert _store(stores, kept, ProposalsRead((changed, *others), catalogue())) == 1
    newest = kept.proposals.find("BO1")
    assert newest is not None
    assert (newest.number, newest.case) == (2, changed)


def test_what_a_person_has_revised_is_not_undone_when_the_paper_says_the_same(
    stores: Stores, kept: PaperProposalStores
) -> None:
    read = ProposalsRead(cases(), catalogue())
    _store(stores, kept, read)
    revised = replace(cases()[0], title="Rettet af forslagsstilleren")
    with stores.recordings.record("proposals.revise") as recording_id:
        kept.proposals.add(recording_id, revised)
    assert _store(stores, kept, read) == 0
    newest = kept.proposals.find("BO1")
    assert newest is not None
    assert newest.case == revised


def test_the_same_case_in_another_paper_is_no_new_revision(stores: Stores, kept: PaperProposalStores) -> None:
    _store(stores, kept, ProposalsRead(cases()))
    assert _store(stores, kept, ProposalsRead(cases()[:1]), "kun-bo1.txt") == 0
    assert _numbers(kept) == [1]


def test_a_paper_that_no_longer_holds_a_catalogue_closes_it(stores: Stores, kept: PaperProposalStores) -> None:
    _store(stores, kept, ProposalsRead(cases(), catalogue()))
    _store(stores, kept, ProposalsRead())
    assert kept.catalogues.all() == []
    assert kept.proposals.find("BO1") is not None, "the proposals stay"


def test_what_has_no_code_is_not_stored(stores: Stores, kept: PaperProposalStores) -> None:
    nameless = BusinessCase("", "Uden nummer")
    long = BusinessCase("X" * 41, "Et nummer, der ikke er et")
    assert _store(stores, kept, ProposalsRead((nameless, long))) == 0


def test_a_budget_proposal_with_a_code_is_stored_as_a_proposal(stores: Stores, kept: PaperProposalStores) -> None:
    budget = BudgetProposal(
        "Styrket opfølgning",
        committee="Socialudvalget",
        spending_type="Serviceudgifter",
        years=(2027, 2028),
        changes=(
            BudgetChangeLine(BudgetChangeKind.EFFICIENCY, thousands(-7_300, -9_000), "Effektivisering"),
            BudgetChangeLine(BudgetChangeKind.EXPANSION, thousands(250, 175)),
            BudgetChangeLine(BudgetChangeKind.EXPANSION, thousands(500, None), section="anlæg"),
        ),
        staff=((2027, Number(-2)),),
        code="SO4",
    )
    assert _store(stores, kept, ProposalsRead(budget_proposal=budget)) == 1
    stored = kept.proposals.find("SO4")
    assert stored is not None
    assert stored.case == case_of_budget(budget, "SO4")
    assert compute_totals(stored.case).permanent == budget.net
    assert [(line.label, line.control_area) for line in stored.case.lines] == [
        ("Effektivisering", "Serviceudgifter"), ("Udvidelse", "Serviceudgifter"), ("Udvidelse", "Anlæg"),
    ]  # fmt: skip


def test_a_budget_proposal_without_a_code_is_known_by_its_papers_number(stores, kept):
    budget = BudgetProposal("Styrket opfølgning", changes=(BudgetChangeLine(BudgetChangeKind.SAVING, thousands(-5)),))
    assert _store(stores, kept, ProposalsRead(budget_proposal=budget)) == 1
    (code,) = (summary.code for summary in kept.proposals.summaries())
    assert code.startswith("BF") and code[2:].isdigit()
    assert _store(stores, kept, ProposalsRead(budget_proposal=budget)) == 0, "the same paper says the same"

"""Use case on a paper that was read: what it holds around a plan is stored with it."""

from dataclasses import dataclass

from effektspor.app.plan_ports import EstimateStore, PlanPart, PlanPartStore
from effektspor.app.ports import Reading
from effektspor.ingest.plan_papers.reading import PlanPapers, read_plan_papers


@dataclass(frozen=True, slots=True)
class PlanPaperStores:
    """Where what papers hold around a plan is kept; the plan itself has its own store."""

    estimates: EstimateStore
    parts: PlanPartStore

    def keep(self, recording_id: int, document_id: int, reading: Reading) -> None:
        """Store what a paper holds now; what it held before is closed and kept (an `app.documents.Keep`)."""
        store_plan_papers(recording_id, document_id, read_plan_papers(reading.document), self)


def store_plan_papers(recording_id: int, document_id: int, papers: PlanPapers, stores: PlanPaperStores) -> None:
    """Store the estimates, and the parts in the order a page shows them; the same again writes nothing."""
    stores.estimates.replace(recording_id, document_id, papers.estimates)
    stores.parts.replace(recording_id, document_id, parts_of(papers))


def parts_of(papers: PlanPapers) -> tuple[PlanPart, ...]:
    """Return what a paper holds beside its plan and its estimates."""
    strategy = (papers.strategy,) if papers.strategy else ()
    return (*papers.adopted, *papers.flows, *papers.outlooks, *papers.effect_accounts, *strategy)

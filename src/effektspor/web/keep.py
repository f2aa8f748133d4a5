"""What is kept of a paper beside its reading and its plan, in the same recording: one list for demo and uploads."""

from effektspor.app.documents import Keep
from effektspor.app.load_proposals import PaperProposalStores
from effektspor.app.plan_papers import PlanPaperStores
from effektspor.web.catalogue.store import DjangoCatalogueStore
from effektspor.web.plans.estimates import DjangoEstimateStore
from effektspor.web.plans.parts import DjangoPlanPartStore
from effektspor.web.proposals.store import DjangoProposalStore


def keeps() -> tuple[Keep, ...]:
    """Return what is told of every new reading, in order."""
    return (
        PlanPaperStores(DjangoEstimateStore(), DjangoPlanPartStore()).keep,
        PaperProposalStores(DjangoProposalStore(), DjangoCatalogueStore()).keep,
    )

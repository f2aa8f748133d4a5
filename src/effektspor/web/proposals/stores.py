"""The stores that the use cases on proposals are given, for one user."""

from django.http import HttpRequest

from effektspor.app.proposals import ProposalStores
from effektspor.web.accounts.access import user_of
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.decisions import (
    DjangoAdoptedMeasureStore,
    DjangoBudgetChangeStore,
    DjangoDecisionStore,
    DjangoFollowUpStore,
)
from effektspor.web.proposals.store import DjangoDraftStore, DjangoProposalStore


def stores_of(request: HttpRequest) -> ProposalStores:
    return ProposalStores(
        DjangoProposalStore(),
        DjangoDraftStore(),
        DjangoDecisionStore(),
        DjangoBudgetChangeStore(),
        DjangoFollowUpStore(),
        DjangoAdoptedMeasureStore(),
        DjangoRecordings(user_of(request)),
    )

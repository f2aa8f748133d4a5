"""A proposal to look at, to write on and to decide."""

import pytest
from tests.contracts.case_values import case

from effektspor.app.proposal_ports import Revision
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.web.accounts.models import Role, User
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.store import DjangoProposalStore


def add_proposal(value: BusinessCase, by: User | None = None, note: str = "") -> Revision:
    with DjangoRecordings(by).record("test", note) as recording_id:
        return DjangoProposalStore().add(recording_id, value, note)


@pytest.fixture
def proposal(users: dict[Role, User]) -> Revision:
    """SO12, which the controller has written."""
    return add_proposal(case(), users[Role.CONTROLLER])

"""A page of proposals asks the database a constant number of times, however many, long and decided they are."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from effektspor.app.proposal_form import fields_of
from effektspor.app.proposal_ports import BudgetChange, Decision, FollowUp, Outcome
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.details import Criterion, Link, LinkKind
from effektspor.web.accounts.models import Role, User
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.decisions import DjangoBudgetChangeStore, DjangoDecisionStore, DjangoFollowUpStore
from effektspor.web.proposals.store import DjangoProposalStore
from tests.contracts.case_values import case, years


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def _add(count: int, by: User) -> None:
    """Add so many proposals, each linked to the first and decided; the first gets so many lines and follow-ups."""
    proposals, decisions = DjangoProposalStore(), DjangoDecisionStore()
    with DjangoRecordings(by).record("test") as recording_id:
        lines = tuple(ChangeLine(f"Linje {at}", LineKind.PERMANENT, years(-1, -2)) for at in range(count))
        criteria = tuple(Criterion(f"Kriterium {at}", "x", "y", "2028") for at in range(count))
        first = proposals.add(recording_id, replace(case(), lines=lines, criteria=criteria))
        for number in range(count):
            linked = replace(case(f"SO{100 + number}"), links=(Link(LinkKind.OVERLAPS, "SO12"),))
            other = proposals.add(recording_id, linked)
            for each in (first, other):
                decision = Decision(each.proposal_id, 1, Outcome.ADOPTED, "Socialudvalget", date(2026, 1, 1))
                decision_id = decisions.add(recording_id, decision)
        DjangoFollowUpStore().add(
            recording_id, [FollowUp(first.proposal_id, decision_id, f"Kriterium {at}") for at in range(count)]
        )
        DjangoBudgetChangeStore().add(
            recording_id, [BudgetChange(first.proposal_id, decision_id, f"5.{at}", 2027, -1) for at in range(count)]
        )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/forslag/", "/forslag/forslag.csv", "/forslag/forslag.xlsx", "/forslag/beslutninger", "/forslag/beslutninger.csv",
     "/forslag/SO12", "/forslag/SO12/rediger", "/forslag/SO12/sammenlign?fra=1&til=2", "/forslag/ny"],
)  # fmt: skip
def test_more_proposals_ask_no_more(address: str, controller: Client, users: dict[Role, User]) -> None:
    _add(2, users[Role.CONTROLLER])
    _add(3, users[Role.CONTROLLER])
    few = _queries(controller, address)
    _add(30, users[Role.CONTROLLER])
    assert _queries(controller, address) == few


@pytest.mark.django_db
def test_a_check_of_a_larger_case_asks_no_more(controller: Client, users: dict[Role, User]) -> None:
    _add(2, users[Role.CONTROLLER])
    counts = []
    for typed in (case(), replace(case(), lines=case().lines * 20)):
        with CaptureQueriesContext(connection) as queries:
            assert controller.post("/forslag/SO12/kontrol", fields_of(typed)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]

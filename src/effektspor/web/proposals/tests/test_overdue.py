"""What should have been followed up is seen on Overblik."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.contracts.case_values import case

from effektspor.app.proposal_ports import Decision, FollowUp, Outcome
from effektspor.web.accounts.models import Role, User
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.decisions import DjangoDecisionStore, DjangoFollowUpStore
from effektspor.web.proposals.overdue import overdue_follow_ups
from effektspor.web.proposals.store import DjangoProposalStore

pytestmark = pytest.mark.django_db


def _decide(by: User, *days_over: int) -> None:
    today = timezone.localdate()
    with DjangoRecordings(by).record("test") as recording_id:
        revision = DjangoProposalStore().add(recording_id, case())
        decision = Decision(revision.proposal_id, 1, Outcome.ADOPTED, "Socialudvalget", today)
        decision_id = DjangoDecisionStore().add(recording_id, decision)
        follow_ups = [
            FollowUp(revision.proposal_id, decision_id, f"Kriterium {days}", "", "Centerchefen", "",
                     today - timedelta(days=days)) for days in days_over
        ]  # fmt: skip
        DjangoFollowUpStore().add(recording_id, follow_ups)


def test_a_follow_up_past_its_day_is_urgent(controller: Client, users: dict[Role, User]) -> None:
    _decide(users[Role.CONTROLLER], 3, 40, 0, -5)
    page = controller.get("/").content.decode()
    assert "2 opfølgninger er over fristen" in page
    assert 'href="/forslag/SO12#opfoelgning">SO12 Kriterium 40</a>' in page
    assert page.index("Kriterium 40") < page.index("Kriterium 3<")
    assert "Kriterium 0" not in page
    assert "3 dage over fristen" in page


def test_one_that_is_done_is_urgent_no_longer(users: dict[Role, User]) -> None:
    _decide(users[Role.CONTROLLER], 3)
    follow_up = DjangoFollowUpStore().current()[0]
    assert follow_up.id is not None
    with DjangoRecordings(users[Role.CONTROLLER]).record("test") as recording_id:
        DjangoFollowUpStore().finish(recording_id, follow_up.id, timezone.localdate())
    assert overdue_follow_ups(timezone.localdate()) == ()


def test_only_the_oldest_five_are_named(controller: Client, users: dict[Role, User]) -> None:
    _decide(users[Role.CONTROLLER], *range(1, 9))
    page = controller.get("/").content.decode()
    assert "8 opfølgninger er over fristen" in page
    assert page.count("dage over fristen") + page.count("dag over fristen") == 5

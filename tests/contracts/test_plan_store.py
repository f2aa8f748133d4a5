from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from effektspor.core.plans.plan import Plan
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.store import DjangoPlanStore
from tests.contracts.conftest import Stores
from tests.contracts.values import PLANS, plan, reading


def _add(stores: Stores, name: str, stored: Plan) -> int:
    with stores.recordings.record("documents.load") as recording_id:
        document_id = stores.documents.add(recording_id, reading(name))
        stores.plans.add(recording_id, document_id, stored)
    return document_id


def test_a_plan_comes_back_as_it_was(stores: Stores) -> None:
    document_id = _add(stores, "handleplan.txt", plan())
    current = stores.plans.current()
    assert current is not None
    assert (current.plan, current.document_id, current.document_title) == (plan(), document_id, "Handleplan")


def test_the_plan_with_the_latest_date_is_in_force(stores: Stores) -> None:
    _add(stores, "ny.txt", plan(date(2025, 12, 31)))
    _add(stores, "gammel.txt", plan(date(2019, 12, 31)))
    _add(stores, "udateret.txt", plan(None))
    current = stores.plans.current()
    assert current is not None
    assert current.plan.as_of == date(2025, 12, 31)


def test_a_plan_read_anew_replaces_the_old(stores: Stores) -> None:
    _add(stores, "handleplan.txt", plan(net_ore=100))
    _add(stores, "handleplan.txt", plan(net_ore=None))
    current = stores.plans.current()
    assert current is not None
    assert current.plan.stated_realised.net_ore is None


def test_a_paper_without_its_plan_has_none(stores: Stores) -> None:
    document_id = _add(stores, "handleplan.txt", plan())
    with stores.recordings.record("documents.load") as recording_id:
        stores.plans.remove(recording_id, document_id)
    assert stores.plans.current() is None


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(PLANS)
def test_any_plan_survives_the_database(any_plan: Plan) -> None:
    with DjangoRecordings().record("test") as recording_id:
        document_id = DjangoDocumentStore().add(recording_id, reading())
        DjangoPlanStore().add(recording_id, document_id, any_plan)
    current = DjangoPlanStore().current()
    assert current is not None
    assert current.plan == any_plan

"""Any plan, edit and series of estimates comes back from the database as it was."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from effektspor.app.plan_ports import MeasureEdit
from effektspor.core.plans.cohorts import Adjustment, Cohort
from effektspor.core.plans.convention import Convention
from effektspor.core.plans.plan import Measure, Plan, ProposalReference, StatedTotals
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import Estimates, FollowUpRound
from effektspor.core.plans.targets import Accumulation, Targets
from effektspor.core.unit import BILLION, KRONE, MILLION, THOUSAND
from effektspor.core.year_amounts import YearAmounts
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.edits import DjangoMeasureEditStore
from effektspor.web.plans.estimates import DjangoEstimateStore
from effektspor.web.plans.store import DjangoPlanStore
from tests.contracts.values import reading

AMOUNTS = st.integers(-(10**15), 10**15)
ORE = st.none() | AMOUNTS
YEARS = st.dictionaries(st.integers(1990, 2090), AMOUNTS, max_size=4).map(YearAmounts.of)
# A database keeps any text but NUL and lone surrogates, which no paper that was read holds either.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))
UNITS = st.sampled_from([KRONE, THOUSAND, MILLION, BILLION])
CONVENTIONS = st.none() | st.sampled_from(Convention)
TARGETS = st.builds(
    Targets, YEARS, st.sampled_from(Accumulation), st.none() | st.sampled_from(Accumulation), ORE, TEXT
)  # fmt: skip
INDICATORS = st.lists(TEXT, max_size=3).map(tuple)
PROPOSALS = st.none() | st.builds(ProposalReference, TEXT.filter(bool), st.none() | st.integers(1, 1000))
MEASURES = st.builds(
    Measure, TEXT.map(lambda text: text[:20]), TEXT, ORE, ORE, TEXT, ORE, TARGETS, TEXT, INDICATORS, PROPOSALS, TEXT
)
STATED = st.builds(StatedTotals, ORE, ORE, ORE)
PLANS = st.builds(
    Plan, TEXT, st.lists(MEASURES, max_size=3).map(tuple), UNITS, st.integers(0, 4), DAYS, st.none() | st.just("2018"),
    STATED, STATED, TEXT, STATED, CONVENTIONS,
)  # fmt: skip
ROUNDS = st.builds(
    FollowUpRound, TEXT, st.none() | st.integers(1990, 2090), st.none() | st.integers(1, 12), YEARS, DAYS
)
PRINTED = st.builds(PrintedAs, UNITS, st.integers(0, 4), st.none() | TEXT, st.booleans(), st.none() | UNITS)
COHORTS = st.builds(Cohort, TEXT, st.integers(1990, 2090), YEARS, st.none() | st.integers(0, 99))
ADJUSTMENTS = st.builds(Adjustment, st.integers(1990, 2090), st.integers(1, 9), YEARS, st.booleans())
SERIES = st.builds(
    Estimates, TEXT, PRINTED, st.lists(ROUNDS, max_size=4).map(tuple), CONVENTIONS,
    st.lists(COHORTS, max_size=2).map(tuple), st.lists(ADJUSTMENTS, max_size=2).map(tuple),
)  # fmt: skip

# The database of a test is made once, and every example adds to it.
pytestmark = pytest.mark.django_db
few = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)


@few
@given(PLANS)
def test_any_plan(any_plan: Plan) -> None:
    with DjangoRecordings().record("test") as recording_id:
        document_id = DjangoDocumentStore().add(recording_id, reading())
        DjangoPlanStore().add(recording_id, document_id, any_plan)
    stored = DjangoPlanStore().find(document_id)
    assert stored is not None
    assert stored.plan == any_plan


@few
@given(st.none() | TEXT, st.none() | INDICATORS, st.none() | TARGETS, ORE, st.none() | TEXT)
def test_any_edit(
    owner: str | None,
    indicators: tuple[str, ...] | None,
    targets: Targets | None,
    expected_ore: int | None,
    status: str | None,
) -> None:
    with DjangoRecordings().record("test") as recording_id:
        document_id = DjangoDocumentStore().add(recording_id, reading())
        edit = MeasureEdit(document_id, "1", owner, indicators, targets, expected_ore, status)
        DjangoMeasureEditStore().add(recording_id, edit)
    stored = DjangoMeasureEditStore().current(document_id)["1"]
    assert replace(stored, by="", at=None) == edit


@few
@given(st.lists(SERIES, max_size=3).map(tuple))
def test_any_series(series: tuple[Estimates, ...]) -> None:
    with DjangoRecordings().record("test") as recording_id:
        document_id = DjangoDocumentStore().add(recording_id, reading())
        DjangoEstimateStore().replace(recording_id, document_id, series)
    assert tuple(each.estimates for each in DjangoEstimateStore().all()) == series

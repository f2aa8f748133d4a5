"""What stands around plans, to store: small, plain and simulated; and where it is stored."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from effektspor.app.plan_ports import (
    EstimateStore,
    MeasureCommentStore,
    MeasureEditStore,
    NoteTextStore,
    PlanList,
    PlanPartStore,
    RoundStore,
)
from effektspor.app.ports import Recordings
from effektspor.core.number import Number
from effektspor.core.plans.cohorts import Adjustment, Cohort
from effektspor.core.plans.convention import Convention
from effektspor.core.plans.effect_account import EffectAccount
from effektspor.core.plans.flow import FlowMove, FlowPlace, FlowTable
from effektspor.core.plans.outlook import BudgetOutlook, MeasureGroup, MeasureGroupKind, OutlookLine
from effektspor.core.plans.plan import Plan, ProposalReference, StatedTotals
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import Estimates, FollowUpRound
from effektspor.core.plans.strategy import (
    AdoptedSaving,
    AdoptedSavings,
    DatedFollowUp,
    NoteSection,
    StrategyNote,
)
from effektspor.core.plans.targets import Accumulation, Targets
from effektspor.core.plans.year_sums import NamedAmounts
from effektspor.core.unit import MILLION, THOUSAND
from effektspor.core.year_amounts import YearAmounts
from tests.contracts.conftest import Stores
from tests.contracts.values import plan, reading

TITLE = "Bruttobesparelse"
TARGETS = Targets(
    YearAmounts.of({2025: 50, 2026: 90}),
    Accumulation.ACCUMULATED,
    Accumulation.ACCUMULATED,
    140,
    "Måltal (akkumuleret)",
)


class Estimating(EstimateStore, RoundStore, Protocol):
    """One store has both ports."""


@dataclass(frozen=True)
class PlanStores:
    base: Stores
    plans: PlanList
    edits: MeasureEditStore
    comments: MeasureCommentStore
    estimates: Estimating
    parts: PlanPartStore
    texts: NoteTextStore

    @property
    def recordings(self) -> Recordings:
        return self.base.recordings

    def add_paper(self, name: str = "plan.txt", stored: Plan | None = None) -> int:
        """Store a paper with a plan and return its number."""
        with self.recordings.record("documents.load") as recording_id:
            document_id = self.base.documents.add(recording_id, reading(name))
            self.base.plans.add(recording_id, document_id, stored or rich_plan())
        return document_id


def rich_plan(as_of: date | None = date(2025, 12, 31)) -> Plan:
    """A plan in which every field says something."""
    plain = plan(as_of)
    first = replace(
        plain.measures[0], expected_ore=80, targets=TARGETS, owner="Centerchef", indicators=("Antal ophold", "Takst"),
        proposal=ProposalReference("ET01", 2), control_area="Service",
    )  # fmt: skip
    measures = (first, *plain.measures[1:])
    return replace(plain, measures=measures, convention=Convention.NEW, stated_expected=StatedTotals(70, 80, -10))


def estimates(third: int = 1360, title: str = TITLE) -> Estimates:
    rounds = (
        FollowUpRound("1. opfølgning 2016", 2016, 1, YearAmounts.of({2016: 1250, 2017: 1360})),
        FollowUpRound("2. opfølgning 2016", 2016, 2, YearAmounts.of({2016: 1250})),
        FollowUpRound("3. opfølgning 2016", 2016, 3, YearAmounts.of({2016: third, 2017: 1600}), date(2016, 9, 30)),
    )
    told = Cohort("7 borgere i 2014", 2014, YearAmounts.of({2014: 240, 2015: 480}), 7)
    added = Adjustment(2016, 3, YearAmounts.of({2016: 110})), Adjustment(2016, 2, unchanged=True)
    return Estimates(title, PrintedAs(THOUSAND, 1, "2016", True, MILLION), rounds, Convention.LEVEL, (told,), added)


FOURTH = FollowUpRound("4. opfølgning 2016", 2016, 4, YearAmounts.of({2016: 1400}), date(2016, 12, 31))
FLOW = FlowTable(
    "Tilgang og afgang",
    ("1. kv.",),
    (FlowPlace("Bakken", Number(185, 1), (FlowMove(Number(3), None),), Number(22)),),
    date(2016, 1, 1),
    stated_total=FlowPlace("I alt", None, (FlowMove(),)),
)
OUTLOOK = BudgetOutlook(
    "Forventet forbrug",
    PrintedAs(MILLION, 1),
    (OutlookLine("Botilbud", YearAmounts.of({2026: 100}), YearAmounts.of({2026: 120})),),
    groups=(MeasureGroup("Katalog", MeasureGroupKind.CATALOGUE, (NamedAmounts("Hjem", YearAmounts.of({2026: 5})),)),),
    base_year=2026,
    savings_are_minus=True,
)
ACCOUNT = EffectAccount("Styrket opfølgning", PrintedAs(MILLION, 1), YearAmounts.of({2025: 41, 2026: 58}), TARGETS, 99)
ADOPTED = AdoptedSavings(
    "Vedtaget medio 2025",
    PrintedAs(),
    (AdoptedSaving("Omlægning", YearAmounts.of({2026: 12}), 10),),
    as_of=date(2026, 8, 31),
)
NOTE = StrategyNote(
    "Strateginotat",
    date(2016, 10, 30),
    "00.30.14",
    (NoteSection("Visitation", "Stram.", ("Antal",), (DatedFollowUp("Opfølgning sept.", "Set.", date(2016, 9, 30)),)),),
    (estimates(),),
    (ADOPTED,),
    (FLOW,),
)
PARTS = (ADOPTED, FLOW, OUTLOOK, ACCOUNT, NOTE)

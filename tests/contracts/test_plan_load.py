"""What papers hold around plans is stored with them, in the same recording and once."""

from pathlib import Path

import pytest

from effektspor.app.documents import File, PaperStores, load_documents
from effektspor.app.plan_papers import PlanPaperStores
from effektspor.core.plans.effect_account import EffectAccount
from effektspor.core.plans.flow import FlowTable
from effektspor.core.plans.outlook import BudgetOutlook
from effektspor.core.plans.strategy import AdoptedSavings, StrategyNote
from effektspor.web.plans.estimates import DjangoEstimateStore
from effektspor.web.plans.parts import DjangoPlanPartStore
from tests.contracts.conftest import Stores
from tests.contracts.memory import MemoryDocumentStore
from tests.contracts.memory_plans import MemoryEstimateStore, MemoryPlanPartStore
from tests.contracts.values import PAPER

DEMO = Path(__file__).parents[2] / "demo" / "documents"
NOTE = "001_strateginotat_2016.txt"


@pytest.fixture
def kept(stores: Stores) -> PlanPaperStores:
    if isinstance(stores.documents, MemoryDocumentStore):
        memory = stores.documents._memory
        return PlanPaperStores(MemoryEstimateStore(memory), MemoryPlanPartStore(memory))
    return PlanPaperStores(DjangoEstimateStore(), DjangoPlanPartStore())


def _load(stores: Stores, kept: PlanPaperStores, *files: File) -> None:
    papers = PaperStores(stores.documents, stores.plans, (kept.keep,))
    load_documents(files, stores.files, papers, stores.recordings.record("documents.load"))


def _demo(*names: str) -> list[File]:
    paths = [path for path in sorted(DEMO.glob("*.txt")) if not names or path.name in names]
    return [File(path.name, path.read_bytes()) for path in paths]


def test_the_demo_papers_hold_what_the_plans_pages_show(stores: Stores, kept: PlanPaperStores) -> None:
    _load(stores, kept, *_demo())
    (series,) = kept.estimates.all()
    labels = [label for label, _ in kept.estimates.estimates_of_year(series.id, 2016)]
    assert labels == ["3. opfølgning 2015", "1. opfølgning 2016", "2. opfølgning 2016", "3. opfølgning 2016"]
    kinds = [type(each.part) for each in kept.parts.all()]
    assert sorted(kind.__name__ for kind in kinds) == sorted(
        kind.__name__ for kind in (AdoptedSavings, FlowTable, StrategyNote, BudgetOutlook, BudgetOutlook, EffectAccount)
    )


def test_loading_again_changes_nothing(stores: Stores, kept: PlanPaperStores) -> None:
    _load(stores, kept, *_demo(NOTE))
    before = (kept.estimates.all(), kept.parts.all(), stores.recordings.latest())
    _load(stores, kept, *_demo(NOTE))
    assert (kept.estimates.all(), kept.parts.all(), stores.recordings.latest()) == before


def test_a_new_version_without_them_closes_them(stores: Stores, kept: PlanPaperStores) -> None:
    _load(stores, kept, *_demo(NOTE))
    _load(stores, kept, File(NOTE, PAPER.format(total="300").encode()))
    assert kept.estimates.all() == []
    # A paper is still called what its file is called.
    assert [each.part for each in kept.parts.all() if not isinstance(each.part, StrategyNote)] == []


def test_a_new_version_with_one_figure_changed_keeps_the_rest(stores: Stores, kept: PlanPaperStores) -> None:
    (paper,) = _demo(NOTE)
    _load(stores, kept, paper)
    before = {type(each.part): each.part for each in kept.parts.all()}
    changed = paper.data.replace(b"16,0", b"16,4")
    assert changed != paper.data, "the paper has the figure that is changed"
    _load(stores, kept, File(NOTE, changed))
    (series,) = kept.estimates.all()
    assert kept.estimates.estimates_of_year(series.id, 2017)[-1] == ("3. opfølgning 2016", 1_640_000)
    after = {type(each.part): each.part for each in kept.parts.all()}
    assert after[FlowTable] == before[FlowTable]

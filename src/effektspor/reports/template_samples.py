"""An example of each paper with something in every field, so that a template is tried whole before it is used."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from effektspor.core.number import parse_number
from effektspor.core.plans.plan import Measure, Plan
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import Estimates, FollowUpRound
from effektspor.core.plans.strategy import NoteSection, StrategyNote
from effektspor.core.proposals.budget_form_of import budget_of_case
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup, CatalogueRow, RowPurpose
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.details import (
    Allocation,
    AllocationRole,
    Criterion,
    Link,
    LinkKind,
    PoolLine,
    Risk,
    ServiceLevel,
    TextSection,
)
from effektspor.core.unit import MILLION
from effektspor.core.year_amounts import YearAmounts
from effektspor.reports.annex_tables import AnnexStyle
from effektspor.reports.budget_form import BudgetForm, compute_budget_form
from effektspor.reports.case_paper import CasePaper, compute_case_paper
from effektspor.reports.catalogue_annex import CatalogueAnnex, compute_catalogue_annex
from effektspor.reports.plan_status import PlanStatusReport, compute_plan_status
from effektspor.reports.printed import PrintedPaper
from effektspor.reports.release import Release
from effektspor.reports.strategy_note import StrategyNotePaper, compute_strategy_note

_DAY = date(2026, 1, 31)
_SOURCE = "Eksempel"
# Every paper may have to say that it goes out with an open error.
_RELEASED = Release("Eksempel", ("Frigivet med en åben fejl: eksempel", "Begrundelse: eksempel"))
_YEARS = (2026, 2027, 2028, 2029)

P = TypeVar("P", bound=PrintedPaper)


def sample_status() -> PlanStatusReport:
    measures = (
        Measure("1", "Hjemtagelse", 300_000_000, 250_000_000, "I gang.\n- To hjemtagelser"),
        Measure("2", "Investeringscase", -100_000_000, -100_000_000, "Gennemført."),
    )
    plan = Plan("Status på økonomisk handleplan", measures, MILLION, 2, _DAY, "2026", note="Eksempel.")
    return replace(compute_plan_status(plan, _DAY, _SOURCE), released=_RELEASED)


def sample_case() -> CasePaper:
    return _with_marks(compute_case_paper(_case(), _DAY, 3, ("Socialforvaltningen",), _SOURCE))


def sample_budget() -> BudgetForm:
    return _with_marks(compute_budget_form(budget_of_case(_case()), _DAY, _SOURCE))


def sample_annex() -> CatalogueAnnex:
    case = _case()
    rows = (
        CatalogueRow(case.code, case.title, _thousands(-500, -1000, -1000, -1000), "revideret"),
        CatalogueRow("EX02", "Investering", _thousands(400, 0, 0, 0), purpose=RowPurpose.INVESTMENT),
    )
    catalogue = Catalogue("Eksempel på et katalog", (CatalogueGroup("Voksne", rows),))
    return _with_marks(compute_catalogue_annex(catalogue, _DAY, AnnexStyle(price_level="2026"), (case,), _SOURCE))


def sample_note() -> StrategyNotePaper:
    rounds = (FollowUpRound("1. opfølgning 2026", 2026, 1, _thousands(100, 200, 300, 300)),)
    note = StrategyNote(
        "Strateginotat",
        _DAY,
        "00.00.00-X00-0-26",
        (NoteSection("Indsats", "En linje.\n- Et punkt", ("Flere klarer sig selv",)),),
        (Estimates("Forventet besparelse", PrintedAs(MILLION, 1, "2026"), rounds),),
    )
    paper = _with_marks(compute_strategy_note(note, _DAY, _SOURCE))
    table = sample_case().sections[-1].text_tables or sample_case().sections[0].text_tables
    first, *rest = paper.sections
    return replace(paper, sections=(replace(first, text_tables=table), *rest))


def _with_marks(paper: P) -> P:
    return replace(paper, released=_RELEASED)


def _case() -> BusinessCase:
    return BusinessCase(
        code="EX01",
        title="Eksempel på et forslag",
        target_group="Voksne",
        price_level="2026",
        years=_YEARS,
        summary="Et eksempel med noget i hvert felt.",
        submitted_by="Socialforvaltningen",
        departments=("Socialforvaltningen",),
        sections=(TextSection("Forslagets indhold", "En linje.\n- Et punkt"),),
        lines=(
            ChangeLine("Færre døgn", LineKind.PERMANENT, _thousands(-500, -1000, -1000, -1000)),
            ChangeLine("Projektledelse", LineKind.IMPLEMENTATION, _thousands(400, 0, 0, 0)),
        ),
        service_levels=(ServiceLevel("Støtte", "Hver uge", "Hver anden uge"),),
        allocations=(Allocation("Socialudvalget", AllocationRole.SAVING, "Service", parse_number("100,00")),),
        pools=(PoolLine("Projektledelse", _thousands(400, 0, 0, 0), pool="Omstillingspuljen"),),
        criteria=(Criterion("Færre døgn", "Antal", "Centerchef", "Hvert kvartal"),),
        risk=Risk("lav", text="Lille risiko."),
        links=(Link(LinkKind.REPLACES, "EX00", "sidste år"),),
    )


def _thousands(*amounts: int) -> YearAmounts:
    return YearAmounts.of({year: amount * 100_000 for year, amount in zip(_YEARS, amounts, strict=True)})

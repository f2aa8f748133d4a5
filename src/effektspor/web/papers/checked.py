"""Whether papers can be let out, remembered: the same values give the same answer, and checking takes longest.

What is asked about is the key, so nothing that is remembered can be out of date.
"""

from datetime import date
from fractions import Fraction
from functools import lru_cache

from effektspor.core.plans.plan import Plan
from effektspor.core.plans.strategy import StrategyNote
from effektspor.core.proposals.budget_form_of import budget_of_case
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue
from effektspor.reports.budget_form import compute_budget_form
from effektspor.reports.case_paper import compute_case_paper
from effektspor.reports.catalogue_annex import AnnexStyle, compute_catalogue_annex
from effektspor.reports.checked import CheckedPaper, check_paper
from effektspor.reports.plan_status import compute_plan_status
from effektspor.reports.strategy_note import compute_strategy_note

# What a paper says does not hang on the day it is made.
_ANY_DAY = date(2000, 1, 1)
_FEW, _MANY = 64, 2048


@lru_cache(_FEW)
def checked_status(plan: Plan) -> CheckedPaper:
    return check_paper(compute_plan_status(plan, _ANY_DAY))


@lru_cache(_FEW)
def checked_note(note: StrategyNote) -> CheckedPaper:
    return check_paper(compute_strategy_note(note, _ANY_DAY))


@lru_cache(_FEW)
def checked_annex(catalogue: Catalogue, style: AnnexStyle, cases: tuple[BusinessCase, ...]) -> CheckedPaper:
    return check_paper(compute_catalogue_annex(catalogue, _ANY_DAY, style, cases))


@lru_cache(_MANY)
def checked_case(case: BusinessCase, rate_pct: Fraction) -> CheckedPaper:
    return check_paper(compute_case_paper(case, _ANY_DAY, rate_pct))


@lru_cache(_MANY)
def checked_budget(case: BusinessCase) -> CheckedPaper:
    return check_paper(compute_budget_form(budget_of_case(case), _ANY_DAY))

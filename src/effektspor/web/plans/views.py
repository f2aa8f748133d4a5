"""Økonomisk handleplan: measures, follow-ups, savings and flows, budget and effect, decisions, and all plans."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from effektspor.web.accounts.access import Page, requires
from effektspor.web.plans.content import (
    budget_content,
    log_content,
    measures_content,
    rounds_content,
    savings_content,
)
from effektspor.web.plans.sources import open_marks
from effektspor.web.plans.store import DjangoPlanStore
from effektspor.web.plans.tabs import plan_frame


@requires(Page.PLAN)
def plan_page(request: HttpRequest) -> HttpResponse:
    """Show how far the plan that is asked for has come; without a plan, how one gets here."""
    content = measures_content(request)
    if content.view is None and not content.adopted:
        return _show(request, "plans/ingen_plan.html", {})
    heads = DjangoPlanStore().heads()
    answer = _show(request, "plans/plan.html", {"content": content, "page": content.view, "heads": heads,
                                                "query": content.query})  # fmt: skip
    if "HX-Request" in request.headers:
        # The form sends every field; the address says only what was chosen.
        answer["HX-Push-Url"] = f"{request.path}{content.query}"
    return answer


@requires(Page.PLAN)
def rounds_page(request: HttpRequest) -> HttpResponse:
    """Show what each round expected of each year, and what moved since the last."""
    views, papers = rounds_content(request)
    return _show(request, "plans/opfoelgninger.html", {"views": views, "papers": papers, "query": papers.query})


@requires(Page.PLAN)
def savings_page(request: HttpRequest) -> HttpResponse:
    """Show adopted savings beside the plan, and what came and went."""
    views, papers = savings_content(request)
    return _show(request, "plans/dele.html", {"views": views, "papers": papers, "query": papers.query,
                                              "page": _SAVINGS})  # fmt: skip


@requires(Page.PLAN)
def budget_page(request: HttpRequest) -> HttpResponse:
    """Show budgets with what is expected and the measures against it, and effect accounts."""
    views, papers = budget_content(request)
    return _show(request, "plans/dele.html", {"views": views, "papers": papers, "query": papers.query,
                                              "page": _BUDGET})  # fmt: skip


@requires(Page.PLAN)
def log_page(request: HttpRequest) -> HttpResponse:
    """Show the decisions on proposals and the changes of plans."""
    key, tables = log_content()
    return _show(request, "plans/beslutninger.html", {"key": key, "tables": tables, "query": ""})


@requires(Page.PLAN)
def plan_list(request: HttpRequest) -> HttpResponse:
    """List every plan, the one in force on top."""
    return _show(request, "plans/planer.html", {"heads": DjangoPlanStore().heads()})


_SAVINGS = {
    "name": "Besparelser og til- og afgang",
    "address": "handleplan-besparelser",
    "empty": "Her står vedtagne besparelser ved siden af planen, og tilgang og afgang i tilbud.",
    "source": "Tabellerne læses af de papirer, de står i, fx et strateginotat.",
}
_BUDGET = {
    "name": "Budget og effekt",
    "address": "handleplan-budget",
    "empty": "Her står budgettet mod det forventede forbrug med og uden tiltag, og effektregnskaber mod deres måltal.",
    "source": "Tabellerne læses af de papirer, de står i, fx en temadrøftelse eller et budgetforslag.",
}


def _show(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, context | {"frame": plan_frame(request), "open": open_marks()})

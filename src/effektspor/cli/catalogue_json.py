"""The answer of `catalogue --json`, after CONTRACT; whole øre under years, what is beside the contract has own keys."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from effektspor.app.plan_json import plan_to_json
from effektspor.app.proposals_in_papers import ProposalsInPaper
from effektspor.cli.printing import canonical_json, finding_as_json
from effektspor.core.finding import Finding
from effektspor.core.number import Number
from effektspor.core.proposals.budget_proposal import BudgetProposal
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup, CatalogueRow
from effektspor.core.proposals.change_line import ChangeLine
from effektspor.core.proposals.details import TextSection
from effektspor.core.proposals.payback import NEVER, Payback
from effektspor.core.proposals.ties import Tie
from effektspor.core.proposals.totals import CaseTotals, compute_totals, payback_of
from effektspor.core.year_amounts import YearAmounts
from effektspor.ingest.proposals.economy import control_area

_Json = dict[str, Any]


def catalogue_as_json(found: ProposalsInPaper, findings: Iterable[Finding], rate_pct: Fraction) -> str:
    """Return the proposals, the catalogue's groups and sums, its ties, and the findings."""
    catalogue = found.catalogue
    counted = [
        _case(each.case, rate_pct) | {"revisions": [_case(case, rate_pct) for case in each.replaced]}
        for each in found.counted
    ]
    return canonical_json({
        "proposals": [*counted, *map(_budget_proposal, found.budget_proposals)],
        "title": catalogue.title if catalogue else None,
        "groups": [_group(group) for group in catalogue.groups] if catalogue else [],
        "net_ore_by_year": by_year(catalogue.net) if catalogue else {},
        "investment_ore_by_year": by_year(catalogue.investment) if catalogue else {},
        "stated": _stated_sums(catalogue) if catalogue else {},
        "ties": [_tie(tie) for tie in found.ties],
        "plan_papers": plan_to_json(found.plan_papers)["value"],
        "findings": [finding_as_json(finding) for finding in findings],
    })  # fmt: skip


def pays_back(found: ProposalsInPaper) -> bool:
    """Return whether a proposal lays something out, so that its payback depends on the rate."""
    return any(payback_of(case, 0) for case in found.cases)


def by_year(amounts: YearAmounts | None) -> dict[str, int]:
    """Return øre under years as text; no year where nothing is stated."""
    return {str(year): ore for year, ore in amounts.pairs} if amounts else {}


def _case(case: BusinessCase, rate_pct: Fraction) -> _Json:
    totals = compute_totals(case)
    payback = payback_of(case, rate_pct)
    return {
        "form": "business_case", "code": case.code or None, "title": case.title, "target_group": case.target_group,
        "revision": case.revision or None, "price_level": case.price_level, "unit": case.unit.name,
        "years": [str(year) for year in case.years], "risk": case.risk.level or None,
        "lines": [_line(line) for line in case.lines],
        "permanent_ore_by_year": by_year(totals.permanent),
        "implementation_ore_by_year": by_year(totals.implementation),
        "totals_ore_by_year": by_year(totals.total),
        "payback_years": _payback(payback), "payback_years_undiscounted": _payback(payback_of(case, 0)),
        "stated": _stated(case, totals, payback),
        "criteria": [_fields(each, "criterion", "responsible", "when", "measured_by") for each in case.criteria],
    } | _details(case)  # fmt: skip


def _details(case: BusinessCase) -> _Json:
    """What stands beside a case's economy."""
    return {
        "summary": case.summary, "submitted_by": case.submitted_by, "departments": list(case.departments),
        "parts": list(dict.fromkeys(line.part for line in case.lines if line.part)),
        "sections": _sections(case.sections),
        "risk_text": case.risk.text, "risk_parts": [_fields(part, "part", "level") for part in case.risk.parts],
        "allocation": [
            {"committee": each.committee, "role": each.role.value, "control_area": each.control_area,
             "key_pct": _number(each.key_pct), "ore_by_year": by_year(each.amounts)}
            for each in case.allocations
        ],
        "pools": [
            {"label": each.label, "control_area": each.control_area, "pool": each.pool,
             "ore_by_year": by_year(each.amounts)}
            for each in case.pools
        ],
        "unit_prices": [
            {"label": each.label, "unit": each.unit} | _numbers(each, "quantity_before", "price_before",
                                                               "quantity_after", "price_after")
            for each in case.unit_prices
        ],
        "staff": [{"label": each.label} | _numbers(each, "before", "after", "change") for each in case.staff],
        "service_levels": [_fields(each, "subject", "before", "after") for each in case.service_levels],
        "links": [{"kind": each.kind.value, "code": each.code, "note": each.note} for each in case.links],
        "budgets": [
            {"activity": each.activity, "ore": each.ore, "year": str(each.year) if each.year else None}
            for each in case.budgets
        ],
    }  # fmt: skip


def _budget_proposal(proposal: BudgetProposal) -> _Json:
    """A proposal in the budget's form is one more entry: its changes are permanent lines."""
    area = control_area(proposal.spending_type)
    differing = _differing(proposal.stated_net, proposal.net)
    return {
        "form": "budget", "code": proposal.code or None, "title": proposal.title, "target_group": "", "revision": None,
        "price_level": proposal.price_level, "unit": proposal.unit.name,
        "years": [str(year) for year in proposal.years], "risk": None,
        "lines": [
            {"label": each.label, "kind": "permanent", "change": each.kind.value, "part": "",
             "control_area": "Anlæg" if each.section == "anlæg" else area, "ore_by_year": by_year(each.amounts)}
            for each in proposal.changes
        ],
        "permanent_ore_by_year": by_year(proposal.net), "implementation_ore_by_year": {},
        "totals_ore_by_year": by_year(proposal.net), "payback_years": None, "payback_years_undiscounted": None,
        "stated": {"totals_ore_by_year": differing} if differing else {},
        "criteria": [], "allocation": [], "revisions": [], "sections": _sections(proposal.sections),
        "committee": proposal.committee, "proposer": proposal.proposer, "spending_type": proposal.spending_type,
        "current_budget_ore_by_year": by_year(proposal.current_budget),
        "new_budget_ore_by_year": by_year(proposal.new_budget),
        "staff_by_year": {str(year): number.plain() for year, number in proposal.staff},
        "related": list(proposal.related), "works_council": proposal.works_council,
    }  # fmt: skip


def _line(line: ChangeLine) -> _Json:
    return {"label": line.label, "kind": line.kind.value, "control_area": line.control_area, "part": line.part,
            "ore_by_year": by_year(line.amounts)}  # fmt: skip


def _payback(payback: Payback | None) -> _Json | None:
    if payback is None:
        return None
    return {name: NEVER if years is None else years
            for name, years in (("service", payback.service), ("total", payback.total))}  # fmt: skip


def _stated(case: BusinessCase, totals: CaseTotals, payback: Payback | None) -> _Json:
    """What the paper prints where it differs from what its lines come to; the years that agree are left out."""
    stated = case.stated
    whole = stated.total or (None if case.implementation_lines else stated.permanent)
    pairs = (("permanent_ore_by_year", stated.permanent, totals.permanent),
             ("implementation_ore_by_year", stated.implementation, totals.implementation),
             ("totals_ore_by_year", whole, totals.total))  # fmt: skip
    answer: _Json = {name: years for name, printed, computed in pairs if (years := _differing(printed, computed))}
    printed_years = (("service", stated.payback_service), ("total", stated.payback_total))
    differing = {name: years for name, years in printed_years
                 if years is not None and (payback is None or years != getattr(payback, name))}  # fmt: skip
    return answer | ({"payback_years": differing} if differing else {})


def _differing(stated: YearAmounts | None, computed: YearAmounts) -> dict[str, int]:
    pairs = stated.pairs if stated else ()
    return {str(year): ore for year, ore in pairs if ore != (computed.at(year) or 0)}


def _stated_sums(whole: Catalogue | CatalogueGroup) -> _Json:
    """What the paper prints of a catalogue or a group where it differs from its rows."""
    stated = {"net_ore_by_year": _differing(whole.stated_net, whole.net),
              "investment_ore_by_year": _differing(whole.stated_investment, whole.investment)}  # fmt: skip
    return {name: years for name, years in stated.items() if years}


def _group(group: CatalogueGroup) -> _Json:
    return {
        "target_group": group.target_group,
        "net_ore_by_year": by_year(group.net),
        "investment_ore_by_year": by_year(group.investment),
        "stated": _stated_sums(group),
        "rows": [_row(row) for row in group.rows],
    }


def _row(row: CatalogueRow) -> _Json:
    return {"code": row.code or None, "title": row.title, "revision": row.revision, "purpose": row.purpose.value,
            "control_area": row.control_area, "ore_by_year": by_year(row.amounts)}  # fmt: skip


def _tie(tie: Tie) -> _Json:
    return {"code": tie.code, "verdict": tie.verdict.value, "reason": tie.reason,
            "years": [str(year) for year in tie.years], "expected_ore_by_year": by_year(tie.expected)}  # fmt: skip


def _sections(sections: Sequence[TextSection]) -> list[_Json]:
    return [{"heading": each.heading, "text": each.text} for each in sections]


def _fields(value: object, *names: str) -> _Json:
    return {name: getattr(value, name) for name in names}


def _numbers(value: object, *names: str) -> _Json:
    return {name: _number(getattr(value, name)) for name in names}


def _number(number: Number | None) -> str | None:
    return number.plain() if number else None

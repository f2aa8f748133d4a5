"""The proposals of a paper as Danish lines: by group, with sums, payback, and how the catalogue stands to them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from effektspor.app.proposals_in_papers import ProposalsInPaper
from effektspor.cli.plan_papers_text import plan_papers_as_lines
from effektspor.cli.printing import finding_lines
from effektspor.core.finding import Finding
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup
from effektspor.core.proposals.payback import payback_danish
from effektspor.core.proposals.ties import Tie
from effektspor.core.proposals.totals import compute_totals, payback_of
from effektspor.core.unit import Unit
from effektspor.core.year_amounts import YearAmounts

_ELSEWHERE = "Uden for kataloget"
_LONGEST_REASON = 150


def catalogue_as_text(path: str, found: ProposalsInPaper, findings: Sequence[Finding], rate_pct: Fraction) -> str:
    """Return a summary that a person can read, and then every finding."""
    lines = [_head(path, found, findings)]
    lines += _whole(found.catalogue, found.unit) if found.catalogue else ()
    lines += _groups(found, rate_pct)
    lines += _budget_proposals(found)
    lines += plan_papers_as_lines(found.plan_papers)
    lines += [line for finding in findings for line in finding_lines(path, finding)]
    return "\n".join(lines) + "\n"


def amounts_danish(amounts: YearAmounts, unit: Unit) -> str:
    """Return "2018 −1.200 · 2019 −1.500" in a unit; with decimals only where an amount has them."""
    decimals = 0 if all(ore % unit.ore == 0 for _, ore in amounts.pairs) else 3
    printed = (f"{year} {unit.to_number(ore, decimals).danish()}" for year, ore in amounts.pairs)
    return " · ".join(printed) or "ingen beløb"


def _head(path: str, found: ProposalsInPaper, findings: Sequence[Finding]) -> str:
    count = len(found.counted) + len(found.budget_proposals)
    listed = len(found.catalogue.codes) if found.catalogue else 0
    in_catalogue = f", {listed} i kataloget" if found.catalogue else ""
    return f"{path}: {count} forslag{in_catalogue}, {len(findings)} fund"


def _whole(catalogue: Catalogue, unit: Unit) -> Iterator[str]:
    yield f"{catalogue.title}, beløb i {unit.name}"
    yield f"  Netto: {amounts_danish(catalogue.net, unit)}"
    if catalogue.investment:
        yield f"  Investeringsbehov: {amounts_danish(catalogue.investment, unit)}"


def _groups(found: ProposalsInPaper, rate_pct: Fraction) -> Iterator[str]:
    """Each group with its proposals; one that is listed in several stands in the first, and what is in none, last."""
    cases = {case.code: case for case in found.cases if case.code}
    ties = {tie.code: tie for tie in found.ties}
    told: set[str] = set()
    for group in found.catalogue.groups if found.catalogue else ():
        yield from _group_head(group, found.unit)
        for code in dict.fromkeys(row.code for row in group.rows):
            if code in told:
                yield f"  {code}: står også ovenfor"
            else:
                yield from _listed(code, group, cases.get(code), ties.get(code), rate_pct)
            told.add(code)
    rest = [case for case in found.cases if case.code not in told]
    if rest and found.catalogue:
        yield _ELSEWHERE
    for case in rest:
        yield from _case(case, rate_pct)


def _group_head(group: CatalogueGroup, unit: Unit) -> Iterator[str]:
    yield group.target_group or "Uden gruppe"
    yield f"  Netto: {amounts_danish(group.net, unit)}"
    if group.investment:
        yield f"  Investeringsbehov: {amounts_danish(group.investment, unit)}"


def _listed(
    code: str, group: CatalogueGroup, case: BusinessCase | None, tie: Tie | None, rate_pct: Fraction
) -> Iterator[str]:
    if case:
        yield from _case(case, rate_pct)
    else:
        yield f"  {code} {next(row.title for row in group.rows if row.code == code)}"
    if tie:
        yield f"    Kataloget: {_tied(tie)}"


def _tied(tie: Tie) -> str:
    reason = tie.reason if len(tie.reason) <= _LONGEST_REASON else f"{tie.reason[:_LONGEST_REASON]}…"
    years = f" i {', '.join(map(str, tie.years))}" if tie.years else ""
    return f"{tie.verdict.danish}{years}{f': {reason}' if reason else ''}"


def _case(case: BusinessCase, rate_pct: Fraction) -> Iterator[str]:
    totals = compute_totals(case)
    revision = f" [{case.revision}]" if case.revision else ""
    yield f"  {f'{case.code} ' if case.code else ''}{case.title}{revision}"
    risk = f"; risiko {case.risk.level}" if case.risk.level else ""
    yield f"    Varig ændring, {case.unit.name}: {amounts_danish(totals.permanent, case.unit)}{risk}"
    if payback := payback_of(case, rate_pct):
        yield f"    Implementering: {amounts_danish(totals.implementation, case.unit)}"
        service, total = payback_danish(payback.service), payback_danish(payback.total)
        yield f"    Tilbagebetalt: {service} på service, {total} i alt"


def _budget_proposals(found: ProposalsInPaper) -> Iterator[str]:
    for proposal in found.budget_proposals:
        yield f"  {f'{proposal.code} ' if proposal.code else ''}{proposal.title}"
        yield f"    Samlet ændring, {proposal.unit.name}: {amounts_danish(proposal.net, proposal.unit)}"

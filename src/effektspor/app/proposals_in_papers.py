"""Use case on a paper: its proposals, its catalogue, how the two hang together, and what must be said of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from effektspor.core.audit.catalogue import by_verdict
from effektspor.core.document import Document
from effektspor.core.finding import Finding, Place, Verdict
from effektspor.core.proposals.budget_proposal import BudgetProposal
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue
from effektspor.core.proposals.overlap import find_overlaps
from effektspor.core.proposals.ties import Tie, TieVerdict, tie_catalogue
from effektspor.core.unit import THOUSAND, Unit
from effektspor.core.year_amounts import YearAmounts
from effektspor.ingest.plan_papers.reading import PlanPapers, read_plan_papers
from effektspor.ingest.proposals.budget_form import read_budget_proposals
from effektspor.ingest.proposals.catalogue import read_catalogue_with_notes
from effektspor.ingest.proposals.catalogue_tables import catalogue_tables, listed_code
from effektspor.ingest.proposals.catalogue_totals import total_at_odds
from effektspor.ingest.proposals.codes import plain_code
from effektspor.ingest.proposals.notes import note
from effektspor.ingest.proposals.reading import read_cases
from effektspor.ingest.proposals.revisions import Counted, counted_cases
from effektspor.ingest.proposals.spans import case_tables, spans_of
from effektspor.ingest.proposals.unseen import likely_proposals
from effektspor.rules.national import DISCOUNT_PCT
from effektspor.rules.rule import Answer

NO_PLAN_PAPERS = PlanPapers()
# Said of a paper that holds neither proposals nor plans: of use only to who asked for them.
NO_PROPOSALS = "KAT-015"


@dataclass(frozen=True, slots=True)
class ProposalsInPaper:
    """What a paper holds of proposals. `counted` has one entry per code; `ties` one per code of the catalogue.

    `plan_papers` is what the same paper holds of plans.
    """

    counted: tuple[Counted, ...] = ()
    catalogue: Catalogue | None = None
    budget_proposals: tuple[BudgetProposal, ...] = ()
    ties: tuple[Tie, ...] = ()
    plan_papers: PlanPapers = NO_PLAN_PAPERS
    findings: tuple[Finding, ...] = ()

    @property
    def cases(self) -> tuple[BusinessCase, ...]:
        """The business cases that count."""
        return tuple(each.case for each in self.counted)

    @property
    def unit(self) -> Unit:
        """What the paper's proposals print amounts in."""
        units = [*(case.unit for case in self.cases), *(each.unit for each in self.budget_proposals)]
        return units[0] if units else THOUSAND


def find_proposals(document: Document, audited: Sequence[Finding]) -> ProposalsInPaper:
    """Return the proposals of a paper that was read and checked; `audited` is what the checks said of it.

    The findings are those that reading gives: what could not be placed, what was inferred, and ties at odds that the
    checks have not told already.
    """
    cases, said = read_cases(document)
    listed = read_catalogue_with_notes(document, cases)
    catalogue = listed.catalogue if listed else None
    counted, replaced = counted_cases(document, cases, catalogue)
    ties = tie_catalogue(catalogue, [each.case for each in counted]) if catalogue else ()
    findings = [*said, *(listed.findings if listed else ()), *replaced]
    plans = read_plan_papers(document)
    found = ProposalsInPaper(counted, catalogue, read_budget_proposals(document), ties, plans)
    findings += _of_ties(document, found, audited) if cases else ()
    findings += total_at_odds(listed, audited) if listed else ()
    findings += _of_overlaps(document, found)
    findings += plans.findings
    findings += _of_none(document, found)
    return replace(found, findings=by_verdict(findings))


def _of_none(document: Document, found: ProposalsInPaper) -> Iterator[Finding]:
    """What is said of a paper in which no proposal was told apart: that it has some, or that it has none."""
    if found.counted or found.budget_proposals:
        return
    if not found.plan_papers and (unseen := likely_proposals(document)):
        related = tuple(table.place for table in unseen[1:])
        yield replace(note("KAT-021", unseen[0].place, unseen[0], count=str(len(unseen))), related=related)
    elif not (found.catalogue or found.plan_papers):
        yield note(NO_PROPOSALS, document.blocks[0].place if document.blocks else Place())


def discount_rate(day: date) -> Answer[Fraction]:
    """Return the rate that payback is computed with on a day, with its notes. Raises RuleNotInForce."""
    return DISCOUNT_PCT.load().at(day)


def rate_notes(notes: Iterable[str]) -> list[Finding]:
    """Return what must be said where the rate is used."""
    return [note("KAT-016", Place(), note=each) for each in notes]


def _of_ties(document: Document, found: ProposalsInPaper, audited: Sequence[Finding]) -> Iterator[Finding]:
    places = _listed_places(document)
    told_in = _tables_by_code(document)
    for tie in found.ties:
        place = places.get(plain_code(tie.code), Place())
        if tie.verdict is TieVerdict.NO_CASE:
            yield note("KAT-012", place, code=tie.code or f"»{tie.rows[0].row.title}«")
        elif tie.verdict in (TieVerdict.FAULT, TieVerdict.UNCLEAR) and not _is_told(tie, told_in, audited):
            yield _at_odds(tie, place, found.unit)
    yield from _not_listed(document, found)


def _not_listed(document: Document, found: ProposalsInPaper) -> Iterator[Finding]:
    listed, places = {tie.code for tie in found.ties}, _case_places(document)
    for case in found.cases if listed else ():
        if case.code and case.code not in listed:
            yield note("KAT-013", places.get(case.code, Place()), code=case.code)


def _listed_places(document: Document) -> Mapping[str, Place]:
    places: dict[str, Place] = {}
    for _, table in catalogue_tables(document):
        for row in table.rows:
            places.setdefault(plain_code(listed_code(row)), row.place)
    return places


def _case_places(document: Document) -> Mapping[str, Place]:
    return {span.code: span.place for span in reversed(spans_of(document))}


def _tables_by_code(document: Document) -> Mapping[str, frozenset[str]]:
    """Return the ids of the tables that say something of each code: its case's, and those that list it."""
    by_code = {plain_code(code): set(tables) for code, tables in case_tables(document).items()}
    for _, table in catalogue_tables(document):
        for row in table.rows:
            by_code.setdefault(plain_code(listed_code(row)), set()).add(table.id)
    return {code: frozenset(tables) for code, tables in by_code.items()}


def _is_told(tie: Tie, told_in: Mapping[str, frozenset[str]], audited: Sequence[Finding]) -> bool:
    """Whether a check has said that one of the tables is at odds in one of the years: the cause is the same."""
    years = set(map(str, tie.years))
    return any(
        finding.verdict is not Verdict.NOTE
        and finding.table in told_in.get(plain_code(tie.code), frozenset())
        and (not finding.columns or not years or any(year in column for year in years for column in finding.columns))
        for finding in audited
    )


def _at_odds(tie: Tie, place: Place, unit: Unit) -> Finding:
    if tie.verdict is TieVerdict.UNCLEAR:
        return note("KAT-010", place, code=tie.code)
    row = next(each.row for each in tie.rows if each.share is None)
    stated, computed = _printed(row.amounts, tie, unit), _printed(tie.expected, tie, unit)
    years = " og ".join(map(str, tie.years))
    found = note("KAT-009", place, code=tie.code, stated=stated, computed=computed, years=years)
    return replace(found, columns=tuple(map(str, tie.years)))


def _printed(amounts: YearAmounts, tie: Tie, unit: Unit) -> str:
    return " og ".join(unit.to_number(amounts.at(year) or 0, 0).danish() for year in tie.years)


def _of_overlaps(document: Document, found: ProposalsInPaper) -> Iterator[Finding]:
    overlaps = find_overlaps(found.cases)
    places = _case_places(document) if overlaps else {}
    for overlap in overlaps:
        yield note("KAT-011", places.get(overlap.code, Place()), overlap=overlap.danish)

"""What the page Rapporter shows: the papers that can be made now, in groups, and the latest releases."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from effektspor.app.errors import NotPossible
from effektspor.app.paper_ports import PaperKind, PaperRelease
from effektspor.app.proposal_ports import Revision
from effektspor.reports.checked import CheckedPaper
from effektspor.web.catalogue.annex_paper import cases_of, style_of
from effektspor.web.catalogue.sources import Source, all_sources
from effektspor.web.papers.checked import checked_annex, checked_budget, checked_case, checked_note, checked_status
from effektspor.web.papers.data_ids import annex_data, days_of, note_data, revision_data, status_data
from effektspor.web.papers.find import annex_data_id
from effektspor.web.papers.rows import ListedPaper, PaperRow, Released
from effektspor.web.papers.store import DjangoReleaseStore
from effektspor.web.plans.notes import all_notes
from effektspor.web.plans.store import DjangoPlanStore
from effektspor.web.plans.tabs import whole, with_edits
from effektspor.web.proposals.models import RevisionRow
from effektspor.web.proposals.rate import rate_on
from effektspor.web.proposals.store import DjangoProposalStore

PAGE_SIZE = 25
LATEST = 10
_HEADINGS = {
    PaperKind.STATUS: "Status på handleplanen",
    PaperKind.NOTE: "Strateginotater",
    PaperKind.ANNEX: "Bilag 1a til kataloger",
    PaperKind.CASE: "Business cases",
    PaperKind.BUDGET: "Budgetforslag",
}
_PROPOSALS = (PaperKind.CASE, PaperKind.BUDGET)
_Head = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class AskedPapers:
    """What the address asks for of the proposals: words in their code or title, and a page of them."""

    words: str = ""
    number: int = 1

    def query(self, number: int) -> str:
        parts = {"soeg": self.words, "side": str(number) if number > 1 else ""}
        return urlencode({name: value for name, value in parts.items() if value})


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """The papers of a kind; `total` is how many there are, whatever is asked for and however many have room."""

    kind: PaperKind
    rows: tuple[PaperRow, ...]
    total: int

    @property
    def heading(self) -> str:
        return _HEADINGS[self.kind]

    @property
    def searched(self) -> bool:
        """Whether there may be so many that they are searched and shown a page at a time."""
        return self.kind in _PROPOSALS


@dataclass(frozen=True, slots=True)
class PapersPage:
    groups: tuple[PaperGroup, ...]
    asked: AskedPapers
    found: int
    proposals: int
    pages: int
    releases: tuple[PaperRelease, ...]
    release_count: int

    @property
    def searches(self) -> PaperKind | None:
        """The first of the groups of proposals, which has the search for all of them."""
        return next((group.kind for group in self.groups if group.searched and group.total), None)

    @property
    def number(self) -> int:
        return self.asked.number

    @property
    def before(self) -> str | None:
        return self.asked.query(self.number - 1) if self.number > 1 else None

    @property
    def after(self) -> str | None:
        return self.asked.query(self.number + 1) if self.number < self.pages else None

    @property
    def count(self) -> int:
        return sum(group.total for group in self.groups)

    @property
    def stopped(self) -> list[PaperRow]:
        """The papers shown that an open error stops."""
        return [row for group in self.groups for row in group.rows if row.stopped]


def asked_by(query: QueryDict) -> AskedPapers:
    return AskedPapers(query.get("soeg", "").strip(), whole(query.get("side", "")) or 1)


def papers_page(asked: AskedPapers) -> PapersPage:
    """Return the page, in a constant number of queries; nothing is printed for it."""
    heads = _heads()
    wanted = [head for head in heads if asked.words.casefold() in f"{head[0]} {head[1]}".casefold()]
    pages = max(1, -(-len(wanted) // PAGE_SIZE))
    shown = AskedPapers(asked.words, min(asked.number, pages))
    own = [*_status(), *_notes(), *_annexes()]
    listed = [*own, *_proposals(wanted[(shown.number - 1) * PAGE_SIZE : shown.number * PAGE_SIZE])]
    store = DjangoReleaseStore()
    forms = _with_budget_fields()
    return PapersPage(
        groups=tuple(_groups(listed, _totals(own, heads, forms), store.latest())),
        asked=shown,
        found=len(wanted),
        proposals=len(heads),
        pages=pages,
        releases=tuple(store.all(0, LATEST)),
        release_count=store.count(),
    )


def _groups(listed: Sequence[ListedPaper], totals: Mapping[PaperKind, int], released: Released) -> Iterator[PaperGroup]:
    days = days_of(each.data_id for each in listed)
    for kind in PaperKind:
        rows = tuple(
            PaperRow(each, days.get(each.data_id), released.get((kind, each.key)))
            for each in listed
            if each.kind is kind
        )
        yield PaperGroup(kind, rows, totals[kind])


def _totals(own: Sequence[ListedPaper], heads: Sequence[_Head], forms: Collection[str]) -> Mapping[PaperKind, int]:
    counted = {kind: sum(each.kind is kind for each in own) for kind in PaperKind}
    budgets = sum(code in forms for code, _, _ in heads)
    return counted | {PaperKind.CASE: len(heads) - budgets, PaperKind.BUDGET: budgets}


def _status() -> Iterator[ListedPaper]:
    stored = DjangoPlanStore().current()
    if stored:
        checked = checked_status(with_edits(stored))
        data_id = status_data().get(stored.document_id, 0)
        yield ListedPaper(PaperKind.STATUS, str(stored.document_id), checked, reverse("handleplan"), data_id)


def _notes() -> Iterator[ListedPaper]:
    data = note_data()
    for note in all_notes():
        page = f"{reverse('strateginotat')}?notat={note.document_id}"
        checked = checked_note(note.printable)
        yield ListedPaper(PaperKind.NOTE, str(note.document_id), checked, page, data.get(note.document_id, 0))


def _annexes() -> Iterator[ListedPaper]:
    sources, data = _sources(), annex_data()
    of_revisions = revision_data(each for source in sources for each in source.revisions.values())
    for source in sources:
        page, data_id = reverse("katalog", args=[source.key]), annex_data_id(source, data, of_revisions)
        try:
            checked, problem = checked_annex(source.catalogue, style_of(source), cases_of(source)), ""
        except NotPossible as barred:
            checked, problem = CheckedPaper(source.title, (), ""), str(barred)
        yield ListedPaper(PaperKind.ANNEX, source.key, checked, page, data_id, problem=problem)


def _sources() -> list[Source]:
    """Every catalogue with its proposals; `all_sources` leaves out those of papers, and here one query has them all."""
    sources = all_sources()
    codes = {code for source in sources if not source.own for code in source.catalogue.codes}
    newest = DjangoProposalStore().newest(codes)
    return [source if source.own else replace(source, revisions=_listed(source, newest)) for source in sources]


def _listed(source: Source, newest: Mapping[str, Revision]) -> Mapping[str, Revision]:
    return {code: newest[code] for code in source.catalogue.codes if code in newest}


def _heads() -> list[_Head]:
    """The code, the title and the recording of every proposal's newest revision, by code."""
    rows = RevisionRow.objects.filter(closed=None).order_by("proposal__code")
    return list(rows.values_list("proposal__code", "title", "opened"))


def _with_budget_fields() -> frozenset[str]:
    """The codes of the proposals that are written in the budget's form."""
    rows = RevisionRow.objects.filter(closed=None, body__case__has_key="budget_fields")
    return frozenset(rows.values_list("proposal__code", flat=True))


def _proposals(heads: Sequence[_Head]) -> Iterator[ListedPaper]:
    newest, rate = DjangoProposalStore().newest([code for code, _, _ in heads]), rate_on(timezone.localdate())
    for code, _, data_id in heads:
        revision = newest[code]
        case = revision.case
        if case.budget_fields:
            yield _proposal(revision, PaperKind.BUDGET, checked_budget(case), data_id)
        else:
            yield _proposal(revision, PaperKind.CASE, checked_case(case, rate), data_id)


def _proposal(revision: Revision, kind: PaperKind, checked: CheckedPaper, data_id: int) -> ListedPaper:
    code = revision.case.code
    lead = f"Revision {revision.number}" + (f" · {revision.case.revision}" if revision.case.revision else "")
    return ListedPaper(kind, code, checked, reverse("forslag-et", args=[code]), data_id, revision.number, lead)

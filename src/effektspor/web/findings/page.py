"""What the list of all findings shows: the filter in the address, the page of rows, and the same rows as a file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import timezone

from effektspor.app.ports import FindingCounts, FindingFilter, FindingList, ListedFinding, RulingKind, RulingState
from effektspor.core.finding import Verdict
from effektspor.reports.listing import Column, Listing
from effektspor.web.documents.page import Chip
from effektspor.web.templatetags.danish import mark

ON_A_PAGE = 200
_MOST_DIGITS = 16
_COLUMNS = (
    Column("Papir", 44), Column("Fil", 32), Column("Udfald", 14), Column("Kode", 10), Column("Sted", 24),
    Column("Nr.", 6), Column("Fund", 70), Column("Hvad du gør", 50), Column("Afgørelse", 14), Column("Begrundelse", 40),
    Column("Afgjort af", 20), Column("Afgjort den", 12),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding in the list; `mark` is its name in the stylesheet."""

    listed: ListedFinding
    mark: str


@dataclass(frozen=True, slots=True)
class FindingsPage:
    asked: FindingFilter
    rows: list[ShownFinding]
    total: int
    number: int
    counts: FindingCounts
    chips: list[Chip]

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // ON_A_PAGE))

    @property
    def query(self) -> str:
        """The filter as an address says it, for the files and the other pages."""
        return query_of(self.asked)

    @property
    def first(self) -> int:
        return (self.number - 1) * ON_A_PAGE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def before(self) -> str:
        """The address of the page before this one, if there is one."""
        return self._address(self.number - 1) if self.number > 1 else ""

    @property
    def after(self) -> str:
        return self._address(self.number + 1) if self.number < self.pages else ""

    def _address(self, number: int) -> str:
        return "&".join(part for part in (self.query, f"side={number}") if part)


def asked_by(query: QueryDict) -> FindingFilter:
    """Return the filter an address asks for; what it does not know is no filter."""
    return FindingFilter(
        verdict=next((each for each in Verdict if each.value == query.get("udfald")), None),
        code=query.get("kode") or None,
        document_id=_whole(query.get("papir", "")) or None,
        ruling=next((each for each in RulingState if each.value == query.get("afgoerelse")), None),
    )


def query_of(asked: FindingFilter) -> str:
    """Return a filter as an address says it: the inverse of asked_by."""
    parts = {"udfald": asked.verdict, "kode": asked.code, "papir": asked.document_id, "afgoerelse": asked.ruling}
    return urlencode({name: str(value) for name, value in parts.items() if value})


def findings_page(findings: FindingList, query: QueryDict) -> FindingsPage:
    """Return the rows an address asks for, at most a page of them."""
    asked = asked_by(query)
    total = findings.count(asked)
    last = max(1, -(-total // ON_A_PAGE))
    number = min(max(1, _whole(query.get("side", ""))), last)
    start = (number - 1) * ON_A_PAGE
    counts = findings.counts(asked)
    rows = [ShownFinding(row, _mark(row)) for row in findings.matching(asked, start, start + ON_A_PAGE)]
    return FindingsPage(asked, rows, total, number, counts, _chips(findings, asked, counts))


def _chips(findings: FindingList, asked: FindingFilter, counts: FindingCounts) -> list[Chip]:
    everything = findings.count(replace(asked, verdict=None))
    chips = [Chip("Alle", everything, query_of(replace(asked, verdict=None)), None, asked.verdict is None)]
    for verdict in Verdict:
        address = query_of(replace(asked, verdict=verdict))
        chips.append(Chip(verdict.danish, counts.verdicts[verdict], address, verdict, asked.verdict is verdict))
    return chips


def listing_of(rows: Iterable[ListedFinding]) -> Listing:
    """Return findings as the rows of a file."""
    return Listing("Fund", _COLUMNS, tuple(_cells(row) for row in rows))


def _cells(row: ListedFinding) -> tuple[str, ...]:
    finding, ruling = row.finding, row.ruling
    ruled = ("Ikke afgjort", "", "", "")
    if ruling:
        ruled = (ruling.kind.danish, ruling.reason, ruling.by, f"{timezone.localtime(ruling.at):%d.%m.%Y}")
    return (
        row.document_title, row.document_name, finding.verdict.danish, finding.code, finding.place.danish(),
        str(row.number), finding.message, finding.remedy, *ruled,
    )  # fmt: skip


def _mark(row: ListedFinding) -> str:
    dismissed = row.ruling is not None and row.ruling.kind is RulingKind.NOT_A_FAULT
    return "afgjort" if dismissed else mark(row.finding.verdict)


def _whole(text: str) -> int:
    """Return a number in an address; anything else, and what no database counts to, is 0."""
    return int(text) if text.isdecimal() and len(text) < _MOST_DIGITS else 0

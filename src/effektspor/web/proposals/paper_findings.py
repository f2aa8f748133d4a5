"""What is found in the paper a proposal was read from, about that proposal."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse

from effektspor.app.ports import FindingFilter, ListedFinding, RulingKind
from effektspor.app.proposal_places import CasePlaces, case_places
from effektspor.app.proposal_ports import Revision
from effektspor.core.finding import Verdict
from effektspor.web.documents.models import ReadingRow
from effektspor.web.documents.rows import document_from_json
from effektspor.web.findings.store import DjangoFindingList


@dataclass(frozen=True, slots=True)
class PaperFindings:
    """The findings of a paper about one proposal, those ruled not a fault left out."""

    document_id: int
    findings: tuple[ListedFinding, ...]

    @property
    def address(self) -> str:
        """The paper's page with these findings alone."""
        numbers = ",".join(str(each.number) for each in self.findings)
        return f"{reverse('dokument', args=[self.document_id])}?fund={numbers}"

    @property
    def sentence(self) -> str:
        errors = sum(each.finding.verdict is Verdict.ERROR for each in self.findings)
        found = f"{len(self.findings)} fund om dette forslag"
        return f"{found}, heraf {errors} fejl" if errors else found


def paper_findings(revision: Revision) -> PaperFindings | None:
    """Return what the paper of a revision says wrong about it; None where it was not read, or nothing is found."""
    if revision.document_id is None:
        return None
    current = ReadingRow.objects.filter(document=revision.document_id, closed=None)
    reading = current.values_list("pk", "digest").first()
    places = _places_in(*reading) if reading else {}
    own = places.get(revision.case.code) or places.get("")
    if own is None:
        return None
    listed = DjangoFindingList().matching(FindingFilter(document_id=revision.document_id))
    about = tuple(each for each in listed if own.hold(each.finding) and not _is_dismissed(each))
    return PaperFindings(revision.document_id, about) if about else None


def _is_dismissed(each: ListedFinding) -> bool:
    return each.ruling is not None and each.ruling.kind is RulingKind.NOT_A_FAULT


@lru_cache(maxsize=32)
def _places_in(reading_id: int, digest: str) -> Mapping[str, CasePlaces]:
    """A reading is never changed, and a large one takes a while to read; the digest tells two databases apart."""
    content = ReadingRow.objects.values_list("content", flat=True).get(pk=reading_id, digest=digest)
    return case_places(document_from_json(content))

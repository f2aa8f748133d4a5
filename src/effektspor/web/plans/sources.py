"""What is open in the papers that figures are read from: a figure carries its paper's mark wherever it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from effektspor.core.finding import Verdict
from effektspor.web.documents.store import DjangoDocumentStore


@dataclass(frozen=True, slots=True)
class OpenMark:
    """How many findings of a verdict a paper has that nobody has dismissed."""

    verdict: Verdict
    count: int


def open_marks() -> Mapping[int, tuple[OpenMark, ...]]:
    """Return the errors and questions of each paper that has any, by paper, in a constant number of queries."""
    marks = {
        summary.id: tuple(
            OpenMark(verdict, count)
            for verdict in (Verdict.ERROR, Verdict.ASK)
            if (count := summary.counts.get(verdict, 0))
        )
        for summary in DjangoDocumentStore().summaries()
    }
    return {document_id: found for document_id, found in marks.items() if found}

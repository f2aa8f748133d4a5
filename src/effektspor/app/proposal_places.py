"""Where in its paper a proposal stands, so that what is found in the paper can be shown with the proposal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from effektspor.core.document import Document, Paragraph, Table
from effektspor.core.finding import Finding, Place
from effektspor.ingest.proposals.spans import Span, spans_of


@dataclass(frozen=True, slots=True)
class CasePlaces:
    """The tables and the lines of a paper that are one proposal's."""

    tables: frozenset[str]
    places: frozenset[Place]

    def hold(self, finding: Finding) -> bool:
        """Whether a finding is about the proposal: it stands in one of its tables, or at one of its lines."""
        return finding.table in self.tables if finding.table else finding.place in self.places


def case_places(document: Document) -> Mapping[str, CasePlaces]:
    """Return where each proposal of a paper stands, by code; "" is the whole of a paper that has only one."""
    spans: dict[str, list[Span]] = {}
    for span in spans_of(document):
        spans.setdefault(span.code, []).append(span)
    coded = {code: _places(block for span in own for block in span.blocks) for code, own in spans.items() if code}
    return coded or {"": _places(document.blocks)}


def _places(blocks: Iterable[Paragraph | Table]) -> CasePlaces:
    tables: set[str] = set()
    places: set[Place] = set()
    for block in blocks:
        if isinstance(block, Table):
            tables.add(block.id)
            places |= {row.place for row in block.rows}
        places.add(block.place)
    return CasePlaces(frozenset(tables), frozenset(places))

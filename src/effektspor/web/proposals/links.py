"""How a proposal hangs together with others: what it says of them, and what they say of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from effektspor.app.proposal_ports import ProposalSummary, Revision
from effektspor.core.proposals.details import Link, LinkKind


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A proposal this one hangs together with; `other` is None where there is none with that code."""

    words: str
    code: str
    note: str
    other: ProposalSummary | None
    counts_once: bool


def shown_links(revision: Revision, summaries: Sequence[ProposalSummary]) -> tuple[ShownLink, ...]:
    """Return what a proposal says of others, and what others say of it."""
    return tuple(_links(revision, summaries))


def _links(revision: Revision, summaries: Sequence[ProposalSummary]) -> Iterator[ShownLink]:
    by_code = {each.code: each for each in summaries}
    own = revision.case.links
    for link in own:
        yield _shown_link(link.kind.danish, link.kind, link.code, link.note, by_code.get(link.code))
    for other in summaries:
        for link in other.links:
            if link.code == revision.case.code and not _says(own, link.kind, other.code):
                yield _shown_link(_PASSIVE[link.kind], link.kind, other.code, link.note, other)


_PASSIVE = {
    LinkKind.LINKED: "Hænger sammen med",
    LinkKind.ALTERNATIVE: "Alternativ til",
    LinkKind.REPLACES: "Erstattet af",
    LinkKind.OVERLAPS: "Overlapper",
}


def _says(links: Iterable[Link], kind: LinkKind, code: str) -> bool:
    """Whether a proposal says the same of the other as the other of it; that something is replaced is never mutual."""
    return any(each.kind is kind is not LinkKind.REPLACES and each.code == code for each in links)


def _shown_link(words: str, kind: LinkKind, code: str, note: str, other: ProposalSummary | None) -> ShownLink:
    return ShownLink(words, code, note, other, kind is not LinkKind.LINKED)

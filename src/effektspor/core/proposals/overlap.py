"""Proposals that must not both be counted: alternatives, replacements, revisions, and those that say they overlap."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.details import LinkKind

_REVISED = re.compile(r"(?P<stem>[A-ZÆØÅ]+[- ]?\d+)[a-z]")
_NOT_BOTH = (LinkKind.ALTERNATIVE, LinkKind.REPLACES, LinkKind.OVERLAPS)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two counted proposals whose amounts may be the same kroner, and how the one stands to the other."""

    code: str
    other: str
    kind: LinkKind

    @property
    def danish(self) -> str:
        return f"{self.code} · {self.kind.danish.lower()} {self.other}: tæl kun de kroner med én gang."


def find_overlaps(cases: Iterable[BusinessCase]) -> tuple[Overlap, ...]:
    """Return each pair of the cases that should not both be counted in full, once."""
    counted = {case.code: case for case in cases}
    found: dict[frozenset[str], Overlap] = {}
    for overlap in _candidates(counted):
        found.setdefault(frozenset((overlap.code, overlap.other)), overlap)
    return tuple(found.values())


def _candidates(counted: dict[str, BusinessCase]) -> Iterator[Overlap]:
    for case in counted.values():
        for link in case.links:
            if link.kind in _NOT_BOTH and link.code in counted and link.code != case.code:
                yield Overlap(case.code, link.code, link.kind)
        revised = _REVISED.fullmatch(case.code)
        if revised and revised["stem"] in counted:
            yield Overlap(case.code, revised["stem"], LinkKind.REPLACES)

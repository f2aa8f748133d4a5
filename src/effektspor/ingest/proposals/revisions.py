"""Which version of a proposal counts, where a paper has several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from effektspor.core.document import Document
from effektspor.core.finding import Finding, Place
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue
from effektspor.ingest.proposals.notes import note
from effektspor.ingest.proposals.spans import spans_of

_REVISED = re.compile(r"(?P<stem>[A-ZÆØÅ]+[- ]?\d+)(?P<letter>[a-z])")


@dataclass(frozen=True, slots=True)
class Counted:
    """A proposal as it counts, and the versions of it in the same paper that it replaces."""

    case: BusinessCase
    replaced: tuple[BusinessCase, ...] = ()


def counted_cases(
    document: Document, cases: Sequence[BusinessCase], catalogue: Catalogue | None
) -> tuple[tuple[Counted, ...], tuple[Finding, ...]]:
    """Return one entry per code in the paper's order, and what is said where several versions were found.

    Of one code, the last that is marked as a revision counts, else the last. HA07 is a replaced version of HA07b where
    the catalogue lists HA07b and not HA07; without a catalogue both count, as nothing says that one is withdrawn.
    """
    entries = [_counted(versions) for versions in _by_proposal(cases, catalogue)]
    revised = [entry for entry in entries if entry.replaced]
    places = {span.code: span.place for span in reversed(spans_of(document))} if revised else {}
    return tuple(entries), tuple(_told(entry, places.get(entry.case.code, Place())) for entry in revised)


def _by_proposal(cases: Sequence[BusinessCase], catalogue: Catalogue | None) -> Iterator[list[BusinessCase]]:
    listed = set(catalogue.codes) if catalogue else set()
    revised = {match["stem"]: code for code in listed if (match := _REVISED.fullmatch(code))}
    present = {case.code for case in cases}
    found: dict[str, list[BusinessCase]] = {}
    for at, case in enumerate(cases):
        later = revised.get(case.code, "")
        code = later if later in present and case.code not in listed else case.code
        found.setdefault(code or f"\n{at}", []).append(case)
    yield from found.values()


def _counted(versions: list[BusinessCase]) -> Counted:
    newest = max(range(len(versions)), key=lambda at: _rank(versions[at], at))
    return Counted(versions[newest], tuple(case for at, case in enumerate(versions) if at != newest))


def _rank(case: BusinessCase, at: int) -> tuple[str, bool, int]:
    """The later letter, then what is marked as a revision, then what stands last."""
    revised = _REVISED.fullmatch(case.code)
    return revised["letter"] if revised else "", bool(case.revision), at


def _told(entry: Counted, place: Place) -> Finding:
    codes = ", ".join(dict.fromkeys(each.code for each in entry.replaced))
    marked = f"den, der er mærket {entry.case.revision}, tæller" if entry.case.revision else "den sidste tæller"
    counts = marked if codes == entry.case.code else f"{entry.case.code} tæller i stedet for {codes}"
    return note("KAT-018", place, code=entry.case.code, counts=counts)

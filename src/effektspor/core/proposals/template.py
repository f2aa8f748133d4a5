"""The headings of a business case's template, and where what is not text stands among them."""

from collections.abc import Iterator

from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.details import TextSection

CONTENT, ECONOMY = "Forslagets indhold", "Økonomi"
FOLLOW_UP, RISK, ANNEX = "Opfølgning", "Risikovurdering", "Teknisk bilag"
HEADINGS = (
    "Baggrund og formål",
    CONTENT,
    ECONOMY,
    "Fordeling på udvalg",
    "Implementering af forslaget",
    "Inddragelse af samarbejdspartnere",
    "Forslagets effekt",
    FOLLOW_UP,
    RISK,
    ANNEX,
)


def in_order(case: BusinessCase) -> Iterator[tuple[int | None, TextSection]]:
    """Yield a case's sections with their index, and None where the template needs a heading that has no text.

    A case keeps its own order; a heading it lacks stands where the template has it: before the first that follows it.
    """
    missing = [heading for heading in _needed(case) if not any(s.heading == heading for s in case.sections)]
    for at, section in enumerate(case.sections):
        while missing and _follows(section.heading, missing[0]):
            yield None, TextSection(missing.pop(0), "")
        yield at, section
    yield from ((None, TextSection(heading, "")) for heading in missing)


def _needed(case: BusinessCase) -> Iterator[str]:
    if case.service_levels:
        yield CONTENT
    if case.permanent_lines or case.pools or case.unit_prices or case.staff or case.budgets:
        yield ECONOMY
    if case.criteria:
        yield FOLLOW_UP
    if case.risk.level or case.risk.text or case.risk.parts:
        yield RISK
    if case.allocations:
        yield ANNEX


def _follows(heading: str, missing: str) -> bool:
    return heading in HEADINGS and HEADINGS.index(heading) > HEADINGS.index(missing)

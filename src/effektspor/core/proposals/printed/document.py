"""Putting a case's parts together: one document, and which field each place in it prints."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from effektspor.core.document import Document, Paragraph, Table
from effektspor.core.finding import Place
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.details import TextSection
from effektspor.core.proposals.printed.details import allocation_tables, staff_table, unit_price_table
from effektspor.core.proposals.printed.economy import EconomyTables
from effektspor.core.proposals.printed.parts import Part, TablePart, TextPart, cells_part
from effektspor.core.proposals.template import ANNEX, CONTENT, ECONOMY, FOLLOW_UP, RISK, in_order
from effektspor.core.unit import MILLION

SIGNS = "Note til alle tabeller: Alle besparelser er angivet med negativt (−) fortegn."
_CRITERIA_HEAD = ("Succeskriterium", "Hvordan måles det", "Hvem følger op", "Hvornår")
_SERVICE_HEAD = ("Serviceniveau", "Før", "Efter")
_BUDGET_DECIMALS = 1


def document_of(case: BusinessCase) -> Document:
    """Return a case as its template prints it, with a place on everything, so that any paper's checks can read it.

    Sums are those its paper states, where it was read from one, else computed.
    """
    return Document(f"{case.code} {case.title}".strip(), tuple(block for block, _ in _placed(case)))


def tables_of(case: BusinessCase) -> tuple[Table, ...]:
    """Return a case's tables as its template prints them."""
    return document_of(case).tables


def fields_of(case: BusinessCase) -> Mapping[Place, str]:
    """Return which field of the case each place prints: "lines.0", "sections.2"; a sum's place has none."""
    found: dict[Place, str] = {}
    for block, part in _placed(case):
        if isinstance(block, Table) and isinstance(part, TablePart):
            rows = zip(block.rows, part.rows, strict=True)
            found |= {row.place: drawn.field for row, drawn in rows if drawn.field}
        elif isinstance(part, TextPart) and part.field:
            found[block.place] = part.field
    return found


@lru_cache(maxsize=4)
def _placed(case: BusinessCase) -> tuple[tuple[Paragraph | Table, Part], ...]:
    """Who asks for a case's document mostly asks for its fields, too: a few cases are kept as they print."""
    return tuple(_places(case))


def _places(case: BusinessCase) -> Iterator[tuple[Paragraph | Table, Part]]:
    table = paragraph = 0
    for part in _parts(case):
        if isinstance(part, TablePart):
            table += 1
            yield part.table(table), part
        else:
            paragraph += 1
            yield Paragraph(Place(paragraph=paragraph), part.text, part.cells), part


def _parts(case: BusinessCase) -> Iterator[Part]:
    tables = EconomyTables(case)
    yield from _opening(case)
    yield TextPart("Forslagets samlede økonomiske konsekvenser")
    yield tables.whole()
    yield TextPart(SIGNS)
    for at, section in in_order(case):
        yield TextPart(section.heading)
        yield from _paragraphs(section, at)
        yield from _belonging(case, section.heading, tables)


def _opening(case: BusinessCase) -> Iterator[TextPart]:
    label = f" – [{case.revision}]" if case.revision else ""
    yield TextPart("BUSINESS CASE")
    yield TextPart(f"Forslagets titel: {case.code}{label} – {case.title}", "title")
    told = (
        ("Kort resumé", case.summary, "summary"),
        ("Fremstillende forvaltning", case.submitted_by, "submitted_by"),
        ("Berørte forvaltninger", ", ".join(case.departments), "departments"),
    )
    yield from (TextPart(f"{name}: {text}", field) for name, text, field in told if text)
    for at, link in enumerate(case.links):
        note = f" ({link.note})" if link.note else ""
        yield TextPart(f"{link.kind.danish}: {link.code}{note}", f"links.{at}")


def _paragraphs(section: TextSection, at: int | None) -> Iterator[TextPart]:
    for text in section.text.split("\n"):
        if text.strip():
            yield TextPart(text.strip(), "" if at is None else f"sections.{at}")


def _belonging(case: BusinessCase, heading: str, tables: EconomyTables) -> Iterator[Part]:
    """What the template puts under a heading after its text."""
    if heading == ECONOMY:
        yield from _under_economy(case, tables)
    elif heading == CONTENT and case.service_levels:
        yield cells_part(_SERVICE_HEAD)
        for at, level in enumerate(case.service_levels):
            yield cells_part((level.subject, level.before, level.after), f"service_levels.{at}")
    elif heading == FOLLOW_UP and case.criteria:
        yield cells_part(_CRITERIA_HEAD)
        for at, each in enumerate(case.criteria):
            cells = (each.criterion, each.measured_by, each.responsible, each.when)
            yield cells_part(cells, f"criteria.{at}")
    elif heading == RISK:
        yield from _risk(case)
    elif heading == ANNEX:
        yield from allocation_tables(case)


def _under_economy(case: BusinessCase, tables: EconomyTables) -> Iterator[Part]:
    yield from _budgets(case)
    yield from tables.permanent()
    yield from tables.pools()
    if case.unit_prices:
        yield unit_price_table(case)
    if case.staff:
        yield staff_table(case)


def _budgets(case: BusinessCase) -> Iterator[TextPart]:
    """The budgets the saving is a share of, where the text does not say them itself."""
    said = case.section(ECONOMY)
    for at, budget in enumerate(case.budgets):
        if budget.activity not in said:
            year = f" i {budget.year}" if budget.year else ""
            million = MILLION.to_number(budget.ore, _BUDGET_DECIMALS).danish()
            yield TextPart(f"Det samlede budget på {budget.activity} udgør {million} mio. kr.{year}.", f"budgets.{at}")


def _risk(case: BusinessCase) -> Iterator[TextPart]:
    """The risk, where the text under the heading does not say it itself."""
    said = case.section(RISK)
    if case.risk.level and not said and not case.risk.text:
        yield TextPart(f"Risikoen ved forslaget vurderes at være {case.risk.level}.", "risk.level")
    for line in case.risk.text.split("\n"):
        if line.strip() and line.strip() not in said:
            yield TextPart(line.strip(), "risk.text")
    for at, part in enumerate(case.risk.parts):
        if part.part not in said:
            yield TextPart(f"{at + 1}. {part.part} – {part.level}", f"risk.parts.{at}")

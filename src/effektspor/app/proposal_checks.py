"""What is checked of a business case while it is written: every paper's checks on the case as it prints, and its form.

What cannot be read is a fault, and nothing is kept before it is put right; what the figures say is a finding, and may
stand.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from effektspor.app.proposal_form import CURRENT_BUDGET
from effektspor.app.proposal_reading import FormReading
from effektspor.core.audit.catalogue import audit_document
from effektspor.core.finding import Finding, Place, Verdict
from effektspor.core.proposals.budget_form_of import budget_of_case
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import LineKind, sum_lines
from effektspor.core.proposals.document_of import document_of, fields_of
from effektspor.core.year_amounts import sum_years
from effektspor.reports.cash_flow_chart import money_text

_HEAD = {"title": "titel", "summary": "resume", "submitted_by": "afsender", "departments": "forvaltninger",
         "risk.text": "risiko_tekst", "risk.level": "risiko"}  # fmt: skip
# Where a finding about a whole row is said.
_COLUMN = {"kriterium": "kriterium", "risikodel": "niveau", "budget": "beloeb", "fordeling": "noegle",
           "sammenhaeng": "kode"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldNote:
    """Something to look at in one field of a form, "" where it is about the whole: what, and what to do."""

    field: str
    verdict: Verdict
    message: str
    remedy: str


def check_form(reading: FormReading, known_codes: Collection[str] | None = None) -> tuple[FieldNote, ...]:
    """Return what is found in a case as it reads now, by the fields of its form.

    With the codes of the other proposals its links are held against them.
    """
    noted = [*_audited(reading), *_own(reading, known_codes)]
    return tuple(dict.fromkeys(noted))


def _audited(reading: FormReading) -> Iterator[FieldNote]:
    case = reading.case
    _, findings = audit_document(document_of(case))
    places = fields_of(case)
    for each in findings:
        # That a paper has no tables is no news while its first line is not written.
        if case.lines or each.table:
            field = _field_of(each, reading, _part_of(each, places))
            yield FieldNote(field, each.verdict, each.message, each.remedy)


def _part_of(finding: Finding, places: Mapping[Place, str]) -> str:
    """The part of the case a finding is about; of a whole table, or of a sum in it, the table's first row."""
    at = finding.place
    own = places.get(Place(table=at.table, row=at.row, paragraph=at.paragraph), "")
    if own or at.table is None:
        return own
    return next((part for place, part in places.items() if place.table == at.table), "")


def _field_of(finding: Finding, reading: FormReading, part: str) -> str:
    """The field where the finding's figure is typed: its year's, else the one its row is known by."""
    if part in _HEAD:
        return _HEAD[part]
    row = reading.rows.get(part, "")
    if not row:
        return ""
    year = next((column for column in finding.columns if column.isdecimal()), "")
    return f"{row}-{year or _COLUMN.get(row.partition('-')[0], 'tekst')}"


def _own(reading: FormReading, known_codes: Collection[str] | None) -> Iterator[FieldNote]:
    yield from _years_outside(reading)
    yield from _signs(reading)
    yield from _pools(reading.case)
    yield from _more_than_the_budget(reading.case)
    yield from _follow_up(reading)
    if known_codes is not None:
        yield from _unknown_links(reading, known_codes)
    if not reading.case.price_level and reading.case.lines:
        yield FieldNote("prisniveau", Verdict.ASK, "Forslaget siger ikke, hvilket års priser det er regnet i.",
                        "Skriv prisniveauets årstal.")  # fmt: skip


def _years_outside(reading: FormReading) -> Iterator[FieldNote]:
    case = reading.case
    for at, line in enumerate(case.lines):
        for year in line.amounts.years:
            if case.years and year not in case.years:
                yield FieldNote(f"{reading.rows[f'lines.{at}']}-{year}", Verdict.ASK,
                                f"{year} er ikke et af forslagets år.",
                                "Tag året med i forslagets år, eller tøm feltet.")  # fmt: skip


def _signs(reading: FormReading) -> Iterator[FieldNote]:
    """Cost is plus and saving minus: a line that turns its sign has one of them wrong, or two things in it."""
    for at, line in enumerate(reading.case.lines):
        stated = [(year, ore) for year, ore in line.amounts.pairs if ore]
        turned = [year for year, ore in stated if (ore < 0) != (stated[0][1] < 0)]
        row = reading.rows[f"lines.{at}"]
        if turned:
            yield FieldNote(
                f"{row}-{turned[0]}",
                Verdict.NOTE,
                f"»{_short(line.label)}« skifter fortegn i {turned[0]}.",
                "En besparelse har minus i alle år, en udgift plus. Ret fortegnet, eller del linjen i to.",
            )
        elif stated and line.kind is LineKind.IMPLEMENTATION and stated[0][1] < 0:
            yield FieldNote(
                f"{row}-{stated[0][0]}",
                Verdict.ASK,
                f"»{_short(line.label)}« er en implementeringsomkostning med minus.",
                "Skriv en omkostning med plus. Er det en besparelse, hører linjen til de varige ændringer.",
            )


def _pools(case: BusinessCase) -> Iterator[FieldNote]:
    """What is asked of the pools against what the implementation costs, in the years both state."""
    if not case.pools:
        return
    asked, cost = sum_years(pool.amounts for pool in case.pools), sum_lines(case.implementation_lines)
    differ = [year for year in asked.years if year in cost.years and asked.at(year) != cost.at(year)]
    if differ:
        asked_text, cost_text = (money_text(amounts.at(differ[0]) or 0) for amounts in (asked, cost))
        yield FieldNote(
            "",
            Verdict.NOTE,
            f"Der søges {asked_text} af puljerne i {differ[0]}, men implementeringen koster {cost_text}",
            "Er resten finansieret på anden måde, så skriv det under Økonomi.",
        )


def _more_than_the_budget(case: BusinessCase) -> Iterator[FieldNote]:
    """The years in which more is saved than there is in the budget of the budget form."""
    proposal = budget_of_case(case)
    for year, budget in proposal.current_budget.pairs:
        if 0 < budget < -(proposal.net.at(year) or 0):
            yield FieldNote(
                CURRENT_BUDGET.name(year),
                Verdict.ASK,
                f"Forslaget sparer mere i {year}, end der er i det nuværende budget.",
                "Ret budgettet eller linjerne.",
            )


def _follow_up(reading: FormReading) -> Iterator[FieldNote]:
    for at, each in enumerate(reading.case.criteria):
        row = reading.rows[f"criteria.{at}"]
        if not each.responsible:
            yield FieldNote(f"{row}-ansvarlig", Verdict.NOTE, "Succeskriteriet har ingen ansvarlig.",
                            "Skriv, hvem der følger op.")  # fmt: skip
        if not each.when:
            yield FieldNote(f"{row}-hvornaar", Verdict.NOTE, "Succeskriteriet har ingen dato for opfølgning.",
                            "Skriv, hvornår der følges op, fx 1. kvartal 2028.")  # fmt: skip


def _unknown_links(reading: FormReading, known_codes: Collection[str]) -> Iterator[FieldNote]:
    for at, link in enumerate(reading.case.links):
        if link.code and link.code not in known_codes:
            yield FieldNote(
                f"{reading.rows[f'links.{at}']}-kode",
                Verdict.ASK,
                f"Der findes intet forslag {_short(link.code)}.",
                "Ret koden, eller opret forslaget.",
            )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"

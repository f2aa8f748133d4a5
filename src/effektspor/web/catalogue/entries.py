"""A catalogue's rows with what is known of each: its tie to the case, the decision, the overlaps, the open errors."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from effektspor.app.ports import ListedFinding
from effektspor.app.proposal_ports import Decision
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import CatalogueGroup, CatalogueRow
from effektspor.core.proposals.overlap import Overlap, find_overlaps
from effektspor.core.proposals.ties import RowTie, Tie, TieVerdict, tie_catalogue
from effektspor.core.year_amounts import YearAmounts
from effektspor.web.catalogue.asked import BY_CODE, BY_TITLE, UNDECIDED, CatalogueFilter
from effektspor.web.catalogue.sources import Source


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the catalogue and its proposals; the findings are its paper's open errors."""

    decisions: Mapping[str, Decision]
    errors: Sequence[ListedFinding] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a row stands to its case: `faults` are (year, the catalogue's øre, the case's øre) where they differ."""

    verdict: TieVerdict
    reason: str = ""
    faults: tuple[tuple[int, int | None, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a catalogue, numbered from 1 in the paper's order; `group_at` is its group's place, from 0."""

    number: int
    group_at: int
    group: str
    row: CatalogueRow
    standing: Standing
    case: BusinessCase | None = None
    decision: Decision | None = None
    overlaps: tuple[Overlap, ...] = ()
    errors: tuple[ListedFinding, ...] = ()

    @property
    def decided(self) -> str:
        return self.decision.outcome.value if self.decision else UNDECIDED


def entries_of(source: Source, known: Known) -> tuple[Entry, ...]:
    """Return the rows in the catalogue's order."""
    cases = {code: revision.case for code, revision in source.revisions.items()}
    ties = {tie.code: tie for tie in tie_catalogue(source.catalogue, cases.values())}
    overlaps = find_overlaps(cases[code] for code in source.catalogue.codes if code in cases)
    placed = [(at, group, row) for at, group in enumerate(source.catalogue.groups) for row in group.rows]
    return tuple(
        Entry(
            number=number,
            group_at=at,
            group=group.target_group,
            row=row,
            standing=_standing(ties[row.code], row),
            case=cases.get(row.code),
            decision=known.decisions.get(row.code),
            overlaps=tuple(each for each in overlaps if row.code in (each.code, each.other)),
            errors=_errors_of(group, row, source, known),
        )
        for number, (at, group, row) in enumerate(placed, start=1)
    )


def _standing(tie: Tie, row: CatalogueRow) -> Standing:
    """A code is at odds as a whole; of its rows, those that are a part of the case are told as such."""
    tied = next(each for each in tie.rows if each.row is row)
    if tie.verdict in (TieVerdict.FAULT, TieVerdict.UNCLEAR) and tied.share is None:
        return Standing(tie.verdict, tie.reason, tuple(_fault(year, row, tie.expected) for year in tie.years))
    return _share_of(tied, tie)


def _share_of(tied: RowTie, tie: Tie) -> Standing:
    if tied.share is None:
        return Standing(tie.verdict)
    return Standing(TieVerdict.SHARE if tied.share.danish else TieVerdict.EQUAL, tied.share.danish)


def _fault(year: int, row: CatalogueRow, expected: YearAmounts) -> tuple[int, int | None, int | None]:
    return year, row.amounts.at(year), expected.at(year)


def _errors_of(group: CatalogueGroup, row: CatalogueRow, source: Source, known: Known) -> tuple[ListedFinding, ...]:
    """The errors in the table the row stands in, and in its case's own tables while the paper's case is in force."""
    revision = source.revisions.get(row.code)
    of_paper = revision is None or revision.document_id == source.document_id
    tables = {group.table_id, *(row.case_table_ids if of_paper else ())} - {""}
    return tuple(error for error in known.errors if error.finding.table in tables)


def matching(entries: Iterable[Entry], asked: CatalogueFilter) -> list[Entry]:
    """Return the rows that are asked for, in the order that is asked for."""
    found = [entry for entry in entries if _matches(entry, asked)]
    if asked.sort == BY_CODE:
        found.sort(key=lambda entry: (entry.row.code.casefold(), entry.number))
    elif asked.sort == BY_TITLE:
        found.sort(key=lambda entry: (entry.row.title.casefold(), entry.number))
    elif asked.sort:
        found.sort(key=lambda entry: (entry.row.amounts.at(int(asked.sort)) or 0, entry.number))
    return found


def _matches(entry: Entry, asked: CatalogueFilter) -> bool:
    row = entry.row
    return (
        asked.target_group in ("", entry.group)
        and asked.control_area in ("", row.control_area)
        and (asked.year is None or bool(row.amounts.at(asked.year)))
        and asked.decision in ("", entry.decided)
        and asked.tie in (None, entry.standing.verdict)
        and _has_text(asked.text, (row.code, row.title, row.revision, entry.group))
    )


def _has_text(text: str, texts: Collection[str]) -> bool:
    return not text or any(text.casefold() in each.casefold() for each in texts)

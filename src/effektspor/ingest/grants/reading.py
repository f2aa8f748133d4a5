"""The one way in: a grants file's name and bytes → its price lines, and what is wrong with the others."""

from collections.abc import Callable
from dataclasses import dataclass

from effektspor.core.finding import Finding, Place, Verdict
from effektspor.core.grants.cells import GrantRow
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.grants.checks.catalogue import FILE_CHECKS, HOLDS_CPR, ROW_CHECKS, UNREAD_CHECKS, UNSPLIT
from effektspor.ingest.grants.columns import Columns, columns_of
from effektspor.ingest.grants.records import Record, decode, records_of
from effektspor.ingest.grants.rows import HELD_CPR, ReadRow, RowReader

# Told how many lines are read.
Tell = Callable[[int], None]
_TELL_EVERY = 10_000


@dataclass(frozen=True, slots=True)
class ReadGrants:
    """The lines that nothing is wrong with, what is wrong with the others by line, and the columns there are."""

    rows: list[GrantRow]
    findings: list[Finding]
    columns: tuple[str, ...]

    @property
    def has_errors(self) -> bool:
        """Whether a line was left out, so that nothing is used unless the user asked for the rest."""
        return any(finding.verdict is Verdict.ERROR for finding in self.findings)


def _tell_nobody(lines: int) -> None:
    pass


def read_grants(file: str, data: bytes, path: str | None = None, tell: Tell = _tell_nobody) -> ReadGrants:
    """Return the price lines of a grants file (CONTRACT, "Grants as CSV") and its findings by line.

    `path` stands in each place, for a command that reads two files. Raises UnreadableDocument where the file is empty,
    is no text, or lacks a column.
    """
    records = records_of(decode(file, data))
    columns = columns_of(file, _head(file, next(records)))
    reading = _Reading(columns, path)
    for count, record in enumerate(records, start=1):
        reading.add(record)
        if not count % _TELL_EVERY:
            tell(count)
    rows = reading.agreeing_rows()
    findings = sorted(reading.findings, key=lambda each: (each.place.line or 0, each.code))
    return ReadGrants(rows, findings, tuple(columns.positions))


def _head(file: str, record: Record) -> list[str]:
    if record.fields is None:
        raise UnreadableDocument(file, "Første linje har et citationstegn uden mage.", "Skriv kolonnernes navne der.")
    return record.fields


class _Reading:
    """The lines and findings of a file so far."""

    def __init__(self, columns: Columns, path: str | None) -> None:
        self.findings: list[Finding] = []
        self._rows: list[GrantRow] = []
        self._columns, self._path = columns, path
        self._reader = RowReader(columns, path)

    def add(self, record: Record) -> None:
        """A line that is refused for a CPR number, or cannot be split, is not looked at further."""
        texts = self._reader.texts(record.fields or ())
        if HELD_CPR in texts:
            self.findings.append(HOLDS_CPR.found(texts, Place(line=record.line, path=self._path), self._columns))
        elif not record.fits(self._columns.width):
            self.findings.append(UNSPLIT.found(record, Place(line=record.line, path=self._path), self._columns))
        else:
            self._check(self._reader.row(record.line, texts[: self._columns.width]))

    def _check(self, row: ReadRow) -> None:
        checks = ROW_CHECKS + UNREAD_CHECKS if row.unread else ROW_CHECKS
        found = [finding for check in checks for finding in check.check(row)]
        self.findings.extend(found)
        if all(finding.verdict is not Verdict.ERROR for finding in found):
            self._rows.append(row.as_grant_row())

    def agreeing_rows(self) -> list[GrantRow]:
        """Return the lines that no other line contradicts, and find those that one does."""
        rows = self._rows
        for check in FILE_CHECKS:
            found = list(check.check(rows, self._path))
            left_out = {finding.place.line for finding in found if finding.verdict is Verdict.ERROR}
            rows = [row for row in rows if row.place_line not in left_out] if left_out else rows
            self.findings.extend(found)
        return rows

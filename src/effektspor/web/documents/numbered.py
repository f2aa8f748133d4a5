"""The findings of a paper in the order they are numbered on its page, each with the ruling on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from effektspor.app.ports import Ruling, RulingKind, StoredReading
from effektspor.app.rulings import fingerprints_of
from effektspor.core.finding import Finding
from effektspor.core.number import Number
from effektspor.web.templatetags.danish import mark


@dataclass(frozen=True, slots=True)
class NumberedFinding:
    """A finding with its number on the page, and the ruling in force on it."""

    number: int
    finding: Finding
    fingerprint: str
    ruling: Ruling | None
    heading: str
    unit: str
    stated: str
    computed: str

    @property
    def anchor(self) -> str:
        """Where on the page the finding stands: its row, its line of text, or its paragraph where lines are none."""
        place = self.finding.place
        if self.finding.table and self.finding.row is not None:
            return row_anchor(self.finding.table, self.finding.row)
        return f"linje-{place.line}" if place.line is not None else f"afsnit-{place.paragraph}"

    @property
    def dismissed(self) -> bool:
        return self.ruling is not None and self.ruling.kind is RulingKind.NOT_A_FAULT

    @property
    def mark(self) -> str:
        """The verdict's name in the stylesheet, or what stands in its place once it is dismissed."""
        return "afgjort" if self.dismissed else mark(self.finding.verdict)

    @property
    def word(self) -> str:
        return RulingKind.NOT_A_FAULT.danish if self.dismissed else self.finding.verdict.danish


def numbered_findings(stored: StoredReading, rulings: Mapping[str, Ruling]) -> Iterator[NumberedFinding]:
    """Yield the findings of a paper, numbered from one."""
    tables = {table.id: table for table in stored.reading.document.tables}
    known = zip(stored.reading.findings, fingerprints_of(stored), strict=True)
    for number, (finding, fingerprint) in enumerate(known, start=1):
        table = tables.get(finding.table or "")
        yield NumberedFinding(
            number,
            finding,
            fingerprint,
            rulings.get(fingerprint),
            heading=table.rows[finding.row].label if table and finding.row is not None else "",
            unit=(table.unit or "") if table else "",
            stated=_danish(finding.stated),
            computed=_danish(finding.computed),
        )


def _danish(plain: str | None) -> str:
    if plain is None:
        return ""
    whole, _, fraction = plain.partition(".")
    return Number(int(whole + fraction), len(fraction)).danish()


def row_anchor(table_id: str, row: int) -> str:
    return f"{table_id}-{row + 1}"

"""Checks of lines against each other. Of two that contradict, the later is the one that is told and left out."""

from collections.abc import Iterable, Iterator, Sequence

from effektspor.core.finding import Finding, Place, Verdict
from effektspor.core.grants.cells import GrantRow
from effektspor.core.grants.price_line import LineKind
from effektspor.ingest.grants.checks.check import fault, quoted
from effektspor.ingest.grants.columns import HEADER


class HeaderDiffers:
    """En bevillings linjer er ikke enige om bevillingen.

    Det, der gælder hele bevillingen, er det samme på alle dens linjer: citizen, law, section, provider, target_group,
    status, offer, offer_type, area, team, provider_cvr og provider_kind. Resten må være forskelligt fra linje til
    linje.

    Forkert: Bevilling G1 med section 107 i én linje og 108 i den næste.   Rigtigt: 107 i begge, eller to bevillinger.
    """

    code, verdict = "GRA-011", Verdict.ERROR

    def check(self, rows: Iterable[GrantRow], path: str | None) -> Iterator[Finding]:
        first_of: dict[str, GrantRow] = {}
        for row in rows:
            first = first_of.setdefault(row.grant_id, row)
            if first is not row and any(row.texts[name] != first.texts[name] for name in HEADER):
                yield self._differs(row, first, path)

    def _differs(self, row: GrantRow, first: GrantRow, path: str | None) -> Finding:
        columns = [name for name in HEADER if row.texts[name] != first.texts[name]]
        told = ", ".join(_told(name, row, first) for name in columns)
        message = f"Bevilling {quoted(row.grant_id)} siger her noget andet end i linje {first.place_line}: {told}."
        remedy = "Skriv det samme på alle bevillingens linjer, eller giv linjen en anden grant_id."
        return fault(self, _at(path, row, first), message, remedy, columns)


class LinesOverlap:
    """To grundlinjer i samme bevilling dækker de samme dage.

    En bevilling har højst én løbende linje af slagsen base ad gangen. Tillæg, betaling, once og attendance må gerne
    ligge oven i. Udgiften regnes med begge linjer; en effekt kan ikke regnes, før det er afklaret.

    Forkert: base til og med 2026-03-31 og base fra 2026-03-31.   Rigtigt: base fra 2026-04-01.
    """

    # A line that was corrected and the one it was may both be in the file: nobody can tell which is meant.
    code, verdict = "GRA-012", Verdict.ASK

    def check(self, rows: Iterable[GrantRow], path: str | None) -> Iterator[Finding]:
        for lines in _running(rows):
            kept = lines[0]
            for row in lines[1:]:
                if kept.line.end is not None and row.line.start >= kept.line.end:
                    kept = row
                else:
                    yield self._overlap(row, kept, path)

    def _overlap(self, row: GrantRow, kept: GrantRow, path: str | None) -> Finding:
        message = (
            f"Bevilling {quoted(row.grant_id)} har to grundlinjer på samme tid: denne begynder "
            f"{row.texts['starts_on']}, før linje {kept.place_line} er slut."
        )
        remedy = "Luk den gamle linje dagen før, slet den, hvis den er rettet, eller giv den ene sin egen grant_id."
        columns = ("starts_on", "ends_on")
        return fault(self, _at(path, row, kept), message, remedy, columns)


class LineTwice:
    """En line_id er brugt to gange i samme bevilling.

    line_id er linjens eget navn i bevillingen. Ofte er linjen kommet med to gange.

    Forkert: line_id L1 i to linjer af bevilling G1.   Rigtigt: L1 og L2.
    """

    code, verdict = "GRA-013", Verdict.ERROR

    def check(self, rows: Iterable[GrantRow], path: str | None) -> Iterator[Finding]:
        first_of: dict[tuple[str, str], GrantRow] = {}
        for row in rows:
            line_id = row.line.line_id
            if line_id and first_of.setdefault((row.grant_id, line_id), row) is not row:
                first = first_of[row.grant_id, line_id]
                message = f"line_id {quoted(line_id)} er også brugt i linje {first.place_line}."
                remedy = "Slet den ene linje, hvis den er med to gange; ellers giv den sin egen line_id."
                yield fault(self, _at(path, row, first), message, remedy, ("line_id",))


def _running(rows: Iterable[GrantRow]) -> Iterator[Sequence[GrantRow]]:
    """Yield each grant's running base lines, where it has more than one, in the order they start."""
    by_grant: dict[str, list[GrantRow]] = {}
    for row in rows:
        if row.line.kind is LineKind.BASE and row.line.runs:
            by_grant.setdefault(row.grant_id, []).append(row)
    for lines in by_grant.values():
        if len(lines) > 1:
            yield sorted(lines, key=lambda each: (each.line.start, each.place_line))


def _told(name: str, row: GrantRow, first: GrantRow) -> str:
    """Both values; but not whom the lines are for."""
    if name == "citizen":
        return "en anden citizen"
    return f"{name} {quoted(row.texts[name])} og ikke {quoted(first.texts[name])}"


def _at(path: str | None, *rows: GrantRow) -> list[Place]:
    return [Place(line=row.place_line, path=path) for row in rows]

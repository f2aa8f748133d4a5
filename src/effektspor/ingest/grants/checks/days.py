"""Checks of a line's days, and of its sign, against what the line is."""

from collections.abc import Iterator

from effektspor.core.finding import Finding, Verdict
from effektspor.core.grants.price_line import LineKind, PriceUnit
from effektspor.ingest.grants.checks.check import fault
from effektspor.ingest.grants.rows import ReadRow

_DAYS = ("starts_on", "ends_on")
_LOWER_COST = (LineKind.USER_PAYMENT, LineKind.REFUND, LineKind.INCOME)


class EndsBeforeStart:
    """En linje slutter, før den begynder.

    Begge dage er med: starts_on er den første og ends_on den sidste. En linje på én dag har samme dato i begge.

    Forkert: starts_on 2026-09-01 og ends_on 2026-08-31.   Rigtigt: starts_on 2026-08-01 og ends_on 2026-08-31.
    """

    code, verdict = "GRA-008", Verdict.ERROR

    def check(self, row: ReadRow) -> Iterator[Finding]:
        if _ends_before(row):
            message = f"Linjen slutter {row.texts['ends_on']}, før den begynder {row.texts['starts_on']}."
            yield fault(self, row.place, message, "Ret den dato, der er forkert. Begge dage er med.", columns=_DAYS)


class AttendanceInMonths:
    """Fremmøde ligger ikke i én måned.

    En linje med attendance har en slutdato og ligger i én kalendermåned: quantity er de dage, borgeren mødte i den.

    Forkert: attendance fra 2026-01-01 til 2026-02-28.   Rigtigt: En linje for januar og en for februar.
    """

    code, verdict = "GRA-009", Verdict.ERROR

    def check(self, row: ReadRow) -> Iterator[Finding]:
        if row.unit is not PriceUnit.ATTENDANCE or row.starts_on is None or "ends_on" in row.unread:
            return
        if row.ends_on is None:
            message = "Linjen med attendance har ingen slutdato."
        elif (row.starts_on.year, row.starts_on.month) == (row.ends_on.year, row.ends_on.month) or _ends_before(row):
            return
        else:
            message = "Linjen med attendance går ud over én måned."
        remedy = "Del den i en linje pr. måned, hver med sit antal dage i quantity."
        yield fault(self, row.place, message, remedy, columns=_DAYS)


class OnceWithEnd:
    """En engangsydelse har en slutdato, der ikke er dens egen dag.

    En linje med once falder på starts_on. ends_on er tom eller den samme dag.

    Forkert: once fra 2026-03-01 til 2026-03-31.   Rigtigt: once med starts_on 2026-03-01 og tom ends_on.
    """

    code, verdict = "GRA-010", Verdict.ERROR

    def check(self, row: ReadRow) -> Iterator[Finding]:
        if row.unit is not PriceUnit.ONCE or row.ends_on is None or row.starts_on is None:
            return
        if row.ends_on > row.starts_on:
            message = f"Linjen med once falder {row.texts['starts_on']}, men har slutdatoen {row.texts['ends_on']}."
            remedy = "Lad ends_on være tom, eller brug en anden unit, hvis beløbet dækker flere dage."
            yield fault(self, row.place, message, remedy, columns=_DAYS)


class SignOfIncome:
    """En indtægt står med plus.

    user_payment, refund og income sænker udgiften og skrives negative. Linjen regnes med, som den står.

    Forkert: refund på 50000.   Rigtigt: refund på -50000.
    """

    code, verdict = "GRA-014", Verdict.NOTE

    def check(self, row: ReadRow) -> Iterator[Finding]:
        if row.kind in _LOWER_COST and row.amount_ore is not None and row.amount_ore > 0:
            message = f"Linjen er {row.texts['kind']}, men beløbet er positivt, så den øger udgiften."
            remedy = "Sæt minus foran beløbet, hvis linjen skal sænke udgiften."
            yield fault(self, row.place, message, remedy, columns=("kind", "amount_ore"))


def _ends_before(row: ReadRow) -> bool:
    return row.starts_on is not None and row.ends_on is not None and row.ends_on < row.starts_on

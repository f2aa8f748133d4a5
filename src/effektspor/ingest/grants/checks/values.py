"""Checks of the values of a line, each by itself."""

import re
from collections.abc import Iterator
from datetime import date

from effektspor.core.finding import Finding, Verdict
from effektspor.core.number import Number, parse_number
from effektspor.core.unit import KRONE
from effektspor.ingest.grants.checks.check import fault, quoted
from effektspor.ingest.grants.columns import MAY_BE_EMPTY, REQUIRED
from effektspor.ingest.grants.rows import DATES, WORDS, ReadRow

_FILLED = tuple(name for name in REQUIRED if name not in MAY_BE_EMPTY)
_KRONER = re.compile(r"\s*(?:kr\.?|DKK)\s*", re.IGNORECASE)
_DANISH_DATE = re.compile(r"([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]([0-9]{4})")


class ValueMissing:
    """En værdi mangler.

    Kolonnerne grant_id, citizen, section, amount_ore, unit, quantity, starts_on og status skal være udfyldt. En tom
    ends_on betyder, at bevillingen ikke har nogen slutdato.

    Forkert: Et tomt felt i section.   Rigtigt: »107«.
    """

    code, verdict = "GRA-003", Verdict.ERROR

    def check(self, row: ReadRow) -> Iterator[Finding]:
        if "" in (texts := row.texts.several(_FILLED)):
            missing = [name for name, text in zip(_FILLED, texts, strict=True) if not text]
            remedy = "Udfyld feltet." if len(missing) == 1 else "Udfyld felterne."
            yield fault(self, row.place, f"Linjen mangler {', '.join(missing)}.", remedy, columns=missing)


class AmountUnread:
    """Et beløb er ikke hele øre.

    amount_ore er hele øre med cifre alene, uden punktum, komma og »kr.«, og et minus foran, hvis det er negativt.

    Forkert: »1.950,00« og »1950.50«.   Rigtigt: »195000« og »195050«.
    """

    code, verdict = "GRA-004", Verdict.ERROR

    def check(self, row: ReadRow) -> Iterator[Finding]:
        if "amount_ore" in row.unread:
            stated = row.texts["amount_ore"]
            message = f"Beløbet {quoted(stated)} er ikke hele øre."
            yield fault(self, row.place, message, _whole_ore(stated), columns=("amount_ore",))


class QuantityUnread:
    """Et antal er ikke et helt tal.

    quantity er minutter pr. uge eller måned for hour_week og hour_month, dage med fremmøde for attendance, og ellers
    det, beløbet ganges med (oftest 1). Det er et helt tal og aldrig negativt.

    Forkert: »6,5« timer om ugen.   Rigtigt: »390« minutter.
    """

    code, verdict = "GRA-005", Verdict.ERROR

    def check(self, row: ReadRow) -> Iterator[Finding]:
        if "quantity" in row.unread:
            message = f"Antallet {quoted(row.texts['quantity'])} er ikke et helt tal på 0 eller mere."
            remedy = "Skriv et helt tal: minutter for hour_week og hour_month, dage for attendance, ellers oftest 1."
            yield fault(self, row.place, message, remedy, columns=("quantity",))


class DateUnread:
    """En dato kan ikke læses.

    Datoer skrives som år-måned-dag og er den første eller den sidste dag, der er med.

    Forkert: »31.08.2026« og »2026-02-30«.   Rigtigt: »2026-08-31« og »2026-02-28«.
    """

    code, verdict = "GRA-006", Verdict.ERROR

    def check(self, row: ReadRow) -> Iterator[Finding]:
        for name in row.unread:
            if name in DATES:
                message = f"Datoen {quoted(row.texts[name])} i {name} kan ikke læses."
                yield fault(self, row.place, message, _iso(row.texts[name]), columns=(name,))


class WordUnknown:
    """Et ord er ikke et af dem, kolonnen kan have.

    unit, kind, status, ends_kind og end_reason har hver deres faste ord, skrevet med små bogstaver på engelsk.

    Forkert: »døgn« i unit.   Rigtigt: »day«.
    """

    code, verdict = "GRA-007", Verdict.ERROR

    def check(self, row: ReadRow) -> Iterator[Finding]:
        for name in row.unread:
            if name in WORDS:
                message = f"{name} kan ikke være {quoted(row.texts[name])}."
                remedy = f"Brug et af ordene {', '.join(each.value for each in WORDS[name])}."
                yield fault(self, row.place, message, remedy, columns=(name,))


def _whole_ore(stated: str) -> str:
    """What to write: the figure that stands there, taken for kroner, and for øre where it may be either."""
    number = parse_number(_KRONER.sub("", stated))
    if number is None or number.decimals > 2:
        return "Skriv hele øre med cifre alene: 195000 for 1.950,00 kr."
    told = f"Skriv hele øre uden punktum og komma: {KRONE.to_ore(number)}, hvis det er {_kroner(number)}"
    either = f", eller {number.digits}, hvis det er øre" if not number.decimals else ""
    return f"{told}{either}."


def _kroner(number: Number) -> str:
    return f"{KRONE.to_number(KRONE.to_ore(number), 2).danish()} kr."


def _iso(stated: str) -> str:
    """What to write where a date stands as Danes write it; else the form."""
    if found := _DANISH_DATE.fullmatch(stated):
        day, month, year = (int(part) for part in found.groups())
        try:
            return f"Skriv {date(year, month, day).isoformat()}."
        except ValueError:
            pass
    return "Skriv en dag, der findes, som år-måned-dag: 2026-08-31."

from collections.abc import Iterator, Sequence

from effektspor.core.audit.amounts import Amount, amounts_near, significant_digits
from effektspor.core.audit.cases import Case
from effektspor.core.audit.pairs import unit_at
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling_pairs import name_of
from effektspor.core.audit.units_between import UnitClash, clashes_in
from effektspor.core.audit.words import listed
from effektspor.core.document import Table
from effektspor.core.finding import Finding, Verdict
from effektspor.core.number import rounded_number
from effektspor.core.unit import BILLION, KRONE, MILLION, THOUSAND, Unit, find_unit

_UNITS = (KRONE, THOUSAND, MILLION, BILLION)
# Two figures of two or three digits: fewer might meet by chance.
_LEAST_FIGURES, _LEAST_EACH, _LEAST_DIGITS = 2, 2, 5


class UnitContradicts:
    """Enheden i tabellens hoved passer ikke med resten af papiret.

    Teksten ved tabellen, eller en anden tabel i samme forslag, har de samme tal i en anden enhed. Der kræves mindst to
    forskellige tal, som kun passer, når enheden skiftes, og ingen, der passer med enheden, som den står. Papiret kan
    ikke selv sige, hvor fejlen er.

    Forkert: »1.000 kr.« over 2,4 og 12,2, når teksten siger 2,4 mio. kr. og 12,2 mio. kr.   Rigtigt: »mio. kr.«.
    """

    code = "TAB-012"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for case in paper.cases:
            told: set[str] = set()
            for table in case.tables:
                if found := _against_prose(case, table):
                    told.add(table.id)
                    yield self._tell_prose(table, *found)
            for clash in clashes_in(case):
                if told.isdisjoint((clash.table.id, clash.other.id)):
                    told.add(clash.table.id)
                    yield self._tell_tables(clash)

    def _tell_prose(self, table: Table, unit: Unit, amounts: Sequence[Amount]) -> Finding:
        places = tuple(dict.fromkeys(amount.place for amount in amounts))
        said = listed([amount.danish for amount in amounts])
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=table.place,
            related=places,
            table=table.id,
            message=f"{name_of(table)} er i {table.unit}, men teksten ({listed([p.danish() for p in places])}) siger "
            f"{said} om de samme tal.",
            remedy=f"Ret enheden i tabellens hoved til {unit.name}, eller ret enheden i teksten.",
        )

    def _tell_tables(self, clash: UnitClash) -> Finding:
        times = rounded_number(max(clash.factor, 1 / clash.factor), 0).danish()
        larger, smaller = (clash.table, clash.other) if clash.factor > 1 else (clash.other, clash.table)
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=clash.table.place,
            related=(clash.other.place,),
            table=clash.table.id,
            message=f"De samme rækker er {times} gange så store i {name_of(larger)} ({larger.unit}) som i "
            f"{name_of(smaller)} ({smaller.unit}).",
            remedy=f"Ret enheden i hovedet på {name_of(clash.table)}, eller på {name_of(clash.other)}, "
            "så de siger det samme beløb.",
        )


def _against_prose(case: Case, table: Table) -> tuple[Unit, list[Amount]] | None:
    """Return the one other unit in which the table says what the text says, and the amounts that show it."""
    stated = find_unit(table.unit or "")
    amounts = amounts_near(case, table) if stated else []
    if stated is None or any(_figures(table, stated, stated, amount) for amount in amounts):
        return None
    others = {unit: _only_in(table, stated, unit, amounts) for unit in _UNITS if unit != stated}
    enough = [(unit, found) for unit, found in others.items() if found]
    return enough[0] if len(enough) == 1 else None


def _only_in(table: Table, stated: Unit, unit: Unit, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts that are figures of the table in a unit, where they are enough not to meet by chance."""
    digits = {amount: max(found) for amount in amounts if (found := _figures(table, stated, unit, amount))}
    telling = {amount: count for amount, count in digits.items() if count >= _LEAST_EACH}
    return list(telling) if len(telling) >= _LEAST_FIGURES and sum(telling.values()) >= _LEAST_DIGITS else []


def _figures(table: Table, stated: Unit, unit: Unit, amount: Amount) -> list[int]:
    """Return how much each figure that is the amount says, were the table in a unit."""
    columns = [column for column in range(len(table.columns)) if unit_at(table, column) == stated]
    numbers = (row.cells[column].number for row in table.rows for column in columns)
    return [
        min(significant_digits(number), significant_digits(amount.number))
        for number in numbers
        if number and number.digits and amount.is_figure(number, unit)
    ]

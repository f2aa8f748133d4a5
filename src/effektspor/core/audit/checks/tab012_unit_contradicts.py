from collections.abc import Iterator, Sequence

from effektspor.core.audit.amounts import Amount
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling_pairs import name_of
from effektspor.core.audit.units_between import UnitClash, clashes_in
from effektspor.core.audit.units_in_prose import unit_in_prose
from effektspor.core.audit.words import listed
from effektspor.core.document import Table
from effektspor.core.finding import Finding, Verdict
from effektspor.core.number import rounded_number
from effektspor.core.unit import Unit


class UnitContradicts:
    """Enheden i tabellens hoved passer ikke med resten af papiret.

    Teksten ved tabellen, eller en anden tabel i samme forslag, har de samme tal i en anden enhed. Der kræves mindst to
    forskellige tal, som kun passer, når enheden skiftes, eller ét, som teksten siger er tabellens sum i et bestemt år,
    og ingen, der passer med enheden, som den står. Papiret kan ikke selv sige, hvor fejlen er.

    Forkert: »1.000 kr.« over 2,4 og 12,2, når teksten siger 2,4 mio. kr. og 12,2 mio. kr.   Rigtigt: »mio. kr.«.
    """

    code = "TAB-012"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for case in paper.cases:
            told: set[str] = set()
            for table in case.tables:
                if found := unit_in_prose(case, table):
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

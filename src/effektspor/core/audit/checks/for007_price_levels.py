from collections.abc import Iterator

from effektspor.core.audit.paper import Paper
from effektspor.core.audit.price_levels import MixedLevel, RepeatedLevel, mixed_levels, repeated_levels
from effektspor.core.audit.price_rows import MixedRow, mixed_rows
from effektspor.core.audit.telling_pairs import name_of
from effektspor.core.audit.words import quoted
from effektspor.core.finding import Finding, Verdict


class PriceLevelsMixed:
    """Beløb i to prisniveauer er lagt sammen.

    Et katalog lægger forslag sammen, og ét af dem er i et andet prisniveau end de andre, med de samme tal i kataloget
    som i forslaget. Så er beløbet enten ikke regnet om, eller prisniveauet er skrevet forkert i forslagets hoved. Er
    tallene ikke de samme, er beløbet regnet om, og der siges intet. Det samme gælder en tabel i forslaget, som gentager
    den første tabels rækker i et andet prisniveau, og en linje, der selv siger et andet prisniveau end sin sum: i
    navnet eller i en kolonne med prisniveau. Siger papiret, at noget er omregnet eller fremskrevet, siges intet om
    linjer.

    Forkert: Tre forslag i 2018 p/l og ét i 2017 p/l, lagt sammen, som de står.   Rigtigt: Alle i 2018 p/l.
    """

    code = "FOR-007"

    def check(self, paper: Paper) -> Iterator[Finding]:
        told = set()
        for mixed in mixed_levels(paper.cases):
            if mixed.listed.table.id not in told:
                told.add(mixed.listed.table.id)
                yield self._tell_mixed(mixed)
        for case in paper.cases:
            for repeated in repeated_levels(case):
                if repeated.first.id not in told:
                    yield self._tell_repeated(repeated)
            yield from (self._tell_row(mixed) for mixed in mixed_rows(case))

    def _tell_mixed(self, mixed: MixedLevel) -> Finding:
        listed, name = mixed.listed, quoted(mixed.listed.row.label)
        others = "kataloget er" if mixed.catalogues_own else "de andre forslag er"
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=listed.table.place,
            related=(listed.row.place,),
            table=listed.table.id,
            message=f"{name} er i {mixed.level} p/l, men {others} i {mixed.usual} p/l, og kataloget har de samme tal "
            "som forslaget.",
            remedy=f"Ret prisniveauet i forslagets tabeller til {mixed.usual} p/l, hvis beløbene er det; ellers regn "
            f"dem om til {mixed.usual} p/l i forslaget og i kataloget.",
        )

    def _tell_repeated(self, repeated: RepeatedLevel) -> Finding:
        table, first = repeated.table, repeated.first
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=table.place,
            related=(first.place,),
            table=table.id,
            message=f"{name_of(table)} er i {table.price_level} p/l, men {name_of(first)} har de samme tal i "
            f"{first.price_level} p/l.",
            remedy=f"Ret prisniveauet i hovedet på den ene tabel, eller regn {name_of(table)} om til "
            f"{first.price_level} p/l.",
        )

    def _tell_row(self, mixed: MixedRow) -> Finding:
        label, total = quoted(mixed.row.label), mixed.table.rows[mixed.total]
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=mixed.row.place,
            related=(total.place,),
            table=mixed.table.id,
            row=mixed.at,
            message=f"{label} er i {mixed.level} p/l, men lagt sammen, som den står, i {quoted(total.label)}, der er i "
            f"{mixed.usual} p/l.",
            remedy=f"Regn {label} om til {mixed.usual} p/l, og ret summen, eller ret prisniveauet ved linjen.",
        )

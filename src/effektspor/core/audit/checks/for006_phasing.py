from collections.abc import Iterator
from fractions import Fraction

from effektspor.core.audit.failing_rows import failing_tables
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.phase_percents import PhasedShares, differing_share, phased_shares
from effektspor.core.audit.phased_amounts import PhasedRow, contradicts, phased_rows
from effektspor.core.audit.phasing import Phase, Phasing, phasings
from effektspor.core.audit.prose import Sentence, sentences_of
from effektspor.core.audit.telling_pairs import name_of
from effektspor.core.audit.telling_years import told_by_year
from effektspor.core.audit.words import like, quoted
from effektspor.core.audit.year_amounts_in_words import YearAmount, differing_amounts
from effektspor.core.finding import Finding, Verdict
from effektspor.core.number import Number, rounded_number

_SHOWN = {
    Phase.HALF: "ingen linje er halvdelen i {year} af det, den er senere",
    Phase.MONTHS: "ingen linje er {share} i {year} af det, den er senere",
    Phase.PART: "ingen linje er mindre i {year} end senere",
    Phase.FULL: "ingen linje er den samme i {year} og alle år efter",
    Phase.NOT_UNTIL: "ingen linje er større i {year} end året før",
    Phase.GROWING: "alle linjer er ens i alle år",
}


class PhasingDiffers:
    """Teksten om indfasning passer ikke med årene i tabellen.

    Teksten siger »halvårseffekt i 2018«, »helårseffekt fra 2019«, »fuldt indfaset i 2020« eller »stigende profil«, og
    ingen af forslagets linjer og summer forløber sådan. Passer bare én linje, siges intet, og en sætning med »hvis«,
    »kan« eller »ikke« prøves ikke. Er der kun én linje, der sparer, skal halvårseffekt være omkring det halve, og »3
    måneder i 2018« en fjerdedel. »25 pct. i 2018, 50 pct. i 2019 og 100 pct. fra 2020« skal passe i alle år. Giver en
    sætning beløb for flere år, og er det ene tabellens, skal det andet også være det.

    Forkert: »Halvårseffekt i 2018« og −1.500 i både 2018 og 2019.   Rigtigt: −750 i 2018 og −1.500 i 2019.
    """

    code = "FOR-006"

    def check(self, paper: Paper) -> Iterator[Finding]:
        failing = failing_tables(paper)
        for case in paper.cases:
            sentences = sentences_of(case)
            said = list(phasings(sentences))
            rows = [row for row in phased_rows(case) if row.table.id not in failing]
            told = [each for each in said if contradicts(each, rows)]
            for phasing in {(each.sentence, each.year): each for each in reversed(told)}.values():
                yield self._tell(phasing, rows)
            for shares in phased_shares(sentences) if rows else ():
                if found := differing_share(shares, rows):
                    yield self._tell_share(shares, *found)
            for sentence in sentences if rows else ():
                if apart := differing_amounts(sentence, rows):
                    yield self._tell_amount(sentence, apart[0], rows)

    def _tell(self, phasing: Phasing, rows: list[PhasedRow]) -> Finding:
        row = _main(rows, phasing.year)
        share = f"{rounded_number(100 * phasing.share, 0).danish()} pct." if phasing.share else ""
        shown = _SHOWN[phasing.phase].format(year=phasing.year, share=share)
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=phasing.sentence.place,
            related=(row.row.place,),
            columns=(phasing.year,) if phasing.year else (),
            message=f"Teksten siger {quoted(phasing.words, 80)}, men {shown}: {quoted(row.row.label)} i "
            f"{name_of(row.table)} er {told_by_year(row.amounts)}.",
            remedy="Ret årene i teksten, eller ret beløbene i tabellerne, så de viser den indfasning, teksten "
            "beskriver.",
        )

    def _tell_share(self, said: PhasedShares, year: str, pct: Fraction, row: PhasedRow) -> Finding:
        share = f"{like(pct, Number(0)).danish()} pct. i {year}"
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=said.sentence.place,
            related=(row.row.place,),
            columns=(year,),
            message=f"Teksten siger {share}, men det er ingen linje: {quoted(row.row.label)} i {name_of(row.table)} er "
            f"{told_by_year(row.amounts)}.",
            remedy=f"Ret procenten i teksten, eller ret {year} i tabellerne.",
        )

    def _tell_amount(self, sentence: Sentence, amount: YearAmount, rows: list[PhasedRow]) -> Finding:
        row = _main(rows, amount.year)
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=sentence.place,
            related=(row.row.place,),
            columns=(amount.year,),
            stated=amount.said.number.plain(),
            message=f"Teksten siger {amount.said.danish} i {amount.year}, men ingen linje er det: "
            f"{quoted(row.row.label)} i {name_of(row.table)} er {told_by_year(row.amounts)}.",
            remedy=f"Ret beløbet i teksten, eller ret {amount.year} i tabellerne.",
        )


def _main(rows: list[PhasedRow], year: str | None) -> PhasedRow:
    """Return the first sum that has the year: what a reader looks at."""
    having = [each for each in rows if year is None or each.amounts.get(year)] or rows
    return next((each for each in having if each.row.kind.sums), having[0])

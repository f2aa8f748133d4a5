from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.case_lines import StatedEconomy, economy_in, whole_economy_of
from effektspor.core.audit.cases import Case
from effektspor.core.audit.failing_rows import failing_tables
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.payback_sentences import DividedPayback, payback_by_year, wrong_division
from effektspor.core.audit.payback_words import PrintedPayback, payback_in, payback_rows, rates_told
from effektspor.core.audit.paybacks import RATES_PCT, ComputedPayback, computed_paybacks, is_allowed
from effektspor.core.audit.prose import Sentence, sentences_of
from effektspor.core.audit.words import like, listed, quoted
from effektspor.core.finding import Finding, Place, Verdict
from effektspor.core.number import Number
from effektspor.core.proposals.payback import payback_danish


class _Stated(NamedTuple):
    """A payback where it stands, and the economy it is about."""

    printed: PrintedPayback
    economy: StatedEconomy
    rates_pct: tuple[Fraction, ...]
    place: Place
    table: str | None = None
    row: int | None = None


class PaybackDiffers:
    """Tilbagebetalingstiden passer ikke med forslagets egne tal.

    Den regnes sådan: Læg år for år de varige ændringer og implementeringsomkostningerne sammen, fra det første år med
    et beløb. Sidste års varige ændring gentages. Tiden er det antal kalenderår, det første med, der går, til summen
    ikke længere er en udgift; »aldrig«, hvis det ikke sker på 100 år. Beløbene tilbageføres med 3 pct. om året; der
    prøves også uden rente, og med den rente, papiret selv nævner. *Service* er de varige ændringer på service og alle
    omkostninger til implementering, også anlæg; *totaløkonomi* er det hele. Passer ét af tallene, siges intet. Står
    tiden i teksten eller under et andet navn, prøves også investeringen delt med et års besparelse.

    Forkert: En investering på 700 i 2018, der sparer 200 om året fra 2019, og »Tilbagebetalingstid 3 år«.
    Rigtigt: 5 år.
    """

    code = "FOR-001"

    def check(self, paper: Paper) -> Iterator[Finding]:
        failing = failing_tables(paper)
        for case in paper.cases:
            for stated in _stated_in(case):
                economy = stated.economy
                if economy.table.id not in failing and _adds_up(economy) and not _is_allowed(stated):
                    yield self._tell(stated)
            for sentence in sentences_of(case):
                if divided := wrong_division(sentence.text):
                    yield self._tell_division(sentence, divided)

    def _tell(self, stated: _Stated) -> Finding:
        economy, printed = stated.economy, stated.printed
        found = computed_paybacks(economy, printed.scopes[0], stated.rates_pct)
        given = [payback_danish(each.years) for each in found]
        told = listed([f"{years} {_at_rate(each)}" for years, each in zip(given, found, strict=True)])
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=stated.place,
            related=tuple(dict.fromkeys(line.row.place for line in economy.lines)),
            table=stated.table,
            row=stated.row,
            stated=printed.years.plain() if printed.years else None,
            computed=str(found[0].years) if found[0].years else None,
            message=f"{printed.words} er {printed.danish}, men forslagets tal giver {told}.",
            remedy=f"Ret tiden til {listed(list(dict.fromkeys(given)), 'eller')}, eller ret de beløb, den er regnet "
            "af. Er den regnet på en anden måde, så skriv hvordan.",
        )

    def _tell_division(self, sentence: Sentence, divided: DividedPayback) -> Finding:
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=sentence.place,
            stated=divided.stated.plain(),
            computed=divided.given.plain(),
            message=f"Teksten siger {quoted(divided.words)}, men divisionen giver {divided.given.danish()} år.",
            remedy=f"Ret tiden til {divided.given.danish()} år, eller ret de beløb, den er regnet af.",
        )


def _stated_in(case: Case) -> Iterator[_Stated]:
    """Yield the paybacks of a case: in rows, of the row's own table or the case's first, and in words."""
    told = set()
    sentences = sentences_of(case)
    named = rates_told(sentence.text for sentence in sentences)
    for table in case.tables:
        for index, printed in payback_rows(table.rows):
            told.add(printed.years)
            own, row = economy_in(table), table.rows[index]
            if of := own if own and own.beginning else whole_economy_of(case):
                yield _Stated(printed, of, _rates(named or rates_told([row.label])), row.place, table.id, index)
    economy = whole_economy_of(case)
    for sentence in sentences if economy else ():
        in_words = payback_in(sentence.text) or (economy and payback_by_year(sentence.text, economy.years_with_flow))
        if economy and in_words and in_words.years not in told:
            yield _Stated(in_words, economy, _rates(named), sentence.place)


def _rates(named: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    """The rates that the paper names come first; it may still have used the usual one, or none."""
    return tuple(dict.fromkeys((*named, *RATES_PCT)))


def _is_allowed(stated: _Stated) -> bool:
    return is_allowed(stated.economy, stated.printed, stated.rates_pct)


def _at_rate(each: ComputedPayback) -> str:
    """Return "med 3 pct. i rente", or "uden"."""
    return f"med {like(each.rate_pct, Number(0)).danish()} pct. i rente" if each.rate_pct else "uden"


def _adds_up(economy: StatedEconomy) -> bool:
    """Whether the last total is what all lines give, or one part's: else some line is not read for what it is."""
    total = next((row for row in reversed(economy.table.rows) if row.kind.sums and not row.empty), None)
    parts = (economy.lines, economy.beginning, economy.permanent)
    return total is None or any(economy.is_sum(total, lines) for lines in parts if lines)

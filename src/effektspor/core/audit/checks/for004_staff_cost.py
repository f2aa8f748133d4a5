from collections.abc import Iterator, Sequence
from typing import NamedTuple

from effektspor.core.audit.failing_rows import failing_tables
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.prose import Said, sentences_of
from effektspor.core.audit.row_products import is_of_staff, wrong_products
from effektspor.core.audit.said_products import said_products
from effektspor.core.audit.staff_changes import ChangedStaff, wrong_changes
from effektspor.core.audit.staff_costs import StaffAmount, StaffLine, fits, is_for, rates_in, staff_amounts, staff_lines
from effektspor.core.audit.telling_pairs import name_of
from effektspor.core.audit.telling_products import tell_row, tell_sentence
from effektspor.core.audit.words import danish_amount, like, listed, quoted
from effektspor.core.finding import Finding, Place, Verdict
from effektspor.core.number import Number, rounded_number
from effektspor.core.unit import MILLION


class _Rate(NamedTuple):
    """What a man-year costs, and where that is said."""

    said: Said
    place: Place
    text: str


class StaffCostDiffers:
    """Årsværk gange prisen pr. årsværk giver ikke linjens beløb.

    Teksten eller en note siger, hvad et årsværk koster, og en linje nævner et antal årsværk. Bare ét af linjens år skal
    passe, med en af de priser, der er nævnt, eller med den halve, når noget begynder midt i året. Kan afrundingen af
    prisen forklare forskellen, er det kun til orientering. Det samme gælder »4 årsværk à 0,5 mio. kr., i alt 2,0
    mio. kr.« i én sætning, og en tabel med årsværk, pris og beløb. En linje, der også dækker andet end løn, prøves
    ikke. I en tabel over personale skal ændringen være forskellen på før og efter.

    Forkert: »Beregnet ved 0,5 mio. kr. pr. årsværk« og linjen »Socialrådgivere, 4 årsværk« på 3.000.   Rigtigt: 2.000.
    """

    code = "FOR-004"

    def check(self, paper: Paper) -> Iterator[Finding]:
        failing = failing_tables(paper)
        for case in paper.cases:
            sentences = sentences_of(case)
            rates = [
                _Rate(said, sentence.place, sentence.text) for sentence in sentences for said in rates_in(sentence)
            ]
            lines = list(staff_lines(case)) if rates else []
            apart = [line for line in lines if not _holds(line, rates, rounded=True)]
            near = [line for line in lines if line not in apart and not _holds(line, rates, rounded=False)]
            for differing, verdict in ((apart, Verdict.ASK), (near, Verdict.NOTE)):
                if differing:
                    yield self._tell_lines(differing, rates, verdict)
            for table in case.tables:
                if table.id not in failing and (wrong := wrong_changes(table)):
                    yield self._tell_changes(wrong)
                if table.id not in failing and is_of_staff(table):
                    yield from (tell_row(self.code, each) for each in wrong_products(table))
            amounts = list(staff_amounts(sentences))
            products = [each for each in said_products(sentences) if each.of_staff]
            multiplied = {each.sentence for each in products}
            told = [*apart, *near]
            for stated in amounts:
                known = stated.sentence in multiplied or _is_told(told, stated.man_years, stated.amount)
                if not known and not _is_right(stated, rates):
                    yield self._tell_sentence(stated, rates)
            for each in products:
                if not each.holds and not _is_told(told, each.quantity, each.total):
                    yield tell_sentence(self.code, each)

    def _tell_lines(self, lines: Sequence[StaffLine], rates: Sequence[_Rate], verdict: Verdict) -> Finding:
        """One finding for all lines of a case: the price is one cause."""
        first = lines[0]
        year, printed, _ = first.amounts[0]
        rate, unit = _nearest(first, rates), first.unit.name
        given = like(first.man_years.value * rate.ore / abs(first.amounts[0][2] / printed.value), printed)
        places = [line.row.place for line in lines[1:]] + [rate.place for rate in rates]
        more = [quoted(line.row.label, 40) for line in lines[1:] if line.row.label != first.row.label]
        others = f" Det samme gælder {listed(list(dict.fromkeys(more)))}." if more else ""
        return Finding(
            code=self.code,
            verdict=verdict,
            place=first.row.place,
            related=tuple(dict.fromkeys(place for place in places if place != first.row.place)),
            table=first.table.id,
            row=first.table.rows.index(first.row),
            columns=(year,),
            stated=printed.plain(),
            computed=given.plain(),
            message=f"{first.man_years.danish()} årsværk à {rate.danish} er {given.danish()} ({unit}), men "
            f"{quoted(first.row.label, 40)} i {name_of(first.table)} er {printed.danish()} ({unit}) i {year}.{others}",
            remedy="Ret beløbet, antallet af årsværk eller prisen pr. årsværk, så de passer sammen; er der andet end "
            "løn i linjen, så skriv hvad.",
        )

    def _tell_changes(self, wrong: Sequence[ChangedStaff]) -> Finding:
        first = wrong[0]
        after = like(first.before.value + first.change.value, first.after)
        right = like(first.after.value - first.before.value, first.change)
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=first.row.place,
            related=tuple(each.row.place for each in wrong[1:]),
            table=first.table.id,
            row=first.at,
            stated=first.change.plain(),
            computed=right.plain(),
            message=f"{quoted(first.row.label)} går fra {first.before.danish()} til {first.after.danish()}, men "
            f"ændringen er {first.change.danish()}.",
            remedy=f"Ret ændringen til {right.danish()}, eller ret antallet efter til {after.danish()}.",
        )

    def _tell_sentence(self, stated: StaffAmount, rates: Sequence[_Rate]) -> Finding:
        rate = stated.each or rates[0].said
        unit = stated.amount.unit or rate.unit
        assert unit, "an amount has a unit"
        least = 1 if unit.ore >= MILLION.ore else 0
        exact = stated.man_years.value * rate.ore / unit.ore
        given = rounded_number(exact, max(stated.amount.number.decimals, least))
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=stated.sentence.place,
            related=() if stated.each else tuple(dict.fromkeys(each.place for each in rates)),
            stated=stated.amount.number.plain(),
            computed=given.plain(),
            message=f"Teksten siger, at {stated.man_years.danish()} årsværk er {stated.amount.danish}, men med "
            f"{rate.danish} pr. årsværk er det {danish_amount(given, unit)}",
            remedy="Ret beløbet, antallet af årsværk eller prisen pr. årsværk, så de passer sammen.",
        )


def _holds(line: StaffLine, rates: Sequence[_Rate], *, rounded: bool) -> bool:
    """Whether any year fits any price; a line that no price is for is not held against one."""
    fitting = [rate for rate in rates if is_for(rate.text, line.row.label)]
    return not fitting or any(
        fits((ore, line.half_ore), line.man_years, rate.said, rate_is_rounded=rounded)
        for _, _, ore in line.amounts
        for rate in fitting
    )


def _is_told(lines: Sequence[StaffLine], man_years: Number, amount: Said) -> bool:
    """Whether a line that is told already is for the same man-years and the same amount: one cause, told once."""
    return any(
        line.man_years.value == man_years.value and abs(abs(ore) - amount.ore) <= line.half_ore + amount.spread
        for line in lines
        for _, _, ore in line.amounts
    )


def _is_right(stated: StaffAmount, rates: Sequence[_Rate]) -> bool:
    """A sentence that names its own price is held against that, else against every price in the text."""
    prices = [stated.each] if stated.each else [rate.said for rate in rates]
    amount = (stated.amount.ore, stated.amount.spread)
    return not prices or any(fits(amount, stated.man_years, price, rate_is_rounded=True) for price in prices)


def _nearest(line: StaffLine, rates: Sequence[_Rate]) -> Said:
    """Return the price that is nearest to what the line's man-years cost."""
    own = abs(line.amounts[0][2]) / line.man_years.value
    return min(rates, key=lambda each: abs(each.said.ore - own)).said

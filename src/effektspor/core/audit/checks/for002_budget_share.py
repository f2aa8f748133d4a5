from collections.abc import Iterator, Sequence
from fractions import Fraction

from effektspor.core.audit.budget_shares import BudgetShare, budget_shares
from effektspor.core.audit.case_figures import figures_of
from effektspor.core.audit.case_lines import StatedEconomy, economy_of
from effektspor.core.audit.cases import Case
from effektspor.core.audit.others import speaks_of_others
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.prose import Said, Sentence, money_in, sentences_of
from effektspor.core.audit.share_arithmetic import worked_shares
from effektspor.core.audit.words import like
from effektspor.core.finding import Finding, Verdict
from effektspor.core.number import rounded_number
from effektspor.core.unit import MILLION

_NEAR = 2
_Range = tuple[Fraction, Fraction]


class BudgetShareDiffers:
    """Besparelsens andel af budgettet er regnet forkert.

    Teksten siger, hvor mange procent af et budget forslaget sparer, og den siger også, hvor stort budgettet er. Siger
    sætningen selv, hvilket beløb procenten er, prøves det; ellers prøves alle forslagets beløb i tabellerne og teksten
    omkring: passer bare ét af dem, siges intet. Alle tal må være afrundet, og »ca.« giver mere plads.

    Forkert: »Budgettet udgør 119,9 mio. kr. Effektiviseringen på 2,0 mio. kr. svarer til en reduktion på 2,7 pct.«
    Rigtigt: 1,7 pct.
    """

    code = "FOR-002"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for case in paper.cases:
            sentences = sentences_of(case)
            told = set()
            for stated in _stated(sentences):
                amounts = [_range_of(stated.told)] if stated.told else list(_amounts(case, sentences, stated))
                if amounts and not any(_fits(stated.share, base, each) for base in stated.bases for each in amounts):
                    # The same share of the same budget said twice is one cause.
                    if (claim := (stated.share.number, stated.bases[0].ore)) not in told:
                        yield self._tell(case, stated)
                    told.add(claim)

    def _tell(self, case: Case, stated: BudgetShare) -> Finding:
        base, share = stated.bases[0], stated.share
        saved_ore, named = (stated.told.ore, stated.told.danish) if stated.told else _saving(case)
        right = rounded_number(saved_ore / base.ore * 100, max(share.number.decimals, 1))
        given = _in_millions(share.number.value * base.ore / 100)
        others = "" if stated.told else f" Intet af forslagets beløb er {share.danish} af budgettet ({given})."
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=stated.sentence.place,
            stated=share.number.plain(),
            computed=right.plain(),
            message=f"Teksten siger {share.danish} af {base.danish}, men {named} er {right.danish()} pct.{others}",
            remedy=f"Ret procenten til {right.danish()} pct., eller ret beløbet eller budgettet i teksten, så de "
            "passer sammen. Er andelen af noget andet, så skriv hvad.",
        )


def _stated(sentences: Sequence[Sentence]) -> Iterator[BudgetShare]:
    """Yield what the proposal says of its own saving, not of a neighbour's; each share once."""
    worked = {(each.at, each.share.start): each for each in worked_shares(sentences)}
    read = {(each.at, each.share.start): each for each in budget_shares(sentences)}
    for _, each in sorted((read | worked).items()):
        if not speaks_of_others(each.sentence.text):
            yield each


def _fits(share: Said, base: Said, amount: _Range) -> bool:
    """Whether an amount is the share of the base, within what rounding may have moved all three."""
    least = (share.number.value - share.spread) / 100 * (base.ore - base.spread)
    most = (share.number.value + share.spread) / 100 * (base.ore + base.spread)
    return amount[0] <= most and amount[1] >= least


def _range_of(said: Said) -> _Range:
    return abs(said.ore) - said.spread, abs(said.ore) + said.spread


def _amounts(case: Case, sentences: Sequence[Sentence], stated: BudgetShare) -> Iterator[_Range]:
    """Yield every amount that the saving may be: the figures of the case, its sums, and those in the text near."""
    for figure in figures_of(case):
        yield abs(figure.ore) - figure.half_ore, abs(figure.ore) + figure.half_ore
    economy = economy_of(case)
    for sums in _sums(economy) if economy else ():
        yield abs(sums), abs(sums)
    for sentence in sentences[max(stated.at - _NEAR, 0) : stated.at + _NEAR + 1]:
        bases = {base.ore for base in stated.bases}
        yield from (_range_of(said) for said in money_in(sentence.text) if said.ore not in bases)


def _sums(economy: StatedEconomy) -> Iterator[Fraction]:
    """Yield each year's net and gross saving in øre."""
    for column in economy.years.values():
        values = [
            number.value * economy.unit.ore for line in economy.permanent if (number := line.row.cells[column].number)
        ]
        yield sum(values, Fraction(0))
        yield sum((value for value in values if value < 0), Fraction(0))


def _saving(case: Case) -> tuple[Fraction, str]:
    """Return the case's permanent change in its last year in øre, and as it is told."""
    economy = economy_of(case)
    if economy is None:
        largest = max((abs(figure.ore) for figure in figures_of(case)), default=Fraction(0))
        return largest, f"forslagets største beløb, {_in_millions(largest)},"
    saved_ore = abs(economy.sums(economy.permanent)[-1] * economy.unit.ore)
    return saved_ore, f"forslagets varige ændring på {_in_millions(saved_ore)} i {list(economy.years)[-1]}"


def _in_millions(ore: Fraction) -> str:
    hundredths = rounded_number(ore / MILLION.ore, 2).value
    return f"{like(hundredths, rounded_number(Fraction(0), 1)).danish()} {MILLION.name}"

"""What a catalogue comes to, in one sentence; and what its chart shows, in another."""

from collections.abc import Sequence

from effektspor.core.year_amounts import YearAmounts
from effektspor.reports.sentence import Segment, count_word
from effektspor.web.catalogue.figures import GroupFigures, Sums, in_millions, share_pct

NET, ROWS, GROUPS, INVESTMENT = "netto", "forslag", "maalgrupper", "investering"


def catalogue_sentence(sums: Sums, proposals: int, groups: int, subject: str = "Kataloget") -> tuple[Segment, ...]:
    """Return "Kataloget lover 65,3 mio. kr. i 2018, stigende til 70,4 i 2021, fordelt på 21 forslag i 6 målgrupper …".

    Each number opens what it is the sum of.
    """
    parts = [Segment(f"{subject} "), *_promised(sums.net), Segment(", fordelt på ")]
    parts.append(Segment(f"{proposals} forslag", ROWS))
    parts.append(Segment(" i "))
    parts.append(Segment("1 målgruppe" if groups == 1 else f"{groups} målgrupper", GROUPS))
    return (*parts, *_needed(sums.investment), Segment("."))


def _promised(net: YearAmounts) -> list[Segment]:
    flowing = [(year, ore) for year, ore in net.pairs if ore]
    if not flowing:
        return [Segment("har ingen nettoeffektivisering")]
    (first_year, first), (last_year, last) = flowing[0], flowing[-1]
    said = [Segment(f"{_verb(first)} "), Segment(f"{in_millions(first)} mio. kr.", NET), Segment(f" i {first_year}")]
    if first_year == last_year:
        return said
    if (first < 0) is not (last < 0):
        return [*said, Segment(f" og {_verb(last)} "), Segment(in_millions(last), NET), Segment(f" i {last_year}")]
    if first == last:
        return [*said, Segment(f" og det samme i {last_year}")]
    word = "stigende" if abs(last) > abs(first) else "faldende"
    return [*said, Segment(f", {word} til "), Segment(in_millions(last), NET), Segment(f" i {last_year}")]


def _verb(ore: int) -> str:
    return "lover" if ore < 0 else "koster"


def _needed(investment: YearAmounts) -> list[Segment]:
    laid_out = [(year, ore) for year, ore in investment.pairs if ore]
    if not laid_out:
        return []
    most_year, most = max(laid_out, key=lambda pair: (pair[1], -pair[0]))
    said = [Segment("; det kræver "), Segment(f"{in_millions(most)} mio. kr.", INVESTMENT),
            Segment(f" fra investeringspuljerne i {most_year}")]  # fmt: skip
    if len(laid_out) == 1:
        return said
    whole = in_millions(sum(ore for _, ore in laid_out))
    return [*said, Segment(f" og {whole} i alt i {laid_out[0][0]}–{laid_out[-1][0]}")]


def chart_sentence(groups: Sequence[GroupFigures], net: YearAmounts) -> str:
    """Return which group promises most in the last year, and which has moved most since the first."""
    flowing = [year for year, ore in net.pairs if ore]
    if not flowing:
        return "Ingen målgruppe har en nettoeffektivisering i de viste rækker."
    first, last = flowing[0], flowing[-1]
    most = min(groups, key=lambda group: group.sums.net.at(last) or 0)
    return f"{_most(most, net, last, len(groups))}{_grown(groups, first, last)}"


def _most(most: GroupFigures, net: YearAmounts, year: int, count: int) -> str:
    ore, whole = most.sums.net.at(year) or 0, net.at(year) or 0
    if count == 1:
        return f"Hele beløbet, {in_millions(ore)} mio. kr. i {year}, ligger hos {most.target_group}."
    if ore >= 0 or whole >= 0:
        return f"Samlet sparer målgrupperne ikke noget i {year}."
    share = share_pct(-ore, -whole)
    return (
        f"{most.target_group} lover mest: {in_millions(ore)} af {in_millions(whole)} mio. kr. i {year} ({share} pct.)."
    )


def _grown(groups: Sequence[GroupFigures], first: int, last: int) -> str:
    if first == last or len(groups) == 1:
        return ""
    changes = [((group.sums.net.at(last) or 0) - (group.sums.net.at(first) or 0), group) for group in groups]
    grown = [(change, group) for change, group in changes if change < 0]
    if not grown:
        return f" Ingen målgruppe lover mere i {last} end i {first}."
    change, group = min(grown, key=lambda pair: pair[0])
    said = f" {group.target_group} vokser mest: {in_millions(change)} mio. kr. fra {first} til {last}"
    others = len(grown) - 1
    rest = f"; {count_word(others)} andre vokser også" if others > 1 else "; én anden vokser også" if others else ""
    return f"{said}{rest}."

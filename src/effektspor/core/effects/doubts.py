"""What can speak against a change, in Danish: one text a code, shown on page, paper and command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from effektspor.core.finding import Verdict


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks against a change: its code, and what is wrong and what to do, each a Danish sentence or two."""

    code: str
    verdict: Verdict
    message: str
    remedy: str


class DoubtText(NamedTuple):
    """The manual's title of a code, how sure it is, and its two sentences with what is filled in between braces."""

    title: str
    verdict: Verdict
    message: str
    remedy: str


def doubt(code: str, **words: str) -> Doubt:
    """Return a doubt with its words filled in."""
    text = DOUBTS[code]
    return Doubt(code, text.verdict, text.message.format(**words), text.remedy.format(**words))


DOUBTS: Mapping[str, DoubtText] = {
    "EFF-001": DoubtText(
        "Bevillingen findes ikke.",
        Verdict.ERROR,
        "Ændringen {change} nævner bevillingen {grant}, som ikke er blandt de bevilgede, iværksatte og ophørte.",
        "Ret bevillingens nummer, eller indlæs den.",
    ),
    "EFF-002": DoubtText(
        "Bevillingen er en anden borgers.",
        Verdict.ERROR,
        "Ændringen {change} nævner bevillingen {grant}, som er en anden borgers.",
        "Ret borgeren eller bevillingens nummer.",
    ),
    "EFF-003": DoubtText(
        "Død eller fraflytning er ingen effekt.",
        Verdict.ERROR,
        "Bevillingen {grant} ophørte {day}, fordi borgeren døde eller flyttede fra kommunen.",
        "Fjern mærkningen {change}, eller ret ophørsgrunden.",
    ),
    "EFF-004": DoubtText(
        "Ingen prislinje ender, hvor ændringen begynder.",
        Verdict.ERROR,
        "Ingen prislinje i bevillingen {grant} ender, hvor ændringen {change} begynder {day}, så intet er faldet væk.",
        "Ret virkningsdatoen til den første dag, der ikke længere betales, eller ret bevillingens slutdato.",
    ),
    "EFF-005": DoubtText(
        "Den samme prislinje er talt med under en anden ændring.",
        Verdict.ERROR,
        "Bevillingen {grant} er talt med under en anden ændring fra samme dag, så {change} tæller den ikke igen.",
        "Fjern den ene mærkning.",
    ),
    "EFF-006": DoubtText(
        "Bevillingen var hørt op alligevel.",
        Verdict.ERROR,
        "Uden ændringen {change} var der kun betalt til og med {day}, før virkningsdatoen. Der er ingen effekt.",
        "Ret virkningsdatoen eller datoen for, hvor længe der ellers var betalt.",
    ),
    "EFF-007": DoubtText(
        "Det, der kom i stedet, mangler.",
        Verdict.ASK,
        "Ændringen {change} nævner ingen bevilling i stedet, så hele den gamle udgift regnes som sparet.",
        "Skriv nummeret på det, borgeren fik i stedet, eller brug arten »ended«.",
    ),
    "EFF-008": DoubtText(
        "Virkningen begynder, før betalingen er hørt op.",
        Verdict.ASK,
        "Bevillingen {grant} er betalt til og med {day}, men ændringen {change} har virkning før.",
        "Sæt virkningsdatoen til dagen efter den sidste, der er betalt.",
    ),
    "EFF-009": DoubtText(
        "Det nye begyndte, før det gamle hørte op.",
        Verdict.NOTE,
        "Bevillingen {grant} begyndte, før ændringen {change} fik virkning. Dagene før står uden for effekten.",
        "Intet, hvis der blev betalt dobbelt i overgangen.",
    ),
    "EFF-010": DoubtText(
        "Engangsbeløb og fremmøde regnes ikke videre.",
        Verdict.NOTE,
        "Engangsbeløb og fremmøde i bevillingen {grant} regnes ikke videre efter ændringen {change}.",
        "Intet, eller skriv den ydelse, der faldt væk, som en løbende pris.",
    ),
    "EFF-011": DoubtText(
        "Tilbageført effekt.",
        Verdict.NOTE,
        "Borgeren fik bevillingen {grant} efter ændringen {change}. Udgiften trækkes fra, højst til 0 i hver måned.",
        "Se efter, om ændringen holdt.",
    ),
    "EFF-012": DoubtText(
        "Ændringen har intet beløb.",
        Verdict.ERROR,
        "Ændringen {change} har intet beløb pr. år, så effekten kan ikke regnes.",
        "Skriv beløbene i øre som 2026:150000 2027:300000.",
    ),
    "EFF-013": DoubtText(
        "Ændringen er ikke dokumenteret.",
        Verdict.ASK,
        "Ændringen {change} af et budget mangler konti eller det, der viser den.",
        "Skriv de konti, der er nedsat, og beslutningen eller kontrakten.",
    ),
    "EFF-014": DoubtText(
        "En ny pris nævner ikke samme bevilling før og efter.",
        Verdict.ASK,
        "Ændringen {change} er en ny pris, men nævner ikke den samme bevilling før og efter.",
        "Skriv bevillingens nummer begge steder.",
    ),
    "EFF-015": DoubtText(
        "Varslet er ikke gået.",
        Verdict.ASK,
        "Ændringen {change} har virkning, før varslet på 14 uger er gået. Det udløber {day}.",
        "Ret virkningsdatoen, eller skriv, hvorfor varslet ikke gælder.",
    ),
    "EFF-016": DoubtText(
        "Ændringen nævner ingen bevilling før.",
        Verdict.ERROR,
        "Ændringen {change} nævner ingen bevilling, der blev ændret, så intet er faldet væk.",
        "Skriv nummeret på den bevilling, der blev ændret.",
    ),
}

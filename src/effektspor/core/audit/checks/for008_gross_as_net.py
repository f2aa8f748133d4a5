from collections.abc import Iterator

from effektspor.core.audit.failing_rows import failing_tables
from effektspor.core.audit.gross_and_net import GrossAndNet, GrossRow, gross_listed, gross_rows, gross_said
from effektspor.core.audit.listed_totals import ListedCase
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.prose import Said, Sentence, sentences_of
from effektspor.core.audit.telling_pairs import name_of
from effektspor.core.audit.telling_years import told_by_year
from effektspor.core.audit.words import like, listed, quoted
from effektspor.core.finding import Finding, Place, Verdict
from effektspor.core.number import Number


class GrossPrintedAsNet:
    """Bruttobesparelsen står, hvor nettoet skulle stå.

    Forslaget har linjer, der sparer, og linjer, der koster. Et katalog, en sum, der hedder netto eller samlet ændring,
    eller en sætning om nettobesparelsen har det beløb, som de sparende linjer giver alene, i alle år. Så er det, der
    skal betales for besparelsen, ikke trukket fra. Siger papiret selv brutto, eller er udgiften af et andet
    styringsområde end besparelsen, siges intet.

    Forkert: −1.650 i kataloget, når forslaget sparer 1.650 og koster 450.   Rigtigt: −1.200.
    """

    code = "FOR-008"

    def check(self, paper: Paper) -> Iterator[Finding]:
        failing = failing_tables(paper)
        for listed_case, amounts in gross_listed(paper.cases):
            if listed_case.table.id not in failing:
                yield self._tell_listed(listed_case, amounts)
        for case in paper.cases:
            rows = [row for row in gross_rows(case) if row.table.id not in failing]
            yield from (self._tell_row(row) for row in rows)
            if not rows:
                yield from (self._tell_said(*found) for found in gross_said(case, sentences_of(case)))

    def _tell_listed(self, found: ListedCase, amounts: GrossAndNet) -> Finding:
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=found.row.place,
            related=(found.table.rows[found.total].place, *_costs(amounts)),
            table=found.catalogue.id,
            row=found.at,
            columns=_years(amounts),
            stated=_plain(amounts, net=False),
            computed=_plain(amounts, net=True),
            message=f"{quoted(found.row.label)} er {_told(amounts, net=False)} i {name_of(found.catalogue)}. Det er "
            f"forslagets besparelse, før {_named(amounts)} er betalt; netto er den {_told(amounts, net=True)}.",
            remedy=f"Ret kataloget til {_told(amounts, net=True)}, eller skriv, at beløbet er brutto.",
        )

    def _tell_row(self, found: GrossRow) -> Finding:
        amounts = found.amounts
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=found.row.place,
            related=_costs(amounts),
            table=found.table.id,
            row=found.at,
            columns=_years(amounts),
            stated=_plain(amounts, net=False),
            computed=_plain(amounts, net=True),
            message=f"{quoted(found.row.label)} er {_told(amounts, net=False)}. Det er besparelsen, før "
            f"{_named(amounts)} er betalt; netto er den {_told(amounts, net=True)}.",
            remedy=f"Ret {quoted(found.row.label)} til {_told(amounts, net=True)}, eller kald summen brutto.",
        )

    def _tell_said(self, sentence: Sentence, said: Said, amounts: GrossAndNet) -> Finding:
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=sentence.place,
            related=_costs(amounts),
            stated=said.number.plain(),
            message=f"Teksten kalder {said.danish} netto. Det er besparelsen, før {_named(amounts)} er betalt; netto "
            f"er den {_told(amounts, net=True)} ({amounts.economy.unit.name}).",
            remedy="Ret beløbet i teksten til nettoet, eller skriv, at det er brutto.",
        )


def _years(amounts: GrossAndNet) -> tuple[str, ...]:
    return tuple(year for year, value in amounts.net.items() if value != amounts.gross[year])


def _told(amounts: GrossAndNet, *, net: bool) -> str:
    """Return the amounts of the years in which gross and net differ."""
    values = amounts.net if net else amounts.gross
    return told_by_year({year: values[year] for year in _years(amounts)})


def _plain(amounts: GrossAndNet, *, net: bool) -> str:
    return like((amounts.net if net else amounts.gross)[_years(amounts)[0]], Number(0)).plain()


def _named(amounts: GrossAndNet) -> str:
    return listed([quoted(line.row.label, 40) for line in amounts.costs])


def _costs(amounts: GrossAndNet) -> tuple[Place, ...]:
    return tuple(line.row.place for line in amounts.costs)

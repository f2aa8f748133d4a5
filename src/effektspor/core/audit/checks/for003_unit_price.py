from collections.abc import Iterator
from fractions import Fraction

from effektspor.core.audit.failing_rows import failing_tables
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.price_matches import NEAR, PriceMatch, differing
from effektspor.core.audit.prose import sentences_of
from effektspor.core.audit.row_products import is_of_staff, wrong_products
from effektspor.core.audit.said_products import said_products
from effektspor.core.audit.telling_pairs import name_of
from effektspor.core.audit.telling_products import tell_row, tell_sentence
from effektspor.core.audit.unit_prices import QuantityPrices, quantity_prices
from effektspor.core.audit.words import like, listed, quoted
from effektspor.core.finding import Finding, Verdict
from effektspor.core.number import Number


class UnitPriceDiffers:
    """Antal gange enhedspris giver ikke forslagets besparelse.

    En tabel med antal, pris og beløb har en række, hvor antal gange pris ikke er beløbet, mens det passer i mindst lige
    så mange andre. Eller en tabel har antal og enhedspris før og efter, og ændringen i antal × pris er intet af
    forslagets beløb i de andre tabeller. Det siges, når en linje om det samme hedder det samme, selv nævner ændringen i
    antal, eller er forslagets eneste: til orientering, når den er højst 5 pct. fra, ellers skal det afklares. Passer
    ændringen kun i en anden enhed, er det enheden i tabellens hoved, der skal ses på. En pris pr. døgn, uge eller måned
    ganges ikke op. En sætning, der selv ganger, skal også passe: »12 pladser à 400.000 kr., i alt 4,8 mio. kr.«.

    Forkert: 150 pladser til 150 bliver til 125 pladser til 150, og linjen siger −2.250.   Rigtigt: 135 pladser.
    """

    code = "FOR-003"

    def check(self, paper: Paper) -> Iterator[Finding]:
        failing = failing_tables(paper)
        for case in paper.cases:
            for product in said_products(sentences_of(case)):
                if not product.of_staff and not product.holds:
                    yield tell_sentence(self.code, product)
            for table in case.tables:
                if table.id not in failing and not is_of_staff(table):
                    yield from (tell_row(self.code, wrong) for wrong in wrong_products(table))
                prices = quantity_prices(table)
                match = differing(case, prices) if prices and table.id not in failing else None
                if prices and match:
                    yield self._tell_unit(prices, match) if match.unit else self._tell(prices, match)

    def _tell(self, prices: QuantityPrices, match: PriceMatch) -> Finding:
        change, value = _whole(prices.total), _whole(match.value)
        name, units = name_of(prices.table), (prices.unit.name, match.economy.unit.name)
        return Finding(
            code=self.code,
            verdict=Verdict.NOTE if match.apart <= NEAR else Verdict.ASK,
            place=prices.changes[0].row.place,
            related=tuple(line.row.place for line in match.lines),
            table=prices.table.id,
            stated=change.plain(),
            computed=value.plain(),
            message=f"Antal gange enhedspris i {name} ændrer sig med {change.danish()} ({units[0]}), men "
            f"{_named(match)} er {value.danish()} ({units[1]}) i {match.year}.",
            remedy=f"Ret antal eller pris i {name}, eller ret {_named(match)}; er resten en anden udgift, så skriv "
            "hvilken.",
        )

    def _tell_unit(self, prices: QuantityPrices, match: PriceMatch) -> Finding:
        name, unit = name_of(prices.table), match.unit.name if match.unit else ""
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=prices.table.place,
            related=tuple(line.row.place for line in match.lines),
            table=prices.table.id,
            message=f"{name} er i {prices.unit.name}, og antal gange enhedspris ændrer sig med "
            f"{_whole(prices.total).danish()}. Det passer kun med {_named(match)}, der er "
            f"{_whole(match.value).danish()} ({match.economy.unit.name}) i {match.year}, hvis priserne er i {unit}",
            remedy=f"Ret enheden i hovedet på {name} til {unit}, eller ret priserne, så de er i {prices.unit.name}",
        )


def _whole(value: Fraction) -> Number:
    return like(value, Number(0))


def _named(match: PriceMatch) -> str:
    return listed([quoted(line.row.label) for line in match.lines])

"""A number times a price that is not the amount printed, told as a finding: of a row, or of a sentence."""

from effektspor.core.audit.row_products import RowProduct
from effektspor.core.audit.said_products import SaidProduct
from effektspor.core.audit.words import danish_amount, like, quoted
from effektspor.core.finding import Finding, Verdict
from effektspor.core.number import Number, rounded_number
from effektspor.core.unit import MILLION


def tell_row(code: str, found: RowProduct) -> Finding:
    """Return the finding of a row whose amount is not its number times its price."""
    right, counted = rounded_number(abs(found.product), found.amount.decimals), found.counted
    others = "" if found.alone else " I de andre rækker passer det."
    return Finding(
        code=code,
        verdict=Verdict.ASK,
        place=found.row.place,
        table=found.table.id,
        row=found.at,
        columns=(found.table.columns[found.column],),
        stated=found.amount.plain(),
        computed=right.plain(),
        message=f"{quoted(found.row.label)} er {found.amount.danish()}, men {counted} gange pris i rækken giver "
        f"{right.danish()}.{others}",
        remedy=f"Ret {counted}, pris eller beløb i rækken, så de passer sammen.",
    )


def tell_sentence(code: str, found: SaidProduct) -> Finding:
    """Return the finding of a sentence whose product is not the amount that it says."""
    right = _in_unit(found)
    each, total = found.price.danish, found.total.danish
    unit = found.total.unit
    assert unit, "an amount has a unit"
    return Finding(
        code=code,
        verdict=Verdict.ASK,
        place=found.sentence.place,
        stated=found.total.number.plain(),
        computed=right.plain(),
        message=f"Teksten siger {total}, men {found.quantity.danish()} gange {each} er {danish_amount(right, unit)}",
        remedy="Ret antallet, prisen eller beløbet, så de passer sammen; er der mere i beløbet, så skriv hvad.",
    )


def _in_unit(found: SaidProduct) -> Number:
    """The product in the unit of the total, with the total's decimals, or as many as it needs up to two."""
    unit, printed = found.total.unit, found.total.number
    assert unit, "an amount has a unit"
    exact = found.product_ore / unit.ore
    most = max(printed.decimals, 2) if unit.ore >= MILLION.ore else printed.decimals
    return like(
        rounded_number(exact, most).value, Number(0, 0) if not printed.decimals else Number(0, printed.decimals)
    )

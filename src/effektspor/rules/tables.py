"""The values that are tables: limits of refund, refund after a stay, percentages between price levels."""

from dataclasses import dataclass
from fractions import Fraction

from effektspor.core.price_index import PriceKind, PriceRise
from effektspor.core.refunds import RefundBand
from effektspor.rules.kinds import (
    Kind,
    WrongValue,
    read_distinct,
    read_fields,
    read_number,
    read_ore,
    read_text,
    read_whole,
    show_number,
)
from effektspor.rules.sections import SectionId, read_section


@dataclass(frozen=True, slots=True)
class RefundAfterStay:
    """What the state refunds of a section's cost after a stay under § 110 (SEL § 176 a).

    At most `months`, within `within_months` of the first discharge.
    """

    section: SectionId
    pct: Fraction
    months: int
    within_months: int


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication's yearly percentages."""

    name: str
    rises: tuple[PriceRise, ...]


def _bands(raw: object) -> tuple[RefundBand, ...]:
    bands = read_distinct(raw, _band, lambda band: band.above_ore)
    if list(bands) != sorted(bands, key=lambda band: band.above_ore):
        raise WrongValue("grænserne skal stige.")
    return bands


def _band(raw: object) -> RefundBand:
    told = read_fields(raw, {"above", "pct"})
    return RefundBand(read_ore(told["above"]), read_number(told["pct"]))


def _refunds(raw: object) -> tuple[RefundAfterStay, ...]:
    return read_distinct(raw, _refund, lambda refund: refund.section)


def _refund(raw: object) -> RefundAfterStay:
    told = read_fields(raw, {"section", "pct", "months", "within_months"})
    months, within = read_whole(told["months"]), read_whole(told["within_months"])
    return RefundAfterStay(read_section(told["section"]), read_number(told["pct"]), months, within)


def _publication(raw: object) -> Publication:
    told = read_fields(raw, {"publication", "rises"})
    rises = read_distinct(told["rises"], _rise, lambda rise: f"{rise.kind} {rise.year}")
    return Publication(read_text(told["publication"]), rises)


def _rise(raw: object) -> PriceRise:
    told = read_fields(raw, {"kind", "year", "pct"})
    if told["kind"] not in list(PriceKind):
        raise WrongValue(f"{told['kind']!r} er ikke {', '.join(PriceKind)}.")
    return PriceRise(PriceKind(str(told["kind"])), read_whole(told["year"]), read_number(told["pct"]))


def _show_band(band: RefundBand) -> str:
    return f"{show_number(band.pct)} pct. over {show_number(Fraction(band.above_ore, 100))}"


def _show_refund(refund: RefundAfterStay) -> str:
    within = f"inden for {refund.within_months} måneder efter første udskrivning"
    return f"{refund.section}: {show_number(refund.pct)} pct. i op til {refund.months} måneder {within}"


def _show_publication(publication: Publication) -> str:
    rises = (f"{rise.kind} {rise.year}: {show_number(rise.pct)}" for rise in publication.rises)
    return f"{publication.name}: {', '.join(rises)}"


BANDS = Kind(_bands, lambda bands: ", ".join(_show_band(each) for each in bands))
REFUNDS_AFTER_STAY = Kind(_refunds, lambda refunds: "; ".join(_show_refund(each) for each in refunds))
PUBLICATION = Kind(_publication, _show_publication)

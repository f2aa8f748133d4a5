"""The price lines of a new grant: base, add-on, user payment, refund, transport and what is paid once."""

from datetime import date

from effektspor.core.grants.price_line import LineKind, PriceUnit
from effektspor.core.money import divide_rounded
from effektspor.simulator.dates import ONE_DAY, days_later
from effektspor.simulator.drafts import Line, Stay
from effektspor.simulator.municipality import PER_MILLION, Municipality
from effektspor.simulator.services import HOUSING, Price

_HOURS = (PriceUnit.HOUR_WEEK, PriceUnit.HOUR_MONTH)
# A month, in kroner: what a citizen pays for room and board.
_USER_PAYMENT = {"107": (2900, 4600), "108": (3200, 5400), "109": (2600, 3400), "110": (2800, 3600)}
_STATE_REFUND = ("109", "110")


def price_new(town: Municipality, stay: Stay) -> None:
    """Give a new grant its lines."""
    if not stay.is_attended:
        add_base(town, stay, *drawn_price(town, stay))
    if stay.service.section in ("103", "104") and town.chance.happens(350):
        _add(town, stay, LineKind.TRANSPORT, (PriceUnit.MONTH, _level_ore(town, town.chance.between(800, 2300))))


def price_moved(town: Municipality, stay: Stay, base: tuple[PriceUnit, int, int]) -> None:
    """Give a grant that a measure brought its lines, at a price that is known: unit, øre, quantity."""
    add_base(town, stay, *base)


def drawn_price(town: Municipality, stay: Stay) -> tuple[PriceUnit, int, int]:
    price = stay.service.own if stay.provider.is_own else stay.service.outside
    amount_ore = _level_ore(town, town.chance.between(price.low_kr, price.high_kr))
    return price.unit, amount_ore, _quantity(town, price)


def add_base(town: Municipality, stay: Stay, unit: PriceUnit, amount_ore: int, quantity: int) -> None:
    """Add the base line and what follows from it."""
    _add(town, stay, LineKind.BASE, (unit, amount_ore), quantity)
    if stay.service.section in _USER_PAYMENT:
        payment_ore = _level_ore(town, town.chance.between(*_USER_PAYMENT[stay.service.section]))
        _add(town, stay, LineKind.USER_PAYMENT, (PriceUnit.MONTH, -payment_ore))
    if stay.service.section in _STATE_REFUND:
        _add(town, stay, LineKind.REFUND, (unit, -divide_rounded(amount_ore, 2)))
    if stay.service.section in HOUSING:
        _add_beside(town, stay, (unit, amount_ore))


def _add_beside(town: Municipality, stay: Stay, base: tuple[PriceUnit, int]) -> None:
    """Some have a dear support beside the rate, some cost something to move in, some are paid back by others."""
    chance = town.chance
    # A measure is not carried out where the new home would cost more than the old.
    if stay.service.section in ("107", "108") and not stay.is_after and chance.happens(110):
        _add(town, stay, LineKind.ADDON, (PriceUnit.DAY, _level_ore(town, chance.between(120, 650))))
    if stay.start >= town.parameters.start and not stay.is_after and chance.happens(60):
        _add(town, stay, LineKind.ADDON, (PriceUnit.ONCE, 100 * chance.between(4000, 26_000)))
    if not stay.is_after and chance.happens(8):
        _add(town, stay, LineKind.INCOME, (base[0], -divide_rounded(base[1] * 9, 10)))


def _add(town: Municipality, stay: Stay, kind: LineKind, price: tuple[PriceUnit, int], quantity: int = 1) -> None:
    unit, amount_ore = price
    end = stay.start + ONE_DAY if unit is PriceUnit.ONCE else stay.end
    recorded_on = _recorded_on(town, stay)
    stay.lines.append(Line(town.new_line_id(), amount_ore, unit, quantity, stay.start, end, kind, recorded_on))


def _recorded_on(town: Municipality, stay: Stay) -> date:
    """Most grants are registered when they are decided; one in nine only after they have begun."""
    late = town.chance.happens(110)
    day = days_later(stay.start, town.chance.between(10, 110)) if late else days_later(stay.decided_on, 3)
    return min(day, days_later(town.parameters.end, -1))


def _level_ore(town: Municipality, kr: int) -> int:
    return divide_rounded(kr * 100 * town.level_ppm, PER_MILLION)


def _quantity(town: Municipality, price: Price) -> int:
    return 15 * town.chance.between(price.least, price.most) if price.unit in _HOURS else 1

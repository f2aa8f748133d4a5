"""The services of the municipality: section, price, duration and account. Made up, in the size of a real one."""

from dataclasses import dataclass

from effektspor.core.grants.price_line import PriceUnit

DAY, WEEK, MONTH, YEAR = PriceUnit.DAY, PriceUnit.WEEK, PriceUnit.MONTH, PriceUnit.YEAR
HOUR_WEEK, HOUR_MONTH, ATTENDANCE = PriceUnit.HOUR_WEEK, PriceUnit.HOUR_MONTH, PriceUnit.ATTENDANCE


@dataclass(frozen=True, slots=True)
class Price:
    """A unit and the span of kroner it costs; `least` and `most` are the quarters of an hour of the hour units."""

    unit: PriceUnit
    low_kr: int
    high_kr: int
    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Service:
    """What a section gives.

    `review_months` is the time to a review; `is_open` grants have no end, `is_final` ones end on a stated day. At a
    review `end_pct` of the grants end, and `move_pct` of them because the citizen moves on to another service.
    """

    section: str
    offer_type: str
    account: str
    own: Price
    outside: Price
    own_pct: int
    review_months: int
    end_pct: int
    move_pct: int = 0
    law: str = "SEL"
    is_open: bool = False
    is_final: bool = False


_TEMPORARY, _LASTING = Price(DAY, 1350, 2050), Price(DAY, 1750, 2500)
SERVICES = (
    Service("107", "Midlertidigt botilbud", "5.38.52.001", _TEMPORARY, Price(DAY, 1600, 2500), 40, 6, 10, 9),
    Service("108", "Længerevarende botilbud", "5.38.50.001", _LASTING, Price(DAY, 2000, 3200), 50, 12, 3, 2,
            is_open=True),
    Service("105", "Botilbudslignende bolig", "5.38.51.001", Price(YEAR, 520_000, 640_000),
            Price(MONTH, 44_000, 62_000), 70, 12, 4, law="ABL", is_open=True),
    Service("109", "Krisecenter", "5.38.42.002", Price(DAY, 1250, 1500), Price(DAY, 1300, 1700), 10, 3, 60, 5),
    Service("110", "Forsorgshjem", "5.38.42.001", Price(DAY, 900, 1150), Price(DAY, 1000, 1400), 30, 3, 24, 20),
    Service("85", "Bostøtte i egen bolig", "5.38.39.003", Price(HOUR_WEEK, 395, 445, 4, 20),
            Price(HOUR_WEEK, 425, 510, 6, 26), 75, 8, 12),
    Service("84", "Aflastning", "5.38.39.020", Price(WEEK, 900, 1700), Price(WEEK, 1200, 2400), 50, 12, 15),
    Service("96", "Borgerstyret personlig assistance", "5.38.39.002", Price(MONTH, 42_000, 60_000),
            Price(MONTH, 48_000, 90_000), 20, 12, 12),
    Service("97", "Ledsagelse", "5.38.53.001", Price(HOUR_MONTH, 250, 290, 40, 60),
            Price(HOUR_MONTH, 270, 340, 40, 60), 70, 12, 12),
    Service("103", "Beskyttet beskæftigelse", "5.38.58.001", Price(MONTH, 3000, 4300), Price(MONTH, 3800, 5600),
            60, 6, 6),
    Service("104", "Aktivitets- og samværstilbud", "5.38.59.001", Price(MONTH, 6500, 10_500),
            Price(MONTH, 8500, 14_500), 60, 12, 9),
    Service("101", "Stofmisbrugsbehandling", "5.38.45.001", Price(WEEK, 1000, 1800), Price(WEEK, 1400, 2600), 60, 7,
            100, is_final=True),
    Service("141", "Alkoholbehandling", "5.38.44.001", Price(MONTH, 2000, 3100), Price(MONTH, 2600, 4200), 70, 6, 100,
            law="SUL", is_final=True),
    Service("142", "Lægelig misbrugsbehandling", "5.38.44.002", Price(WEEK, 600, 900), Price(WEEK, 700, 1200), 70, 9,
            30, law="SUL"),
)  # fmt: skip
BY_SECTION = {service.section: service for service in SERVICES}
# Homes: the sections that a rebound comes back to (DESIGN §4).
HOUSING = ("107", "108", "105", "109", "110")
# Paid by the day attended instead of by the month, at these prices.
ATTENDED = {"103": Price(ATTENDANCE, 260, 420), "104": Price(ATTENDANCE, 480, 820)}

HOUSING_AT_FIRST = (("107", 30), ("108", 34), ("105", 24), ("109", 3), ("110", 9))
HOUSING_OF_NEWCOMERS = (("107", 54), ("108", 9), ("105", 4), ("109", 9), ("110", 24))
# Nobody has had these for years when the first day comes.
SHORT = ("109", "110", "101", "141")
OTHERS = (("104", 30), ("103", 20), ("97", 16), ("84", 8), ("96", 1), ("101", 16), ("141", 14), ("142", 6))

"""The words around a plan's figures: amount with unit, price level, day, and the rule of the statuses."""

from effektspor.core.period import danish_date
from effektspor.core.plans.plan import MET_PCT, PARTLY_PCT, MeasureStatus, Plan
from effektspor.core.unit import THOUSAND
from effektspor.reports.plan_table import printed
from effektspor.reports.sentence import capitalised, one_line

_MET, _PARTLY, _NOT_MET = (status.danish for status in (MeasureStatus.MET, MeasureStatus.PARTLY, MeasureStatus.NOT_MET))
RULE = (
    f"Realiseret mod mål: {_MET} mindst {MET_PCT} pct. · {_PARTLY} {PARTLY_PCT}–{MET_PCT} pct. · "
    f"{_NOT_MET} under {PARTLY_PCT} pct. · {MeasureStatus.CARRIED_OUT.danish}: investering sat i værk"
)


def amount(plan: Plan, ore: int) -> str:
    """Return an amount with its unit inside a sentence: "9,38 mio. kr.", "9.380 t.kr."."""
    unit = "t.kr." if plan.unit == THOUSAND else plan.unit.name
    return f"{printed(plan, ore)} {unit}"


def price_words(plan: Plan) -> str:
    level = one_line(plan.price_level or "")
    return f"{level}-priser" if level.isdigit() else level or "prisniveau ikke oplyst"


def compute_meta(plan: Plan) -> str:
    """Return the grey line under the title: the day, the unit, the price level."""
    day = f"Opgjort pr. {danish_date(plan.as_of)}" if plan.as_of else "Opgørelsesdato ikke oplyst"
    return f"{day} · {plan.unit.name} · {price_words(plan)}"


def compute_caption(plan: Plan) -> str:
    """Return the line over the table: unit, price level and sign."""
    return f"{capitalised(plan.unit.name)}, {price_words(plan)}; besparelser er positive."

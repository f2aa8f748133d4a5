"""The plans the tests of the papers are about."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from effektspor.core.plans.plan import Measure, Plan, StatedTotals
from effektspor.core.unit import MILLION
from effektspor.ingest.plans import read_plan
from effektspor.ingest.reading import read_document
from effektspor.reports.plan_status import PlanStatusReport, compute_plan_status

MADE_ON = date(2020, 1, 14)
PAPER_000 = Path(__file__).parents[3] / "demo" / "documents" / "000_handleplan_status_2019.txt"
WEIRD = "#strong[fed] {{ 7 * 7 }} {% if x %} <b>&amp; & \"citat\" 'a' $x$ \\ *stjerne* _under_ @kilde"


def paper_000() -> Plan:
    plan = read_plan(read_document(PAPER_000.name, PAPER_000.read_bytes()))
    assert plan is not None
    return plan


def report_000() -> PlanStatusReport:
    return compute_plan_status(paper_000(), MADE_ON, PAPER_000.name)


def plan_of(*rows: str, **fields: object) -> Plan:
    """Return a plan in mio. kr. from rows such as "1 | 2,00 | 1,49", empty where nothing is stated."""
    plan = Plan("Handleplan", tuple(_measure(row) for row in rows), MILLION, 2, date(2019, 12, 31))
    return replace(plan, **fields)  # type: ignore[arg-type]


def net(target: str = "", realised: str = "") -> dict[str, StatedTotals]:
    return {"stated_target": StatedTotals(_ore(target)), "stated_realised": StatedTotals(_ore(realised))}


def _measure(row: str) -> Measure:
    number, target, realised = (part.strip() for part in row.split("|"))
    return Measure(number, f"Tiltag nummer {number}", _ore(target), _ore(realised))


def _ore(text: str) -> int | None:
    return int(text.replace(",", "").replace("−", "-")) * 1_000_000 if text else None

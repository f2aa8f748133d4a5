"""Readings and plans to store: small, plain and simulated."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from effektspor.app.documents import File, read_and_check
from effektspor.app.ports import Reading
from effektspor.core.plans.plan import Measure, Plan, StatedTotals
from effektspor.core.unit import KRONE, MILLION, THOUSAND

PAPER = "Besparelser i 1.000 kr.\t2024\t2025\nBostøtte\t100\t100\nBotilbud\t200\t200\nI alt\t300\t{total}\n"


def reading(name: str = "papir.txt", total: str = "300") -> Reading:
    return read_and_check(File(name, PAPER.format(total=total).encode()))


def plan(as_of: date | None = date(2025, 12, 31), net_ore: int | None = 100) -> Plan:
    measures = (Measure("1", "Bostøtte", 50, 100, "Nået"), Measure("2", "Flere sagsbehandlere", -10, -10))
    return Plan("Status", measures, THOUSAND, 0, as_of, "2025", stated_realised=StatedTotals(net_ore=net_ore))


_ORE = st.none() | st.integers(-(10**15), 10**15)
# A database keeps any text but NUL and lone surrogates, which no paper that was read holds either.
_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=80)
_MEASURES = st.lists(st.builds(Measure, _TEXT.map(lambda text: text[:20]), _TEXT, _ORE, _ORE, _TEXT), max_size=4).map(
    tuple
)
PLANS = st.builds(
    Plan, _TEXT, _MEASURES, st.sampled_from([KRONE, THOUSAND, MILLION]), st.integers(0, 4),
    st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.none() | st.just("2018"),
    st.builds(StatedTotals, _ORE, _ORE, _ORE), st.builds(StatedTotals, _ORE, _ORE, _ORE), _TEXT,
)  # fmt: skip


def renamed(original: Reading, name: str) -> Reading:
    return replace(original, name=name)

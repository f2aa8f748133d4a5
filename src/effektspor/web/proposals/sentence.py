"""The sentence a proposal's page begins with."""

from collections.abc import Iterator

from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.payback import Payback
from effektspor.core.proposals.totals import compute_totals
from effektspor.reports.cash_flow_chart import money_text

Piece = tuple[str, str]


def key_sentence(case: BusinessCase, payback: Payback | None, rate: str) -> tuple[Piece, ...]:
    """Return what a case comes to, in pieces: a text, and the anchor of the figure it is, if it is one."""
    return tuple(_pieces(case, payback, rate))


def _pieces(case: BusinessCase, payback: Payback | None, rate: str) -> Iterator[Piece]:
    permanent = [(year, ore) for year, ore in compute_totals(case).permanent.pairs if ore]
    if not permanent:
        yield "Forslaget ændrer ikke noget varigt endnu.", ""
        return
    yield from _permanent_words(permanent)
    laid_out = sum(max(0, ore) for _, ore in compute_totals(case).implementation.pairs)
    if payback is None or not laid_out:
        yield " Det koster ikke noget at komme i gang.", ""
        return
    yield " Det koster ", ""
    yield money_text(laid_out), "#t1"
    yield from _payback_words(payback, rate)


def _permanent_words(permanent: list[tuple[int, int]]) -> Iterator[Piece]:
    (first_year, first), (last_year, last) = permanent[0], permanent[-1]
    yield f"Forslaget {'sparer' if first < 0 else 'koster'} varigt ", ""
    yield money_text(abs(first)), "#t1"
    yield f" netto i {first_year}", ""
    if all(ore == first for _, ore in permanent):
        yield ", og det samme hvert år derefter." if last_year != first_year else ".", ""
        return
    yield " og " if (first < 0) == (last < 0) else f" og {'sparer' if last < 0 else 'koster'} ", ""
    yield money_text(abs(last)), "#t1"
    yield f" i {last_year}.", ""


def _payback_words(payback: Payback, rate: str) -> Iterator[Piece]:
    yield " at komme i gang, og det er ", ""
    yield _within(payback.total), "#tilbagebetaling"
    if payback.service != payback.total:
        yield ", på service alene ", ""
        yield _within(payback.service), "#tilbagebetaling"
    yield f" (ved {rate} pct. i rente).", ""


def _within(years: int | None) -> str:
    return "aldrig tjent hjem" if years is None else f"tjent hjem på {years} år"

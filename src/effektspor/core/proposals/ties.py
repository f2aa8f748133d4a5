"""Catalogue rows tied to the proposals they list: equal, different for a reason, or at odds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue, CatalogueRow, RowPurpose
from effektspor.core.proposals.change_line import sum_lines
from effektspor.core.proposals.shares import (
    Share,
    converted_share,
    differing_years,
    find_share,
    rounding_of,
    same_amounts,
    shares_of,
)
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts, sum_years


class TieVerdict(StrEnum):
    """What a proposal's rows are to it. `fault`: the figures cannot both be right; `unclear`: no reading fits."""

    EQUAL = "equal"
    SHARE = "share"
    FAULT = "fault"
    UNCLEAR = "unclear"
    NO_CASE = "no_case"

    @property
    def danish(self) -> str:
        return _DANISH[self]


_DANISH = {
    TieVerdict.EQUAL: "Stemmer",
    TieVerdict.SHARE: "Afviger med en grund",
    TieVerdict.FAULT: "Afviger",
    TieVerdict.UNCLEAR: "Afklares",
    TieVerdict.NO_CASE: "Ingen business case",
}


@dataclass(frozen=True, slots=True)
class RowTie:
    """A row with the part of its case that it is; `share` is None where none fits."""

    row: CatalogueRow
    share: Share | None


@dataclass(frozen=True, slots=True)
class Tie:
    """A proposal's rows against its case. `reason` says in Danish why they differ, "" where nothing has to be said.

    `years` are those in which a faulty row differs from `expected`.
    """

    code: str
    verdict: TieVerdict
    rows: tuple[RowTie, ...]
    reason: str = ""
    years: tuple[int, ...] = ()
    expected: YearAmounts = NOTHING_STATED


def tie_catalogue(catalogue: Catalogue, cases: Iterable[BusinessCase]) -> tuple[Tie, ...]:
    """Return one tie per code of the catalogue, in its order; a row without a code is tied by its title."""
    cases = tuple(cases)
    by_code: Mapping[str, BusinessCase] = {case.code: case for case in cases if case.code}
    by_title = {case.title.casefold(): case for case in cases}
    rows: dict[tuple[str, str], list[CatalogueRow]] = {}
    for row in catalogue.rows:
        rows.setdefault((row.code, "" if row.code else row.title.casefold()), []).append(row)
    level = catalogue.price_level or _usual_level(cases)
    return tuple(
        tie_rows(code, tuple(listed), by_code.get(code) if code else by_title.get(title), level)
        for (code, title), listed in rows.items()
    )


def _usual_level(cases: Iterable[BusinessCase]) -> str | None:
    """The price level of most cases: that of a catalogue which does not say its own."""
    levels = [case.price_level for case in cases if case.price_level]
    return max(levels, key=levels.count) if levels else None


def tie_rows(code: str, rows: tuple[CatalogueRow, ...], case: BusinessCase | None, level: str | None = None) -> Tie:
    """Return how the rows of one code stand to its case; `level` is the catalogue's price level, where it has one."""
    if case is None:
        return Tie(code, TieVerdict.NO_CASE, tuple(RowTie(row, None) for row in rows))
    split = _split(rows, case)
    shares = [
        split.get(at) or find_share(case, row) or converted_share(case, row, level) for at, row in enumerate(rows)
    ]
    tied = tuple(RowTie(row, share) for row, share in zip(rows, shares, strict=True))
    if all(each.share for each in tied):
        reasons = dict.fromkeys(each.share.danish for each in tied if each.share and each.share.danish)
        verdict = TieVerdict.SHARE if reasons else TieVerdict.EQUAL
        return Tie(code, verdict, tied, "; ".join(reasons))
    return _at_odds(code, tied, case)


def _split(rows: tuple[CatalogueRow, ...], case: BusinessCase) -> dict[int, Share]:
    """Rows in several groups that together are the whole of the case: each is its own share."""
    net = [at for at, row in enumerate(rows) if row.purpose is RowPurpose.NET]
    whole = case.stated.permanent or sum_lines(case.permanent_lines)
    slack_ore = sum(rounding_of(rows[at], case) for at in net)
    if len(net) < 2 or not same_amounts(whole, sum_years(rows[at].amounts for at in net), slack_ore):
        return {}
    return {at: Share("delt mellem målgrupper", rows[at].amounts) for at in net}


def _at_odds(code: str, tied: tuple[RowTie, ...], case: BusinessCase) -> Tie:
    """A row that fits its case in most years is a fault in the others; one that fits in few is not understood."""
    row = next(each.row for each in tied if each.share is None)
    slack_ore = rounding_of(row, case)
    nearest = min(
        shares_of(case, row.purpose), key=lambda share: len(differing_years(share.amounts, row.amounts, slack_ore))
    )
    years = differing_years(nearest.amounts, row.amounts, slack_ore)
    shared = set(nearest.amounts.years) & set(row.amounts.years)
    verdict = TieVerdict.FAULT if shared and 2 * len(years) < len(shared) else TieVerdict.UNCLEAR
    return Tie(code, verdict, tied, nearest.danish, years, nearest.amounts)

"""What the list of proposals shows: the filter in the address, the rows, and the same rows as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from effektspor.app.proposal_ports import Outcome, ProposalSummary
from effektspor.core.unit import KRONE, THOUSAND
from effektspor.reports.listing import Column, Listing
from effektspor.web.proposals.amounts import amount_cells, shown_decimals

UNDECIDED = "ikke-besluttet"
# A page has room for this many years; where the proposals are of more, each is shown from its own first year.
_MOST_YEARS, _OWN_YEARS = 5, 4


@dataclass(frozen=True, slots=True)
class ProposalFilter:
    """What an address asks for; empty is no filter."""

    target_group: str = ""
    decision: str = ""
    words: str = ""

    @property
    def query(self) -> str:
        parts = {"maalgruppe": self.target_group, "beslutning": self.decision, "soeg": self.words}
        return urlencode({name: value for name, value in parts.items() if value})

    def lets_through(self, each: ProposalSummary) -> bool:
        found = self.words.casefold() in f"{each.code} {each.title}".casefold()
        return found and self.target_group in ("", each.target_group) and self.decision in ("", decision_key(each))


@dataclass(frozen=True, slots=True)
class ListedProposal:
    summary: ProposalSummary
    net: tuple[str, ...]
    own_draft: bool

    @property
    def first_year(self) -> int | None:
        return self.summary.net.years[0] if self.summary.net else None


@dataclass(frozen=True, slots=True)
class ProposalList:
    asked: ProposalFilter
    rows: tuple[ListedProposal, ...]
    heads: tuple[str, ...]
    own_years: bool
    total: int
    decided: int
    target_groups: tuple[str, ...]

    @property
    def decisions(self) -> list[tuple[str, str]]:
        return [(UNDECIDED, "Ikke besluttet"), *((each.value, each.danish) for each in Outcome)]


def decision_key(summary: ProposalSummary) -> str:
    return summary.decision.outcome.value if summary.decision else UNDECIDED


def asked_by(query: QueryDict) -> ProposalFilter:
    """Return the filter an address asks for; a decision it does not know is no filter."""
    decision = query.get("beslutning", "")
    known = decision in (UNDECIDED, *Outcome)
    return ProposalFilter(query.get("maalgruppe", ""), decision if known else "", query.get("soeg", "").strip())


def proposal_list(summaries: Sequence[ProposalSummary], asked: ProposalFilter, drafts: Sequence[str]) -> ProposalList:
    """Return the proposals the filter lets through; `drafts` are the codes that the user has begun on."""
    shown = [each for each in summaries if asked.lets_through(each)]
    years = tuple(sorted({year for each in shown for year in each.net.years}))
    own_years = len(years) > _MOST_YEARS
    decimals = shown_decimals(THOUSAND, (each.net for each in shown))

    def listed(each: ProposalSummary) -> ListedProposal:
        own = _own_years(each) if own_years else years
        return ListedProposal(each, amount_cells(each.net, own, THOUSAND, decimals), each.code in drafts)

    return ProposalList(
        asked,
        tuple(listed(each) for each in shown),
        tuple(f"{at}. år" for at in range(1, _OWN_YEARS + 1)) if own_years else tuple(str(year) for year in years),
        own_years,
        len(summaries),
        sum(each.decision is not None for each in summaries),
        tuple(sorted({each.target_group for each in summaries if each.target_group})),
    )


def _own_years(each: ProposalSummary) -> tuple[int, ...]:
    first = each.net.years[0] if each.net else 0
    return tuple(range(first, first + _OWN_YEARS))


def listing_of(shown: Sequence[ProposalSummary]) -> Listing:
    """Return proposals as the rows of a file, amounts in whole kroner so that they can be computed with."""
    years = tuple(sorted({year for each in shown for year in each.net.years}))
    columns = (
        Column("Kode", 10), Column("Titel", 60), Column("Målgruppe", 30), Column("Revision", 10), Column("Mærke", 14),
        *(Column(f"Netto {year}, kr.", 16) for year in years), Column("Beslutning", 18), Column("Besluttet", 12),
        Column("Besluttet af", 30), Column("Erstattet af", 12),
    )  # fmt: skip
    return Listing("Forslag", columns, tuple(_cells(each, years) for each in shown))


def _cells(each: ProposalSummary, years: Sequence[int]) -> tuple[str, ...]:
    decided = each.decision
    words = (decided.outcome.danish, f"{decided.decided_on:%d.%m.%Y}", decided.body) if decided else ("", "", "")
    net = amount_cells(each.net, years, KRONE)
    return (each.code, each.title, each.target_group, str(each.revision), each.label, *net, *words, each.replaced_by)

"""What the form of a catalogue of our own shows: the chosen by group, what they come to, and what else there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from effektspor.app.own_catalogue_rows import Assembled, Problem, assemble, shares_by_name
from effektspor.app.proposal_ports import CatalogueChoice, ProposalSummary, Revision
from effektspor.core.price_index import PriceTable
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue, RowPurpose
from effektspor.core.proposals.overlap import Overlap, find_overlaps
from effektspor.core.proposals.price_conversion import Conversion, conversions
from effektspor.web.catalogue.figures import Sums, in_thousands
from effektspor.web.catalogue.own_form import NOT_LISTED, TypedCatalogue, field_id
from effektspor.web.catalogue.sentence import catalogue_sentence
from effektspor.web.proposals.list_page import ProposalList, asked_by, proposal_list


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a field."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ChosenRow:
    """A chosen proposal with what can be said of it."""

    choice: CatalogueChoice
    title: str
    shares: tuple[Option, ...]
    investments: tuple[Option, ...]
    error: str = ""

    @property
    def focus(self) -> str:
        """The id of its first field."""
        return field_id(self.choice.code)


@dataclass(frozen=True, slots=True)
class ChosenGroup:
    """A target group, and its place among them from 0."""

    target_group: str
    at: int
    last: bool
    rows: tuple[ChosenRow, ...]

    @property
    def id(self) -> str:
        """Where it stands in the form."""
        return f"flyt-{self.at}"


@dataclass(frozen=True, slots=True)
class GivenRow:
    """What a chosen proposal comes to in the catalogue's first and last year, in 1.000 kr."""

    code: str
    label: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Given:
    """What the form comes to as it stands, what is ticked included: recomputed at every change."""

    sentence: str
    rows: tuple[GivenRow, ...]
    years: tuple[int, ...]
    price_level: str
    overlaps: tuple[Overlap, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class OwnForm:
    typed: TypedCatalogue
    groups: tuple[ChosenGroup, ...]
    group_names: tuple[str, ...]
    levels: tuple[Option, ...]
    refusals: tuple[Conversion, ...]
    given: Given
    choosable: ProposalList

    @property
    def ticked_elsewhere(self) -> list[str]:
        """What is ticked and the filter hides: the form carries it."""
        shown = {row.summary.code for row in self.choosable.rows}
        return [code for code in self.typed.ticked if code not in shown]


def own_form(
    typed: TypedCatalogue,
    newest: Mapping[str, Revision],
    summaries: Sequence[ProposalSummary],
    filtered: QueryDict,
    prices: PriceTable,
) -> OwnForm:
    """Return the form; `newest` are the proposals that are chosen or ticked."""
    chosen = set(typed.codes)
    left = [each for each in summaries if each.code not in chosen]
    cases = [newest[code].case for code in typed.codes if code in newest]
    offered = conversions(cases, prices)
    names = dict.fromkeys([*typed.groups, *(each.target_group for each in summaries if each.target_group)])
    return OwnForm(
        typed=typed,
        groups=tuple(_groups(typed, newest)),
        group_names=tuple(names),
        levels=_levels(typed.price_level, offered),
        refusals=tuple(each for each in offered if each.refusal),
        given=_given(typed.with_ticked(newest), newest, prices),
        choosable=proposal_list(left, asked_by(filtered), ()),
    )


def _groups(typed: TypedCatalogue, newest: Mapping[str, Revision]) -> list[ChosenGroup]:
    names = typed.groups
    return [
        ChosenGroup(
            name,
            at,
            at == len(names) - 1,
            tuple(_row(each, typed, newest.get(each.code)) for each in typed.choices if each.target_group == name),
        )
        for at, name in enumerate(names)
    ]


def _row(choice: CatalogueChoice, typed: TypedCatalogue, revision: Revision | None) -> ChosenRow:
    error = typed.errors.get(field_id(choice.code), "")
    if revision is None:
        return ChosenRow(choice, "Forslaget findes ikke længere", (), (), error)
    case = revision.case
    shares = _options(case, RowPurpose.NET, choice.share, "Hele forslaget")
    not_listed = Option(NOT_LISTED, "Vises ikke", choice.investment is None)
    investments = (not_listed, *_options(case, RowPurpose.INVESTMENT, choice.investment, "Hele investeringen"))
    return ChosenRow(choice, case.title, shares, investments if case.implementation_lines else (), error)


def _options(case: BusinessCase, purpose: RowPurpose, chosen: str | None, whole: str) -> tuple[Option, ...]:
    """A share that is gone stands first as it was, so that nothing is chosen in its place unseen."""
    names = tuple(shares_by_name(case, purpose))
    known = tuple(Option(name, name[:1].upper() + name[1:] or whole, name == chosen) for name in names)
    gone = chosen is not None and chosen not in names
    return (Option(chosen, f"{chosen} (findes ikke længere)", True), *known) if gone and chosen else known


def _levels(chosen: str, offered: Sequence[Conversion]) -> tuple[Option, ...]:
    """Only levels that every chosen proposal can be converted to; nothing where they have one in common."""
    levels = dict.fromkeys([*(each.level for each in offered if not each.refusal), *([chosen] if chosen else [])])
    if not levels:
        return ()
    return (
        Option("", "Hvert forslags eget", not chosen),
        *(Option(level, f"{level}-priser", level == chosen) for level in levels),
    )


def _given(typed: TypedCatalogue, newest: Mapping[str, Revision], prices: PriceTable) -> Given:
    whole = assemble(typed.catalogue(0), newest, {}, prices)
    catalogue = whole.catalogue
    flowing = [year for year in catalogue.years if any(row.amounts.at(year) for row in catalogue.rows)]
    years = tuple(dict.fromkeys([*flowing[:1], *flowing[-1:]]))
    return Given(
        _sentence(catalogue),
        tuple(_given_rows(whole, years)),
        years,
        catalogue.price_level,
        find_overlaps(revision.case for revision in whole.revisions.values()),
        whole.notes,
        whole.problems,
    )


def _sentence(catalogue: Catalogue) -> str:
    if not catalogue.codes:
        return "Kataloget er tomt. Vælg de forslag, det skal have."
    sums = Sums(catalogue.net, catalogue.investment)
    return "".join(each.text for each in catalogue_sentence(sums, len(catalogue.codes), len(catalogue.groups)))


def _given_rows(whole: Assembled, years: Sequence[int]) -> list[GivenRow]:
    return [
        GivenRow(
            row.code,
            "investering" if row.purpose is RowPurpose.INVESTMENT else "",
            *(in_thousands(row.amounts.at(year)) for year in (years[0], years[-1])),
        )
        for row in whole.catalogue.rows
        if years
    ]

"""A catalogue of our own as a catalogue: every row computed from its proposal by the share that is chosen."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from effektspor.app.proposal_ports import CatalogueChoice, OwnCatalogue, Revision
from effektspor.core.price_index import PriceLevelMissing, PriceTable
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup, CatalogueRow, RowPurpose
from effektspor.core.proposals.change_line import SERVICE, ChangeLine
from effektspor.core.proposals.price_conversion import NoPriceLevel, convert_case
from effektspor.core.proposals.shares import Share, shares_of
from effektspor.core.year_amounts import NOTHING_STATED


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row has no amounts: a sentence that says what and what to do. It bars the lock and the paper."""

    code: str
    danish: str


@dataclass(frozen=True, slots=True)
class Assembled:
    """A catalogue of our own with its rows, the revisions they are computed from, and what is to be said of them.

    A revision's case is in the catalogue's price level. `revised` are the newer revisions of rows that are pinned.
    """

    own: OwnCatalogue
    catalogue: Catalogue
    revisions: Mapping[str, Revision]
    problems: tuple[Problem, ...] = ()
    revised: tuple[Revision, ...] = ()
    notes: tuple[str, ...] = ()


def assemble(
    own: OwnCatalogue,
    newest: Mapping[str, Revision],
    pinned: Mapping[tuple[str, int], Revision],
    table: PriceTable,
) -> Assembled:
    """Return a catalogue with its rows; one whose proposal, share or price is missing has none, and a problem."""
    standing, problems = _standing(own, newest, pinned, table)
    rows = [(choice, _rows(choice, standing, problems)) for choice in own.choices]
    groups = tuple(
        CatalogueGroup(group, tuple(row for choice, own in rows if choice.target_group == group for row in own))
        for group in dict.fromkeys(choice.target_group for choice in own.choices)
    )
    cases = [standing[code].case for code in own.codes if code in standing]
    levels = {case.price_level for case in cases}
    level = (levels.pop() or "") if len(levels) == 1 else ""
    return Assembled(
        own,
        Catalogue(own.title, groups, price_level=level),
        standing,
        tuple(problems),
        tuple(newer for choice in own.choices if (newer := _newer(choice, newest))),
        (*price_level_notes(cases), *_mixed(own, standing)),
    )


def _standing(
    own: OwnCatalogue,
    newest: Mapping[str, Revision],
    pinned: Mapping[tuple[str, int], Revision],
    table: PriceTable,
) -> tuple[dict[str, Revision], list[Problem]]:
    """Return the revision each row stands on, in the catalogue's price level, and what is missing."""
    found: dict[str, Revision] = {}
    problems: list[Problem] = []
    for choice in own.choices:
        code, number = choice.code, choice.revision
        revision = newest.get(code) if number is None else pinned.get((code, number))
        if revision is None:
            problems.append(Problem(code, f"Forslaget {code} findes ikke. Tag det ud af kataloget."))
            continue
        try:
            found[code] = _in_level(revision, own.price_level, table)
        except (NoPriceLevel, PriceLevelMissing) as error:
            problems.append(Problem(code, f"{code} kan ikke regnes om til {own.price_level}-priser: {error}"))
    return found, problems


def _in_level(revision: Revision, level: str, table: PriceTable) -> Revision:
    return replace(revision, case=convert_case(revision.case, level, table)) if level else revision


def _newer(choice: CatalogueChoice, newest: Mapping[str, Revision]) -> Revision | None:
    revision = newest.get(choice.code)
    return revision if revision and choice.revision is not None and revision.number > choice.revision else None


def _rows(
    choice: CatalogueChoice, standing: Mapping[str, Revision], problems: list[Problem]
) -> tuple[CatalogueRow, ...]:
    """A proposal's row, and its investment's where that is listed; what is missing is added to the problems."""
    revision = standing.get(choice.code)
    if revision is None:
        return (CatalogueRow(choice.code, choice.code, NOTHING_STATED),)
    wanted = [(RowPurpose.NET, choice.share)]
    if choice.investment is not None:
        wanted.append((RowPurpose.INVESTMENT, choice.investment))
    rows = []
    for purpose, name in wanted:
        share = shares_by_name(revision.case, purpose).get(name)
        if share is None:
            problems.append(Problem(choice.code, _gone(choice.code, name, revision.number)))
        elif purpose is RowPurpose.INVESTMENT and not share.amounts:
            continue
        rows.append(_row(revision.case, purpose, share or Share(name, NOTHING_STATED)))
    return tuple(rows)


def _gone(code: str, name: str, number: int) -> str:
    return f"{code} har ikke længere andelen »{name}« i revision {number}. Vælg en anden andel."


def _row(case: BusinessCase, purpose: RowPurpose, share: Share) -> CatalogueRow:
    area = share.control_area or _area_of(case.permanent_lines)
    counted = RowPurpose.OTHER if purpose is RowPurpose.NET and not _is_service(area) else purpose
    return CatalogueRow(case.code, case.title, share.amounts, case.revision, counted, area)


def _is_service(control_area: str) -> bool:
    return control_area.strip().casefold().startswith(SERVICE.casefold())


def _area_of(lines: Collection[ChangeLine]) -> str:
    """The one area the lines stand in; of several, service is what a catalogue is about."""
    areas = {line.control_area for line in lines}
    return areas.pop() if len(areas) == 1 else SERVICE


def shares_by_name(case: BusinessCase, purpose: RowPurpose) -> Mapping[str, Share]:
    """Return the parts of a case that can be listed, by name, the whole first; of two by one name the second is (2).

    All are of the case's lines: what its paper prints as their sum counts only where it has none.
    """
    named: dict[str, Share] = {}
    for share in shares_of(_by_its_lines(case), purpose):
        again = 2
        name = share.danish
        while name in named:
            name, again = f"{share.danish} ({again})", again + 1
        named[name] = share
    return named


def _by_its_lines(case: BusinessCase) -> BusinessCase:
    stated = replace(
        case.stated,
        permanent=None if case.permanent_lines else case.stated.permanent,
        implementation=None if case.implementation_lines else case.stated.implementation,
    )
    return replace(case, stated=stated)


def first_choice(case: BusinessCase, target_group: str = "") -> CatalogueChoice:
    """Return how a case is listed until somebody says otherwise: its service, and its investment where it has one."""
    shares = shares_by_name(case, RowPurpose.NET)
    service = next((name for name, share in shares.items() if _is_whole_area(name) and _is_service(share.control_area)),
                   "")  # fmt: skip
    invests = any(ore for line in case.implementation_lines for _, ore in line.amounts.pairs)
    group = target_group or case.target_group or "Uden målgruppe"
    return CatalogueChoice(case.code, group, service, "" if invests else None)


def _is_whole_area(name: str) -> bool:
    return name.startswith("kun ") and not name.startswith("kun linjen ")


def price_level_notes(cases: Iterable[BusinessCase]) -> Iterator[str]:
    """Say which cases are in which price level, where they are in several."""
    levels: dict[str, list[str]] = {}
    for case in cases:
        levels.setdefault(case.price_level or "", []).append(case.code)
    if len(levels) > 1:
        said = [f"{_listed(codes)} er {_priced(level)}" for level, codes in sorted(levels.items())]
        yield f"Kataloget har flere prisniveauer: {'; '.join(said)}. Summerne lægger dem sammen, som de er."


def _priced(level: str) -> str:
    return f"i {level}-priser" if level else "uden prisniveau"


def _listed(codes: list[str]) -> str:
    return codes[0] if len(codes) == 1 else f"{', '.join(codes[:-1])} og {codes[-1]}"


def _mixed(own: OwnCatalogue, standing: Mapping[str, Revision]) -> Iterator[str]:
    """A net of service that holds other areas, too, says so."""
    whole = [choice.code for choice in own.choices if not choice.share and choice.code in standing]
    mixed = [code for code in whole if _several_areas(standing[code].case)]
    if mixed:
        yield (
            f"{_listed(mixed)} er listet helt, også det, der ikke er service. "
            "Nettoeffektiviseringen er derfor ikke kun service."
        )


def _several_areas(case: BusinessCase) -> bool:
    areas = {line.control_area for line in case.permanent_lines}
    return len(areas) > 1 and any(not _is_service(area) for area in areas)

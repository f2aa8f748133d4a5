"""The sums of the rows that are shown: by target group, and by control area from the cases' own lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from effektspor.core.money import divide_rounded
from effektspor.core.number import Number
from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup, RowPurpose
from effektspor.core.proposals.change_line import sum_lines
from effektspor.core.unit import MILLION, THOUSAND
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts, sum_years
from effektspor.web.catalogue.entries import Entry

# The national control areas (styringsområder) in the order papers list them; others follow as they come.
_AREAS = ("service", "overførsler", "efterspørgselsstyret indsats", "anlæg")

_STEPS_ORE = (MILLION.ore, MILLION.ore // 10)


@dataclass(frozen=True, slots=True)
class Sums:
    """What rows come to, and what the paper prints of the same; None where it prints nothing, or a part is shown."""

    net: YearAmounts
    investment: YearAmounts
    stated_net: YearAmounts | None = None
    stated_investment: YearAmounts | None = None
    row_count: int = 0


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """A target group with its rows that are shown."""

    target_group: str
    table_id: str
    entries: tuple[Entry, ...]
    sums: Sums


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """A control area: permanent change and implementation cost of the cases with those codes, øre by year."""

    control_area: str
    codes: tuple[str, ...]
    permanent: YearAmounts
    implementation: YearAmounts

    @property
    def total(self) -> YearAmounts:
        return self.permanent + self.implementation


def group_figures(catalogue: Catalogue, shown: Sequence[Entry], *, whole: bool) -> tuple[GroupFigures, ...]:
    """Return the groups that have rows shown, in the paper's order; `whole` when every row is."""
    groups = [
        (group, tuple(entry for entry in shown if entry.group_at == at)) for at, group in enumerate(catalogue.groups)
    ]
    return tuple(
        GroupFigures(group.target_group, group.table_id, entries, _group_sums(group, entries, whole=whole))
        for group, entries in groups
        if entries
    )


def _group_sums(group: CatalogueGroup, entries: tuple[Entry, ...], *, whole: bool) -> Sums:
    stated = (group.stated_net, group.stated_investment) if whole else (None, None)
    return Sums(_sum(entries, RowPurpose.NET), _sum(entries, RowPurpose.INVESTMENT), *stated, len(entries))


def total_figures(catalogue: Catalogue, shown: Sequence[Entry], *, whole: bool) -> Sums:
    """Return what all shown rows come to."""
    stated = (catalogue.stated_net, catalogue.stated_investment) if whole else (None, None)
    return Sums(_sum(shown, RowPurpose.NET), _sum(shown, RowPurpose.INVESTMENT), *stated, len(shown))


def _sum(entries: Iterable[Entry], purpose: RowPurpose) -> YearAmounts:
    return sum_years(entry.row.amounts for entry in entries if entry.row.purpose is purpose)


def area_figures(shown: Iterable[Entry]) -> tuple[AreaFigures, ...]:
    """Return the control areas of the shown rows' cases, each case counted once and whole."""
    cases = {entry.row.code: entry.case for entry in shown if entry.case}.values()
    areas: dict[str, str] = {}
    for case in cases:
        for line in case.lines:
            areas.setdefault(_key(line.control_area), line.control_area)
    return tuple(
        AreaFigures(
            areas[key] or "Uden styringsområde",
            tuple(case.code for case in cases if any(_key(line.control_area) == key for line in case.lines)),
            sum_years(sum_lines(e for e in case.permanent_lines if _key(e.control_area) == key) for case in cases),
            sum_years(sum_lines(e for e in case.implementation_lines if _key(e.control_area) == key) for case in cases),
        )
        for key in sorted(areas, key=_place)
    )


def _key(control_area: str) -> str:
    return " ".join(control_area.split()).casefold()


def _place(key: str) -> tuple[int, str]:
    return next((at for at, name in enumerate(_AREAS) if key.startswith(name)), len(_AREAS)), key


def in_thousands(ore: int | None) -> str:
    """Return an amount in 1.000 kr. as it is printed; with a decimal only where it is not whole, "" for none."""
    if ore is None:
        return ""
    return THOUSAND.to_number(ore, 0 if ore % THOUSAND.ore == 0 else 1).danish()


def years_that_differ(computed: YearAmounts, stated: YearAmounts | None) -> tuple[int, ...]:
    """Return the years the paper prints another sum in than the rows give; a year it does not print is not one."""
    pairs = (stated or NOTHING_STATED).pairs
    return tuple(year for year, ore in pairs if ore != (computed.at(year) or 0))


def printed_step_ore(catalogue: Catalogue) -> int:
    """Return the step a catalogue's amounts seem to be printed in: whole mio. kr., tenths of it, or 1.000 kr."""
    sums = [each for group in catalogue.groups for each in (group.stated_net, group.stated_investment)]
    parts = [*(row.amounts for row in catalogue.rows), *sums, catalogue.stated_net, catalogue.stated_investment]
    amounts = [ore for part in parts if part for _, ore in part.pairs]
    return next((step for step in _STEPS_ORE if all(ore % step == 0 for ore in amounts)), THOUSAND.ore)


def is_rounding(computed: YearAmounts, stated: YearAmounts, row_count: int, step_ore: int) -> bool:
    """Whether rounding each of so many rows to a step can be why two sums differ in every year."""
    bound_ore = (row_count + 1) * step_ore // 2
    years = years_that_differ(computed, stated)
    return all(abs((stated.at(year) or 0) - (computed.at(year) or 0)) <= bound_ore for year in years)


def in_millions(ore: int) -> str:
    """Return an amount without its sign in mio. kr.: "65,3", and "0,75" below one."""
    decimals = 1 if abs(ore) >= 100_000_000 or ore == 0 else 2
    return Number(divide_rounded(abs(ore) * 10**decimals, 100_000_000), decimals).danish()


def share_pct(part_ore: int, whole_ore: int) -> int:
    """Return a share in whole per cent."""
    return divide_rounded(100 * part_ore, whole_ore)

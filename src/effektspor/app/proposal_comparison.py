"""Two revisions of a proposal field by field: which amounts differ by how much, and which texts are not the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from effektspor.core.number import Number
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import LineKind
from effektspor.core.proposals.details import BudgetFields
from effektspor.core.proposals.printed.details import allocated
from effektspor.core.proposals.totals import compute_totals
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts

Named = tuple[str, str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AmountChange:
    """A row whose amounts differ, in øre; `difference` is after minus before, with what is not stated as 0."""

    part: str
    label: str
    before: YearAmounts
    after: YearAmounts
    is_sum: bool = False

    @property
    def difference(self) -> YearAmounts:
        return self.after + -self.before

    @property
    def added(self) -> bool:
        return not self.before

    @property
    def removed(self) -> bool:
        return not self.after


@dataclass(frozen=True, slots=True)
class TextChange:
    """A field whose text differs; one that is empty was not there, or is not any longer."""

    part: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two revisions; nothing where they say the same."""

    amounts: tuple[AmountChange, ...]
    texts: tuple[TextChange, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years of every amount that differs."""
        each = ((*row.before.years, *row.after.years) for row in self.amounts)
        return tuple(sorted({year for years in each for year in years}))

    def __bool__(self) -> bool:
        return bool(self.amounts or self.texts)


def compare(before: BusinessCase, after: BusinessCase) -> Comparison:
    """Return what differs; rows with the same label are the same row, wherever they stand."""
    return Comparison(
        tuple(
            AmountChange(*name, old or NOTHING_STATED, new or NOTHING_STATED, is_sum=name[0] == "I alt")
            for name, old, new in _differing(before, after, _amounts)
        ),
        tuple(TextChange(*name, old or "", new or "") for name, old, new in _differing(before, after, _texts)),
    )


def _differing(
    before: BusinessCase, after: BusinessCase, values_of: Callable[[BusinessCase], Iterable[tuple[Named, T]]]
) -> Iterator[tuple[Named, T | None, T | None]]:
    old, new = (_numbered(values_of(case)) for case in (before, after))
    for name in dict.fromkeys((*new, *old)):
        if old.get(name) != new.get(name):
            yield name, old.get(name), new.get(name)


def _numbered(values: Iterable[tuple[Named, T]]) -> Mapping[Named, T]:
    """Rows with the same name are told apart by which of them they are."""
    found: dict[Named, T] = {}
    for (part, label), value in values:
        name, count = (part, label), 1
        while name in found:
            count += 1
            name = (part, f"{label} ({count})")
        found[name] = value
    return found


def _amounts(case: BusinessCase) -> Iterator[tuple[Named, YearAmounts]]:
    for kind in LineKind:
        lines = (line for line in case.lines if line.kind is kind)
        yield from (((kind.danish, line.label), line.amounts) for line in lines)
    totals = compute_totals(case)
    yield ("I alt", "Samlet varig ændring"), totals.permanent
    yield ("I alt", "Samlede implementeringsomkostninger"), totals.implementation
    yield ("I alt", "Samlet økonomisk påvirkning"), totals.total
    yield from ((("Investeringspuljer", pool.label), pool.amounts) for pool in case.pools)
    for share in case.allocations:
        name = f"{share.committee}, {share.role.danish}, {share.control_area}"
        yield ("Fordeling på udvalg", name), allocated(case, share)
    yield ("Budgetskema", "Nuværende budget"), (case.budget_fields or BudgetFields()).current_budget


def _texts(case: BusinessCase) -> Iterator[tuple[Named, str]]:
    yield from _head_texts(case)
    for line in case.lines:
        yield (line.kind.danish, f"{line.label}: styringsområde"), line.control_area
        yield (line.kind.danish, f"{line.label}: del"), line.part
    for section in case.sections:
        yield ("Tekst", section.heading), section.text
    yield from _detail_texts(case)
    yield ("Risiko", "Samlet"), case.risk.level
    yield ("Risiko", "Begrundelse"), case.risk.text
    yield from ((("Risiko", part.part), part.level) for part in case.risk.parts)
    for link in case.links:
        yield ("Sammenhæng", f"{link.kind.danish} {link.code}"), link.note or "ja"


def _head_texts(case: BusinessCase) -> Iterator[tuple[Named, str]]:
    texts = {
        "Titel": case.title, "Målgruppe": case.target_group, "Mærke": case.revision, "Enhed": case.unit.name,
        "Prisniveau": case.price_level or "", "År": ", ".join(str(year) for year in case.years),
        "Kort resumé": case.summary, "Fremstillende forvaltning": case.submitted_by,
        "Berørte forvaltninger": ", ".join(case.departments),
    }  # fmt: skip
    yield from ((("Hoved", label), text) for label, text in texts.items())


def _detail_texts(case: BusinessCase) -> Iterator[tuple[Named, str]]:
    for price in case.unit_prices:
        numbers = (price.quantity_before, price.price_before, price.quantity_after, price.price_after)
        yield ("Enhedspris", price.label), " · ".join(_text(number) for number in numbers)
    for staff in case.staff:
        yield ("Personale", staff.label), " · ".join(_text(each) for each in (staff.before, staff.after, staff.change))
    for level in case.service_levels:
        yield ("Serviceniveau", level.subject), f"{level.before} → {level.after}"
    for share in case.allocations:
        name = f"{share.committee}, {share.role.danish}, {share.control_area}: nøgle"
        yield ("Fordeling på udvalg", name), _text(share.key_pct)
    for each in case.criteria:
        yield ("Opfølgning", each.criterion), " · ".join((each.measured_by, each.responsible, each.when))
    for budget in case.budgets:
        amount = case.unit.to_number(budget.ore, 1).danish()
        yield ("Budget", budget.activity), f"{amount} {case.unit.name} {budget.year or ''}".strip()
    yield from _budget_form_texts(case.budget_fields or BudgetFields())


def _budget_form_texts(asked: BudgetFields) -> Iterator[tuple[Named, str]]:
    texts = {
        "Udvalg": asked.committee, "Udgiftstype": asked.spending_type,
        "Ændring i årsværk": ", ".join(f"{year}: {number.danish()}" for year, number in asked.staff),
        "Sammenhæng til andre bidrag": "\n".join(asked.related), "Bemærkninger fra HU": asked.works_council,
    }  # fmt: skip
    yield from ((("Budgetskema", label), text) for label, text in texts.items())


def _text(number: Number | None) -> str:
    return number.danish() if number else ""

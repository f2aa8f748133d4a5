"""What the text before a table of estimates tells of its figures: cohorts, and what each round adjusted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from effektspor.core.document import Paragraph, Table
from effektspor.core.plans.cohorts import Adjustment, Cohort
from effektspor.core.plans.convention import Convention
from effektspor.core.plans.explained import ExplainedEstimate, explain_estimates
from effektspor.core.plans.rounds import Estimates
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts
from effektspor.ingest.plan_papers.context import PlanReading
from effektspor.ingest.plan_papers.round_names import round_in
from effektspor.ingest.plan_papers.sentences import ToldAmount, told_amounts
from effektspor.ingest.plan_papers.telling import note

_CITIZENS = re.compile(
    r"\b(?P<count>\d{1,4})\s+(?:\w+\s+)?(?:borgere?|personer|unge|pladser|helårspersoner)\b", re.IGNORECASE
)
_DOWN = re.compile(r"nedjuster|nedskriv|sænk|reducer|lavere|færre|fald(?:er|t)?\b", re.IGNORECASE)
_UP = re.compile(r"opjuster|opskriv|lagde|lagt|læg\w* til|tillagt|forhøj|hæv|øge|yderligere", re.IGNORECASE)
_UNCHANGED = re.compile(r"ingen (?:ændring|justering)|uændre|ændrede (?:intet|ikke)|ikke ændr", re.IGNORECASE)


def tell_of(reading: PlanReading, table: Table, estimates: Estimates) -> Estimates:
    """Return estimates with what the text before their table tells; what it tells otherwise than the table is noted."""
    text = reading.before(table)
    told = replace(estimates, adjustments=tuple(_adjustments(text)))
    _tell_adjustments(reading, table, told)
    cohorts = tuple(_cohorts(text))
    if not cohorts:
        return told
    with_cohorts = replace(told, cohorts=(*cohorts, *_additions(text, told, cohorts)), convention=Convention.LEVEL)
    if _explains_first(with_cohorts):
        return with_cohorts
    reading.findings.append(note("PLA-007", table.place, {"table": reading.named(table)}, table))
    return told


def _cohorts(text: Sequence[Paragraph]) -> Iterator[Cohort]:
    """A paragraph that counts citizens and says what they save in named years, and names no round."""
    for paragraph in text:
        citizens = _CITIZENS.search(paragraph.text)
        dated = _by_year(told_amounts(paragraph))
        if citizens and dated and not round_in(paragraph.text):
            year = dated.years[0]
            yield Cohort(f"{citizens[0]} i {year}", year, dated, int(citizens["count"]))


def _by_year(amounts: Iterator[ToldAmount]) -> YearAmounts:
    """Return the amounts that have a year; a year told twice with two amounts is told by neither."""
    told: dict[int, set[int]] = {}
    for amount in amounts:
        if amount.year is not None:
            told.setdefault(amount.year, set()).add(amount.ore)
    return YearAmounts.of({year: next(iter(ores)) for year, ores in told.items() if len(ores) == 1})


def _additions(text: Sequence[Paragraph], estimates: Estimates, cohorts: tuple[Cohort, ...]) -> Iterator[Cohort]:
    """A paragraph without a year that adds to what the cohorts give: "10,4 and 1,8 more, in all 12,2".

    Its year is the first whose figure is the sum and whose cohorts are the base.
    """
    asked = estimates.in_asked_unit()
    first = asked.rounds[0].amounts if asked.rounds else NOTHING_STATED
    for paragraph in text:
        for base_ore, added_ore, total_ore in _added(tuple(told_amounts(paragraph))):
            levels = {year: sum(cohort.level_ore(year) or 0 for cohort in cohorts) for year in first.years}
            year = next((y for y, ore in first.pairs if (ore, levels[y]) == (total_ore, base_ore)), None)
            if year is not None:
                yield Cohort(f"Yderligere i {year}", year, YearAmounts.of({year: added_ore}))


def _added(amounts: tuple[ToldAmount, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield (base, added, total) of three amounts without a year, of which the greatest is the sum of the others."""
    undated = sorted(amount.ore for amount in amounts)
    if len(undated) == 3 and all(amount.year is None for amount in amounts) and undated[0] + undated[1] == undated[2]:
        yield undated[1], undated[0], undated[2]
        yield undated[0], undated[1], undated[2]


def _explains_first(estimates: Estimates) -> bool:
    """Whether the cohorts give at least half the first round's figures, and one of them by adding."""
    first = estimates.rounds[0].label if estimates.rounds else ""
    told = [each for each in explain_estimates(estimates) if each.round_label == first]
    right = [each for each in told if each.agrees]
    return bool(right) and 2 * len(right) >= len(told) and any(len(each.terms) > 1 for each in right)


def _adjustments(text: Sequence[Paragraph]) -> Iterator[Adjustment]:
    """A paragraph that names one round and says that it changed nothing, or by how much in which years."""
    for paragraph in text:
        name = round_in(paragraph.text)
        if name is None or name.year is None or name.number is None:
            continue
        amounts = _by_year(told_amounts(paragraph))
        if not amounts and _UNCHANGED.search(paragraph.text):
            yield Adjustment(name.year, name.number, unchanged=True)
        elif amounts and (sign := _direction(paragraph.text)):
            yield Adjustment(name.year, name.number, amounts if sign > 0 else -amounts)


def _direction(text: str) -> int:
    """Return 1 where a sentence adjusts upwards, -1 downwards, 0 where it says neither or both."""
    down, up = bool(_DOWN.search(text)), bool(_UP.search(text))
    return (1 if up else -1) if up != down else 0


def _tell_adjustments(reading: PlanReading, table: Table, estimates: Estimates) -> None:
    printed = estimates.in_asked_unit().printed
    for each in explain_estimates(estimates):
        if not each.agrees:
            base_ore, told_ore = _two(each)
            told, computed = printed.danish(told_ore), printed.danish(each.stated_ore - base_ore)
            words = {"round": each.round_label, "year": str(each.year), "told": told, "computed": computed}
            reading.findings.append(note("PLA-006", table.place, words, table))


def _two(explained: ExplainedEstimate) -> tuple[int, int]:
    before, added = explained.terms
    return before.ore, added.ore

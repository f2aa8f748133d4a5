"""A cell of cost as a tree of Danish lines: grants, lines, days, whole-month amounts, and what they give."""

from collections.abc import Iterator

from effektspor.app.explained_cost import ExplainedCell, ExplainedGrant, ExplainedLine
from effektspor.cli.cost_text import kroner, whole
from effektspor.core.grants.cells import CostRow
from effektspor.core.grants.month import Month
from effektspor.core.grants.price_line import PriceLine, PriceUnit
from effektspor.core.period import Period, danish_date

_STEP = "  "
_ROUNDING = "R(x) er x afrundet til hele øre, halve væk fra nul. Beløb i R er øre."
_PER = {
    PriceUnit.DAY: "pr. dag", PriceUnit.WEEK: "pr. uge", PriceUnit.MONTH: "pr. måned", PriceUnit.YEAR: "pr. år",
    PriceUnit.HOUR_WEEK: "pr. time", PriceUnit.HOUR_MONTH: "pr. time", PriceUnit.ATTENDANCE: "pr. dag med fremmøde",
    PriceUnit.ONCE: "én gang",
}  # fmt: skip
_COUNTED = {PriceUnit.HOUR_WEEK: "minutter pr. uge", PriceUnit.HOUR_MONTH: "minutter pr. måned",
            PriceUnit.ATTENDANCE: "dage med fremmøde"}  # fmt: skip


def cell_as_lines(month: Month, group: str, cell: CostRow, explained: ExplainedCell) -> Iterator[str]:
    """Yield the total, each grant with its lines, each citizen's days, and what R means."""
    yield f"{month}, {group}: {kroner(explained.cost_ore)} kr."
    for grant in explained.grants:
        yield from _grant(month, grant)
    yield f"{_STEP}Persondage: {whole(cell.person_days)}, borgere: {whole(cell.citizens)}"
    for citizen, days in explained.days_by_citizen:
        yield f"{_STEP * 2}Borger {citizen}: {_days(days)} med en grundlinje"
    yield _ROUNDING


def _grant(month: Month, grant: ExplainedGrant) -> Iterator[str]:
    yield f"{_STEP}Bevilling {grant.grant_id}: {kroner(grant.cost_ore)} kr."
    for line in grant.lines:
        yield from _line(month, line)


def _line(month: Month, explained: ExplainedLine) -> Iterator[str]:
    row, line = explained.row, explained.row.line
    named = f"Linje {row.place_line}" + (f" ({line.line_id})" if line.line_id else "")
    what = f"{line.kind.value}, {_price(line)}, {_line_days(line)}"
    yield f"{_STEP * 2}{named}, {what}: {kroner(explained.cost_ore)} kr."
    for told in _how(month, explained):
        yield f"{_STEP * 3}{told}"


def _price(line: PriceLine) -> str:
    factor = f" × {whole(line.quantity)}" if line.quantity != 1 or line.unit in _COUNTED else ""
    counted = f" {_COUNTED[line.unit]}" if line.unit in _COUNTED else ""
    return f"{kroner(line.amount_ore)} kr. {_PER[line.unit]}{factor}{counted}"


def _how(month: Month, explained: ExplainedLine) -> Iterator[str]:
    """The days, the whole-month amount where there is one, and the share of it that the days are."""
    line, days = explained.row.line, explained.days
    yield f"Dage i måneden: {_shown(days)}, {days.days} af {month.length}"
    if line.unit is PriceUnit.ONCE:
        yield f"Betales én gang på dagen: {_product(line)} = {kroner(explained.cost_ore)} kr."
    elif explained.whole_ore is None:
        yield f"Alle dage med fremmøde: {_product(line)} = {kroner(explained.cost_ore)} kr."
    else:
        formula, why = _whole_month(line, month)
        yield f"Hele måneden: {formula} = {kroner(explained.whole_ore)} kr.{why}"
        yield f"Dagenes del: {_share(explained.whole_ore, month, days)} = {kroner(explained.cost_ore)} kr."


def _whole_month(line: PriceLine, month: Month) -> tuple[str, str]:
    """The formula, and where its figures need a word, what they are."""
    ore, length, number = whole(line.amount_ore * line.quantity), month.length, month.number
    match line.unit:
        case PriceUnit.DAY:
            return f"{_product(line)} × {length} dage", ""
        case PriceUnit.WEEK:
            return f"R({ore} × {length} dage / 7)", ""
        case PriceUnit.MONTH:
            return _product(line), ""
        case PriceUnit.YEAR:
            why = f" (måned {number} af 12, så at tolv måneder er året)"
            return f"R({ore} × {number}/12) − R({ore} × {number - 1}/12)", why
        case PriceUnit.HOUR_WEEK:
            return f"R({_minutes(line)} × {length} dage / 420)", " (420 er 60 minutter × 7 dage)"
        case _:
            return f"R({_minutes(line)} / 60)", " (60 minutter er en time)"


def _share(whole_ore: int, month: Month, days: Period) -> str:
    first, end, ore = (days.start - month.start).days, (days.end - month.start).days, whole(whole_ore)
    return f"R({ore} × {end}/{month.length}) − R({ore} × {first}/{month.length})"


def _product(line: PriceLine) -> str:
    return f"{kroner(line.amount_ore)} kr." + (f" × {whole(line.quantity)}" if line.quantity != 1 else "")


def _minutes(line: PriceLine) -> str:
    return f"{whole(line.amount_ore)} × {whole(line.quantity)} minutter"


def _line_days(line: PriceLine) -> str:
    """The line's own days, as the file has them; one that is paid once has its one."""
    if line.end is None:
        return f"fra {danish_date(line.start)}"
    return _shown(Period(line.start, line.end))


def _shown(days: Period) -> str:
    return danish_date(days.start) + (f"–{danish_date(days.last_day)}" if days.days > 1 else "")


def _days(count: int) -> str:
    return "1 dag" if count == 1 else f"{whole(count)} dage"

"""The rules' pages as data: each heading's tables, by the name of their first column."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from effektspor.core.effects.change import Change, ChangeKind
from effektspor.core.grants.grant import EndReason, Grant, GrantStatus
from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.core.number import parse_number
from effektspor.core.unit import KRONE

PAGES = Path(__file__).parents[2] / "docs" / "regneregler"
UNITS = {"døgn": "day", "uge": "week", "måned": "month", "år": "year", "time pr. uge": "hour_week",
         "time pr. måned": "hour_month", "fremmøde": "attendance", "engang": "once"}  # fmt: skip
KINDS = {
    "": "base",
    "tillæg": "addon",
    "egenbetaling": "user_payment",
    "kørsel": "transport",
    "regulering": "settlement",
}
CHANGES = {"egen bolig": "own_home", "hjemtagelse": "homecoming", "ny pris": "rate", "ophør": "ended",
           "nedtrapning": "step_down", "nedsættelse": "reduction"}  # fmt: skip
REASONS = {"": None, "død": EndReason.DEATH, "flyttet": EndReason.MOVED_AWAY}


@dataclass
class Example:
    """What stands under one heading."""

    title: str
    tables: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def rows(self, first: str) -> list[dict[str, str]]:
        return self.tables.get(first, [])

    def grants(self) -> list[Grant]:
        """The grants of one citizen; the provider follows from the section."""
        by_id: dict[str, list[dict[str, str]]] = {}
        for row in self.rows("bevilling"):
            by_id.setdefault(row["bevilling"], []).append(row)
        return [grant_of(name, rows) for name, rows in by_id.items()]

    def changes(self) -> list[Change]:
        return [change_of(row) for row in self.rows("ændring")]


def examples(page: str) -> list[Example]:
    """Return the examples of a page; every one must have a table."""
    found: list[Example] = []
    lines = (PAGES / page).read_text(encoding="utf-8").split("\n")
    head: list[str] | None = None
    for line in lines:
        if line.startswith("## "):
            found.append(Example(line[3:]))
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else None
        if cells is None:
            head = None
        elif head is None:
            head = cells
            assert head[0] not in found[-1].tables, f"{found[-1].title}: one table of each kind"
            found[-1].tables[head[0]] = []
        elif not set(line) <= set("|-: "):
            found[-1].tables[head[0]].append(dict(zip(head, cells, strict=True)))
    assert found and all(each.tables for each in found), f"{page} has a heading without a table"
    return found


def grant_of(name: str, rows: list[dict[str, str]]) -> Grant:
    ended = [row for row in rows if REASONS[row.get("grund", "")]]
    section = rows[0].get("§", "107")
    return Grant(
        name, "B1", section, f"Leverandør {section}", "", GrantStatus.RUNNING, tuple(line_of(row) for row in rows),
        end_reason=REASONS[ended[0]["grund"]] if ended else None,
    )  # fmt: skip


def line_of(row: dict[str, str]) -> PriceLine:
    return PriceLine(ore(row["beløb"]), PriceUnit(UNITS[row["enhed"]]), int(row["antal"]), day(row["fra"]),
                     day_after(row["til"]), LineKind(KINDS[row.get("slags", "")]))  # fmt: skip


def change_of(row: dict[str, str]) -> Change:
    return Change(row["ændring"], "Tiltag", "B1", ChangeKind(CHANGES[row["art"]]), tuple(row["før"].split()),
                  tuple(row["efter"].split()), day(row["virkning fra"]), day_after(row["ellers til"]))  # fmt: skip


def ore(text: str) -> int:
    number = parse_number(text)
    assert number is not None, f"{text} is an amount"
    return KRONE.to_ore(number)


def day(text: str) -> date:
    match = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", text)
    assert match, f"{text} is a day"
    return date(int(match[3]), int(match[2]), int(match[1]))


def day_after(text: str) -> date | None:
    return day(text) + timedelta(days=1) if text else None

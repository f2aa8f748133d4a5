"""What an address asks of a catalogue: which rows, which year, and in which order."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from effektspor.app.proposal_ports import Outcome
from effektspor.core.proposals.ties import TieVerdict

UNDECIDED = "ingen"
BY_CODE, BY_TITLE = "kode", "titel"
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class CatalogueFilter:
    """Which rows are asked for; what is empty is not asked about.

    `decision` is an outcome's value or UNDECIDED; `sort` is "" for the paper's order, BY_CODE, BY_TITLE or a year.
    """

    target_group: str = ""
    control_area: str = ""
    year: int | None = None
    decision: str = ""
    tie: TieVerdict | None = None
    text: str = ""
    sort: str = ""

    @property
    def narrows(self) -> bool:
        """Whether some rows may be left out."""
        return replace(self, sort="") != CatalogueFilter()

    @property
    def query(self) -> str:
        """The filter as an address says it: the inverse of asked_by."""
        parts = {
            "maalgruppe": self.target_group, "omraade": self.control_area, "aar": self.year,
            "beslutning": self.decision, "afvigelse": self.tie, "tekst": self.text, "sorter": self.sort,
        }  # fmt: skip
        return urlencode({name: str(value) for name, value in parts.items() if value})

    def words(self) -> tuple[str, ...]:
        """Return what is chosen, as the page says it: "målgruppen Unge", "året 2018"."""
        parts = (
            (self.target_group, f"målgruppen {self.target_group}"),
            (self.control_area, f"styringsområdet {self.control_area}"),
            (self.year, f"året {self.year}"),
            (self.decision, f"beslutningen {decision_word(self.decision)}"),
            (self.tie, f"afvigelsen {self.tie.danish if self.tie else ''}"),
            (self.text, f"teksten »{self.text}«"),
        )
        return tuple(words for value, words in parts if value)

    def sorted_by(self, key: str) -> str:
        """Return the address of the same rows in another order; asked for again, the paper's order."""
        return replace(self, sort="" if self.sort == key else key).query


def decision_word(decision: str) -> str:
    """Return "Vedtaget", or "Ikke besluttet" where there is no decision."""
    return "Ikke besluttet" if decision in ("", UNDECIDED) else Outcome(decision).danish


def asked_by(query: QueryDict) -> CatalogueFilter:
    """Return the filter an address asks for; what it does not know is no filter."""
    return CatalogueFilter(
        target_group=query.get("maalgruppe", ""),
        control_area=query.get("omraade", ""),
        year=_year(query.get("aar", "")),
        decision=_known(query.get("beslutning", ""), lambda value: value in (UNDECIDED, *Outcome)),
        tie=next((each for each in TieVerdict if each.value == query.get("afvigelse")), None),
        text=" ".join(query.get("tekst", "").split()),
        sort=_known(query.get("sorter", ""), lambda value: value in (BY_CODE, BY_TITLE) or bool(_year(value))),
    )


def _known(value: str, known: Callable[[str], bool]) -> str:
    return value if known(value) else ""


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) == _YEAR_DIGITS else None

"""What is wrong with a user's data: collected, never raised, and the same object on page, paper and command line."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from effektspor.core.cpr import hide_cpr


class Verdict(StrEnum):
    """How sure a finding is; the Danish word and plural are what users read."""

    ERROR = "error"
    ASK = "ask"
    NOTE = "note"

    @property
    def danish(self) -> str:
        return {"error": "Fejl", "ask": "Afklares", "note": "Til orientering"}[self.value]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, as the user sees it; only what the kind of file has is filled."""

    line: int | None = None
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    path: str | None = None

    def as_json(self) -> dict[str, int | str]:
        """Return the parts that are filled, as the command prints them."""
        return {name: value for name, value in asdict(self).items() if value is not None}

    def danish(self) -> str:
        """Return "side 3, linje 12", "Ark1, B4", "tabel 2, række 4"."""
        parts = (("side", self.page), ("afsnit", self.paragraph), ("tabel", self.table),
                 ("række", self.row), ("linje", self.line))  # fmt: skip
        named = [f"{word} {value}" for word, value in parts if value is not None]
        return ", ".join([part for part in (self.sheet, self.cell) if part] + named)


@dataclass(frozen=True, slots=True)
class Finding:
    """One cause, said once: what is wrong (`message`) and what to do (`remedy`), each one Danish sentence or two.

    `stated` and `computed` are plain decimal strings in the table's own unit; `columns` are the columns it holds in;
    `related` are the other places the cause shows. Nothing shaped like a CPR number is repeated.
    """

    code: str
    verdict: Verdict
    place: Place
    message: str
    remedy: str
    table: str | None = None
    row: int | None = None
    columns: tuple[str, ...] = ()
    related: tuple[Place, ...] = ()
    stated: str | None = None
    computed: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", hide_cpr(self.message))
        object.__setattr__(self, "remedy", hide_cpr(self.remedy))
        object.__setattr__(self, "columns", tuple(hide_cpr(column) for column in self.columns))

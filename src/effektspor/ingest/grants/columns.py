"""The columns of a grants file: which there must be, what an empty one means, and where each stands in a line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from effektspor.core.cpr import has_cpr
from effektspor.ingest.errors import UnreadableDocument

REQUIRED = ("grant_id", "citizen", "section", "provider", "target_group", "amount_ore", "unit", "quantity",
            "starts_on", "ends_on", "status")  # fmt: skip
# Optional columns, with what a file says that leaves them out or empty.
DEFAULTS = {
    "line_id": "", "supersedes": "", "recorded_on": "", "law": "SEL", "kind": "base", "offer": "", "offer_type": "",
    "area": "", "team": "", "provider_cvr": "", "provider_kind": "", "account": "", "frame": "", "ends_kind": "review",
    "review_on": "", "end_reason": "", "decided_on": "", "paid_until": "", "paid_by": "", "vat_pct": "",
    "probability_pct": "100",
}  # fmt: skip
KNOWN = (*REQUIRED, *DEFAULTS)
# An open grant has no end; case systems have citizens without a target group, and grants without a provider yet.
MAY_BE_EMPTY = ("ends_on", "provider", "target_group")
# What a grant says once, on each of its lines.
HEADER = ("citizen", "law", "section", "provider", "target_group", "status", "offer", "offer_type", "area", "team",
          "provider_cvr", "provider_kind")  # fmt: skip


class RowTexts(Mapping[str, str]):
    """What each column of a line says. The names are shared by all lines: a million of them fit in memory."""

    __slots__ = ("_positions", "_values")

    def __init__(self, positions: Mapping[str, int], values: tuple[str, ...]) -> None:
        self._positions, self._values = positions, values

    def __getitem__(self, name: str) -> str:
        return self._values[self._positions[name]]

    def several(self, names: Iterable[str]) -> list[str]:
        """Return what some columns say: one call for them all."""
        positions, values = self._positions, self._values
        return [values[positions[name]] for name in names]

    def __iter__(self) -> Iterator[str]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._positions)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column stands, those that the file leaves out after its own; `width` is the number of its own."""

    positions: Mapping[str, int]
    width: int
    defaults: tuple[tuple[int, str], ...]
    left_out: tuple[str, ...]

    def values_of(self, fields: Iterable[str]) -> tuple[str, ...]:
        """Return what a line's fields say, and those it leaves out, with the default where one is empty."""
        values = [*fields, *self.left_out]
        for position, default in self.defaults:
            values[position] = values[position] or default
        return tuple(values)

    def name_at(self, position: int) -> str:
        """Return the name of the column that stands there, or "" where it has none."""
        return next((name for name, place in self.positions.items() if place == position), "")


def columns_of(file: str, head: Sequence[str]) -> Columns:
    """Return the columns of a head line; raises UnreadableDocument where they cannot be those of grants.

    A column without a name is passed over: spreadsheets write them behind the last.
    """
    names = [name.strip() for name in head]
    _check(file, names)
    left_out = [name for name in DEFAULTS if name not in names]
    positions = {name: position for position, name in enumerate([*names, *left_out]) if name}
    defaults = tuple((positions[name], default) for name, default in DEFAULTS.items() if default)
    return Columns(positions, len(names), defaults, ("",) * len(left_out))


def _check(file: str, names: Sequence[str]) -> None:
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise UnreadableDocument(file, f"Filen mangler {_listed(missing)} i sin første linje.",
                                 f"Første linje skal navngive kolonnerne {', '.join(REQUIRED)}.")  # fmt: skip
    twice = [name for name, count in Counter(names).items() if name and count > 1]
    if twice:
        raise UnreadableDocument(file, f"Første linje har {_listed(twice)} mere end én gang.",
                                 "Giv hver kolonne sit eget navn.")  # fmt: skip
    if any(has_cpr(name) for name in names):
        raise UnreadableDocument(file, "Første linje har noget, der ligner et CPR-nummer.",
                                 "Skriv kolonnernes navne der, og brug aldrig CPR-numre.")  # fmt: skip


def _listed(names: Sequence[str]) -> str:
    return f"kolonne{'n' if len(names) == 1 else 'rne'} {', '.join(names)}"

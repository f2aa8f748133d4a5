"""What can be chosen among the rows of a catalogue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from effektspor.app.proposal_ports import Outcome
from effektspor.core.proposals.ties import TieVerdict
from effektspor.web.catalogue.asked import UNDECIDED, CatalogueFilter, decision_word
from effektspor.web.catalogue.entries import Entry


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a filter."""

    value: str
    label: str
    chosen: bool


def choices_of(
    entries: Sequence[Entry], years: Sequence[int], asked: CatalogueFilter
) -> Mapping[str, tuple[Choice, ...]]:
    """Return the options of each filter by its name in the address: those that the catalogue's rows have."""
    groups = dict.fromkeys(entry.group for entry in entries)
    areas = dict.fromkeys(entry.row.control_area for entry in entries)
    ties = {entry.standing.verdict for entry in entries}
    decisions = [(each.value, each.danish) for each in Outcome] + [(UNDECIDED, decision_word(UNDECIDED))]
    return {
        "maalgruppe": tuple(Choice(name, name, name == asked.target_group) for name in groups),
        "omraade": tuple(Choice(name, name, name == asked.control_area) for name in areas),
        "aar": tuple(Choice(str(year), str(year), year == asked.year) for year in years),
        "beslutning": tuple(Choice(value, label, value == asked.decision) for value, label in decisions),
        "afvigelse": tuple(Choice(each.value, each.danish, each is asked.tie) for each in TieVerdict if each in ties),
    }

"""A rule: dated versions of one value, and the version in force on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from effektspor.core.period import danish_date
from effektspor.rules.errors import RuleNotInForce, RuleNotSet, RuleYearMissing

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Version(Generic[T_co]):
    """A value from a day on, where it was read, and whether it was read there as it stands.

    `note` says what the reader must know; a version that is not verified has one.
    """

    in_force_from: date
    value: T_co
    source: str
    verified: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer(Generic[T_co]):
    """The version in force, and what must be said where its value is used."""

    version: Version[T_co]
    notes: tuple[str, ...]

    @property
    def value(self) -> T_co:
        return self.version.value


@dataclass(frozen=True, slots=True)
class Rule(Generic[T_co]):
    """A named rule with its versions in the order of their dates.

    `yearly`: a version holds for its calendar year only, and a missing year is refused. `not_set` says why a rule has
    no version at all. `checked_on` is the last day on which the sources are known to have said so; a `choice` of ours,
    which only we change, needs no warning after it.
    """

    name: str
    title: str
    unit: str
    versions: tuple[Version[T_co], ...]
    checked_on: date
    yearly: bool = False
    choice: bool = False
    not_set: str = ""

    def at(self, day: date) -> Answer[T_co]:
        """Return the version in force on a day, with its notes; a day without one is an error, never a guess."""
        if not self.versions:
            raise RuleNotSet(self.name, self.not_set)
        if day < self.versions[0].in_force_from:
            raise RuleNotInForce(self.name, day, self.versions[0].in_force_from)
        version = [each for each in self.versions if each.in_force_from <= day][-1]
        if self.yearly and version.in_force_from.year != day.year:
            raise RuleYearMissing(self.name, day.year, [each.in_force_from.year for each in self.versions])
        return Answer(version, self._notes(version, day))

    def _notes(self, version: Version[T_co], day: date) -> tuple[str, ...]:
        stale = day > self.checked_on and not self.choice
        unchecked = (
            f"Satsen '{self.name}' er sidst kontrolleret {danish_date(self.checked_on)}; "
            f"den sidst kendte værdi er brugt for {danish_date(day)}."
        )
        unverified = (
            f"Satsen '{self.name}' fra {danish_date(version.in_force_from)} er ikke efterprøvet: {version.note}"
        )
        return (*((unchecked,) if stale else ()), *(() if version.verified else (unverified,)))

"""Sections of the law as values of rules: their names, groups of them, and a number for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from effektspor.rules.kinds import (
    Kind,
    WrongValue,
    read_distinct,
    read_fields,
    read_flag,
    read_text,
    read_whole,
)


@dataclass(frozen=True, slots=True, order=True)
class SectionId:
    """A section of a law, as a grant names it: SEL "107", ABL "105"."""

    law: str
    section: str

    def __str__(self) -> str:
        return f"§ {self.section}" if self.law == "SEL" else f"{self.law} § {self.section}"


@dataclass(frozen=True, slots=True)
class SectionName:
    """A section's Danish name, whether it gives a place to live, and the first day it is known, where that is later.

    `source` is where name and number were read together; empty where they are the words of the trade, not looked up.
    """

    section: SectionId
    name: str
    housing: bool
    since: date | None
    source: str

    @property
    def verified(self) -> bool:
        return bool(self.source)


def read_section(raw: object) -> SectionId:
    """Return "107" as a section of SEL, and "ABL 105" as one of another law."""
    text = read_text(raw)
    return SectionId("ABL", text.removeprefix("ABL ")) if text.startswith("ABL ") else SectionId("SEL", text)


def _sections(raw: object) -> tuple[SectionId, ...]:
    return read_distinct(raw, read_section, lambda section: section)


def _names(raw: object) -> tuple[SectionName, ...]:
    return read_distinct(raw, _name, lambda name: name.section)


def _name(raw: object) -> SectionName:
    told = read_fields(raw, {"section", "name", "housing", "source"}, frozenset({"since"}))
    since = told.get("since")
    if since is not None and not isinstance(since, date):
        raise WrongValue(f"{since!r} er ikke en dato.")
    source = "" if told["source"] is None else read_text(told["source"])
    section, housing = read_section(told["section"]), read_flag(told["housing"])
    return SectionName(section, read_text(told["name"]), housing, since, source)


def _numbers(raw: object) -> Mapping[SectionId, int]:
    return dict(read_distinct(raw, _number, lambda pair: pair[0]))


def _number(raw: object) -> tuple[SectionId, int]:
    told = read_fields(raw, {"section", "number"})
    return read_section(told["section"]), read_whole(told["number"])


def _show_name(name: SectionName) -> str:
    marks = [*(["bolig"] if name.housing else []), *([] if name.verified else ["ikke efterprøvet"])]
    since = [f"kendt fra {name.since:%d.%m.%Y}"] if name.since else []
    told = ", ".join([*marks, *since])
    return f"{name.section} {name.name}{f' ({told})' if told else ''}"


SECTIONS = Kind(_sections, lambda sections: ", ".join(str(each) for each in sections))
SECTION_NAMES = Kind(_names, lambda names: "<br>".join(_show_name(each) for each in names))
BY_SECTION = Kind(_numbers, lambda numbers: ", ".join(f"{section}: {each}" for section, each in numbers.items()))

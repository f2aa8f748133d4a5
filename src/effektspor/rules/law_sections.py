"""The sections of the adult area on a day, gathered from the rules that say something of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from effektspor.rules.national import NOTICE_WEEKS, REBOUND_SECTIONS, SECTION_NAME
from effektspor.rules.sections import SectionId, SectionName


@dataclass(frozen=True, slots=True)
class LawSection:
    """A section as it stands on a day.

    `in_rebound_group`: whether a grant of it after a change counts as a rebound. `notice_weeks`: how long after the
    decision help may at the earliest be reduced or withdrawn, 0 where the law sets no such time.
    """

    section: SectionId
    name: str
    housing: bool
    verified: bool
    in_rebound_group: bool
    notice_weeks: int


def law_sections(day: date) -> tuple[LawSection, ...]:
    """Return the sections known on a day, in the order of the law."""
    rebound, weeks = REBOUND_SECTIONS.load().at(day).value, _notice_weeks(day)
    known = (each for each in SECTION_NAME.load().at(day).value if each.since is None or each.since <= day)
    return tuple(_joined(each, each.section in rebound, weeks.get(each.section, 0)) for each in known)


def _joined(name: SectionName, in_rebound_group: bool, notice_weeks: int) -> LawSection:
    return LawSection(name.section, name.name, name.housing, name.verified, in_rebound_group, notice_weeks)


def _notice_weeks(day: date) -> Mapping[SectionId, int]:
    """Before the first version there was no notice to keep: the law came with it."""
    rule = NOTICE_WEEKS.load()
    return rule.at(day).value if rule.versions[0].in_force_from <= day else {}

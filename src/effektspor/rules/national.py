"""The national rules: every one, with the kind of its value, and the only place that reads their files."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

import yaml

from effektspor.rules.kinds import NUMBER, WHOLE, Kind
from effektspor.rules.rule import Rule
from effektspor.rules.schema import read_rule
from effektspor.rules.sections import BY_SECTION, SECTION_NAMES, SECTIONS
from effektspor.rules.tables import BANDS, PUBLICATION, REFUNDS_AFTER_STAY

T = TypeVar("T")
FOLDER = files("effektspor.rules") / "national"


@dataclass(frozen=True, slots=True)
class NationalRule(Generic[T]):
    """A rule of the package: its name, which is its file's, and the kind of its value."""

    name: str
    kind: Kind[T]

    def load(self) -> Rule[T]:
        """Return the rule; raises InvalidRule where its file does not keep to the schema."""
        return read_rule(_data(self.name), self.kind, self.name)


@cache
def _data(name: str) -> object:
    """What a file says. Nobody changes it: `read_rule` makes values of it."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


SECTION_NAME = NationalRule("paragraffer", SECTION_NAMES)
REBOUND_SECTIONS = NationalRule("tilbagefald", SECTIONS)
NOTICE_WEEKS = NationalRule("varsling", BY_SECTION)
REMAINING_DAYS = NationalRule("restvarighed", BY_SECTION)
CONTINUITY_DAYS = NationalRule("sammenhaeng", WHOLE)
HIGH_COST_BANDS = NationalRule("refusion-176", BANDS)
HIGH_COST_BANDS_SPECIAL = NationalRule("refusion-176-a-2020", BANDS)
STATE_REFUND_PCT = NationalRule("statsrefusion-109-110", NUMBER)
SHELTER_DAYS = NationalRule("dagloft-110", WHOLE)
REFUND_AFTER_SHELTER = NationalRule("statsrefusion-176-a", REFUNDS_AFTER_STAY)
DISCOUNT_PCT = NationalRule("diskontering", NUMBER)
MUNICIPAL_PRICES = NationalRule("pl-kommunal", PUBLICATION)
STATE_PRICES = NationalRule("pl-stat", PUBLICATION)
STATUTORY_RISE = NationalRule("satsregulering", PUBLICATION)

NATIONAL: tuple[NationalRule[Any], ...] = (
    SECTION_NAME,
    REBOUND_SECTIONS,
    NOTICE_WEEKS,
    REMAINING_DAYS,
    CONTINUITY_DAYS,
    HIGH_COST_BANDS,
    HIGH_COST_BANDS_SPECIAL,
    STATE_REFUND_PCT,
    SHELTER_DAYS,
    REFUND_AFTER_SHELTER,
    DISCOUNT_PCT,
    MUNICIPAL_PRICES,
    STATE_PRICES,
    STATUTORY_RISE,
)

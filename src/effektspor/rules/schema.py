"""The schema of a rule: what its YAML may and must say. Anything else is refused.

name: dagloft-110          the file's name
title, unit                what the user reads
checked_on: 2026-02-18     the last day on which the sources are known to have said so
yearly: true               a version holds for its calendar year only (may be left out)
choice: true               a choice of ours that nobody changes but us, not a rule of law (may be left out)
not_set: why               instead of versions, where nobody has given a value
versions:                  in the order of their dates
  - in_force_from: 2023-10-01
    value: 120
    source: where it was read
    verified: true         false takes a note that says what is not known
    note: what the reader must know (may be left out)
"""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import TypeVar

from effektspor.core.period import danish_date
from effektspor.rules.errors import InvalidRule
from effektspor.rules.kinds import Kind, WrongValue
from effektspor.rules.rule import Rule, Version

T = TypeVar("T")
_Data = Mapping[object, object]
_RULE: dict[str, type] = {"name": str, "title": str, "unit": str, "checked_on": date}
_RULE_MAY: dict[str, type] = {"versions": list, "yearly": bool, "choice": bool, "not_set": str}
_VERSION: dict[str, type] = {"in_force_from": date, "source": str, "verified": bool}
_VERSION_MAY: dict[str, type] = {"note": str}


def read_rule(data: object, kind: Kind[T], name: str) -> Rule[T]:
    """Return a rule from what its YAML says; raises InvalidRule with the place and what is wrong."""
    told = _checked(data, _RULE, _RULE_MAY, name)
    if told["name"] != name:
        raise InvalidRule(name, f"navnet er '{told['name']}', men filen hedder '{name}'.")
    versions = tuple(_version(each, kind, name) for each in _list(told.get("versions", [])))
    _check_order(versions, name)
    _check_set(versions, told, name)
    return Rule(
        name, str(told["title"]), str(told["unit"]), versions, _date(told["checked_on"]),
        bool(told.get("yearly")), bool(told.get("choice")), str(told.get("not_set", "")),
    )  # fmt: skip


def _version(data: object, kind: Kind[T], name: str) -> Version[T]:
    told = _checked(data, _VERSION | {"value": object}, _VERSION_MAY, name)
    start = _date(told["in_force_from"])
    if not told["verified"] and not told.get("note"):
        raise InvalidRule(name, f"versionen fra {danish_date(start)} er ikke efterprøvet; skriv hvorfor i 'note'.")
    try:
        value = kind.read(told["value"])
    except WrongValue as wrong:
        raise InvalidRule(name, f"versionen fra {danish_date(start)}: {wrong}") from wrong
    return Version(start, value, str(told["source"]), bool(told["verified"]), str(told.get("note", "")))


def _checked(data: object, must: dict[str, type], may: dict[str, type], name: str) -> _Data:
    """Return a mapping that has every field it must have, none it may not, and each of the right type."""
    if not isinstance(data, dict):
        raise InvalidRule(name, "her skal stå felter med navn og værdi.")
    if missing := sorted(must.keys() - data.keys()):
        raise InvalidRule(name, f"feltet '{missing[0]}' mangler.")
    if unknown := sorted(str(each) for each in data.keys() - must.keys() - may.keys()):
        raise InvalidRule(name, f"feltet '{unknown[0]}' er ukendt.")
    for field, value in data.items():
        if not isinstance(value, (must | may)[field]) or value == "":
            raise InvalidRule(name, f"feltet '{field}' har en forkert værdi: {value!r}.")
    return data


def _check_order(versions: tuple[Version[T], ...], name: str) -> None:
    for before, after in pairwise(versions):
        if before.in_force_from >= after.in_force_from:
            raise InvalidRule(name, f"versionen fra {danish_date(after.in_force_from)} står ikke i datoorden.")


def _check_set(versions: tuple[Version[T], ...], told: _Data, name: str) -> None:
    if bool(versions) == ("not_set" in told):
        raise InvalidRule(name, "en sats har enten 'versions' eller et 'not_set', der siger, hvorfor den ikke har.")


def _list(value: object) -> list[object]:
    assert isinstance(value, list), "the schema has tested it"
    return value


def _date(value: object) -> date:
    assert isinstance(value, date), "the schema has tested it"
    return value

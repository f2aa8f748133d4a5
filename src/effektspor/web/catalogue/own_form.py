"""What is typed when a catalogue is assembled, read into what it means; every step but saving shows it again.

Each chosen proposal is a hidden `valgt`, with `gruppe-KODE`, `andel-KODE` and `investering-KODE`; `orden` are the
target groups in order, and `kode` those ticked in the list. All is in the form, so that no step needs a script.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from effektspor.app.own_catalogue_rows import first_choice
from effektspor.app.proposal_ports import CatalogueChoice, OwnCatalogue, Revision
from effektspor.core.cpr import has_cpr

# What the field of an investment says where it is not listed; "" is the whole of it.
NOT_LISTED = "nej"
LONGEST_TITLE, _LONGEST_GROUP = 200, 120
_LONGEST_VERSION = 15


@dataclass(frozen=True, slots=True)
class TypedCatalogue:
    """A catalogue as it is typed: its choices in order, and the codes ticked in the list that are no choices yet."""

    title: str = ""
    price_level: str = ""
    choices: tuple[CatalogueChoice, ...] = ()
    ticked: tuple[str, ...] = ()
    version: int = 0
    errors: Mapping[str, str] = field(default_factory=dict)
    focus: str = ""

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(choice.target_group for choice in self.choices))

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(choice.code for choice in self.choices)

    def with_ticked(self, newest: Mapping[str, Revision]) -> "TypedCatalogue":
        """Return it with what is ticked chosen, each listed as its proposal suggests."""
        added = [first_choice(newest[code].case) for code in self.ticked if code in newest and code not in self.codes]
        return replace(self, choices=in_groups((*self.choices, *added), self.groups), ticked=())

    def with_errors(self, errors: Mapping[str, str]) -> "TypedCatalogue":
        return replace(self, errors=errors)

    def catalogue(self, number: int) -> OwnCatalogue:
        return OwnCatalogue(self.title, self.choices, self.price_level, number=number, version=self.version)


def typed_of(own: OwnCatalogue) -> TypedCatalogue:
    """Return a catalogue as its form shows it first."""
    return TypedCatalogue(own.title, own.price_level, own.choices, version=own.version)


def read_typed(post: QueryDict) -> TypedCatalogue:
    """Return what a form says; a code stands in it once, and a group that is empty is told as an error."""
    choices = [_choice(post, code) for code in dict.fromkeys(map(_printable, post.getlist("valgt")))]
    chosen = {choice.code for choice in choices}
    version = post.get("version", "")
    return TypedCatalogue(
        title=_one_line(post.get("titel", "")),
        price_level=_printable(post.get("prisniveau", "")),
        choices=in_groups(choices, post.getlist("orden")),
        ticked=tuple(code for code in dict.fromkeys(map(_printable, post.getlist("kode"))) if code not in chosen),
        version=int(version) if version.isascii() and version.isdecimal() and len(version) < _LONGEST_VERSION else 0,
    )


def _choice(post: QueryDict, code: str) -> CatalogueChoice:
    investment = post.get(f"investering-{code}", NOT_LISTED)
    return CatalogueChoice(
        code,
        _one_line(post.get(f"gruppe-{code}", "")),
        _printable(post.get(f"andel-{code}", "")),
        None if investment == NOT_LISTED else _printable(investment),
    )


def _one_line(text: str) -> str:
    return _printable(" ".join(text.split()))


def _printable(text: str) -> str:
    """What no database keeps, and nobody can have meant, is left out."""
    return "".join(letter for letter in text if letter.isprintable())


def in_groups(choices: Iterable[CatalogueChoice], order: Sequence[str]) -> tuple[CatalogueChoice, ...]:
    """Return choices group by group in a known order; a group that is new to it, as one by a new name, stays in place.

    Inside a group nothing moves.
    """
    choices = tuple(choices)
    used = {choice.target_group for choice in choices}
    groups = [group for group in dict.fromkeys(order) if group in used]
    at = 0
    for choice in choices:
        if choice.target_group not in groups:
            groups.insert(at, choice.target_group)
        at = groups.index(choice.target_group) + 1
    return tuple(choice for group in groups for choice in choices if choice.target_group == group)


def stepped(typed: TypedCatalogue, step: str, newest: Mapping[str, Revision]) -> TypedCatalogue:
    """Return a form after one of its buttons, with where the focus is to be: "tilfoej", "fjern:KODE", "op:1", "ned:1".

    Anything else only shows it again.
    """
    name, _, of = step.partition(":")
    if name == "tilfoej":
        added = typed.with_ticked(newest)
        first = next((code for code in added.codes if code not in typed.codes), "")
        return replace(added, focus=field_id(first) if first else "h-valgte")
    if name == "fjern":
        kept = tuple(choice for choice in typed.choices if choice.code != of)
        return replace(typed, choices=kept, focus="h-valgte")
    if name in ("op", "ned") and of.isascii() and of.isdecimal() and len(of) < _LONGEST_VERSION:
        return _moved(typed, int(of), -1 if name == "op" else 1)
    return replace(typed, focus="h-vaelg")


def _moved(typed: TypedCatalogue, at: int, by: int) -> TypedCatalogue:
    groups = list(typed.groups)
    to = at + by
    if not (0 <= at < len(groups) and 0 <= to < len(groups)):
        return typed
    groups[at], groups[to] = groups[to], groups[at]
    return replace(typed, choices=in_groups(typed.choices, groups), focus=f"flyt-{to}")


def field_id(code: str) -> str:
    """Return the id of a proposal's first field: a code may hold what no id may."""
    return f"gruppe-{re.sub(r'[^0-9A-Za-zÆØÅæøå]', '_', code)}"


def errors_of(typed: TypedCatalogue) -> dict[str, str]:
    """Return what is missing or cannot be kept, by the id of the field it is said at."""
    errors = {}
    if not typed.title:
        errors["titel"] = "Giv kataloget en titel."
    elif len(typed.title) > LONGEST_TITLE:
        errors["titel"] = f"Titlen er for lang. Skriv højst {LONGEST_TITLE} tegn."
    elif has_cpr(typed.title):
        errors["titel"] = "Titlen indeholder noget, der ligner et CPR-nummer. Skriv den uden."
    if not typed.choices:
        errors["h-vaelg"] = "Vælg mindst ét forslag."
    for choice in typed.choices:
        group = choice.target_group
        if not group or len(group) > _LONGEST_GROUP or has_cpr(group):
            errors[field_id(choice.code)] = f"Skriv en målgruppe for {choice.code}, højst {_LONGEST_GROUP} tegn."
    return errors

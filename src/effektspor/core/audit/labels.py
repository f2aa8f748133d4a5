"""When two rows are called the same, and when their name says too little for that to mean anything."""

import re

_TRAILING = re.compile(r"\s*\([^()]*\)\s*$")
_WORD = re.compile(r"[^\W_]+")
# A label one of which begins with the other must be long enough not to be a mere beginning.
_LEAST = 12
_GENERIC = re.compile(
    r"(?:i|alt|af|og|på|til|for|mv|inkl|ekskl|samle\w*|total\w*|sum|heraf|netto\w*|brutto\w*|varige?|ændring\w*|service\w*"
    r"|overførs\w*|anlæg\w*|indsats\w*|drift\w*|løn\w*|øvrige?|andet|andre|diverse|besparelse\w*|effektivisering\w*"
    r"|omkostning\w*|udgift\w*|indtægt\w*|mer\w*|mindre\w*|investering\w*|implementering\w*|påvirkning\w*|økonomi\w*|budget\w*"
    r"|regnskab\w*|forbrug\w*|antal|borgere?|personer|pris\w*|differen\w*|difference|år|årsværk|\d+|\w*udvalg(?:et)?"
    r"|\w*forvaltning(?:en)?)"
)


def label_key(label: str) -> str:
    """Return what rows that may be called the same have in common: the beginning, without spaces and signs."""
    return "".join(_words(label))[:_LEAST]


def same_label(one: str, other: str) -> bool:
    """Return whether two labels are the same but for case, spaces, signs and a last parenthesis, or one begins so."""
    first, second = sorted((_words(one), _words(other)), key=lambda words: len("".join(words)))
    if "".join(first) == "".join(second):
        return bool(first)
    return len("".join(first)) >= _LEAST and second[: len(first)] == first


def is_generic(label: str) -> bool:
    """Return whether a label names a kind of amount ("Besparelse", "I alt", a committee), not what it is for."""
    return all(_GENERIC.fullmatch(word) for word in _words(label))


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of a text's words, so that "varig" and "varige" are one."""
    return frozenset(word[:5] for word in _words(text) if len(word) > 3)


def _words(label: str) -> list[str]:
    bare = _TRAILING.sub("", label)
    return [word.casefold() for word in _WORD.findall(bare or label)]

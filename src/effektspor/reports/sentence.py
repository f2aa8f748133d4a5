"""A sentence whose numbers can be opened, and the words Danish sentences about measures are made of."""

import re
from dataclasses import dataclass

NET_ANCHOR, GROSS_ANCHOR = "netto", "brutto"
_WORDS = ("ingen", "ét", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence; `target` is the anchor of the figure it opens, if it is one."""

    text: str
    target: str | None = None


def plain(sentence: tuple[Segment, ...]) -> str:
    """Return a sentence as text alone."""
    return "".join(segment.text for segment in sentence)


def count_word(count: int) -> str:
    """Return a count of measures as Danes write it: "ingen", "ét", "fire" up to "ti", then "11"."""
    return _WORDS[count] if count < len(_WORDS) else str(count)


def capitalised(text: str) -> str:
    """Return a text with its first letter large, the rest as it was."""
    return text[:1].upper() + text[1:]


def anchor_of(number: str) -> str:
    """Return the anchor of a measure's row: "tiltag-3"; only characters an address and an id can carry."""
    return f"tiltag-{re.sub(r'[^0-9A-Za-zÆØÅæøå]+', '-', number).strip('-') or 'x'}"


def one_line(text: str) -> str:
    """Return a text on one line, without the control characters no paper can print."""
    return " ".join(_CONTROL.sub("", text).split())


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something, each clean for print."""
    return tuple(line for raw in text.splitlines() if (line := one_line(raw)))


def shortened(title: str, longest: int = 70) -> str:
    """Return a title short enough for a chart or a heading: its first sentences, cut between words where needed."""
    text = one_line(title)
    sentence = re.match(r".{20,}?(?=\.(?:\s+[A-ZÆØÅ]|$))", text)
    short = sentence[0] if sentence else text
    if len(short) <= longest:
        return short
    cut = short[:longest].rsplit(" ", 1)[0] if " " in short[:longest] else short[: longest - 1]
    return cut.rstrip(" ,.;:–-") + "…"

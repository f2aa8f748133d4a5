"""The headings of a proposal's template: known by their words, by being repeated, or by how they are set."""

import re
from collections import Counter
from collections.abc import Iterable

from effektspor.core.document import Paragraph

DECORATION = "#*_\\ \u00a0"
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,4}\.)\s+(?=\S)")
_SIGN = re.compile(r"^#{1,6}\s")
_LIST = re.compile(r"^(?:[-–•*]\s|\d{1,2}[.)]\s|\(\w\)\s)")
_LONGEST, _MOST_WORDS = 90, 9
# Words that headings of proposals begin with, in the templates of Danish municipalities.
_FIRST_WORDS = re.compile(
    r"(?:baggrund|formål|forslaget'?s|økonomi(?:en|ske)?|implementering(?:en|splan)?|inddragelse(?:n)?"
    r"|opfølgning(?:en)?|evaluering|risiko(?:vurdering(?:en)?|ci)?|risici|teknisk|bilag|konsekvens(?:er(?:ne)?)?"
    r"|personale(?:mæssige|konsekvenser)?|serviceniveau(?:et)?|tidsplan(?:en)?|tidsperspektiv|succeskriteri(?:er|um)"
    r"|lovgrundlag(?:et)?|lovgivning|målgruppe(?:n)?|status|ændringsforslag(?:et)?|konsekvensvurdering"
    r"|investerings?(?:behov(?:et)?|er)?|relevante|sammenhæng(?:en)?|bemærkninger|resumé|resume|sammenfatning"
    r"|beskrivelse(?:n)?|begrundelse(?:n)?|forudsætning(?:er(?:ne)?)?|alternativ(?:er|t)?|høring(?:en)?|høringssvar"
    r"|borgerinddragelse|brugerinddragelse|sagsfremstilling(?:en)?|indstilling(?:en)?|fordeling|effekt(?:en|er)?"
    r"|afledte?|indhold(?:et)?|nuværende|fremtidig|organisering|afhængighed(?:er)?|interessenter|kommunikation"
    r"|ligestilling|klima|digitalisering|økonomisk|samlet|samlede|hvad|hvorfor|hvordan|vurdering(?:en)?)"
    r"(?=\s|$|/|,)",
    re.IGNORECASE,
)
# A line that is about something is no heading: "Effekten er nået", "Økonomien følger af tabellen".
_VERB = re.compile(
    r"\b(?:er|var|har|havde|skal|kan|vil|bliver|udgør|følger|fremgår|medfører|forventes|vurderes|ventes|gives?|sker"
    r"|falder|stiger|dækker|svarer|betyder|omfatter|indebærer|viser|ses)\b",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Return a line without marks of how it is set."""
    return " ".join(text.strip(DECORATION).split())


def heading_text(text: str) -> str:
    """Return a heading without marks, number and colon: "1.1 Økonomi:" → "Økonomi"."""
    return _NUMBER.sub("", plain(text)).rstrip(": ")


def looks_like_heading(text: str) -> bool:
    """Return whether a line may be a heading: short, begun with a capital or a number, and no sentence."""
    words = plain(text)
    return (
        0 < len(words) <= _LONGEST
        and len(words.split()) <= _MOST_WORDS
        and "\n" not in text
        and words[-1] not in ".!?:;,"
        and (words[0].isupper() or words[0].isdigit())
        and " · " not in words
    )


def is_known_heading(text: str) -> bool:
    """Return whether a line is a heading of a template by its words; a colon may end it."""
    words = heading_text(text)
    return bool(
        looks_like_heading(words)
        and _FIRST_WORDS.match(words)
        and not _VERB.search(words)
        and not _LIST.match(text.strip())
    ) or bool(_NUMBER.match(plain(text)) and _is_numbered(text))


def _is_numbered(text: str) -> bool:
    """Whether a numbered line is a heading by its words: in a list the same number may stand before anything."""
    words = heading_text(text)
    return looks_like_heading(words) and bool(_FIRST_WORDS.match(words)) and not _VERB.search(words)


def repeated_headings(proposals: Iterable[Iterable[Paragraph]]) -> frozenset[str]:
    """Return the lines that stand as headings in several proposals of a paper: their template has them."""
    counts = Counter(
        words
        for lines in proposals
        for words in {heading_text(line.text) for line in lines if _may_repeat(line)}
        if not _LIST.match(words)
    )
    return frozenset(words for words, count in counts.items() if count > 1)


def _may_repeat(line: Paragraph) -> bool:
    """A heading with its text on the same line, "Risiko: lav", is none: two proposals may say the same."""
    return looks_like_heading(line.text) and not line.cells and inline_heading(line.text) is None


def is_heading(line: Paragraph, repeated: frozenset[str]) -> bool:
    """Return whether a line is a heading of its proposal's template."""
    if sum(1 for cell in line.cells if cell) > 1 or _SAYS_RISK.match(heading_text(line.text)):
        return False
    if _SIGN.match(line.text.strip()):
        return looks_like_heading(line.text)
    return is_known_heading(line.text) or (looks_like_heading(line.text) and heading_text(line.text) in repeated)


# "Samlet risiko: lav" says what the risk is, though it begins as headings do.
_SAYS_RISK = re.compile(r"(?:\w+\s+){0,2}risi[kc]\w*\s*:\s*\S", re.IGNORECASE)
_INLINE = re.compile(r"(?P<heading>[^:.]{3,50}):\s+(?P<text>\S.*)", re.DOTALL)


def inline_heading(text: str) -> tuple[str, str] | None:
    """Return a heading and its text where both stand on one line: "Risiko: Middel."."""
    match = _INLINE.fullmatch(text.strip(DECORATION))
    if match is None or _LIST.match(text.strip()) or not is_known_heading(match["heading"].strip(DECORATION)):
        return None
    return heading_text(match["heading"]), match["text"].strip()

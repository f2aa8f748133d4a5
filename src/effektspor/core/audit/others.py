"""Sentences of a proposal that speak of somebody else: a neighbour, an earlier proposal, what a supplier says.

What they say of a payback, a share or a phasing is nothing the proposal says of itself, so no check holds it against
the proposal's own figures.
"""

import re
from collections.abc import Iterable

from effektspor.core.audit.prose import Sentence

# "nabokommunen", "andre sammenlignelige kommuner", "i landets kommuner", "på landsplan"
_ELSEWHERE = re.compile(
    r"nabokommun|\b(?:anden|andre|øvrige|flere|landets|større|mindre)\s+(?:[\wæøå-]+\s+)?kommuner?\b"
    r"|\bpå\s+landsplan|landsgennemsnit|\bandre\s+steder\b|\bandetsteds\b",
    re.IGNORECASE,
)
# "et lignende forslag", "det tidligere projekt", "en tilsvarende investering"
_OTHER_PROPOSAL = re.compile(
    r"\b(?:lignende|tilsvarende|tidligere|oprindelige?|andet|andre)\s+(?:[\wæøå-]+\s+)?"
    r"(?:forslag|investering|projekt|ordning|indsats|anlæg)",
    re.IGNORECASE,
)
# "Leverandøren oplyser, at", "Erfaringer fra", "Ifølge producenten"
_SAID_BY_OTHERS = re.compile(
    r"\b(?:leverandør|producent|konsulenthus|ministeri|VIVE|KL)\w*\s+(?:oplyser|anslår|skriver|angiver|vurderer)"
    r"|\berfaring\w*\s+(?:fra|viser)|\bifølge\s+(?:leverandør|producent)",
    re.IGNORECASE,
)
# "I Odense Kommune var …"; its own municipality may be named too, so this is asked only where the figure is rarely its.
_NAMED = re.compile(r"\b[A-ZÆØÅ][\wæøå-]+\s+Kommune(?:s|r)?\b")


def speaks_of_others(text: str) -> bool:
    """Return whether a sentence is about another municipality, another proposal or what others say."""
    return any(words.search(text) for words in (_ELSEWHERE, _OTHER_PROPOSAL, _SAID_BY_OTHERS))


def names_municipality(text: str) -> bool:
    """Return whether a sentence names a municipality, which may be another one."""
    return _NAMED.search(text) is not None


def own_sentences(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Return the sentences that do not speak of others, in order."""
    return [sentence for sentence in sentences if not speaks_of_others(sentence.text)]

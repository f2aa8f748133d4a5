"""Names of a head that all but touch → names of their own, by what the names beside them look like."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from effektspor.ingest.pdf.lines import Line, Phrase

# Of so many names that look alike ("2025", "2026") one more may be hidden in the phrase before them.
_ALIKE = 2
_DIGIT = re.compile(r"\d")


def with_names_parted(line: Line) -> Line:
    """Return a line of a head with "Styringsområde 2024" parted where "2025" and "2026" stand beside it."""
    shapes = Counter(_shape(phrase.text) for phrase in line.phrases if _DIGIT.search(phrase.text))
    alike = {shape for shape, count in shapes.items() if count >= _ALIKE}
    after = [*(_shape(phrase.text) for phrase in line.phrases[1:]), ""]
    beside = zip(line.phrases, after, strict=True)
    parts = (_parts(phrase, shape) if shape in alike else [phrase] for phrase, shape in beside)
    return replace(line, phrases=tuple(part for phrase in parts for part in phrase))


def _parts(phrase: Phrase, alike: str) -> Iterator[Phrase]:
    """Yield a phrase, or its beginning and the name at its end that looks like the next ones."""
    for at in range(1, len(phrase.words)):
        if _shape(" ".join(word.text for word in phrase.words[at:])) == alike:
            yield Phrase(phrase.words[:at])
            yield Phrase(phrase.words[at:])
            return
    yield phrase


def _shape(text: str) -> str:
    return _DIGIT.sub("#", text).casefold()

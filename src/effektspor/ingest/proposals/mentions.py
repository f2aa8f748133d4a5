"""What a proposal's prose names: other proposals, and the budgets that its saving is a share of."""

import re
from collections.abc import Collection, Iterable, Iterator

from effektspor.core.number import parse_number
from effektspor.core.proposals.details import BudgetBase, Link, LinkKind
from effektspor.core.unit import find_unit
from effektspor.ingest.proposals.codes import plain_code

_CODE = re.compile(r"(?<![\w-])(?P<letters>[A-ZÆØÅ]{1,4})[- ]?(?P<digits>\d{1,4}[a-z]?)(?![\w-])")
_KINDS = (
    (LinkKind.ALTERNATIVE, re.compile(r"alternativ", re.IGNORECASE)),
    (LinkKind.REPLACES, re.compile(r"erstatter|i stedet for|træder i stedet", re.IGNORECASE)),
    (LinkKind.OVERLAPS, re.compile(r"overlap", re.IGNORECASE)),
)
_LINK_FIELD = re.compile(
    rf"(?P<kind>{'|'.join(kind.danish for kind in LinkKind)})\s*:\s*(?P<code>[^\s(]+)(?:\s*\((?P<note>.*)\))?",
    re.IGNORECASE | re.DOTALL,
)
_NEAR, _LONGEST_NOTE = 70, 200
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])|\n+")
_AMOUNT = r"(?P<amount>\d[\d.]*(?:,\d+)?)\s*(?P<unit>mio\.?\s*kr\.?|mia\.?\s*kr\.?|t\.?\s*kr\.?|(?:1\.000\s*)?kr\.?)"
_YEAR = r"(?:\s*i\s*(?P<year>(?:19|20)\d\d))?"
_ACTIVITY = r"(?:(?:hoved)?aktivitet(?:en)?\s+)?(?P<activity>[^.;:\n]{3,120}?)"
_IS = r"(?:udgør|er)\s+(?:på\s+)?"
_BUDGETS = (
    # "- Dagtilbud. Det samlede budget udgør 187 mio. kr. i 2017"
    re.compile(
        rf"(?:^|[-–•]\s*)(?P<activity>[^.\n]{{3,120}})\.\s+Det samlede budget\s+{_IS}{_AMOUNT}{_YEAR}",
        re.IGNORECASE | re.MULTILINE,
    ),
    # "I 2017 er budgettet til dagtilbud på 187 mio. kr."
    re.compile(
        rf"I (?P<year>(?:19|20)\d\d) er budgettet\s+(?:til|på|for)\s+{_ACTIVITY}\s+på\s+{_AMOUNT}", re.IGNORECASE
    ),
    # "Det samlede budget på hovedaktivitet Dagtilbud udgør 187 mio. kr. i 2017"
    re.compile(rf"\bbudget(?:tet)?\s+(?:på|til|for)\s+{_ACTIVITY}\s+{_IS}{_AMOUNT}{_YEAR}", re.IGNORECASE),
    # "Dagtilbud har et budget på 187 mio. kr. i 2017"
    re.compile(
        rf"(?:^|[-–•]\s+|(?<=[.]\s))(?P<activity>[A-ZÆØÅ][^.\n]{{2,120}}?)\s+har et (?:samlet )?budget på\s+"
        rf"{_AMOUNT}{_YEAR}",
        re.MULTILINE,
    ),
)


def read_links(text: str, own: str, known: Collection[str]) -> tuple[Link, ...]:
    """Return the proposals that a text names, each once, with the strongest word said of it.

    A code is one that the paper has, or that has the letters of one: "K19" is a house where codes are HA02 and UD03b.
    """
    printed = {plain_code(code): code for code in known}
    letters = {match["letters"] for code in {*known, own} if (match := _CODE.fullmatch(code))}
    found: dict[str, Link] = {}
    for sentence in _SENTENCE_END.split(text):
        for match in _CODE.finditer(sentence):
            code = printed.get(match["letters"] + match["digits"], match[0])
            if plain_code(code) != plain_code(own) and (code in known or match["letters"] in letters):
                link = Link(_kind(sentence, match.start(), match.end()), code, _note(sentence))
                if code not in found or found[code].kind is LinkKind.LINKED:
                    found[code] = link
    return tuple(found.values())


def read_link_fields(lines: Iterable[str]) -> tuple[Link, ...]:
    """Return the links that fields at a proposal's head state: "Alternativ til: UD03c (lagt ved)"."""
    found = []
    for line in lines:
        match = _LINK_FIELD.fullmatch(line.strip())
        kind = next((kind for kind in LinkKind if match and kind.danish.casefold() == match["kind"].casefold()), None)
        if match and kind:
            found.append(Link(kind, match["code"], match["note"] or ""))
    return tuple(found)


def _kind(sentence: str, start: int, end: int) -> LinkKind:
    near = sentence[max(start - _NEAR, 0) : end + _NEAR // 2]
    return next((kind for kind, words in _KINDS if words.search(near)), LinkKind.LINKED)


def _note(sentence: str) -> str:
    words = " ".join(sentence.split())
    return words if len(words) <= _LONGEST_NOTE else words[:_LONGEST_NOTE].rsplit(" ", 1)[0] + " …"


def read_budgets(text: str) -> tuple[BudgetBase, ...]:
    """Return the budgets that a text states, each amount of a year once."""
    found: dict[tuple[int, int | None], BudgetBase] = {}
    for budget in _budgets(text):
        found.setdefault((budget.ore, budget.year), budget)
    return tuple(found.values())


def _budgets(text: str) -> Iterator[BudgetBase]:
    for pattern in _BUDGETS:
        for match in pattern.finditer(text):
            number, unit = parse_number(match["amount"].rstrip(".")), find_unit(match["unit"])
            if number and unit:
                year = int(match["year"]) if match["year"] else None
                yield BudgetBase(match["activity"].strip(" -–•"), unit.to_ore(number), year)

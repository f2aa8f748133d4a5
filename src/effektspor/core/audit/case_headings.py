"""Where proposals begin in a paper: what a heading says, and what the paper's own overview says of a heading.

Before: "Budgetreduktion 07 - Kortere forløb", "AN-4 Kortere forløb" or a sheet "AN-4".   After: a proposal begins
there, with its code and its title.
"""

import re
from collections import Counter
from collections.abc import Sequence

from effektspor.core.audit.codes import PRINTED_CODE, code_in, compared_code, is_certain
from effektspor.core.audit.heading_lines import CODE_AND_TITLE, DECORATION, Start, is_form_row, plain_line
from effektspor.core.audit.listed_titles import ListedTitle, ListedTitles
from effektspor.core.audit.overview_headings import chapters_of, found_by_title
from effektspor.core.document import Document, Paragraph, Table

_BUSINESS_CASE = re.compile(r"(?:business|investerings)[ -]?case(?:\s*[:·–-]\s*(?P<title>.*))?", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:(?:forslagets|casens)\s+(?:(?:nr\.?|nummer|kode)\s+og\s+)?(?:titel|navn)|(?:nr\.?\s+og\s+)?titel|overskrift)"
    r"\s*[:·]\s*(?P<title>.*)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?!del|under)\w*forslag\s*(?:nr\.?\s*)?(?P<code>\d{1,3})\s*[:·–-]\s*(?P<title>\S.*)", re.IGNORECASE
)
_HEADING = re.compile(r"(?P<title>[A-ZÆØÅ]{1,3}\d{2,3}[a-z]?(?:\s*[:·–-]|\s+(?=[A-ZÆØÅ]))\s*\S.*[^.])")
# "Besparelse 1: Færre vikarer" is a part of a proposal, and "Case 1: Anna" a citizen; with a code of its own, "S3", or
# where the overview lists it, it is a proposal.
_KIND = (
    r"(?:(?P<sure>(?i:(?!del|under)\w*forslag(?:et)?|budget(?:reduktion|besparelse|tilpasning|udvidelse|effektivisering)"
    r"|(?:business|investerings)[ -]?case))|(?i:\w*(?:reduktion|effektivisering|besparelse|prioritering)|case))"
    r"(?P<nr>\s+(?i:nr\.?|nummer))?"
)
_SAID = re.compile(rf"{_KIND}\s*(?P<code>{PRINTED_CODE})(?P<between>\s*[:·–-]\s*|\.?\s+)(?P<title>[^\W\d].*)")
_BARE = re.compile(rf"{_KIND}\s*(?P<code>{PRINTED_CODE})\s*[.:]?")
_FIELD = re.compile(
    rf"(?i:(?:forslags?|løbe|case)?[- ]?(?:nr\.?|nummer|kode|id)|(?:forslagets|casens)\s+(?:nr\.?|nummer|kode))"
    rf"\s*[:·]\s*(?P<code>{PRINTED_CODE})"
)
_MARKED = re.compile(r"[A-ZÆØÅ]{1,4}-?\d{1,4}[a-z]?\s*[:·–-]?\s+(?P<title>[A-ZÆØÅ].*)")
_SAVES = re.compile(r"varig|implementering|engangs|invester|netto|bespar|effektiviser", re.IGNORECASE)
_LONGEST, _NEAR = 160, 4

_Block = Paragraph | Table


def starts_of(document: Document) -> dict[int, Start]:
    """Return where proposals begin, by block: what lines say, and then what only the overview can tell."""
    listed = ListedTitles(document)
    blocks = document.blocks
    said = {at: start for at in range(len(blocks)) if (start := _said(blocks, at, listed))}
    said = _without_lists(_with_numbers(blocks, said, listed))
    said = said or chapters_of(blocks, listed)
    begun = {start.code for start in said.values() if start.code}
    missing = [each for code in sorted(listed.codes - begun) for each in listed.with_code(code) if each.known]
    return said | found_by_title(blocks, said, missing) if missing else said


def names_proposal(text: str) -> bool:
    """Return whether a line of a proposal says no more than which proposal it is: its title, its number, or both."""
    plain = text.strip(DECORATION)
    said = any(pattern.fullmatch(plain) for pattern in (_BUSINESS_CASE, _TITLE, _NUMBERED, _FIELD, _BARE))
    return said or bool(_SAID.fullmatch(plain) and not plain.endswith("."))


def _said(blocks: Sequence[_Block], at: int, listed: ListedTitles) -> Start | None:
    """Return what a line says that it begins."""
    text = plain_line(blocks[at])
    if not text or len(text) > 2 * _LONGEST:
        return None
    for pattern in (_BUSINESS_CASE, _TITLE, _NUMBERED, _HEADING):
        if match := pattern.fullmatch(text):
            return _with_title(match, listed)
    if is_form_row(blocks[at]) or len(text) > _LONGEST or text.endswith((".", ",", ";")):
        return None
    return _with_code(text, listed) or _marked(blocks, at, text)


def _with_title(match: re.Match[str], listed: ListedTitles) -> Start:
    """A title with the code that stands before it, that it begins with, or under which the overview lists it."""
    title = (match["title"] or "").strip(DECORATION)
    if code := match.groupdict().get("code") or code_in(title):
        return Start(code, title)
    led = CODE_AND_TITLE.fullmatch(title) if match.re is _TITLE else None
    if led and not led["before"] and (is_certain(led["code"]) or listed.with_code(led["code"])):
        return Start(compared_code(led["code"]), title)
    return Start(_code_of(title, listed), title)


def _code_of(title: str, listed: ListedTitles) -> str | None:
    found = listed.titled(title) if title else None
    return found.code if found else None


def _with_code(text: str, listed: ListedTitles) -> Start | None:
    """A line with a code: the word before it says that a proposal begins, or the overview lists it."""
    if (match := _SAID.fullmatch(text)) and _is_separated(match, listed):
        return Start(compared_code(match["code"]), match["title"])
    match = CODE_AND_TITLE.fullmatch(text)
    for each in listed.with_code(match["code"]) if match else ():
        if match and each.known and (each.is_called(match["title"]) or (each.certain and _begins_with_code(match))):
            return Start(each.code, match["title"])
    return None


def _is_separated(match: re.Match[str], listed: ListedTitles) -> bool:
    """ "Forslag 15 borgere" is no heading; "Forslag nr. 15 Kortere forløb" and "Forslag E-12 Kortere forløb" are."""
    if any(each.is_called(match["title"]) for each in listed.with_code(match["code"])):
        return True
    own = is_certain(match["code"])
    if not (match["sure"] or own):
        return False
    return bool(match["between"].strip(" .")) or (
        match["title"][0].isupper() and bool(match["nr"] or own or "." in match["code"])
    )


def _begins_with_code(match: re.Match[str]) -> bool:
    return not match["before"] and match["title"][0].isupper()


def _marked(blocks: Sequence[_Block], at: int, text: str) -> Start | None:
    """A line that is set as a heading, with a code, right over a table of what changes."""
    block = blocks[at]
    match = _MARKED.fullmatch(text) if isinstance(block, Paragraph) and block.text.lstrip().startswith("#") else None
    table = next((each for each in blocks[at + 1 : at + 1 + _NEAR] if isinstance(each, Table)), None)
    if match is None or table is None or not any(_SAVES.search(row.label) for row in table.rows):
        return None
    return Start(code_in(text) or compared_code(text.split(maxsplit=1)[0].strip(":·–-")), match["title"])


def _with_numbers(blocks: Sequence[_Block], said: dict[int, Start], listed: ListedTitles) -> dict[int, Start]:
    """Give a title its number where that stands on a line of its own beside it: "Nr. 4", "# Forslag nr. 4"."""
    answer = dict(said)
    for at, block in enumerate(blocks):
        text = plain_line(block)
        field, bare = _FIELD.fullmatch(text), None if is_form_row(block) else _BARE.fullmatch(text)
        match = field or bare
        if match is None or at in said:
            continue
        code, titled = compared_code(match["code"]), _titled_near(said, at, back=_NEAR if field else 0)
        if titled is not None:
            answer[min(at, titled)] = Start(code, said[titled].title)
            if titled > at:
                del answer[titled]
        elif bare and (start := _bare(blocks, at, bare, listed.with_code(code))):
            answer[at] = start
    return answer


def _titled_near(said: dict[int, Start], at: int, back: int) -> int | None:
    """Return the nearest title without a code, after a line first and then before it."""
    after = (each for each in range(at + 1, at + 1 + _NEAR) if each in said)
    before = (each for each in range(at - 1, at - 1 - back, -1) if each in said)
    for near in (after, before):
        found = next(near, None)
        if found is not None and said[found].title and said[found].code is None:
            return found
    return None


def _bare(blocks: Sequence[_Block], at: int, match: re.Match[str], listed: Sequence[ListedTitle]) -> Start | None:
    """A heading "Forslag nr. 4" with no title under it is called what the overview calls it, else what it says."""
    marked = getattr(blocks[at], "text", "").lstrip().startswith("#")
    if not (marked or match["nr"] or listed):
        return None
    return Start(compared_code(match["code"]), listed[0].title if listed else match[0].rstrip(" .:"))


def _without_lists(said: dict[int, Start]) -> dict[int, Start]:
    """Lines that follow each other and begin one proposal each are a list of them, where each begins elsewhere too."""
    times = Counter(start.code for start in said.values())
    return {at: start for at, start in said.items() if not (_in_list(said, at) and times[start.code] > 1)}


def _in_list(said: dict[int, Start], at: int) -> bool:
    code = said[at].code
    beside = [said[near].code for near in (at - 1, at + 1) if near in said]
    return code is not None and any(other not in (None, code) for other in beside)

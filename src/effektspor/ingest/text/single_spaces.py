"""Tables set with single spaces: the head says how many figures end each row, and the rest is its label."""

import re
from collections import Counter

from effektspor.core.unit import parse_quantity
from effektspor.ingest.captions import is_note
from effektspor.ingest.cells import strip_marks
from effektspor.ingest.roles import is_code, is_number_head
from effektspor.ingest.text.head_phrases import names_of

_EMPTY = ("-", "–", "−")
_PERCENT = re.compile(r"(?<=\d) (?=(?:%|pct\.)(?:\s|$))")
_LEAST_COLUMNS, _LEAST_ROWS, _MOST_ABOVE = 2, 2, 6
_ZERO_GROUP, _DOTTED = re.compile(r"[-−–+(]*0\d"), re.compile(r"\d\.\d{3}|\d,\d")
_PLAIN, _GROUP = re.compile(r"\d{1,4}"), re.compile(r"\d{3}\)?")
_Words = list[str]


def tabbed_figures(texts: list[str]) -> list[str]:
    """Return the lines of a block with tabs before its figures; none where it is not certain that it is a table."""
    lines = [_words(text) for text in texts]
    counts = [_figures_at_end(words) for words in lines]
    for head in range(min(_MOST_ABOVE, len(lines) - _LEAST_ROWS)):
        for width in _widths(counts[head + 1 :]):
            names = names_of(texts[head], width)
            if names and (rows := _rows(lines[head + 1 :], counts[head + 1 :], width)):
                return [*texts[:head], *_with_numbers("\t".join([names[0], *names[1]]), rows)]
    return []


def _words(text: str) -> _Words:
    return [word.replace("\u00a0", " ") for word in _PERCENT.sub("\u00a0", text).split(" ") if word]


def _figures_at_end(words: _Words) -> int:
    count = 0
    for word in reversed(words[1:]):
        if not (_is_figure(word) or word in _EMPTY):
            break
        count += 1
    return count


def _is_figure(word: str) -> bool:
    return parse_quantity(strip_marks(word)) is not None


def _widths(counts: list[int]) -> list[int]:
    """Return how many columns there may be: as many as most rows have figures, or one fewer where labels end in one."""
    common = [count for count, _ in Counter(count for count in counts if count >= _LEAST_COLUMNS).most_common(2)]
    return [*common, *(count - 1 for count in common if count > _LEAST_COLUMNS and count - 1 not in common)]


def _rows(lines: list[_Words], counts: list[int], width: int) -> list[str]:
    """Return the rows, tabbed; none where fewer than half of the lines are rows, or one has figures too many."""
    exact = counts.count(width)
    dotted = any(_DOTTED.search(word) for words in lines for word in words)
    read = [_row(words, count, width, exact=exact, dotted=dotted) for words, count in zip(lines, counts, strict=True)]
    rows = sum(bool(row) for row in read)
    # What has fewer figures than the head has names has empty cells, and nobody can tell which.
    broken = sum(not row and count > 0 for row, count in zip(read, counts, strict=True))
    if rows < _LEAST_ROWS or rows * 2 < len(lines) or broken * 3 > rows:
        return []
    end = max(at for at, row in enumerate(read) if row) + 1
    return [row or _alone(words, width) for row, words in zip(read[:end], lines[:end], strict=True)] + [
        _alone(words, 0 if _is_text(words) else width) for words in lines[end:]
    ]


def _row(words: _Words, count: int, width: int, *, exact: int, dotted: bool) -> str:
    if count < width or any(_ZERO_GROUP.match(word) and "," not in word for word in words[-width:]):
        return ""
    if count > width and not _ends_in_figure(
        words[:-width], words[-width], exact=exact, dotted=dotted, more=count - width
    ):
        return ""
    return "\t".join([" ".join(words[:-width]), *words[-width:]])


def _ends_in_figure(label: _Words, first: str, *, exact: int, dotted: bool, more: int) -> bool:
    """Whether a label ends in a figure of its own: "§ 107", or "Kohorte 2024" where other rows have one fewer.

    "350 250" may be thousands with a space, unless the table sets dots.
    """
    if more == 1 and label[-1].endswith(("%", "pct.")):
        return exact > 0
    if more > 1 or not _PLAIN.fullmatch(label[-1]):
        return False
    if label[-2:-1] and label[-2].endswith("§"):
        return True
    return exact > 0 and (dotted or not _GROUP.fullmatch(first))


def _alone(words: _Words, width: int) -> str:
    return " ".join(words) + "\t" * width


def _is_text(words: _Words) -> bool:
    text = " ".join(words)
    return is_note(text) or text.endswith(".")


def _with_numbers(head: str, rows: list[str]) -> list[str]:
    """Return head and rows with a column of their numbers, where the head begins with "Nr." and rows with one."""
    first, _, rest = head.partition(" ")
    numbered = [is_code(row.split(" ", 1)[0]) for row in rows]
    if not is_number_head(first) or not rest or not any(numbered):
        return [head, *rows]
    parted = (row.replace(" ", "\t", 1) if has else f"\t{row}" for row, has in zip(rows, numbered, strict=True))
    return [f"{first}\t{rest}", *(row if "\t" in row.strip("\t") else row.strip("\t") for row in parted)]

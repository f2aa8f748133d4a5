"""Tables drawn with pipes as tabs: "| a | b |" → "a<tab>b", also where no pipe stands around the rows."""

import re
from collections.abc import Iterator

_SPLIT = re.compile(r"(?<!\\)\|")
# One pipe alone may be a sign in a text; in three lines that follow each other it separates two columns.
_LEAST_PIPES, _LEAST_LINES = 2, 3
# A heading, or the end of a page, may stand between rows of one table.
_NEAR = 4


def tabbed_pipes(lines: list[str]) -> list[str]:
    """Return the lines, those of tables drawn with pipes with tabs between their cells; the count stays the same."""
    answer = list(lines)
    bare: set[int] = set()
    last = 0
    for block in _blocks(lines):
        here = {len(cells) for line in block if (cells := _split(lines[line]))[0] and cells[-1]}
        bare = bare | here if block[0] - last <= _NEAR else here
        last = block[-1]
        for line in block:
            answer[line] = "\t".join(_cells(_split(lines[line]), bare))
    return answer


def _blocks(lines: list[str]) -> Iterator[list[int]]:
    """Yield the numbers of lines with pipes that follow each other."""
    block: list[int] = []
    for line, text in enumerate([*lines, ""]):
        if "\t" not in text and _SPLIT.search(text):
            block.append(line)
        elif block:
            yield from _of_tables(block, lines)
            block = []


def _of_tables(block: list[int], lines: list[str]) -> Iterator[list[int]]:
    pipes = [len(_split(lines[line])) - 1 for line in block]
    if len(block) >= _LEAST_LINES and set(pipes) == {1}:
        yield block
    elif several := [line for line, count in zip(block, pipes, strict=True) if count >= _LEAST_PIPES]:
        yield several


def _split(text: str) -> list[str]:
    return [cell.strip() for cell in _SPLIT.split(text)]


def _cells(cells: list[str], bare: set[int]) -> list[str]:
    """Return the cells of a line without the pipes around it.

    Among lines of equally many cells with nothing around them, what looks like a pipe at the edge is an empty cell.
    """
    if len(cells) not in bare:
        cells = cells[1:] if not cells[0] else cells
        cells = cells[:-1] if not cells[-1] and len(cells) > 1 else cells
    return [cell.replace("\\|", "|") for cell in cells]

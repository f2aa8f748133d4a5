"""Markdown's pipes as tabs: "| a | b |" → "a<tab>b"."""

import re

_PIPED = re.compile(r"^\s*\|.*\|\s*$|^[^|]*[^|\s][^|]*\|[^|]*\|")
_SPLIT = re.compile(r"(?<!\\)\|")


def tabbed_pipes(text: str) -> str:
    """Return a line of a Markdown table with tabs between its cells; any other line as it is."""
    if "\t" in text or not _PIPED.match(text):
        return text
    cells = _SPLIT.split(text.strip())
    if text.strip().startswith("|"):
        cells = cells[1:]
    if text.strip().endswith("|"):
        cells = cells[:-1]
    return "\t".join(cell.strip().replace("\\|", "|") for cell in cells)

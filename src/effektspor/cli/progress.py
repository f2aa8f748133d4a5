"""How far a long file is read, on the terminal of whoever waits; nothing where the output goes to a file."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from effektspor.ingest.grants.reading import Tell

_CLEAR = "\r\x1b[K"


@contextmanager
def told_progress() -> Iterator[Tell]:
    """Give what tells how many lines are read; the telling is wiped away in the end."""
    terminal = sys.stderr.isatty()

    def tell(lines: int) -> None:
        if terminal:
            print(f"{_CLEAR}Læser: {lines:,} linjer …".replace(",", "."), end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if terminal:
            print(_CLEAR, end="", file=sys.stderr, flush=True)

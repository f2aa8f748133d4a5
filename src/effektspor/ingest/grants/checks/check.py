"""What a check of grants is, and how it makes a finding."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from effektspor.core.finding import Finding, Place, Verdict
from effektspor.ingest.grants.rows import ReadRow

_LONGEST_QUOTE = 40


class Fault(Protocol):
    """A code, how sure it is, and in its docstring what it means."""

    code: str
    verdict: Verdict


class RowCheck(Fault, Protocol):
    """A check of one line."""

    def check(self, row: ReadRow) -> Iterable[Finding]:
        """Yield one finding per cause."""
        ...


def fault(check: Fault, at: Place | Sequence[Place], message: str, remedy: str, columns: Sequence[str] = ()) -> Finding:
    """Return a finding of a check; of several places the first is its own, the others are related."""
    place, *related = [at] if isinstance(at, Place) else at
    return Finding(check.code, check.verdict, place, message, remedy, columns=tuple(columns), related=tuple(related))


def quoted(text: str) -> str:
    """Return »text«, cut where it is long, in one line."""
    shown = " ".join(text.split())
    return f"»{shown if len(shown) <= _LONGEST_QUOTE else shown[: _LONGEST_QUOTE - 1] + '…'}«"

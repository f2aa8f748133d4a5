"""What a check is, and how it makes a finding."""

import inspect
from collections.abc import Iterable
from typing import Protocol

from effektspor.core.audit.paper import Paper
from effektspor.core.finding import Finding


class Check(Protocol):
    """A check of one paper. Its docstring is the manual page users read: title, explanation, wrong and right."""

    code: str

    def check(self, paper: Paper) -> Iterable[Finding]:
        """Yield one finding per cause."""
        ...


def manual_of(check: Check) -> tuple[str, str]:
    """Return a check's title and manual text from its docstring."""
    title, _, text = inspect.cleandoc(check.__doc__ or "").partition("\n")
    return title.rstrip("."), text.strip()

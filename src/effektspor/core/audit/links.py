"""What tables say of each other: twins within a case, catalogue rows and their cases."""

from collections.abc import Iterator

from effektspor.core.audit.cases import Case
from effektspor.core.audit.equations import Equation
from effektspor.core.document import Document


def link_equations(document: Document, cases: tuple[Case, ...]) -> Iterator[Equation]:
    """Yield the equations between tables."""
    yield from ()

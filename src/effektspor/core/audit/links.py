"""Equations between tables: twins that say the same again, and a catalogue against its proposals."""

from collections.abc import Iterator

from effektspor.core.audit.cases import Case
from effektspor.core.audit.equations import Equation
from effektspor.core.audit.listed_cases import catalogue_equations
from effektspor.core.audit.twins import twin_equations
from effektspor.core.document import Document


def link_equations(document: Document, cases: tuple[Case, ...]) -> Iterator[Equation]:
    """Yield the equations between the tables of each case, and between a catalogue and the cases it lists."""
    for case in cases:
        yield from twin_equations(case)
    yield from catalogue_equations(cases)

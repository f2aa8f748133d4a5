"""A paper as the checks see it: its tables, the proposals they belong to, and what its figures say of each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from effektspor.core.audit.cases import Case, cases_of
from effektspor.core.audit.diagnosis import Cause, diagnose
from effektspor.core.audit.equations import Equation
from effektspor.core.audit.links import link_equations
from effektspor.core.audit.repeated_sums import repeated_sum_equations
from effektspor.core.audit.rollups import rollup_equations
from effektspor.core.audit.structure import table_equations
from effektspor.core.document import Document, Table


@dataclass(frozen=True)
class Paper:
    """A settled document; what is read out of it is read once."""

    document: Document

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The tables by id, in the paper's order."""
        return {table.id: table for table in self.document.tables}

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The tables that belong together: one case per proposal, and one for what stands outside them."""
        return cases_of(self.document)

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """All that the figures say of each other, within tables and between them."""
        return tuple(self._equations())

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """Why equations fail, one cause each."""
        return diagnose(self.tables, self.equations)

    def _equations(self) -> Iterator[Equation]:
        for table in self.document.tables:
            yield from table_equations(table)
        yield from repeated_sum_equations(self.document.tables)
        yield from link_equations(self.document, self.cases)
        for case in self.cases:
            yield from rollup_equations(case.tables)

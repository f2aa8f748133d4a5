"""Which tables belong together: those of one proposal."""

from dataclasses import dataclass

from effektspor.core.document import Document, Table


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal's tables in order; `code` and `title` as the paper gives them, None outside every proposal."""

    code: str | None
    title: str | None
    tables: tuple[Table, ...]


def cases_of(document: Document) -> tuple[Case, ...]:
    """Return the proposals of a paper with their tables; a paper without any is one case without a code."""
    return (Case(None, None, document.tables),)

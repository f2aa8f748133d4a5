"""A business case as a document, for checks, pages and papers."""

from effektspor.core.proposals.printed.document import document_of, fields_of, tables_of

__all__ = ["document_of", "fields_of", "tables_of"]

"""Grants files: CSV → price lines with what is wrong by line, and price lines → grants."""

from effektspor.ingest.grants.reading import ReadGrants, read_grants
from effektspor.ingest.grants.schedules import grants_of, overlapping_ids

__all__ = ["ReadGrants", "grants_of", "overlapping_ids", "read_grants"]

"""What a finding is known by when its paper is read again: not where it stands, but what it is about."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from effektspor.core.document import Document
from effektspor.core.finding import Finding

_Key = tuple[str, ...]


def fingerprint_findings(name: str, document: Document, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the fingerprint of each finding of a paper, in their order: sha256, as hexadecimal.

    It covers the paper's name, the code, the table's caption, the row's label, the columns and the stated figure, so
    that a line moved or a verdict changed leaves it as it was. Those alike within a paper get a running number.
    """
    tables = {table.id: table for table in document.tables}
    seen: Counter[_Key] = Counter()
    fingerprints = []
    for finding in findings:
        table = tables.get(finding.table or "")
        caption = table.caption if table else None
        label = table.rows[finding.row].label if table and finding.row is not None else None
        key = (name, finding.code, _one_line(caption), _one_line(label), *finding.columns, finding.stated or "")
        seen[key] += 1
        fingerprints.append(_hash(key, seen[key]))
    return tuple(fingerprints)


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _hash(key: _Key, number: int) -> str:
    # The lengths keep apart what would run together: ("ab", "c") is not ("a", "bc").
    parts = (*key, str(number))
    return hashlib.sha256("".join(f"{len(part)}:{part}" for part in parts).encode()).hexdigest()

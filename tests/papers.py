"""Reading papers in tests: from a folder, or drawn in the test as a controller would draw them."""

import os
from functools import cache
from pathlib import Path

import pytest

from effektspor.core.audit.catalogue import audit_document
from effektspor.ingest.reading import read_document

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "demo" / "documents"
REAL = Path(os.environ.get("EFFEKTSPOR_PAPERS") or ROOT.parent / "shared" / "seeds")


@cache
def read_and_audited(path):
    return audit_document(read_document(path.name, path.read_bytes()))


class Papers:
    """A folder of papers, named by the three digits they begin with."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, number):
        return next(self.folder.glob(f"{number}_*.txt"))

    def document(self, number):
        return read_and_audited(self.path(number))[0]

    def findings(self, number):
        return read_and_audited(self.path(number))[1]


def papers_in(folder):
    """Return the papers of a folder; the real ones belong to their authors and are not in the repository."""
    if not folder.is_dir():
        pytest.skip(f"the real papers are not in {folder}; EFFEKTSPOR_PAPERS names another folder")
    return Papers(folder)


def read(text):
    """Return the document of a text; » | « stands for the tabulator between two cells."""
    lines = ("\t".join(cell.strip() for cell in line.split("|")) for line in text.strip("\n").split("\n"))
    return read_document("papir.txt", "\n".join(lines).encode())


def only_table(text):
    (table,) = audit_document(read(text))[0].tables
    return table


def findings_of(text):
    return audit_document(read(text))[1]


def said(text):
    """Return what the checks say, short: code, verdict, columns, stated, computed."""
    return [
        (found.code, found.verdict.value, found.columns, found.stated, found.computed) for found in findings_of(text)
    ]


def values(row):
    """Return a row's figures as the command prints them: None for no figure, a list for a stack."""
    plain = [[number and number.plain() for number in cell.numbers] for cell in row.cells]
    return [None if not stack else stack[0] if len(stack) == 1 else stack for stack in plain]

"""All checks together."""

import pytest

from effektspor.core.audit.catalogue import CHECKS, audit_document
from effektspor.core.audit.check import manual_of
from effektspor.core.document import Document
from tests.papers import findings_of, read, said


def test_a_clean_paper_is_met_with_silence():
    assert said("Tilbud | 2024\nA | 1\nI alt | 1") == []


@pytest.mark.parametrize("text", ["Kun tekst.", "Navn | Adresse\nA | B"])
def test_a_paper_without_tables_is_told(text):
    (found,) = findings_of(text)
    assert (found.code, found.verdict.value, found.place.line) == ("DOK-001", "note", 1)


def test_an_empty_document_is_told_without_a_place():
    (found,) = audit_document(Document("tom.txt", ()))[1]
    assert (found.code, found.place.as_json()) == ("DOK-001", {})


def test_the_surest_come_first():
    told = said("Tilbud | 2024 | 2025 | 2026\nA | 1 | 2 | 3\nB | 1 | x | 3\nC | 1 | 2 | 3\nI alt | 3 | 6 | 90\n")
    assert [verdict for _, verdict, *_ in told] == ["ask", "note"]


def test_the_text_of_the_document_is_kept():
    document = read("Indledning\n\nTilbud | 2024\nA | 1\n\nSlut.")
    audited, _ = audit_document(document)
    assert audited.paragraphs == document.paragraphs and len(audited.blocks) == len(document.blocks)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_check_has_a_manual_page(check):
    title, text = manual_of(check)
    assert title and "Forkert:" in text and "Rigtigt:" in text


def test_codes_are_unique():
    assert len({check.code for check in CHECKS}) == len(CHECKS)


def test_the_tables_of_the_paper_carry_their_relations():
    audited, _ = audit_document(read("Tilbud | 2024\nA | 1\nI alt | 1"))
    assert audited.tables[0].relations

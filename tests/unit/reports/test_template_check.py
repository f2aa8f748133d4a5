"""A user's template is tried on an example with something in every field, and its fields are told in Danish."""

import zipfile
from io import BytesIO
from typing import Any

import pytest

from effektspor.reports.errors import ReportError
from effektspor.reports.template_check import TEMPLATE_TITLES, built_in, check_template, sample_fields
from effektspor.reports.template_fields import fields_of_template
from effektspor.reports.word_file import TEMPLATES

NAMES = pytest.mark.parametrize("name", TEMPLATE_TITLES)


def edited(name: str, old: str, new: str) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(TEMPLATES / name) as source, zipfile.ZipFile(target, "w") as to:
        for part in source.namelist():
            data = source.read(part)
            changed = data.replace(old.encode(), new.encode()) if part == "word/document.xml" else data
            assert changed != data or part != "word/document.xml"
            to.writestr(part, changed)
    return target.getvalue()


@NAMES
def test_our_own_templates_can_be_used(name: str) -> None:
    check_template(name, built_in(name).read_bytes())


def test_there_is_one_for_every_word_file_of_ours() -> None:
    assert set(TEMPLATE_TITLES) == {path.name for path in TEMPLATES.glob("*.docx")}


@NAMES
def test_the_example_has_entries_in_every_list_that_a_template_loops_over(name: str) -> None:
    for field, value in sample_fields(name).items():
        assert value != [], f"{name}: {field}"
    assert len(sample_fields(name)["marks"]) == 2


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("forslag.docx", "{{ title }}", "{{ titel }}", "felt, der ikke findes: »titel«"),
        ("forslag.docx", "{{ mark }}", "", "Skabelonen viser ikke"),
        # Printed only where a table has a column of words, which most have not.
        ("forslag.docx", "{{ economy.text_head }}", "{{ economy.tekst }}", "felt, der ikke findes: »tekst«"),
        ("strateginotat.docx", "{{ line.text }}", "{{ line.tekst }}", "felt, der ikke findes: »tekst«"),
        ("katalogbilag.docx", "{{ row.label }}", "{{ row.navn }}", "felt, der ikke findes: »navn«"),
        ("budgetforslag.docx", "{{ fact.text }}", "{{ fact.text }", "kan ikke læses"),
        ("handleplan.docx", "{{ chart }}", "{{ diagram }}", "felt, der ikke findes: »diagram«"),
    ],
)
def test_what_is_wrong_in_a_template_is_said_before_it_is_used(name: str, old: str, new: str, words: str) -> None:
    with pytest.raises(ReportError, match=rf"^{name}: .*{words}"):
        check_template(name, edited(name, old, new))


@NAMES
def test_every_field_is_told_in_danish_at_every_depth(name: str) -> None:
    told = fields_of_template(name)
    assert {field.name for field in told if field.depth == 0} == set(sample_fields(name))
    assert all(field.danish for field in told)
    assert {field.name for field in told} >= _names(sample_fields(name))


def _names(value: Any) -> set[str]:
    match value:
        case dict():
            return set(value) | {name for each in value.values() for name in _names(each)}
        case list():
            return {name for each in value for name in _names(each)}
    return set()

"""Build the Word templates of our papers anew: `.venv/bin/python tools/make_templates.py`.

A user changes a copy of them in Word; we change them here, so that all of them look alike.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from docx.document import Document

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tools.template_parts import (  # noqa: E402
    HAIR,
    Column,
    RowLook,
    add_fact,
    add_line,
    add_lines,
    add_marks,
    add_notes,
    add_table,
    add_tags,
    add_title,
)
from tools.template_styles import TEXT, new_template, saved  # noqa: E402

from effektspor.reports.word_file import TEMPLATES, without_time  # noqa: E402

_FILL, _STRONG, _DOUBLE, _HAIR = "F4F4F4", ("single", 8, TEXT), ("double", 6, TEXT), ("single", 4, HAIR)
_HEADING = RowLook("row.heading", bold=True, heading=True)
_BESIDE = RowLook("row.beside", beside=True)
_SUM = RowLook("row.sum", bold=True, fill=_FILL, above=_HAIR)
_TOTAL = RowLook("row.total", bold=True, fill=_FILL, above=_STRONG, below=_DOUBLE)
_PLAIN = RowLook("")
_KINDS = (_HEADING, _BESIDE, _SUM, _TOTAL, _PLAIN)
_FIGURE, _AREA, _KEY = 794, 1660, 1720


def amount_columns(table: str, label_head: str) -> list[Column]:
    """Return the columns of a table of amounts by year, with those of words only where it has any."""
    unit, whole = f"{table}.unit", f"{{{{ {table}.unit }}}}"
    return [
        Column(f"{{{{ {table}.number_head }}}}", "{{ row.number }}", 1300, only_if=f"{table}.number_head"),
        Column(label_head or whole, "{{ row.label }}", 4200, under=unit if label_head else "", in_heading=True),
        Column(f"{{{{ {table}.category_head }}}}", "{{ row.category }}", _AREA, only_if=f"{table}.category_head"),
        Column(f"{{{{ {table}.key_head }}}}", "{{ row.key }}", _KEY, only_if=f"{table}.key_head"),
        Column(
            "{{ column.name }}", "{{ cell }}", _FIGURE, under="column.unit", figure=True,
            each=(f"{table}.columns", "row.cells"), span=f"{table}.width",
        ),
        Column(f"{{{{ {table}.text_head }}}}", "{{ row.text }}", 1304, only_if=f"{table}.has_text"),
    ]  # fmt: skip


def add_amounts(document: Document, table: str, label_head: str, name: str) -> None:
    """Add a table of amounts with its title and its notes."""
    add_tags(document, f"if {table}.caption")
    add_line(document, f"{{{{ {table}.caption }}}}", "Caption")
    add_tags(document, "endif")
    add_table(document, amount_columns(table, label_head), f"{table}.rows", _KINDS, name)
    add_notes(document, f"{table}.notes")


def add_words(document: Document, tables: str) -> None:
    """Add tables of words: the first column as wide as the others."""
    add_tags(document, f"for words in {tables}")
    columns = [Column("{{ column }}", "{{ cell }}", 2352, each=("words.heads", "row"))]
    add_table(document, columns, "words.rows", (_PLAIN,), "Oversigt")
    # Two tables of Word with nothing between them become one.
    add_tags(document, "if not loop.last")
    add_line(document, "", "Note")
    add_tags(document, "endif", "endfor")


def add_sections(document: Document, sections: str = "sections") -> None:
    add_tags(document, f"for section in {sections}")
    add_tags(document, "if section.heading")
    add_line(document, "{{ section.heading }}", "Heading 1")
    add_tags(document, "endif")
    add_lines(document, "section.lines")
    add_tags(document, "for table in section.tables")
    add_amounts(document, "table", "", "Beløb")
    add_tags(document, "endfor")
    add_words(document, "section.text_tables")
    add_tags(document, "endfor")


def add_facts(document: Document) -> None:
    add_tags(document, "for fact in facts")
    add_fact(document, "{{ fact.name }}", "{{ fact.text }}")
    add_tags(document, "endfor")


def add_source(document: Document) -> None:
    add_tags(document, "if source")
    add_line(document, "Kilde: {{ source }}", "Note")
    add_tags(document, "endif")


def case_template() -> Document:
    """A business case: what it is, its whole economy, its sections with their tables."""
    document = new_template()
    add_line(document, "BUSINESS CASE", "Undertitel")
    add_title(document, "Forslagets titel", "{{ title }}")
    add_marks(document)
    for condition, name, value in (
        ("summary", "Kort resumé", "{{ summary }}"),
        ("submitted_by", "Fremstillende forvaltning", "{{ submitted_by }}"),
        ("departments", "Berørte forvaltninger", "{{ departments }}"),
    ):
        add_tags(document, f"if {condition}")
        add_fact(document, name, value)
        add_tags(document, "endif")
    add_tags(document, "for link in links")
    add_fact(document, "{{ link.kind }}", "{{ link.text }}")
    add_tags(document, "endfor")
    add_line(document, "Forslagets samlede økonomiske konsekvenser", "Heading 1")
    add_amounts(document, "economy", "", "Forslagets samlede økonomi")
    add_sections(document)
    add_source(document)
    return document


def budget_template() -> Document:
    """A budget proposal in the form of a council's budget."""
    document = new_template()
    add_line(document, "BUDGETFORSLAG", "Undertitel")
    add_title(document, "Overskrift", "{{ title }}")
    add_marks(document)
    add_facts(document)
    add_amounts(document, "economy", "", "Budgetændring")
    add_sections(document)
    add_source(document)
    return document


def annex_template() -> Document:
    """The annex to a catalogue: its groups, and what all come to."""
    document = new_template()
    add_line(document, "{{ title }}", "Title")
    add_line(document, "{{ meta }}", "Undertitel")
    add_marks(document)
    add_tags(document, "for table in groups")
    add_amounts(document, "table", "Omprioriteringsforslag", "Forslag i gruppen")
    add_tags(document, "endfor", "for table in summaries")
    add_amounts(document, "table", "", "I alt")
    add_tags(document, "endfor")
    add_source(document)
    return document


def note_template() -> Document:
    """A strategy note: what a person wrote, and tables from data."""
    document = new_template()
    add_line(document, "{{ title }}", "Title")
    add_marks(document)
    add_facts(document)
    add_sections(document)
    add_source(document)
    return document


def status_template() -> Document:
    """The status of a plan: the key sentence, the table, the chart, what is written of each measure."""
    document = new_template()
    add_line(document, "{{ title }}", "Title")
    add_line(document, "{{ meta }}", "Undertitel")
    add_marks(document)
    key = add_line(document, "{%r for part in key %}", "Hovedsætning")
    for text in (
        "{%r if part.figure %}",
        "{{ part.text }}",
        "{%r else %}",
        "{{ part.text }}",
        "{%r endif %}",
        "{%r endfor %}",
    ):
        key.add_run(text)
    key.runs[2].bold = True
    add_line(document, "Tiltag", "Heading 1")
    add_line(document, "{{ caption }}", "Over tabel")
    add_table(document, _status_columns(), "rows", _STATUS_KINDS, "Mål og realiseret for hvert tiltag")
    add_notes(document, "notes")
    add_line(document, "{{ rule }}", "Note")
    _add_chart(document)
    _add_statuses(document)
    add_source(document)
    return document


_STATUS_KINDS = (
    RowLook("row.net", bold=True, fill=_FILL, above=_STRONG, below=_DOUBLE),
    RowLook("row.gross", bold=True, fill=_FILL, above=_HAIR),
    _PLAIN,
)


def _status_columns() -> list[Column]:
    amounts = (("Mål", "target", 1077), ("Realiseret", "realised", 1134), ("Mod mål", "difference", 1077))
    return [
        Column("Nr.", "{{ row.number }}", 511, figure=True),
        Column("Tiltag", "{{ row.label }}", 4365),
        *(Column(head, f"{{{{ row.{name} }}}}", width, "unit", figure=True) for head, name, width in amounts),
        Column("Status", "{{ row.status }}", 1247),
    ]


def _add_chart(document: Document) -> None:
    add_tags(document, "if chart")
    add_line(document, "Realiseret og mål", "Heading 1")
    add_line(document, "{{ chart_sentence }}").paragraph_format.keep_with_next = True
    add_line(document, "{{ chart }}", "Diagram")
    add_tags(document, "endif")


def _add_statuses(document: Document) -> None:
    add_tags(document, "if statuses")
    add_line(document, "Status for hvert tiltag", "Heading 1")
    add_tags(document, "for measure in statuses")
    add_line(document, "{{ measure.number }}  {{ measure.title }}", "Heading 2")
    add_lines(document, "measure.lines")
    add_tags(document, "endfor", "endif")


TEMPLATE_BUILDERS: Mapping[str, tuple[str, Callable[[], Document]]] = {
    "handleplan.docx": ("Status for økonomisk handleplan", status_template),
    "forslag.docx": ("Business case", case_template),
    "budgetforslag.docx": ("Budgetforslag", budget_template),
    "katalogbilag.docx": ("Bilag til omprioriteringskatalog", annex_template),
    "strateginotat.docx": ("Strateginotat", note_template),
}


def built(name: str) -> bytes:
    """Return a template as it is built now; the same code gives the same bytes."""
    title, build = TEMPLATE_BUILDERS[name]
    return without_time(saved(build(), title))


if __name__ == "__main__":
    for template in TEMPLATE_BUILDERS:
        (TEMPLATES / template).write_bytes(built(template))

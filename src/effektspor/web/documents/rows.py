"""Core values ↔ JSON: the one to/from pair for readings and findings."""

from typing import Any

from cattrs.preconf.json import make_converter

from effektspor.app.ports import Reading
from effektspor.core.document import Document, Paragraph, Table
from effektspor.core.finding import Finding

_converter = make_converter(omit_if_default=True)


def _block(value: dict[str, Any], _: type) -> Paragraph | Table:
    kind: type[Paragraph] | type[Table] = Table if "columns" in value else Paragraph
    return _converter.structure(value, kind)


_converter.register_structure_hook(Paragraph | Table, _block)


def document_to_json(document: Document) -> str:
    return _converter.dumps(document, ensure_ascii=False)


def document_from_json(text: str) -> Document:
    return _converter.loads(text, Document)


def finding_to_json(finding: Finding) -> str:
    return _converter.dumps(finding, ensure_ascii=False)


def finding_from_json(text: str) -> Finding:
    return _converter.loads(text, Finding)


def reading_to_json(reading: Reading) -> str:
    return _converter.dumps(reading, ensure_ascii=False)


def reading_from_json(text: str) -> Reading:
    return _converter.loads(text, Reading)

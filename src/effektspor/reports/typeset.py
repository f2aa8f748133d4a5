"""Papers as pdf: typst, tagged for screen readers (PDF/UA-1), the same bytes every time."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import typst

from effektspor.reports.fonts import font_folder
from effektspor.reports.word_file import TEMPLATES


def typeset(template: str, fields: Mapping[str, Any], made_on: date, **inputs: str) -> bytes:
    """Return a template set with fields. Users' text reaches typst as data only, never as code."""
    day = {"year": made_on.year, "month": made_on.month, "day": made_on.day}
    pdf = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=[font_folder()],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"paper": json.dumps({**fields, "date": day}, ensure_ascii=False), **inputs},
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(made_on, time(), UTC),
    )
    assert isinstance(pdf, bytes), "one paper is one pdf"
    return pdf

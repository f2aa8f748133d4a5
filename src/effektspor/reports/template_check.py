"""Whether a user's own Word template can be used: it is filled with an example in which every field has something."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from effektspor.reports.docx import fill_status
from effektspor.reports.paper import paper_fields
from effektspor.reports.printed import PrintedPaper
from effektspor.reports.template_samples import (
    sample_annex,
    sample_budget,
    sample_case,
    sample_note,
    sample_status,
)
from effektspor.reports.word_file import TEMPLATES, fill_word

TEMPLATE_TITLES: Mapping[str, str] = {
    "handleplan.docx": "Status på handleplanen",
    "forslag.docx": "Business case",
    "budgetforslag.docx": "Budgetforslag",
    "katalogbilag.docx": "Bilag 1a til et katalog",
    "strateginotat.docx": "Strateginotat",
}
_STATUS = "handleplan.docx"
_SAMPLES: Mapping[str, Callable[[], PrintedPaper]] = {
    "forslag.docx": sample_case,
    "budgetforslag.docx": sample_budget,
    "katalogbilag.docx": sample_annex,
    "strateginotat.docx": sample_note,
}


def built_in(name: str) -> Path:
    """Return our own template of a name."""
    assert name in TEMPLATE_TITLES, f"{name} is none of our templates"
    return TEMPLATES / name


def check_template(name: str, data: bytes) -> None:
    """Fill a template that is to take the place of ours of that name with an example.

    Raises ReportError, with the name, when it cannot be used: a field that does not exist, a tag that is not closed,
    no Word file, or a paper's open errors that it does not print.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        fields, made_on = sample_fields(name), date(2026, 1, 31)
        if name == _STATUS:
            fill_status(sample_status(), path)
        else:
            fill_word(path, fields, name, made_on)
        # What a template prints only when there is something is tried as well.
        fill_word(path, _whole(fields), name, made_on)


def sample_fields(name: str) -> Mapping[str, Any]:
    """Return the fields a template of that name is filled with, each with an example."""
    return paper_fields(sample_status()) | {"chart": ""} if name == _STATUS else _SAMPLES[name]().fields()


def _whole(value: Any) -> Any:
    """The same fields with something in each that is empty and a yes in each that is no."""
    match value:
        case dict():
            return {name: _whole(each) for name, each in value.items()}
        case list():
            return [_whole(each) for each in value]
        case "":
            return "x"
        case False:
            return True
    return value

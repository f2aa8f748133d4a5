"""What is wrong with a template that a user has edited, in words a user of Word can act on."""

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from docx.opc.exceptions import PackageNotFoundError
from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError

from effektspor.reports.errors import ReportError

# What opening and filling a template raises: our own fields are plain text, so the template is the cause.
TEMPLATE_ERRORS = (
    TemplateError, PackageNotFoundError, SyntaxError, zipfile.BadZipFile, OSError, LookupError, ValueError, TypeError,
    AttributeError, ArithmeticError,
)  # fmt: skip
_FILE_ERRORS = (PackageNotFoundError, zipfile.BadZipFile, OSError, KeyError, ValueError)
_START_AGAIN = "eller begynd forfra med den medfølgende skabelon"


def template_error(template: Path, error: Exception, fields: Iterable[str]) -> ReportError:
    """Return the error to show: the template's name, what is wrong in it, and what to do."""
    if isinstance(error, UndefinedError):
        remedy = f"Ret navnet i Word. Papirets felter er {', '.join(sorted(fields))}."
        return ReportError(template.name, f"Skabelonen bruger et felt, der ikke findes: {_last_quoted(error)}.", remedy)
    if isinstance(error, _FILE_ERRORS):
        reason = "Skabelonen er ikke et Word-dokument (.docx)." if template.is_file() else "Skabelonen findes ikke."
        return ReportError(template.name, reason, f"Gem den igen fra Word som .docx, {_START_AGAIN}.")
    reason = f"Et felt i skabelonen kan ikke læses{_near(error)}."
    return ReportError(template.name, reason, f"Se efter, om alle {{{{ }}}} og {{% %}} er lukket, {_START_AGAIN}.")


def _last_quoted(error: Exception) -> str:
    """Jinja says "'titel' is undefined" or "'dict object' has no attribute 'labl'"."""
    quoted = re.findall(r"'([^']+)'", str(error))
    return f"»{quoted[-1]}«" if quoted else "ukendt navn"


def _near(error: Exception) -> str:
    """The text around the fault, which docxtpl leaves on a syntax error."""
    if not isinstance(error, TemplateSyntaxError):
        return ""
    text = " ".join(" ".join(getattr(error, "docx_context", ())).split())
    return f" nær »{text[:80]}«" if text else ""

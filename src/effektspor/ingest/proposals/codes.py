"""Codes as papers print them: "S-101" and "S101" are one proposal, and are shown as they are printed."""

import re

from effektspor.core.audit.codes import code_of_row
from effektspor.core.document import Row

PRINTED = re.compile(r"[A-ZÆØÅ]{1,4}[- ]?\d{1,4}[a-z]?(?!\w)")


def plain_code(code: str) -> str:
    """Return a code as it is compared: without hyphen and space."""
    return code.replace("-", "").replace(" ", "")


def printed_code(code: str, text: str) -> str:
    """Return a code as a text prints it at its beginning; as it is compared where the text begins otherwise."""
    match = PRINTED.match(text.strip().lstrip("[(#*_ "))
    return match[0] if match and plain_code(match[0]) == code else code


def printed_code_of_row(row: Row) -> str:
    """Return the code that a row carries in its number or at the beginning of its label, "" for none."""
    code = code_of_row(row)
    if code is None:
        return ""
    named = printed_code(code, row.number or "")
    return named if named != code else printed_code(code, row.label)

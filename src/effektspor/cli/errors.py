"""What a command says when it could not be done: one Danish line on stderr, status 2."""

import sys

from effektspor.core.cpr import hide_cpr

CLEAN, ERRORS_FOUND, NOT_DONE = 0, 1, 2


def report_error(message: str) -> int:
    """Print the line, without anything shaped like a CPR number, and return status 2."""
    print(hide_cpr(" ".join(message.split())), file=sys.stderr)
    return NOT_DONE

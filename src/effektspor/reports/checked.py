"""A paper that is looked at and not written: whether it can be let out, and whether it says what it said before."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from effektspor.core.finding import Finding, Verdict
from effektspor.reports.paper import paper_fields
from effektspor.reports.plan_status import PlanStatusReport, check_own_paper
from effektspor.reports.printed import PrintedPaper
from effektspor.reports.release import open_errors

# What belongs to the making of a paper and not to what it says.
_OF_THE_MAKING = ("made_on", "marks", "source")

AnyPaper = PrintedPaper | PlanStatusReport


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """A paper's title, the errors our own checks find in it, and a hash of what it says whatever day it is made on."""

    title: str
    errors: tuple[Finding, ...]
    data_sha256: str


def check_paper(paper: AnyPaper) -> CheckedPaper:
    """Return what a list says of a paper: it is checked as it is before it is written, and nothing is drawn or set."""
    if isinstance(paper, PlanStatusReport):
        errors = tuple(each for each in check_own_paper(paper) if each.verdict is Verdict.ERROR)
        return CheckedPaper(paper.title, errors, data_sha256(paper_fields(paper)))
    return CheckedPaper(paper.title, tuple(open_errors(paper.document)), data_sha256(paper.fields()))


def data_sha256(fields: Mapping[str, Any]) -> str:
    """Return a hash of what a paper is printed from: the same data give the same hash on every day."""
    said = {name: value for name, value in fields.items() if name not in _OF_THE_MAKING}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

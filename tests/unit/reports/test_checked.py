"""A paper that is looked at and not written."""

from dataclasses import replace

import pytest

from effektspor.core.finding import Verdict
from effektspor.reports.budget_form import compute_budget_form
from effektspor.reports.case_paper import compute_case_paper
from effektspor.reports.checked import AnyPaper, check_paper
from effektspor.reports.errors import PaperNotReleased
from effektspor.reports.printed import release

from .cases import PRINTED_ON, budget_004, case_tf03
from .plans import MADE_ON, report_000
from .test_case_paper import wrong_case

PAPERS: tuple[AnyPaper, ...] = (
    compute_case_paper(case_tf03(), PRINTED_ON, 3),
    compute_budget_form(budget_004(), PRINTED_ON),
    report_000(),
)


@pytest.mark.parametrize("paper", PAPERS, ids=["case", "budget", "status"])
def test_what_a_paper_says_does_not_hang_on_the_day_it_is_made(paper: AnyPaper) -> None:
    later = replace(paper, made_on=MADE_ON.replace(year=2030), source="Et andet sted")
    assert check_paper(paper) == check_paper(later)
    assert check_paper(paper).errors == ()
    assert check_paper(replace(paper, title="Noget andet")).data_sha256 != check_paper(paper).data_sha256


def test_what_stops_a_paper_is_what_stops_it_from_being_written() -> None:
    paper = compute_case_paper(wrong_case(), PRINTED_ON, 3)
    checked = check_paper(paper)
    with pytest.raises(PaperNotReleased) as stopped:
        release(paper)
    assert checked.errors == stopped.value.findings
    assert {each.verdict for each in checked.errors} == {Verdict.ERROR}
    assert check_paper(release(paper, "Haster")).data_sha256 == checked.data_sha256

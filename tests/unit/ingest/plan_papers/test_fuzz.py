"""Whatever a paper holds, it is read without a crash, and what is read is what it states."""

from hypothesis import given, settings
from hypothesis import strategies as st

from effektspor.core.audit.catalogue import audit_document
from effektspor.core.finding import Verdict
from effektspor.core.plans.explained import explain_estimates
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.plan_papers.reading import read_plan_papers
from effektspor.ingest.plan_papers.telling import NOTES
from effektspor.ingest.reading import read_document
from tests.papers import DEMO, Papers

SHORT_PAPERS = [Papers(DEMO).path(number).read_text(encoding="utf-8") for number in ("000", "001", "003", "004")]
PIECES = [
    *"0123456789.,-−()%\t\t\n",
    "\n\n",
    " opfølgning ",
    "BO2",
    "Tilgang",
    "Afgang",
    "Måltal",
    "Samlet",
    "I alt",
    "2016",
]
HEADS = ["", "2016", "2017", "Korrigeret", "Forventet 2018", "Difference", "Tilgang", "Afgang", "Primo 2016", "Måltal",
         "Realiseret", "BO1 2016", "BO2 2016", "Samlet", "1.000 kr."]  # fmt: skip
LABELS = [
    *HEADS,
    "3. opfølgning 2016",
    "Estimeret budget",
    "I alt",
    "Indikator: x",
    "Opfølgning maj 2016:",
    "# Katalog",
]
CELLS = st.sampled_from(["", "-", "1", "2,4", "-3.000", "12.000", "145.024.000", "x", "0"])


def read_whole(text):
    """Read a paper as it is and as it is audited, and ask everything of what was found."""
    try:
        document = read_document("papir.txt", text.encode())
    except UnreadableDocument:
        return
    for each in (document, audit_document(document)[0]):
        ask_everything(read_plan_papers(each))


def ask_everything(papers):
    assert all(found.verdict is Verdict.NOTE and found.code in NOTES for found in papers.findings)
    assert all(found.message and found.remedy and "{" not in found.message for found in papers.findings)
    for estimates in papers.estimates:
        assert estimates.rounds
        assert all(estimates.moved(year) is not None for year in estimates.years)
        assert all(each.terms for each in explain_estimates(estimates))
    for flow in papers.flows:
        assert all(len(place.moves) == len(flow.periods) for place in (*flow.places, flow.total))
    for outlook in papers.outlooks:
        assert outlook.lines is not None and outlook.years is not None
        assert set(outlook.estimated_budget.computed.years) <= set(outlook.expected.shown.years)
        assert outlook.budget_difference and outlook.difference
    for account in papers.effect_accounts:
        assert account.years is not None and account.status
    for adopted in papers.adopted:
        differences = [adopted.difference_ore(line) for line in adopted.lines]
        assert adopted.adopted and all(each is None or isinstance(each, int) for each in differences)


@st.composite
def tables(draw):
    """A paper of one to three tables, of the heads and labels that the readers look for."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        width = draw(st.integers(1, 6))
        head = draw(st.lists(st.sampled_from(HEADS), min_size=width, max_size=width))
        rows = draw(
            st.lists(st.tuples(st.sampled_from(LABELS), st.lists(CELLS, min_size=width, max_size=width)), max_size=5)
        )
        lines = ["\t".join(["1.000 kr.", *head]), *("\t".join([label, *cells]) for label, cells in rows)]
        parts.append("\n".join([draw(st.sampled_from(LABELS)), "", *lines]))
    return "\n\n".join(parts)


@given(tables())
@settings(max_examples=settings.default.max_examples * 3)
def test_any_tables_of_the_words_that_readers_look_for(text):
    read_whole(text)


@st.composite
def damaged(draw):
    """A paper of the demo with pieces put in, taken out and swapped."""
    text = draw(st.sampled_from(SHORT_PAPERS))
    for _ in range(draw(st.integers(1, 10))):
        at = draw(st.integers(0, len(text)))
        if draw(st.booleans()):
            text = text[:at] + draw(st.sampled_from(PIECES)) + text[at:]
        else:
            text = text[:at] + text[at + draw(st.integers(1, 8)) :]
    return text


@given(damaged())
def test_any_damaged_paper(text):
    read_whole(text)


@given(st.text(max_size=300))
def test_any_text(text):
    read_whole(text)

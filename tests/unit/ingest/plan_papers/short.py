"""Short papers drawn in a test, and what they hold of plans."""

from effektspor.ingest.plan_papers.reading import read_plan_papers
from tests.papers import read

T_KR, MIO = 100_000, 100_000_000


def papers_of(text):
    return read_plan_papers(read(text))

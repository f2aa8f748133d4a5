"""The five papers: our rendering in demo/documents, and the real ones where their folder is there."""

import pytest

from tests.papers import DEMO, REAL, papers_in


@pytest.fixture(params=[DEMO, REAL], ids=["demo", "real"])
def papers(request):
    return papers_in(request.param)


@pytest.fixture
def real_papers():
    return papers_in(REAL)


@pytest.fixture
def demo_papers():
    return papers_in(DEMO)

"""The five papers: our rendering in demo/documents, and the real ones where their folder is there."""

import pytest

from tests.papers import DEMO, REAL, Papers


def _papers(folder):
    if not folder.is_dir():
        pytest.skip(f"the real papers are not in {folder}; EFFEKTSPOR_PAPERS names another folder")
    return Papers(folder)


@pytest.fixture(params=[DEMO, REAL], ids=["demo", "real"])
def papers(request):
    return _papers(request.param)


@pytest.fixture
def real_papers():
    return _papers(REAL)


@pytest.fixture
def demo_papers():
    return _papers(DEMO)

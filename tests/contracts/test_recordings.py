import pytest

from tests.contracts.conftest import Stores
from tests.contracts.values import reading


def test_a_recording_says_what_was_done_and_why(stores: Stores) -> None:
    with stores.recordings.record("documents.load", "Mappen papirer") as recording_id:
        pass
    latest = stores.recordings.latest()
    assert latest is not None
    assert (latest.id, latest.use_case, latest.reason) == (recording_id, "documents.load", "Mappen papirer")


def test_ids_rise(stores: Stores) -> None:
    ids = []
    for _ in range(3):
        with stores.recordings.record("test") as recording_id:
            ids.append(recording_id)
    assert ids == sorted(set(ids))


def test_nothing_is_half_stored(stores: Stores) -> None:
    with pytest.raises(ZeroDivisionError), stores.recordings.record("documents.load") as recording_id:
        stores.documents.add(recording_id, reading())
        raise ZeroDivisionError
    assert stores.documents.summaries() == []
    assert stores.recordings.latest() is None

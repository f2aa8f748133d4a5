from effektspor.core.finding import Verdict
from tests.contracts.conftest import Stores
from tests.contracts.values import reading


def test_a_reading_comes_back_as_it_was(stores: Stores) -> None:
    wrong = reading(total="350")
    with stores.recordings.record("documents.load") as recording_id:
        document_id = stores.documents.add(recording_id, wrong)
    found = stores.documents.find(document_id)
    assert found is not None
    assert found.reading == wrong


def test_a_summary_counts_findings_by_verdict(stores: Stores) -> None:
    with stores.recordings.record("documents.load") as recording_id:
        stores.documents.add(recording_id, reading("a.txt", total="350"))
        stores.documents.add(recording_id, reading("b.txt"))
    wrong, right = stores.documents.summaries()
    assert (wrong.name, wrong.table_count, wrong.counts) == ("a.txt", 1, {Verdict.ASK: 1})
    assert (right.name, right.finding_count) == ("b.txt", 0)


def test_a_new_version_stays_the_same_document(stores: Stores) -> None:
    with stores.recordings.record("documents.load") as first:
        old = stores.documents.add(first, reading(total="350"))
    with stores.recordings.record("documents.load") as second:
        new = stores.documents.add(second, reading())
    assert old == new
    assert [summary.finding_count for summary in stores.documents.summaries()] == [0]
    assert stores.documents.digests() == {"papir.txt": reading().digest}


def test_a_document_that_is_not_there_is_none(stores: Stores) -> None:
    assert stores.documents.find(404) is None


def test_a_summary_says_when_it_was_read(stores: Stores) -> None:
    with stores.recordings.record("documents.load") as recording_id:
        stores.documents.add(recording_id, reading())
    latest = stores.recordings.latest()
    assert latest is not None
    assert stores.documents.summaries()[0].read_at == latest.at

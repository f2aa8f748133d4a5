import pytest

from effektspor.app.documents import File, PaperStores, load_documents
from effektspor.app.errors import NotPossible
from effektspor.app.ports import RulingKind
from effektspor.app.rulings import AskedRuling, fingerprints_of, rule, undo_ruling
from effektspor.core.finding import Verdict
from tests.contracts.conftest import Stores
from tests.contracts.values import PAPER

CONFIRMED, NOT_A_FAULT = RulingKind.CONFIRMED, RulingKind.NOT_A_FAULT


def _load(stores: Stores, text: str = PAPER.format(total="350")) -> int:
    recording = stores.recordings.record("documents.load")
    papers = PaperStores(stores.documents, stores.plans)
    load_documents([File("papir.txt", text.encode())], stores.files, papers, recording)
    return stores.documents.summaries()[0].id


def _only_fingerprint(stores: Stores, document_id: int) -> str:
    stored = stores.documents.find(document_id)
    assert stored is not None
    (fingerprint,) = fingerprints_of(stored)
    return fingerprint


def _rule(stores: Stores, document_id: int, kind: RulingKind, reason: str = "Aftalt") -> str:
    fingerprint = _only_fingerprint(stores, document_id)
    asked = AskedRuling(document_id, fingerprint, kind, reason)
    rule(asked, stores.documents, stores.rulings, stores.recordings)
    return fingerprint


def test_a_ruling_says_what_why_and_when(stores: Stores) -> None:
    document_id = _load(stores)
    fingerprint = _rule(stores, document_id, CONFIRMED, "Set i regnskabet")
    latest = stores.recordings.latest()
    assert latest is not None
    ruling = stores.rulings.current(document_id)[fingerprint]
    assert (ruling.kind, ruling.reason, ruling.at) == (CONFIRMED, "Set i regnskabet", latest.at)
    assert (latest.use_case, latest.reason) == ("rulings.rule", "Set i regnskabet")


def test_what_is_not_a_fault_is_counted_as_such(stores: Stores) -> None:
    document_id = _load(stores)
    _rule(stores, document_id, NOT_A_FAULT)
    (summary,) = stores.documents.summaries()
    assert (summary.counts, summary.ruled_count, summary.dismissed_count, summary.finding_count) == ({}, 1, 1, 1)


def test_what_is_confirmed_still_counts(stores: Stores) -> None:
    document_id = _load(stores)
    _rule(stores, document_id, CONFIRMED)
    (summary,) = stores.documents.summaries()
    assert (summary.counts, summary.ruled_count, summary.dismissed_count) == ({Verdict.ASK: 1}, 1, 0)


def test_a_new_ruling_replaces_the_old(stores: Stores) -> None:
    document_id = _load(stores)
    fingerprint = _rule(stores, document_id, CONFIRMED)
    _rule(stores, document_id, NOT_A_FAULT)
    assert [ruling.kind for ruling in stores.rulings.current(document_id).values()] == [NOT_A_FAULT]
    assert fingerprint in stores.rulings.current(document_id)


def test_a_ruling_can_be_taken_back(stores: Stores) -> None:
    document_id = _load(stores)
    fingerprint = _rule(stores, document_id, NOT_A_FAULT)
    undo_ruling(document_id, fingerprint, stores.rulings, stores.recordings)
    assert stores.rulings.current(document_id) == {}
    assert stores.documents.summaries()[0].counts == {Verdict.ASK: 1}


def test_taking_back_twice_makes_no_recording(stores: Stores) -> None:
    document_id = _load(stores)
    before = stores.recordings.latest()
    undo_ruling(document_id, "0" * 64, stores.rulings, stores.recordings)
    assert stores.recordings.latest() == before


def test_a_new_version_keeps_the_ruling(stores: Stores) -> None:
    document_id = _load(stores)
    _rule(stores, document_id, NOT_A_FAULT)
    _load(stores, PAPER.format(total="350").replace("Botilbud", "Nyt tilbud\t0\t0\nBotilbud"))
    (summary,) = stores.documents.summaries()
    assert (summary.finding_count, summary.dismissed_count) == (1, 1)


def test_a_finding_with_another_figure_is_another_finding(stores: Stores) -> None:
    document_id = _load(stores)
    _rule(stores, document_id, NOT_A_FAULT)
    _load(stores, PAPER.format(total="360"))
    (summary,) = stores.documents.summaries()
    assert (summary.counts, summary.dismissed_count) == ({Verdict.ASK: 1}, 0)


def test_a_finding_that_is_gone_cannot_be_ruled_on(stores: Stores) -> None:
    document_id = _load(stores)
    fingerprint = _only_fingerprint(stores, document_id)
    _load(stores, PAPER.format(total="300"))
    asked = AskedRuling(document_id, fingerprint, CONFIRMED)
    with pytest.raises(NotPossible, match="ikke længere"):
        rule(asked, stores.documents, stores.rulings, stores.recordings)


def test_not_a_fault_needs_a_reason(stores: Stores) -> None:
    document_id = _load(stores)
    with pytest.raises(NotPossible, match="hvorfor"):
        _rule(stores, document_id, NOT_A_FAULT, reason="")


@pytest.mark.django_db
def test_the_old_ruling_is_kept_in_recorded_time() -> None:
    from effektspor.web.documents.models import DocumentRow
    from effektspor.web.log.store import DjangoRecordings
    from effektspor.web.rulings.models import RulingRow
    from effektspor.web.rulings.store import DjangoRulingStore

    rulings, recordings = DjangoRulingStore(), DjangoRecordings()
    document_id = DocumentRow.objects.create(name="papir.txt").pk
    with recordings.record("test") as first:
        rulings.add(first, document_id, "a" * 64, CONFIRMED, "")
    with recordings.record("test") as second:
        rulings.add(second, document_id, "a" * 64, NOT_A_FAULT, "Aftalt")
    rows = RulingRow.objects.order_by("pk").values_list("kind", "opened", "closed")
    assert list(rows) == [("confirmed", first, second), ("not_a_fault", second, None)]

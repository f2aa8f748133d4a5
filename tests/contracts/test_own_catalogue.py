"""A catalogue of our own: assembled, changed, locked, removed and brought back, on every store."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from effektspor.app.errors import NotPossible
from effektspor.app.own_catalogue import (
    OwnCatalogueStores,
    assembled,
    lock_catalogue,
    remove_catalogue,
    restore_catalogue,
    save_catalogue,
    undo_change,
    unlock_catalogue,
    use_newest,
)
from effektspor.app.own_catalogue_rows import Assembled, first_choice
from effektspor.app.proposal_ports import CatalogueChoice, OwnCatalogue
from effektspor.core.price_index import PriceKind, PriceRise, PriceTable
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import RowPurpose
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.web.catalogue.own_store import DjangoOwnCatalogueStore, DjangoPinnedRevisions
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.store import DjangoProposalStore
from tests.contracts.catalogue_values import cases, thousands
from tests.contracts.memory import Memory
from tests.contracts.memory_own_catalogue import (
    MemoryOwnCatalogueRecordings,
    MemoryOwnCatalogueStore,
    MemoryPinnedRevisions,
)
from tests.contracts.memory_proposals import MemoryProposalStore, ProposalMemory

TODAY = date(2026, 11, 26)
PRICES = PriceTable("Prøvetabellen", "prøve", (PriceRise(PriceKind.ALL, 2027, Fraction(2)),))
CHOICES = (
    CatalogueChoice("UN1", "Unge"),
    CatalogueChoice("BO2", "Voksne", "kun Service", ""),
    CatalogueChoice("BO1", "Voksne"),
)
ASKED = OwnCatalogue("Katalog for budget 2027", CHOICES)


@pytest.fixture(params=["memory", "database"])
def stores(request: pytest.FixtureRequest) -> OwnCatalogueStores:
    """Three proposals, and no catalogue yet."""
    if request.param == "memory":
        memory = ProposalMemory(Memory())
        proposals, own = MemoryProposalStore(memory), MemoryOwnCatalogueStore(memory)
        recordings = MemoryOwnCatalogueRecordings(memory, own)
        made = OwnCatalogueStores(own, proposals, MemoryPinnedRevisions(proposals), recordings, PRICES)
    else:
        request.getfixturevalue("only_recorded_writes")
        pinned = DjangoPinnedRevisions()
        made = OwnCatalogueStores(DjangoOwnCatalogueStore(), DjangoProposalStore(), pinned, DjangoRecordings(), PRICES)
    for case in cases():
        _revise(made, case)
    return made


def _revise(stores: OwnCatalogueStores, case: BusinessCase) -> None:
    with stores.recordings.record("test") as recording_id:
        stores.proposals.add(recording_id, case)


def _one(stores: OwnCatalogueStores, number: int) -> OwnCatalogue:
    found = stores.catalogues.find(number)
    assert found is not None
    return found


def _whole(stores: OwnCatalogueStores, number: int) -> Assembled:
    return assembled(stores, _one(stores, number))[0]


def _locked(stores: OwnCatalogueStores) -> int:
    number = save_catalogue(stores, ASKED)
    lock_catalogue(stores, number, _one(stores, number).version, TODAY)
    return number


def _dearer(code: str = "UN1") -> BusinessCase:
    case = next(case for case in cases() if case.code == code)
    more = ChangeLine("Flere", LineKind.PERMANENT, thousands(-10, -10, -10, -10))
    return replace(case, lines=(*case.lines, more))


def test_a_catalogue_is_what_is_chosen_and_its_rows_are_computed(stores: OwnCatalogueStores) -> None:
    number = save_catalogue(stores, ASKED)
    kept = _one(stores, number)
    assert (kept.title, kept.choices, kept.locked_on) == (ASKED.title, CHOICES, None)
    rows = _whole(stores, number).catalogue
    assert [(group.target_group, [row.code for row in group.rows]) for group in rows.groups] == [
        ("Unge", ["UN1"]), ("Voksne", ["BO2", "BO2", "BO1"]),
    ]  # fmt: skip
    assert rows.groups[1].rows[0].amounts == thousands(-200, -700, -700, -700)
    assert (rows.groups[1].rows[1].purpose, rows.investment) == (RowPurpose.INVESTMENT, thousands(400, 100))
    assert rows.net == thousands(-1_500, -2_500, -2_800, -2_500)
    assert rows.price_level == "2027"


def test_it_follows_the_newest_revision(stores: OwnCatalogueStores) -> None:
    number = save_catalogue(stores, ASKED)
    before = _whole(stores, number).catalogue.net
    _revise(stores, _dearer())
    whole = _whole(stores, number)
    assert whole.catalogue.net == before + thousands(-10, -10, -10, -10)
    assert whole.revised == ()


def test_locked_it_keeps_its_revisions_and_tells_of_newer_ones(stores: OwnCatalogueStores) -> None:
    number = _locked(stores)
    assert _one(stores, number).locked_on == TODAY
    assert [each.revision for each in _one(stores, number).choices] == [1, 1, 1]
    before = _whole(stores, number).catalogue
    _revise(stores, _dearer())
    whole = _whole(stores, number)
    assert whole.catalogue == before
    assert [(each.case.code, each.number) for each in whole.revised] == [("UN1", 2)]
    use_newest(stores, number, _one(stores, number).version, "UN1")
    whole = _whole(stores, number)
    assert whole.catalogue.net == before.net + thousands(-10, -10, -10, -10)
    assert whole.revised == ()
    assert [each.revision for each in _one(stores, number).choices] == [2, 1, 1]


def test_unlocked_it_follows_again(stores: OwnCatalogueStores) -> None:
    number = _locked(stores)
    _revise(stores, _dearer())
    unlock_catalogue(stores, number, _one(stores, number).version)
    assert _one(stores, number).choices == CHOICES
    assert _whole(stores, number).catalogue.groups[0].net == thousands(-310, -310, -610, -310)


def test_a_newer_revision_without_the_share_is_refused(stores: OwnCatalogueStores) -> None:
    number = _locked(stores)
    case = next(case for case in cases() if case.code == "BO2")
    _revise(stores, replace(case, lines=case.lines[:1] + case.lines[2:]))
    with pytest.raises(NotPossible, match="Revision 2 af BO2 har ikke andelen »kun Service«"):
        use_newest(stores, number, _one(stores, number).version, "BO2")


def test_a_share_that_is_gone_bars_the_lock_and_the_row_has_no_amounts(stores: OwnCatalogueStores) -> None:
    number = save_catalogue(stores, ASKED)
    case = next(case for case in cases() if case.code == "BO2")
    _revise(stores, replace(case, lines=case.lines[:1] + case.lines[2:]))
    whole = _whole(stores, number)
    assert [problem.code for problem in whole.problems] == ["BO2"]
    assert not whole.catalogue.groups[1].rows[0].amounts
    with pytest.raises(NotPossible, match="BO2 har ikke længere andelen »kun Service« i revision 2"):
        lock_catalogue(stores, number, _one(stores, number).version, TODAY)


def test_the_last_change_can_be_undone_and_done_again(stores: OwnCatalogueStores) -> None:
    number = save_catalogue(stores, ASKED)
    with pytest.raises(NotPossible, match="ingen ændring"):
        undo_change(stores, number, _one(stores, number).version)
    changed = replace(ASKED, number=number, version=_one(stores, number).version, choices=CHOICES[:1])
    assert save_catalogue(stores, changed) == number
    undo_change(stores, number, _one(stores, number).version)
    assert _one(stores, number).choices == CHOICES
    undo_change(stores, number, _one(stores, number).version)
    assert _one(stores, number).choices == CHOICES[:1]
    assert len(stores.catalogues.history(number)) == 4, "every version is kept"


def test_a_removed_catalogue_is_brought_back_under_its_number(stores: OwnCatalogueStores) -> None:
    number = save_catalogue(stores, ASKED)
    remove_catalogue(stores, number, _one(stores, number).version)
    assert (stores.catalogues.find(number), stores.catalogues.all()) == (None, [])
    assert [each.title for each in stores.catalogues.removed()] == [ASKED.title]
    another = save_catalogue(stores, replace(ASKED, title="Et andet"))
    assert another != number, "a number is never given again"
    restore_catalogue(stores, number)
    assert _one(stores, number).choices == CHOICES
    assert stores.catalogues.removed() == []
    with pytest.raises(NotPossible, match="ikke slettet"):
        restore_catalogue(stores, number)


def test_the_same_again_makes_no_recording(stores: OwnCatalogueStores) -> None:
    number = save_catalogue(stores, ASKED)
    latest = stores.recordings.latest()
    save_catalogue(stores, replace(ASKED, number=number, version=_one(stores, number).version))
    assert stores.recordings.latest() == latest


def test_of_two_who_change_at_once_the_second_is_told(stores: OwnCatalogueStores) -> None:
    number = save_catalogue(stores, ASKED)
    seen = _one(stores, number).version
    save_catalogue(stores, replace(ASKED, number=number, version=seen, title="Den første"))
    with pytest.raises(NotPossible, match="ændret, siden du åbnede det"):
        save_catalogue(stores, replace(ASKED, number=number, version=seen, title="Den anden"))
    with pytest.raises(NotPossible, match="ændret, siden du åbnede det"):
        lock_catalogue(stores, number, seen, TODAY)
    assert _one(stores, number).title == "Den første"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (replace(ASKED, title=""), "titel"),
        (replace(ASKED, choices=()), "mindst ét forslag"),
        (replace(ASKED, choices=(*CHOICES, CHOICES[0])), "valgt to gange"),
        (replace(ASKED, choices=(CatalogueChoice("XX9", "Unge"),)), "Forslaget XX9 findes ikke"),
        (replace(ASKED, choices=(CatalogueChoice("UN1", "Unge", "kun Anlæg"),)), "andelen »kun Anlæg«"),
        (replace(ASKED, price_level="2029"), r"fra 2027 til 2028 findes ikke i Prøvetabellen"),
    ],
)
def test_what_cannot_be_computed_is_not_kept(stores: OwnCatalogueStores, asked: OwnCatalogue, words: str) -> None:
    with pytest.raises(NotPossible, match=words):
        save_catalogue(stores, asked)
    assert stores.catalogues.all() == []


def test_a_locked_catalogue_is_not_changed(stores: OwnCatalogueStores) -> None:
    number = _locked(stores)
    asked = replace(ASKED, number=number, version=_one(stores, number).version, title="Andet")
    with pytest.raises(NotPossible, match="låst til mødet"):
        save_catalogue(stores, asked)
    with pytest.raises(NotPossible, match="allerede låst"):
        lock_catalogue(stores, number, _one(stores, number).version, TODAY)


def test_two_price_levels_are_told_and_converted_where_the_table_has_the_years(stores: OwnCatalogueStores) -> None:
    _revise(stores, replace(cases()[0], price_level="2026"))
    number = save_catalogue(stores, ASKED)
    whole = _whole(stores, number)
    assert whole.notes[0].startswith(
        "Kataloget har flere prisniveauer: BO1 er i 2026-priser; UN1 og BO2 er i 2027-priser."
    )
    assert whole.catalogue.price_level == ""
    asked = replace(ASKED, number=number, version=_one(stores, number).version, price_level="2027")
    save_catalogue(stores, asked)
    whole = _whole(stores, number)
    assert (whole.notes, whole.problems, whole.catalogue.price_level) == ((), (), "2027")
    assert whole.catalogue.groups[1].rows[2].amounts == thousands(-1_020, -1_530, -1_530, -1_530)


def test_a_proposal_of_several_areas_is_first_listed_by_its_service(stores: OwnCatalogueStores) -> None:
    listed = [first_choice(case) for case in cases()]
    assert [(each.share, each.investment) for each in listed] == [("", None), ("kun Service", ""), ("", None)]
    number = save_catalogue(stores, replace(ASKED, choices=(CatalogueChoice("BO2", "Voksne"),)))
    assert "BO2 er listet helt, også det, der ikke er service" in _whole(stores, number).notes[0]
    by_area = replace(ASKED, choices=(CatalogueChoice("BO2", "Voksne", "kun Overførsler"),))
    whole = _whole(stores, save_catalogue(stores, by_area))
    assert [(row.purpose, row.control_area) for row in whole.catalogue.rows] == [(RowPurpose.OTHER, "Overførsler")]
    assert not whole.catalogue.net, "another area is no part of the net of service"


def test_a_row_is_of_the_lines_whatever_its_paper_prints_as_their_sum(stores: OwnCatalogueStores) -> None:
    case = cases()[0]
    _revise(stores, replace(case, stated=replace(case.stated, permanent=thousands(-1, -1, 1, -1))))
    number = save_catalogue(stores, replace(ASKED, choices=(CatalogueChoice("BO1", "Voksne", "", ""),)))
    (row,) = _whole(stores, number).catalogue.rows
    assert row.amounts == thousands(-1_000, -1_500, -1_500, -1_500)
    assert row.purpose is RowPurpose.NET, "an investment of nothing is no row"

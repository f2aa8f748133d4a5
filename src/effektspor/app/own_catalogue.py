"""Use cases on a catalogue of our own: assemble it, lock it for the meeting, remove it, and take each of them back."""

from dataclasses import dataclass, replace
from datetime import date

from effektspor.app.errors import NotPossible
from effektspor.app.own_catalogue_rows import Assembled, assemble, shares_by_name
from effektspor.app.ports import Recordings
from effektspor.app.proposal_ports import (
    CatalogueChoice,
    OwnCatalogue,
    OwnCatalogueStore,
    PinnedRevisions,
    ProposalStore,
    Revision,
)
from effektspor.core.price_index import PriceTable
from effektspor.core.proposals.catalogue import RowPurpose

_GONE = "Kataloget findes ikke længere. Gå til listen over kataloger."
_CHANGED = "Kataloget er ændret, siden du åbnede det. Åbn det igen, og se, hvad der er nyt."
LOCKED = "Kataloget er låst til mødet. Lås det op, før du ændrer det."


@dataclass(frozen=True, slots=True)
class OwnCatalogueStores:
    """All that the use cases read and write, and the published prices they convert by."""

    catalogues: OwnCatalogueStore
    proposals: ProposalStore
    pinned: PinnedRevisions
    recordings: Recordings
    prices: PriceTable


def assembled(stores: OwnCatalogueStores, *catalogues: OwnCatalogue) -> list[Assembled]:
    """Return catalogues with their rows, in a constant number of queries however many they are."""
    newest = stores.proposals.newest({code for own in catalogues for code in own.codes})
    numbers = {(each.code, each.revision) for own in catalogues for each in own.choices if each.revision is not None}
    pinned = stores.pinned.at(numbers) if numbers else {}
    return [assemble(own, newest, pinned, stores.prices) for own in catalogues]


def save_catalogue(stores: OwnCatalogueStores, asked: OwnCatalogue) -> int:
    """Keep what is chosen, and return the catalogue's number; the same again makes no recording.

    `asked.version` is the version it began from, 0 for a new one. Raises NotPossible where another is there by now, the
    catalogue is locked, it has no title or no proposals, or a row could not be computed.
    """
    before = _newest(stores, asked.number, asked.version) if asked.number else None
    if before and before.locked_on:
        raise NotPossible(LOCKED)
    _check(stores, asked)
    if before and _said(before) == _said(asked):
        return asked.number
    words = "samlet" if before is None else "ændret"
    said = f"Katalog »{asked.title[:200]}« {words}: {len(asked.choices)} forslag"
    return _keep(stores, asked, asked.version, "catalogue.save", said)


def _said(catalogue: OwnCatalogue) -> tuple[object, ...]:
    return catalogue.title, catalogue.choices, catalogue.price_level


def _check(stores: OwnCatalogueStores, asked: OwnCatalogue) -> None:
    if not asked.title:
        raise NotPossible("Giv kataloget en titel.")
    if not asked.choices:
        raise NotPossible("Vælg mindst ét forslag.")
    if len(set(asked.codes)) < len(asked.codes):
        raise NotPossible("Det samme forslag er valgt to gange. Tag det ene ud.")
    _refuse_problems(assembled(stores, asked)[0])


def _refuse_problems(whole: Assembled) -> None:
    if whole.problems:
        raise NotPossible(" ".join(problem.danish for problem in whole.problems))


def lock_catalogue(stores: OwnCatalogueStores, number: int, version: int, today: date) -> None:
    """Pin each row to the revision it is computed from. Raises NotPossible where a row has none."""
    before = _newest(stores, number, version)
    if before.locked_on:
        raise NotPossible("Kataloget er allerede låst til mødet.")
    whole = assembled(stores, before)[0]
    _refuse_problems(whole)
    pinned = tuple(replace(each, revision=whole.revisions[each.code].number) for each in before.choices)
    asked = replace(before, choices=pinned, locked_on=today)
    _keep(stores, asked, version, "catalogue.lock", f"Katalog »{before.title[:200]}« låst til mødet")


def unlock_catalogue(stores: OwnCatalogueStores, number: int, version: int) -> None:
    """Let each row follow its proposal's newest revision again. Raises NotPossible where it does."""
    before = _newest(stores, number, version)
    if not before.locked_on:
        raise NotPossible("Kataloget er ikke låst.")
    choices = tuple(replace(each, revision=None) for each in before.choices)
    asked = replace(before, choices=choices, locked_on=None)
    _keep(stores, asked, version, "catalogue.unlock", f"Katalog »{before.title[:200]}« låst op")


def use_newest(stores: OwnCatalogueStores, number: int, version: int, code: str) -> None:
    """Pin one row of a locked catalogue to its proposal's newest revision.

    Raises NotPossible where it is that already, or the newest no longer has the share that is listed.
    """
    before = _newest(stores, number, version)
    choice = next((each for each in before.choices if each.code == code), None)
    newest = stores.proposals.find(code) if choice else None
    if choice is None or newest is None or choice.revision in (None, newest.number):
        raise NotPossible(f"{code} er allerede listet efter sin nyeste revision.")
    _check_share(choice, newest)
    choices = tuple(replace(each, revision=newest.number) if each.code == code else each for each in before.choices)
    asked = replace(before, choices=choices)
    _refuse_problems(assembled(stores, asked)[0])
    words = f"Katalog »{before.title[:200]}«: {code} efter revision {newest.number}"
    _keep(stores, asked, version, "catalogue.use_newest", words)


def _check_share(choice: CatalogueChoice, newest: Revision) -> None:
    wanted = [(RowPurpose.NET, choice.share), (RowPurpose.INVESTMENT, choice.investment)]
    for purpose, name in wanted:
        if name is not None and name not in shares_by_name(newest.case, purpose):
            raise NotPossible(
                f"Revision {newest.number} af {choice.code} har ikke andelen »{name}«. "
                "Lås kataloget op, og vælg en anden andel."
            )


def remove_catalogue(stores: OwnCatalogueStores, number: int, version: int) -> None:
    """Take a catalogue out of view; it is kept, and can be brought back."""
    before = _newest(stores, number, version)
    with stores.recordings.record("catalogue.remove", f"Katalog »{before.title[:200]}« slettet") as recording_id:
        stores.catalogues.close(recording_id, number)


def restore_catalogue(stores: OwnCatalogueStores, number: int) -> None:
    """Bring back a catalogue that was removed. Raises NotPossible where it is there, or never was."""
    removed = next((each for each in stores.catalogues.removed() if each.number == number), None)
    if removed is None:
        raise NotPossible("Kataloget er ikke slettet.")
    _keep(stores, removed, 0, "catalogue.restore", f"Katalog »{removed.title[:200]}« hentet tilbage")


def undo_change(stores: OwnCatalogueStores, number: int, version: int) -> None:
    """Bring back the version before the newest; done twice, the newest is back. Raises NotPossible where none is."""
    newest = _newest(stores, number, version)
    before = next((each for each in stores.catalogues.history(number)[1:] if _whole(each) != _whole(newest)), None)
    if before is None:
        raise NotPossible("Der er ingen ændring af kataloget at fortryde.")
    _keep(stores, before, version, "catalogue.undo", f"Katalog »{newest.title[:200]}«: seneste ændring fortrudt")


def _whole(catalogue: OwnCatalogue) -> tuple[object, ...]:
    return *_said(catalogue), catalogue.locked_on


def _newest(stores: OwnCatalogueStores, number: int, version: int) -> OwnCatalogue:
    """Return a catalogue as it is. Raises NotPossible where it is gone, or is not the version that was seen."""
    found = stores.catalogues.find(number)
    if found is None:
        raise NotPossible(_GONE)
    if found.version != version:
        raise NotPossible(_CHANGED)
    return found


def _keep(stores: OwnCatalogueStores, asked: OwnCatalogue, seen: int, use_case: str, words: str) -> int:
    """Inside the recording the version is looked at again, so that of two who save at once the second is told."""
    with stores.recordings.record(use_case, words) as recording_id:
        now = stores.catalogues.find(asked.number) if asked.number else None
        if (now.version if now else 0) != seen:
            raise NotPossible(_CHANGED)
        return stores.catalogues.add(recording_id, asked)

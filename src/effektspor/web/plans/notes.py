"""The strategy notes that have been read, with what persons wrote in them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from django.http import Http404

from effektspor.app.plan_notes import with_texts
from effektspor.app.plan_ports import NoteText, StoredPart, StoredSeries
from effektspor.core.plans.strategy import StrategyNote
from effektspor.web.plans.estimates import DjangoEstimateStore
from effektspor.web.plans.parts import DjangoNoteTextStore, DjangoPlanPartStore

# What a section without a heading of its own is called.
INTRODUCTION = "Indledning"


@dataclass(frozen=True, slots=True)
class Note:
    """A note as its paper says it, as it is shown, and who wrote in it last."""

    document_id: int
    document_title: str
    own: StrategyNote
    shown: StrategyNote
    latest: NoteText | None

    @property
    def printable(self) -> StrategyNote:
        """The note with a heading over every section: a paper read aloud has no heading without words."""
        sections = tuple(replace(each, heading=each.heading or INTRODUCTION) for each in self.shown.sections)
        return replace(self.shown, sections=sections)


def stored_notes() -> list[tuple[StoredPart, StrategyNote]]:
    """Return the notes there are."""
    return [(each, each.part) for each in DjangoPlanPartStore().all() if isinstance(each.part, StrategyNote)]


def find_note(document_id: int) -> Note:
    """Return a paper's note, or the first for 0; 404 where there is none.

    Its tables are those that stand on the plan's pages now, with the rounds that persons have added.
    """
    found = next((note for note in all_notes() if document_id in (0, note.document_id)), None)
    if found is None:
        raise Http404
    return found


def all_notes() -> list[Note]:
    """Return every note with what persons wrote in it and the rounds they added, in a constant number of queries."""
    stored = stored_notes()
    texts = DjangoNoteTextStore().of_documents([each.document_id for each, _ in stored])
    series = DjangoEstimateStore().all() if stored else []
    return [_note(each, own, texts.get(each.document_id, {}), series) for each, own in stored]


def _note(
    stored: StoredPart, own: StrategyNote, texts: Mapping[str, NoteText], series: Collection[StoredSeries]
) -> Note:
    latest = max(texts.values(), key=lambda text: text.at, default=None)
    estimates = tuple(each.estimates for each in series if each.document_id == stored.document_id)
    shown = replace(with_texts(own, texts), estimates=estimates)
    return Note(stored.document_id, stored.document_title, own, shown, latest)

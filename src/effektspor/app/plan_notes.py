"""Use case on a strategy note: what persons write under its headings, beside what its paper says."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from effektspor.app.plan_ports import NoteText, NoteTextStore
from effektspor.app.ports import Recordings
from effektspor.core.plans.strategy import StrategyNote


def section_keys(note: StrategyNote) -> tuple[str, ...]:
    """Return what each section is known by: its heading, and which of that name it is where there are several."""
    headings = [section.heading for section in note.sections]
    seen = [headings[:at].count(heading) for at, heading in enumerate(headings)]
    return tuple(
        f"{heading} ({count + 1})" if count else heading for heading, count in zip(headings, seen, strict=True)
    )


def with_texts(note: StrategyNote, texts: Mapping[str, NoteText]) -> StrategyNote:
    """Return a note with what persons wrote in the place of what its paper says."""
    keyed = zip(note.sections, section_keys(note), strict=True)
    sections = (replace(section, text=texts[key].text) if key in texts else section for section, key in keyed)
    return replace(note, sections=tuple(sections))


def save_note_texts(
    document_id: int, note: StrategyNote, written: Sequence[str | None], texts: NoteTextStore, recordings: Recordings
) -> bool:
    """Keep what was written under each heading; None leaves one as it is. Return whether anything was new.

    What is as the paper says is left to the paper, and what changes nothing makes no recording.
    """
    now = texts.current(document_id)
    shown = with_texts(note, now)
    keyed = zip(section_keys(note), note.sections, shown.sections, written, strict=True)
    changed = [
        (key, own.text, text) for key, own, seen, text in keyed if text is not None and _told(text) != _told(seen.text)
    ]
    if not changed:
        return False
    with recordings.record("plans.note", _said(note, [key for key, _, _ in changed])) as recording_id:
        for key, own, text in changed:
            if _told(text) == _told(own):
                texts.close(recording_id, document_id, key)
            else:
                texts.add(recording_id, document_id, key, text)
    return True


def _told(text: str) -> str:
    """A text without the empty space at its ends, which a form takes away."""
    return text.strip()


def _said(note: StrategyNote, keys: Sequence[str]) -> str:
    return f"{note.title}: {', '.join(keys)}"[:500]

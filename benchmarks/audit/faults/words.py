"""Faults of notes, marks and numbers of tables."""

from __future__ import annotations

from random import Random

from benchmarks.audit.faults.cells import digit_slips, transpositions
from benchmarks.audit.faults.truth import Fault, Spot, sentence_spot, whole
from benchmarks.audit.figures import half_unit, plain
from benchmarks.audit.model import Paper, Sentence, Table


def _marked(table: Table) -> list[int]:
    return [i for i, row in enumerate(table.rows) if row.label_mark or row.figure_marks]


def plant_net_note(paper: Paper, rng: Random) -> Fault | None:
    """Print a wrong net, gross or investment in the note under a plan."""
    notes = [s for s in paper.sentences if s.role == "net_note"]
    if not notes or notes[0].about is None:
        return None
    note, slot = notes[0], rng.randrange(3)
    old = note.slots[slot]
    least = 8 * half_unit(old)
    options = [new for new in digit_slips(rng, old) + transpositions(rng, old) if abs(new - old) >= least]
    if not options:
        return None
    note.slots[slot] = rng.choice(options)
    table = paper.tables[notes[0].about]
    rows = [i for i, row in enumerate(table.rows) if row.kind in ("total", "investment")]
    spots = [Spot(note.about, row, table.rows[row].label, None) for row in rows]
    variant = ("net", "gross", "investment")[slot]
    places = (sentence_spot(paper, note), *spots)
    return Fault("net_note", variant, note.about, None, None, (), plain(note.slots[slot]), plain(old), places)


def plant_footnote(paper: Paper, rng: Random) -> Fault | None:
    """Leave a mark without its note or a note without its mark."""
    notes = [s for s in paper.sentences if s.text.startswith("*") and s.about is not None]
    if notes:
        note = rng.choice(notes)
        return (_lose_note if rng.random() < 0.6 else _lose_marks)(paper, note)
    tables = [(i, table) for i, table in enumerate(paper.tables) if len(table.rows) > 2]
    if not tables:
        return None
    index, table = rng.choice(tables)
    row = rng.randrange(len(table.rows))
    table.rows[row].label_mark = "*"
    return Fault("footnote", "mark without a note", index, row, table.rows[row].label, (), "*", None, (whole(index),))


def _lose_note(paper: Paper, note: Sentence) -> Fault:
    index = note.about
    assert index is not None, "a note is about a table"
    paper.blocks.remove(note)
    return Fault("footnote", "mark without a note", index, None, None, (), "*", None, (whole(index),))


def _lose_marks(paper: Paper, note: Sentence) -> Fault:
    index = note.about
    assert index is not None, "a note is about a table"
    for row in paper.tables[index].rows:
        row.label_mark = ""
        row.figure_marks.clear()
    spots = (sentence_spot(paper, note), whole(index))
    return Fault("footnote", "note without a mark", index, None, None, (), None, "*", spots)


def plant_numbering(paper: Paper, rng: Random) -> Fault | None:
    """Give the last numbered table its predecessor's number, or skip one."""
    numbered = [(i, table) for i, table in enumerate(paper.tables) if table.number is not None]
    if len(numbered) < 2:
        return None
    (before, _), (index, table) = numbered[-2:]
    old = table.number
    assert old is not None, "only numbered tables are chosen"
    table.number = rng.choice((old - 1, old + 1))
    spots = [whole(index), whole(before), *(sentence_spot(paper, s) for s in paper.sentences if s.about == index)]
    variant = "twice" if table.number < old else "skipped"
    return Fault("numbering", variant, index, None, table.title, (), str(table.number), str(old), tuple(spots))

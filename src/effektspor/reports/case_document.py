"""The document of a business case as our paper prints it: with the payback we compute, and what must be said of it."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from effektspor.core.document import Document, Paragraph, Row, RowKind, Table
from effektspor.core.finding import Place
from effektspor.core.number import rounded_number
from effektspor.core.proposals.business_case import BusinessCase, StatedCase
from effektspor.core.proposals.document_of import document_of
from effektspor.core.proposals.payback import payback_danish
from effektspor.core.proposals.totals import payback_of

_PAYBACK = "Tilbagebetalingstid"
_NO_LEVEL = "Papiret siger ikke prisniveau."
_POOL_HEAD = "Pulje"


def printed_document(case: BusinessCase, rate_pct: Fraction) -> Document:
    """The case's document with the payback we compute, and the notes that our paper prints under table 1."""
    paid = payback_of(case, rate_pct)
    stated = replace(case.stated, payback_service=None, payback_total=None)
    told = document_of(replace(case, stated=stated))
    economy, *others = told.tables
    rows = tuple(_paybacks(case, rate_pct, economy)) if paid else ()
    signs = _signs_after(told, economy)
    notes = (*signs, *(Paragraph(signs[0].place, text) for text in _notes(case, rate_pct)))
    printed = replace(economy, rows=(*economy.rows, *rows), footnotes=notes)
    tables = {economy.id: printed} | {table.id: _with_heads(table) for table in others}
    blocks = (tables[block.id] if isinstance(block, Table) else block for block in told.blocks)
    return replace(told, blocks=tuple(blocks))


def _paybacks(case: BusinessCase, rate_pct: Fraction, economy: Table) -> Iterator[Row]:
    """The payback both ways at the rate, and without it in brackets."""
    at_rate, without = payback_of(case, rate_pct), payback_of(case, 0)
    assert at_rate and without, "something is laid out"
    rate = rounded_number(rate_pct, 0 if rate_pct.denominator == 1 else 2).danish()
    for at, (basis, paid, plain) in enumerate((
        ("serviceeffektivisering", at_rate.service, without.service),
        ("totaløkonomi", at_rate.total, without.total),
    ), start=len(economy.rows) + 1):  # fmt: skip
        label = f"{_PAYBACK} baseret på {basis} ({rate} pct. i rente; uden rente: {payback_danish(plain)})"
        cells = tuple(replace(cell, text="", numbers=()) for cell in economy.rows[0].cells)
        yield Row(Place(table=1, row=at), label, cells, RowKind.ROW, text=payback_danish(paid))


def _signs_after(told: Document, economy: Table) -> tuple[Paragraph, ...]:
    """The template's note on signs, which stands right under table 1."""
    below = told.blocks[told.blocks.index(economy) + 1]
    assert isinstance(below, Paragraph), "the note on signs stands under table 1"
    return (below,)


def _notes(case: BusinessCase, rate_pct: Fraction) -> Iterator[str]:
    """What else must be said under table 1, each as a note."""
    if case.price_level is None:
        yield f"Note: {_NO_LEVEL}"
    paid = payback_of(case, rate_pct)
    stated: StatedCase = case.stated
    for basis, said, computed in (
        ("serviceeffektivisering", stated.payback_service, paid.service if paid else None),
        ("totaløkonomi", stated.payback_total, paid.total if paid else None),
    ):
        if said is not None and said != computed:
            told = payback_danish(computed) if paid else "ingen investering"
            yield f"Note: Forslaget angav {said} år baseret på {basis}; beløbene giver {told}."


def _with_heads(table: Table) -> Table:
    """A table of investments names the pool of each beside its amounts."""
    return replace(table, text_head=_POOL_HEAD) if any(row.text for row in table.rows) else table

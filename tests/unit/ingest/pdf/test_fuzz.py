"""Whatever is uploaded as a PDF: blocks, or one Danish sentence; never a crash."""

from functools import cache

from hypothesis import example, given
from hypothesis import strategies as st

from effektspor.core.document import Paragraph
from effektspor.ingest.columns import read_table
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.pdf.reading import read_pdf

from .drawing import draw, random_table


@cache
def paper(layout):
    return draw(random_table(1, layout))


def read_and_check(data):
    try:
        blocks = read_pdf("papir.pdf", data)
    except UnreadableDocument as refused:
        assert str(refused).startswith("papir.pdf: ") and "\n" not in str(refused)
        return
    for block in blocks:
        if isinstance(block, Paragraph):
            assert block.text and block.place.page and block.place.line
            continue
        assert len({len(row.cells) for row in block.rows}) == 1
        read_table(block, "t1")


@given(st.sampled_from(["ruled", "unruled"]), st.integers(0, 60_000))
def test_any_part_of_a_paper(layout, end):
    read_and_check(paper(layout)[:end])


@given(
    st.sampled_from(["ruled", "unruled"]), st.lists(st.tuples(st.integers(0, 60_000), st.integers(0, 7)), max_size=60)
)
@example("unruled", [(26_615, 0)])
def test_any_flipped_bits(layout, flips):
    data = bytearray(paper(layout))
    for at, bit in flips:
        data[at % len(data)] ^= 1 << bit
    read_and_check(bytes(data))


@given(st.binary(max_size=300))
def test_any_bytes(data):
    read_and_check(b"%PDF-1.7\n" + data)

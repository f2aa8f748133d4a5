"""Whatever is uploaded: a document and findings, or one Danish sentence; never a crash."""

from hypothesis import given, settings
from hypothesis import strategies as st

from effektspor.core.audit.catalogue import audit_document
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.plans import read_plan
from effektspor.ingest.reading import read_document
from effektspor.ingest.titles import document_title
from tests.papers import DEMO, Papers

SHORT_PAPERS = [Papers(DEMO).path(number).read_text(encoding="utf-8") for number in ("000", "001", "003", "004")]
PIECES = [
    *"0123456789.,-−*()%§<>/&;#|²٣\t\t\t\n\n \u00a0\x0c",
    "I alt",
    "Netto",
    "Heraf",
    "2018",
    "mio. kr.",
    "1.000 kr.",
    "**",
]


def read_and_check(data):
    """Read, check and look for a plan as every surface does; what holds of any document holds here."""
    try:
        document = read_document("papir.txt", data)
    except UnreadableDocument as refused:
        assert str(refused).startswith("papir.txt: ") and "\n" not in str(refused)
        return
    audited, findings = audit_document(document)
    read_plan(audited)
    assert document_title(audited)
    for table in audited.tables:
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
        assert all(0 <= row < len(table.rows) for relation in table.relations for row, _ in relation.parts)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(finding.message and finding.remedy and 0 < (finding.place.line or 1) <= lines for finding in findings)


@given(st.binary(max_size=300))
def test_any_bytes(data):
    read_and_check(data)


@given(st.text(max_size=300))
def test_any_text(text):
    read_and_check(text.encode("utf-8", "surrogatepass"))


@given(st.lists(st.sampled_from(PIECES), max_size=120))
@settings(max_examples=settings.default.max_examples * 2)
def test_any_scraps_of_tables(pieces):
    read_and_check("".join(pieces).encode())


CELLS = st.sampled_from(
    ["", "-", "1", "2", "3", "-1.000", "0,5", "7 %", "1 2", "1 234", "x", "2018", "kr.", "I alt", "Netto"]
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=12))
@settings(max_examples=settings.default.max_examples * 2)
def test_any_grid(rows):
    read_and_check("\n".join("\t".join(row) for row in rows).encode())


@st.composite
def mutated(draw):
    """A short demo paper with characters and lines put in, taken out and swapped."""
    text = list(draw(st.sampled_from(SHORT_PAPERS)))
    for _ in range(draw(st.integers(1, 12))):
        at, other = (draw(st.integers(0, len(text) - 1)) for _ in range(2))
        match draw(st.sampled_from(["insert", "delete", "swap"])):
            case "insert":
                text.insert(at, draw(st.sampled_from(PIECES)))
            case "delete":
                del text[at : at + draw(st.integers(1, 5))]
            case "swap":
                text[at], text[other] = text[other], text[at]
    lines = "".join(text).split("\n")
    for _ in range(draw(st.integers(0, 4))):
        at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        lines[at], lines[other] = lines[other], draw(st.sampled_from([lines[at], "", lines[other]]))
    return "\n".join(lines)


@given(mutated())
def test_any_damaged_paper(text):
    read_and_check(text.encode())

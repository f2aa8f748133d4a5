"""Whatever the file: findings or one of the file's own errors, never a crash; and what is written is read back."""

import csv
import io
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.cpr import has_cpr
from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.grants import grants_of, read_grants
from tests.unit.ingest.grants.files import ORDINARY, grants_csv

PIECES = [*'0123456789-.,;;;"\n\r\t æ', "2026-01-01", "9999-12-31", "day", "once", "attendance", "0101701234"]
HEAD = grants_csv().strip()
FIELD = st.sampled_from([*ORDINARY.values(), *PIECES, "", "refund", "week", "2026-01-31", "G2", "-5"])
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=8).filter(lambda x: not has_cpr(x))


def _check(data: bytes) -> None:
    try:
        grants = read_grants("bevillinger.csv", data)
    except UnreadableDocument as refused:
        assert str(refused).startswith("bevillinger.csv: ") and "\n" not in str(refused)
        return
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(0 < (finding.place.line or 0) <= lines for finding in grants.findings)
    assert not any(has_cpr(finding.message + finding.remedy) for finding in grants.findings)
    assert sum(len(grant.lines) for grant in grants_of(grants.rows)) == len(grants.rows)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    _check(data)


@given(st.lists(st.sampled_from(PIECES), max_size=80).map("".join))
def test_any_text_under_a_head(body: str) -> None:
    _check(f"{HEAD}\n{body}".encode())


@given(st.lists(st.lists(FIELD, min_size=11, max_size=11).map(";".join), max_size=6))
def test_any_fields(lines: list[str]) -> None:
    _check("\n".join([HEAD, *lines]).encode())


@st.composite
def price_lines(draw: st.DrawFn) -> PriceLine:
    unit, start = draw(st.sampled_from(PriceUnit)), draw(DAYS)
    end = draw(st.none() | st.integers(1, 900).map(lambda days: start + timedelta(days=days)))
    if unit in (PriceUnit.ONCE, PriceUnit.ATTENDANCE):
        end = start + timedelta(days=1)
    kind, quantity = draw(st.sampled_from(LineKind)), draw(st.integers(0, 5000))
    return PriceLine(draw(st.integers(-(10**8), 10**8)), unit, quantity, start, end, kind, "")


@given(
    st.lists(st.tuples(price_lines(), TEXT), max_size=8),
    st.sampled_from(";,"),
    st.sampled_from(["utf-8", "utf-8-sig"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_is_read_back(
    lines: list[tuple[PriceLine, str]], separator: str, encoding: str, line_end: str
) -> None:
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=separator, lineterminator=line_end)
    writer.writerow([*ORDINARY, "kind", "offer"])
    writer.writerows(_written(number, line, offer) for number, (line, offer) in enumerate(lines))
    grants = read_grants("bevillinger.csv", target.getvalue().encode(encoding))
    assert not grants.has_errors
    assert [(row.line, row.texts["offer"]) for row in grants.rows] == lines


def _written(number: int, line: PriceLine, offer: str) -> list[str]:
    """Each line is a grant of its own; an end is written as the last day inside."""
    last = "" if line.end is None else (line.end - timedelta(days=1)).isoformat()
    own = {"grant_id": f"G{number}", "amount_ore": str(line.amount_ore), "unit": line.unit.value, "ends_on": last,
           "quantity": str(line.quantity), "starts_on": line.start.isoformat()}  # fmt: skip
    return [*(ORDINARY | own).values(), line.kind.value, offer]

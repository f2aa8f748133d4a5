"""A grants file as it is read: columns, defaults, separators, encodings, days."""

import re
from datetime import date

import pytest

from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.grants import read_grants
from tests.unit.ingest.grants.files import ORDINARY, grants_csv, read


def _line(**changed: str) -> PriceLine:
    (row,) = read(grants_csv(changed)).rows
    return row.line


def test_a_line_has_its_values_its_place_and_what_every_column_says() -> None:
    grants = read(grants_csv({}))
    (row,) = grants.rows
    assert row.line == PriceLine(195000, PriceUnit.DAY, 1, date(2026, 1, 1), date(2026, 9, 1))
    assert (row.place_line, row.grant_id, row.citizen, row.texts["provider"]) == (2, "G1", "B1", "Solgården")
    assert grants.findings == []


def test_optional_columns_have_their_defaults_where_they_are_left_out_or_empty() -> None:
    for text in (grants_csv({}), grants_csv({"law": "", "kind": "", "ends_kind": "", "probability_pct": ""})):
        texts = read(text).rows[0].texts
        defaults = [texts[name] for name in ("law", "kind", "ends_kind", "probability_pct", "area", "line_id")]
        assert defaults == ["SEL", "base", "review", "100", "", ""]


def test_columns_stand_in_any_order_and_unknown_ones_are_kept() -> None:
    columns = [*reversed(ORDINARY), "kommune"]
    values = [*(ORDINARY[name] for name in reversed(ORDINARY)), "Nordby"]
    grants = read(f"{';'.join(columns)}\n{';'.join(values)}\n")
    assert grants.rows[0].texts["kommune"] == "Nordby"
    assert {"kommune", "area", "section"} <= set(grants.columns)


@pytest.mark.parametrize("separator", [";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_separators_encodings_and_line_ends(separator: str, encoding: str, line_end: str) -> None:
    text = grants_csv({"offer": "Ærø bo"}, separator=separator).replace("\n", line_end)
    grants = read(text, encoding)
    assert (grants.rows[0].texts["offer"], grants.rows[0].texts["grant_id"], grants.findings) == ("Ærø bo", "G1", [])


def test_a_field_in_quotation_marks_may_hold_the_separator_and_a_line_end() -> None:
    grants = read(grants_csv({"offer": '"Sol; og ""måne""\nafd. 2"'}, {"grant_id": "G2", "offer": "x"}))
    assert grants.rows[0].texts["offer"] == 'Sol; og "måne"\nafd. 2'
    assert [row.place_line for row in grants.rows] == [2, 4]


def test_lines_that_say_nothing_are_passed_over() -> None:
    head, line = grants_csv({}).splitlines()
    grants = read(f"\n{head};;\n\n;;;;;;;;;;\n{line};;\n;;\n")
    assert ([row.place_line for row in grants.rows], grants.findings) == ([5], [])


def test_a_file_of_a_head_alone_has_no_lines() -> None:
    grants = read(grants_csv())
    assert (grants.rows, grants.findings) == ([], [])


def test_an_end_is_inside_in_the_file_and_outside_in_the_line() -> None:
    assert _line(ends_on="2026-01-01").end == date(2026, 1, 2)
    assert _line(ends_on="").end is None


def test_the_last_day_there_is_means_no_end() -> None:
    assert _line(ends_on="9999-12-31").end is None


@pytest.mark.parametrize("ends_on", ["", "2026-01-01"])
def test_what_is_paid_once_has_its_one_day(ends_on: str) -> None:
    line = _line(unit="once", ends_on=ends_on)
    assert (line.start, line.end) == (date(2026, 1, 1), date(2026, 1, 2))


def test_kinds_and_negative_amounts() -> None:
    line = _line(kind="refund", amount_ore="-50000", line_id="L7")
    assert (line.kind, line.amount_ore, line.line_id) == (LineKind.REFUND, -50000, "L7")


def test_progress_is_told_every_ten_thousand_lines() -> None:
    told: list[int] = []
    text = grants_csv(*({"grant_id": f"G{number}"} for number in range(20_001)))
    read_grants("bevillinger.csv", text.encode(), tell=told.append)
    assert told == [10_000, 20_000]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Filen er tom"),
        (b" \r\n\n", "Filen er tom"),
        (b"PK\x03\x04\x00", "linje 1 har tegn, som ingen tekst har. Gem den som CSV"),
        ("grant_id;unit\n".encode("utf-16"), "ikke ren tekst"),
        (b"a;b\n\x81\x8d\n", "linje 2 har tegn"),
        (grants_csv({}).replace("unit", "enhed").encode(), "mangler kolonnen unit i sin første linje"),
        (b"grant_id;citizen\n", "mangler kolonnerne section, provider"),
        (grants_csv({}).replace("status", "status;unit", 1).encode(), "har kolonnen unit mere end"),
        (grants_csv({}).replace("status", "status;0101701234", 1).encode(), "ligner et CPR-nummer"),
        (b'grant_id;"citizen\n', "citationstegn uden mage"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=re.escape(words)) as refused:
        read_grants("bevillinger.csv", data)
    told = str(refused.value)
    assert told.startswith("bevillinger.csv: ")
    assert "\n" not in told and "0101701234" not in told

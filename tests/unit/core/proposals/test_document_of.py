"""A case as a document: complete, added up, and every place known to its field."""

from dataclasses import replace

from hypothesis import given, settings

from effektspor.core.audit.catalogue import audit_document
from effektspor.core.document import RowKind, Table
from effektspor.core.finding import Verdict
from effektspor.core.number import Number
from effektspor.core.proposals.business_case import BusinessCase, StatedCase
from effektspor.core.proposals.details import Allocation, AllocationRole, PoolLine, TextSection
from effektspor.core.proposals.document_of import document_of, fields_of, tables_of
from tests.unit.core.proposals.made import business_cases, crisis_centres, years, young_people


def _figures(table: Table) -> dict[str, list[str | None]]:
    return {row.label: [cell.number.plain() if cell.number else None for cell in row.cells] for row in table.rows}


def test_the_first_table_is_the_whole_economy() -> None:
    table = tables_of(crisis_centres())[0]
    assert table.columns == ("2017", "2018", "2019", "2020")
    assert (table.unit, table.price_level) == ("1.000 kr.", "2018")
    assert _figures(table)["Samlet økonomisk påvirkning"] == ["500", "-1450", "-2200", "-2200"]
    assert [row.category for row in table.rows if row.kind is RowKind.ROW][:3] == ["Service", "Service", "Overførsler"]


def test_each_control_area_has_its_table() -> None:
    captions = [table.caption for table in tables_of(young_people())]
    assert captions[1:] == [
        "Tabel 2. Varige ændringer, overførsler",
        "Tabel 3. Varige ændringer, indsats",
        "Tabel 4. Varige ændringer, service",
    ]


def test_a_made_case_passes_our_own_checks() -> None:
    for case in (crisis_centres(), young_people()):
        assert [found for found in audit_document(document_of(case))[1] if found.verdict is Verdict.ERROR] == []


def test_a_sum_that_the_paper_states_is_printed_as_stated_and_found() -> None:
    stated = StatedCase(permanent=years(2018, -1450, -2200, -200))
    errors = audit_document(document_of(replace(crisis_centres(), stated=stated)))[1]
    assert any("Samlet varig ændring" in found.message for found in errors)


def test_every_line_is_found_from_its_place() -> None:
    case = crisis_centres()
    document, fields = document_of(case), fields_of(case)
    for table in document.tables:
        for row in table.rows:
            if field := fields.get(row.place):
                assert case.lines[int(field.removeprefix("lines."))].label == row.label


def test_a_key_without_amounts_is_shared_out() -> None:
    shares = [
        Allocation(name, AllocationRole.SAVING, "Overførsler", Number(key)) for name, key in (("A", 33), ("B", 67))
    ]
    annex = tables_of(replace(crisis_centres(), allocations=tuple(shares)))[-1]
    assert _figures(annex)["Total"] == [None, "-750.0", "-1500.0", "-1500.0"]
    assert _figures(annex)["A Besparelse"] == [None, "-247.5", "-495.0", "-495.0"]


def test_a_heading_the_case_lacks_stands_where_the_template_has_it() -> None:
    case = replace(
        crisis_centres(), sections=(TextSection("Baggrund og formål", "a"), TextSection("Forslagets effekt", "b"))
    )
    texts = [paragraph.text for paragraph in document_of(case).paragraphs]
    assert texts.index("Baggrund og formål") < texts.index("Økonomi") < texts.index("Forslagets effekt")


@settings(max_examples=60, deadline=None)
@given(business_cases)
def test_any_case_is_printed_whole_with_places_that_differ(case: BusinessCase) -> None:
    document = document_of(case)
    places = [block.place for block in document.blocks] + [row.place for table in document.tables for row in table.rows]
    assert len(places) == len(set(places))
    assert set(fields_of(case)) <= set(places)
    printed = {field for field in fields_of(case).values() if field.startswith("lines.")}
    assert printed == {f"lines.{at}" for at in range(len(case.lines))}


def test_a_pool_is_asked_for_money_in_a_year_of_its_own() -> None:
    case = replace(
        young_people(),
        pools=(
            PoolLine("Tilrettelæggelse", years(2017, 500)),
            PoolLine("Vejleder", years(2018, 500)),
        ),
    )
    pools = next(table for table in tables_of(case) if "investeringer" in (table.caption or ""))
    assert pools.columns == ("2017", "2018", "2019", "2020", "2021", "I alt")
    assert _figures(pools)["Investeringer totalt, service"] == ["500", "500", None, None, None, "1000"]

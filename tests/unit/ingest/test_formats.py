"""The same paper as text, Word, Excel and a web page says the same."""

import pytest

from effektspor.ingest.grid import Grid, clean_text
from tests.papers import DEMO

from .formats import FORMATS, as_text, drawn, facts, facts_in, read_text, tables

OTHERS = [name for name in FORMATS if name != "papir.txt"]
BUSINESS_CASE = [
    "Tabel 1. Forslagets samlede økonomi",
    drawn("""
    1.000 kr. 2018 p/l | Styringsområde | 2018 | 2019 | 2020
    Varige ændringer | | | |
    Besparelser på hjælpemidler | Service | -1.650 | -1.650 | -1.650
    Sagsbehandler* | Service | 450 | 450,5 | -
    Samlet varig ændring | | -1.200 | -1.199,5 | -1.650
    """),
    "* Efter aftale med centret.",
    "Tekst under tabellen.",
]
PLAN = [
    "Handleplan 2019",
    drawn("""
    Nr. | Tiltag | Sparekrav 2019 i mio. kr. | Opnået i mio. kr. | Andel | Status
    1 | Forhandling af takster | 2,00 | 1,49 | 74,5 % | Fortsætter
    2* | Investeringscase | -1,50 | -1,50 | 100 % | Gennemført
     | I alt | 0,50 | -0,01 | |
    """),
]


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("paper", [BUSINESS_CASE, PLAN], ids=["business case", "plan"])
def test_a_table_says_the_same_in_every_format(name, paper):
    assert facts_in(name, paper) == facts_in("papir.txt", paper)


def test_the_business_case_is_read_as_it_is_drawn():
    (table,) = tables(read_text("papir.txt", as_text(BUSINESS_CASE)))
    assert (table.unit, table.price_level, table.columns) == ("1.000 kr.", "2018", ("2018", "2019", "2020"))
    assert [cell.number and cell.number.plain() for cell in table.rows[2].cells] == ["450", "450.5", None]


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("paper", sorted(DEMO.glob("*.txt")), ids=lambda paper: paper.name[:3])
def test_the_five_papers_say_the_same_in_every_format(name, paper):
    read = read_text(paper.name, paper.read_bytes())
    drawn_again = [[r.cells for r in part.rows] if isinstance(part, Grid) else clean_text(part.text) for part in read]
    # A workbook has no headings: which line above is the title is read from the lines alone.
    asked = slice(1, None) if name == "papir.xlsx" else slice(None)
    assert [said[asked] for said in facts_in(name, drawn_again)] == [facts(table)[asked] for table in tables(read)]

"""Catalogues to store: small, plain and simulated."""

from hypothesis import strategies as st

from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup, CatalogueRow, RowPurpose
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.year_amounts import YearAmounts

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)
_AMOUNTS = st.dictionaries(st.integers(1990, 2090), st.integers(-(10**15), 10**15), max_size=5).map(YearAmounts.of)
_STATED = st.none() | _AMOUNTS
_ROWS = st.builds(CatalogueRow, _TEXT, _TEXT, _AMOUNTS, _TEXT, st.sampled_from(RowPurpose), _TEXT,
                  st.lists(_TEXT, max_size=3).map(tuple))  # fmt: skip
_GROUPS = st.builds(CatalogueGroup, _TEXT, st.lists(_ROWS, max_size=4).map(tuple), _STATED, _STATED, _TEXT)
CATALOGUES = st.builds(Catalogue, _TEXT, st.lists(_GROUPS, max_size=4).map(tuple), _STATED, _STATED, _TEXT)


def thousands(*amounts: int | None, first: int = 2027) -> YearAmounts:
    """Return amounts in 1.000 kr. for each year from 2027."""
    return YearAmounts.of({first + at: None if each is None else each * 100_000 for at, each in enumerate(amounts)})


def catalogue(title: str = "Katalog 2027") -> Catalogue:
    """Four proposals in two groups: BO1 is its case, BO2 a share of it, UN1 at odds in one year, UN2 has no case."""
    housing = (
        CatalogueRow("BO1", "Færre døgn på botilbud", thousands(-1_000, -1_500, -1_500, -1_500)),
        CatalogueRow("BO2", "Egen bolig", thousands(-200, -700, -700, -700)),
        CatalogueRow("BO2", "Egen bolig", thousands(400, 100, 0, 0), purpose=RowPurpose.INVESTMENT),
    )
    young = (
        CatalogueRow("UN1", "Tidlig indsats", thousands(-300, -300, -300, -300), revision="REVIDERET"),
        CatalogueRow("UN2", "Færre anbringelser", thousands(-50, -50, -50, -50)),
    )
    return Catalogue(
        title,
        (
            CatalogueGroup(
                "Voksne", housing, thousands(-1_200, -2_200, -2_200, -2_200), thousands(400, 100, 0, 0), "t1"
            ),
            CatalogueGroup("Unge", young, thousands(-350, -350, -350, -350), table_id="t2"),
        ),
        thousands(-1_550, -2_550, -2_550, -2_550),
        thousands(400, 100, 0, 0),
    )


def cases() -> tuple[BusinessCase, ...]:
    """The business cases of the first three proposals."""
    return (
        _case("BO1", "Færre døgn på botilbud", _line("Botilbud", -1_250, -1_900, -1_900, -1_900),
              _line("Sagsbehandler", 250, 400, 400, 400)),
        _case("BO2", "Egen bolig", _line("Bostøtte", -200, -700, -700, -700),
              _line("Boligydelse", 50, 100, 100, 100, area="Overførsler"),
              _line("Flytning", 400, 100, kind=LineKind.IMPLEMENTATION)),
        _case("UN1", "Tidlig indsats", _line("Anbringelser", -300, -300, -600, -300)),
    )  # fmt: skip


def _case(code: str, title: str, *lines: ChangeLine) -> BusinessCase:
    return BusinessCase(code, title, price_level="2027", years=(2027, 2028, 2029, 2030), lines=lines)


def _line(label: str, *amounts: int, area: str = "Service", kind: LineKind = LineKind.PERMANENT) -> ChangeLine:
    return ChangeLine(label, kind, thousands(*amounts), area)

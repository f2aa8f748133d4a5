"""What the page of two revisions shows: amounts with their difference, and texts before and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from effektspor.app.proposal_comparison import AmountChange, Comparison, TextChange
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.web.proposals.amounts import amount_cells, shown_decimals, signed


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row with its amounts before, after, and how they differ; `word` says where one was not there."""

    change: AmountChange
    before: tuple[str, ...]
    after: tuple[str, ...]
    difference: tuple[str, ...]
    word: str


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    years: tuple[int, ...]
    rows: tuple[ComparedRow, ...]
    texts: tuple[TextChange, ...]
    unit: str

    @property
    def sentence(self) -> str:
        amounts, texts = len(self.rows), len(self.texts)
        if not amounts and not texts:
            return "De to revisioner siger det samme."
        rows = "1 række har andre beløb" if amounts == 1 else f"{amounts} rækker har andre beløb"
        fields = "1 felt har en anden tekst" if texts == 1 else f"{texts} felter har en anden tekst"
        return " og ".join(part for part, count in ((rows, amounts), (fields, texts)) if count) + "."


def comparison_page(found: Comparison, case: BusinessCase) -> ComparisonPage:
    """Return the page, with amounts in the newer case's unit."""
    return ComparisonPage(found.years, tuple(_rows(found, case)), found.texts, case.unit.name)


def _rows(found: Comparison, case: BusinessCase) -> Iterator[ComparedRow]:
    years, unit = found.years, case.unit
    decimals = shown_decimals(unit, (side for row in found.amounts for side in (row.before, row.after)))
    for row in found.amounts:
        sides = (amount_cells(each, years, unit, decimals) for each in (row.before, row.after, row.difference))
        before, after, difference = sides
        word = "Ny" if row.added else "Udgået" if row.removed else ""
        yield ComparedRow(row, before, after, tuple(signed(text) for text in difference), "" if row.is_sum else word)

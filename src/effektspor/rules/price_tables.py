"""The published percentages as a table that converts amounts."""

from datetime import date

from effektspor.core.price_index import PriceTable
from effektspor.rules.national import MUNICIPAL_PRICES


def municipal_price_table(day: date) -> tuple[PriceTable, tuple[str, ...]]:
    """Return the municipal table as it was published on a day, and the notes that go with its use."""
    answer = MUNICIPAL_PRICES.load().at(day)
    publication = answer.value
    return PriceTable(publication.name, answer.version.source, publication.rises), answer.notes

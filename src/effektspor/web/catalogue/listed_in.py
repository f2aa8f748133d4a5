"""Which catalogues list a proposal: what its own page asks."""

from collections.abc import Iterator
from dataclasses import dataclass

from effektspor.web.catalogue.address import own_key
from effektspor.web.catalogue.models import CatalogueLine, CatalogueTable, OwnCatalogueLine
from effektspor.web.documents.models import ReadingRow


@dataclass(frozen=True, slots=True)
class ListedIn:
    """A catalogue that lists a proposal; `share` is the part of it, where that was chosen here."""

    key: str
    title: str
    share: str = ""


def catalogues_with(code: str) -> list[ListedIn]:
    """Return the catalogues that list a proposal, our own first, each by title, in a constant number of queries."""
    return [*_own(code), *_of_papers(code)]


def _own(code: str) -> Iterator[ListedIn]:
    lines = OwnCatalogueLine.objects.filter(code=code, catalogue__closed=None).select_related("catalogue")
    for line in lines.order_by("catalogue__title", "catalogue__number"):
        yield ListedIn(own_key(line.catalogue.number), line.catalogue.title, line.share)


def _of_papers(code: str) -> Iterator[ListedIn]:
    listing = CatalogueLine.objects.filter(code=code, group__table__closed=None).values("group__table")
    tables = list(CatalogueTable.objects.filter(pk__in=listing))
    papers = [table.document_id for table in tables]
    titles = dict(ReadingRow.objects.filter(document__in=papers, closed=None).values_list("document", "title"))
    named = [(table.title or titles.get(table.document_id, ""), table.document_id) for table in tables]
    for title, document_id in sorted(named):
        yield ListedIn(str(document_id), title)

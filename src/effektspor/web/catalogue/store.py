"""Catalogues in the database: implements app.proposal_ports.CatalogueStore.

A catalogue is known by its paper's number, so that its address holds when the paper is read anew.
"""

from collections.abc import Iterable, Mapping, Sequence

from effektspor.app.proposal_ports import StoredCatalogue
from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup, CatalogueRow, RowPurpose
from effektspor.core.year_amounts import YearAmounts
from effektspor.web.catalogue.models import CatalogueGroupRow, CatalogueLine, CatalogueTable
from effektspor.web.documents.models import ReadingRow
from effektspor.web.proposals.years import years_from_json, years_to_json


class DjangoCatalogueStore:
    def add(self, recording_id: int, document_id: int, catalogue: Catalogue) -> int:
        self.remove(recording_id, document_id)
        table = CatalogueTable.objects.create(
            opened_id=recording_id,
            document_id=document_id,
            title=catalogue.title,
            stated_net=_stated(catalogue.stated_net),
            stated_investment=_stated(catalogue.stated_investment),
            price_level=catalogue.price_level,
        )
        for position, group in enumerate(catalogue.groups, start=1):
            _add_group(table, position, group)
        return document_id

    def remove(self, recording_id: int, document_id: int) -> None:
        CatalogueTable.objects.filter(document=document_id, closed=None).update(closed=recording_id)

    def find(self, catalogue_id: int) -> StoredCatalogue | None:
        return next(iter(_read(CatalogueTable.objects.filter(document=catalogue_id, closed=None))), None)

    def count(self) -> int:
        """Return how many catalogues there are."""
        return CatalogueTable.objects.filter(closed=None).count()

    def all(self) -> list[StoredCatalogue]:
        return _read(CatalogueTable.objects.filter(closed=None))


def _add_group(table: CatalogueTable, position: int, group: CatalogueGroup) -> None:
    row = CatalogueGroupRow.objects.create(
        table=table,
        position=position,
        target_group=group.target_group,
        table_id_in_paper=group.table_id,
        stated_net=_stated(group.stated_net),
        stated_investment=_stated(group.stated_investment),
    )
    CatalogueLine.objects.bulk_create(_line(row, at, each) for at, each in enumerate(group.rows, start=1))


def _line(group: CatalogueGroupRow, position: int, row: CatalogueRow) -> CatalogueLine:
    return CatalogueLine(
        group=group,
        position=position,
        code=row.code,
        title=row.title,
        revision=row.revision,
        purpose=row.purpose,
        control_area=row.control_area,
        amounts=years_to_json(row.amounts),
        case_tables=list(row.case_table_ids),
        step_ore=row.step_ore,
    )


def _read(tables: Iterable[CatalogueTable]) -> list[StoredCatalogue]:
    """Return catalogues by their papers' titles, in four queries however many they are."""
    tables = list(tables)
    papers = [table.document_id for table in tables]
    titles = dict(ReadingRow.objects.filter(document__in=papers, closed=None).values_list("document", "title"))
    groups = _groups([table.pk for table in tables])
    stored = [_stored(table, titles.get(table.document_id, ""), groups.get(table.pk, [])) for table in tables]
    return sorted(stored, key=lambda each: (each.document_title, each.id))


def _groups(table_ids: Sequence[int]) -> Mapping[int, list[CatalogueGroup]]:
    lines: dict[int, list[CatalogueRow]] = {}
    for line in CatalogueLine.objects.filter(group__table__in=table_ids).order_by("position"):
        lines.setdefault(line.group_id, []).append(_row(line))
    groups: dict[int, list[CatalogueGroup]] = {}
    for group in CatalogueGroupRow.objects.filter(table__in=table_ids).order_by("position"):
        groups.setdefault(group.table_id, []).append(_group(group, lines.get(group.pk, [])))
    return groups


def _stored(table: CatalogueTable, document_title: str, groups: Sequence[CatalogueGroup]) -> StoredCatalogue:
    stated = (_amounts(table.stated_net), _amounts(table.stated_investment))
    catalogue = Catalogue(table.title, tuple(groups), *stated, table.price_level)
    return StoredCatalogue(table.document_id, catalogue, table.document_id, document_title)


def _group(row: CatalogueGroupRow, lines: Sequence[CatalogueRow]) -> CatalogueGroup:
    return CatalogueGroup(
        target_group=row.target_group,
        rows=tuple(lines),
        stated_net=_amounts(row.stated_net),
        stated_investment=_amounts(row.stated_investment),
        table_id=row.table_id_in_paper,
    )


def _row(line: CatalogueLine) -> CatalogueRow:
    return CatalogueRow(
        code=line.code,
        title=line.title,
        amounts=years_from_json(line.amounts),
        revision=line.revision,
        purpose=RowPurpose(line.purpose),
        control_area=line.control_area,
        case_table_ids=tuple(line.case_tables),
        step_ore=line.step_ore,
    )


def _stated(amounts: YearAmounts | None) -> list[list[int]] | None:
    return None if amounts is None else years_to_json(amounts)


def _amounts(pairs: Sequence[Sequence[int]] | None) -> YearAmounts | None:
    return None if pairs is None else years_from_json(pairs)

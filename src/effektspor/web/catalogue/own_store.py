"""Catalogues of our own in the database: implements app.proposal_ports.OwnCatalogueStore and PinnedRevisions."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Max, Q, QuerySet

from effektspor.app.proposal_ports import CatalogueChoice, OwnCatalogue, Revision
from effektspor.web.catalogue.models import OwnCatalogueLine, OwnCatalogueRow
from effektspor.web.proposals.store import NOBODY, DjangoProposalStore


class DjangoOwnCatalogueStore:
    def add(self, recording_id: int, catalogue: OwnCatalogue) -> int:
        number = catalogue.number or self._next_number()
        self.close(recording_id, number)
        row = OwnCatalogueRow.objects.create(
            opened_id=recording_id,
            number=number,
            title=catalogue.title,
            price_level=catalogue.price_level,
            locked_on=catalogue.locked_on,
        )
        OwnCatalogueLine.objects.bulk_create(
            _line(row, position, choice) for position, choice in enumerate(catalogue.choices, start=1)
        )
        return number

    def close(self, recording_id: int, number: int) -> None:
        OwnCatalogueRow.objects.filter(number=number, closed=None).update(closed=recording_id)

    def find(self, number: int) -> OwnCatalogue | None:
        return next(iter(_read(OwnCatalogueRow.objects.filter(number=number, closed=None))), None)

    def history(self, number: int) -> list[OwnCatalogue]:
        return _read(OwnCatalogueRow.objects.filter(number=number).order_by("-pk"))

    def all(self) -> list[OwnCatalogue]:
        return _by_title(_read(OwnCatalogueRow.objects.filter(closed=None)))

    def removed(self) -> list[OwnCatalogue]:
        current = OwnCatalogueRow.objects.filter(closed=None).values("number")
        gone = OwnCatalogueRow.objects.exclude(number__in=current)
        last = gone.order_by().values("number").annotate(last=Max("pk")).values("last")
        return _by_title(_read(OwnCatalogueRow.objects.filter(pk__in=last)))

    def count(self) -> int:
        """Return how many there are, those that are removed among them: they stand in the list."""
        return OwnCatalogueRow.objects.values("number").distinct().count()

    def changed(self, number: int) -> bool:
        """Whether there is a version before the newest to go back to."""
        return OwnCatalogueRow.objects.filter(number=number).count() > 1

    def _next_number(self) -> int:
        """Writers queue on their recording, so no two get the same."""
        return (OwnCatalogueRow.objects.aggregate(last=Max("number"))["last"] or 0) + 1


class DjangoPinnedRevisions:
    def at(self, numbers: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], Revision]:
        asked = Q(proposal__code__in={code for code, _ in numbers}, number__in={number for _, number in numbers})
        found = {(revision.case.code, revision.number): revision for revision in DjangoProposalStore().where(asked)}
        return {pair: revision for pair, revision in found.items() if pair in numbers}


def _line(row: OwnCatalogueRow, position: int, choice: CatalogueChoice) -> OwnCatalogueLine:
    return OwnCatalogueLine(
        catalogue=row,
        position=position,
        code=choice.code,
        target_group=choice.target_group,
        share=choice.share,
        investment=choice.investment,
        revision=choice.revision,
    )


def _read(rows: QuerySet[OwnCatalogueRow]) -> list[OwnCatalogue]:
    """Return catalogues in the order of their rows, in two queries however many they are."""
    found = list(rows.select_related("opened__by"))
    lines: dict[int, list[CatalogueChoice]] = {}
    for line in OwnCatalogueLine.objects.filter(catalogue__in=[row.pk for row in found]).order_by("position"):
        lines.setdefault(line.catalogue_id, []).append(_choice(line))
    return [_catalogue(row, lines.get(row.pk, [])) for row in found]


def _choice(line: OwnCatalogueLine) -> CatalogueChoice:
    return CatalogueChoice(line.code, line.target_group, line.share, line.investment, line.revision)


def _catalogue(row: OwnCatalogueRow, choices: Iterable[CatalogueChoice]) -> OwnCatalogue:
    return OwnCatalogue(
        title=row.title,
        choices=tuple(choices),
        price_level=row.price_level,
        locked_on=row.locked_on,
        number=row.number,
        version=row.opened_id,
        by=str(row.opened.by or NOBODY),
        at=row.opened.at,
    )


def _by_title(catalogues: list[OwnCatalogue]) -> list[OwnCatalogue]:
    return sorted(catalogues, key=lambda each: (each.title, each.number))

"""The annex to a catalogue as a paper, whichever page it is made from."""

from datetime import date

from effektspor.app.errors import NotPossible
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.reports.catalogue_annex import AnnexStyle, CatalogueAnnex, compute_catalogue_annex
from effektspor.web.catalogue.sources import Source


def annex_of(source: Source, today: date) -> CatalogueAnnex:
    """Return a catalogue as its paper. Raises NotPossible where a row of our own could not be computed."""
    style, origin = style_of(source), _origin(source, today)
    return compute_catalogue_annex(source.catalogue, today, style, cases_of(source), origin)


def style_of(source: Source) -> AnnexStyle:
    """Return the price level of an annex and what it says of its rows.

    Raises NotPossible where a row of our own could not be computed.
    """
    whole = source.assembled
    if whole and whole.problems:
        raise NotPossible(f"Bilaget kan ikke laves. {' '.join(problem.danish for problem in whole.problems)}")
    notes = tuple(f"Note: {note}" for note in whole.notes) if whole else ()
    return AnnexStyle(price_level=_price_level(source), notes=notes)


def cases_of(source: Source) -> tuple[BusinessCase, ...]:
    """Return the cases a catalogue lists, in its order: a database has none of its own."""
    return tuple(source.revisions[code].case for code in source.catalogue.codes if code in source.revisions)


def _price_level(source: Source) -> str | None:
    """The level all cases have, and without cases what the catalogue states; where they differ, none is said."""
    levels = {case.price_level for case in source.cases} or {source.catalogue.price_level or None}
    return levels.pop() if len(levels) == 1 else None


def _origin(source: Source, today: date) -> str:
    if source.own is None:
        return source.document_title
    locked_on = source.own.locked_on
    return f"Forslag i Effektspor, låst {locked_on:%d.%m.%Y}" if locked_on else f"Forslag i Effektspor {today:%d.%m.%Y}"

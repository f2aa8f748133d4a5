"""Any table of the plan's pages as a file, with just the rows the page shows."""

from collections.abc import Callable, Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from effektspor.reports.listing import Listing, render_csv, render_xlsx
from effektspor.web.accounts.access import Page, requires
from effektspor.web.plans import around_tables, log_page, measure_tables, rounds_page
from effektspor.web.plans.content import (
    budget_content,
    log_content,
    measures_content,
    rounds_content,
    savings_content,
)
from effektspor.web.plans.shown import ShownTable, listing_of

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BUDGET = (around_tables.OUTLOOK, around_tables.MEASURES, around_tables.EFFECT)
_MEASURES = (measure_tables.MEASURES, measure_tables.TARGETS, measure_tables.ADOPTED, measure_tables.CHANGES)


@requires(Page.PLAN)
def table_csv(request: HttpRequest, table_id: str) -> HttpResponse:
    """Send a table as CSV."""
    return _send(request, table_id, "csv", "text/csv; charset=utf-8", render_csv)


@requires(Page.PLAN)
def table_xlsx(request: HttpRequest, table_id: str) -> HttpResponse:
    """Send a table as an Excel sheet, its figures as numbers."""
    return _send(request, table_id, "xlsx", _XLSX, render_xlsx)


def _send(
    request: HttpRequest, table_id: str, suffix: str, content_type: str, write: Callable[[Listing], bytes]
) -> HttpResponse:
    table = next((each for each in _tables(request, table_id) if each.id == table_id), None)
    if table is None:
        raise Http404
    disposition = f'attachment; filename="handleplan-{table_id}-{timezone.localdate():%Y-%m-%d}.{suffix}"'
    return HttpResponse(write(listing_of(table)), content_type, headers={"Content-Disposition": disposition})


def _tables(request: HttpRequest, table_id: str) -> Iterable[ShownTable]:
    """The tables of the page that has the one that is asked for."""
    if table_id in _MEASURES:
        return measures_content(request).tables
    if table_id in (log_page.DECISIONS, log_page.PLAN_CHANGES):
        return log_content()[1]
    if table_id.startswith(rounds_page.PREFIX):
        return [view.table for view in rounds_content(request)[0]]
    views = budget_content(request)[0] if table_id.startswith(_BUDGET) else savings_content(request)[0]
    return [table for view in views for table in view.tables]

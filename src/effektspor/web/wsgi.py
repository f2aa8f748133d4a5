"""The application a server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "effektspor.web.settings")
application = get_wsgi_application()


def _draw_once() -> None:
    """The first chart of a process takes most of a second, so the process takes it before its first user does."""
    from effektspor.reports.bar import Bar, scale_of
    from effektspor.reports.charts import render_bar_svg

    bar = Bar("0", "", 1, 1, "")
    render_bar_svg(bar, scale_of((bar,)))


def _settle() -> None:
    """What was loaded to start stays until the end: kept out of the garbage collector's walks, which else take 0,1 s
    in the middle of somebody's request."""
    assert get_resolver().url_patterns, "the views are loaded with their addresses"
    gc.collect()
    gc.freeze()


_draw_once()
_settle()

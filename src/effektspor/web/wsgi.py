"""The application a server runs."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "effektspor.web.settings")
application = get_wsgi_application()


def _draw_once() -> None:
    """The first chart of a process takes most of a second, so the process takes it before its first user does."""
    from effektspor.reports.bar import Bar, scale_of
    from effektspor.reports.charts import render_bar_svg

    bar = Bar("0", "", 1, 1, "")
    render_bar_svg(bar, scale_of((bar,)))


_draw_once()

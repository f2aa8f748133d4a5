"""Every address; the words are the users'."""

from django.urls import include, path

urlpatterns = [
    path("", include("effektspor.web.overview.urls")),
    path("", include("effektspor.web.accounts.urls")),
    path("", include("effektspor.web.operation.urls")),
    path("dokumenter/", include("effektspor.web.documents.urls")),
    path("dokumenter/", include("effektspor.web.findings.urls")),
    path("dokumenter/", include("effektspor.web.rulings.urls")),
    path("forslag/", include("effektspor.web.proposals.urls")),
    path("handleplan/", include("effektspor.web.plans.urls")),
    path("katalog/", include("effektspor.web.catalogue.urls")),
    path("rapporter/", include("effektspor.web.papers.urls")),
]
handler403 = "effektspor.web.operation.views.forbidden"
handler404 = "effektspor.web.operation.views.not_found"
handler500 = "effektspor.web.operation.views.server_error"

from django.urls import path

from effektspor.web.documents import views

urlpatterns = [
    path("", views.document_list, name="dokumenter"),
    path("laeg-op", views.upload, name="laeg-op"),
    path("laesninger", views.reading_progress, name="laesninger"),
    path("<int:document_id>", views.document_page, name="dokument"),
    path("<int:document_id>/ny-version", views.upload_version, name="ny-version"),
    path("<int:document_id>/laesning", views.reading_progress, name="laesning"),
]

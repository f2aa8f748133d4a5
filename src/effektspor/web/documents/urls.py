from django.urls import path

from effektspor.web.documents import views

urlpatterns = [
    path("", views.document_list, name="dokumenter"),
    path("<int:document_id>", views.document_page, name="dokument"),
]

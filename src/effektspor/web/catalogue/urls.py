from django.urls import path

from effektspor.web.catalogue import annex, views

urlpatterns = [
    path("", views.catalogue_list, name="kataloger"),
    path("<int:catalogue_id>", views.catalogue_page_view, name="katalog"),
    path("<int:catalogue_id>/bilag.docx", annex.annex_docx, name="katalog-bilag-docx"),
    path("<int:catalogue_id>/bilag.xlsx", annex.annex_xlsx, name="katalog-bilag-xlsx"),
    path("<int:catalogue_id>/raekker.csv", views.catalogue_csv, name="katalog-csv"),
    path("<int:catalogue_id>/raekker.xlsx", views.catalogue_xlsx, name="katalog-xlsx"),
]

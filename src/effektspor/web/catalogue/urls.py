"""A catalogue's key holds a digit, so no word of an address is one."""

from django.urls import path, register_converter

from effektspor.web.catalogue import annex, own_views, views
from effektspor.web.catalogue.address import CatalogueKey

register_converter(CatalogueKey, "catalogue")

urlpatterns = [
    path("", views.catalogue_list, name="kataloger"),
    path("nyt", own_views.new, name="katalog-nyt"),
    path("<catalogue:key>", views.catalogue_page_view, name="katalog"),
    path("<catalogue:key>/bilag.docx", annex.annex_docx, name="katalog-bilag-docx"),
    path("<catalogue:key>/bilag.xlsx", annex.annex_xlsx, name="katalog-bilag-xlsx"),
    path("<catalogue:key>/raekker.csv", views.catalogue_csv, name="katalog-csv"),
    path("<catalogue:key>/raekker.xlsx", views.catalogue_xlsx, name="katalog-xlsx"),
    path("<catalogue:key>/rediger", own_views.edit, name="katalog-rediger"),
    path("<catalogue:key>/laas", own_views.lock, name="katalog-laas"),
    path("<catalogue:key>/laas-op", own_views.unlock, name="katalog-laas-op"),
    path("<catalogue:key>/brug-den-nye", own_views.newest, name="katalog-brug-den-nye"),
    path("<catalogue:key>/fortryd", own_views.undo, name="katalog-fortryd"),
    path("<catalogue:key>/slet", own_views.remove, name="katalog-slet"),
    path("<catalogue:key>/hent-tilbage", own_views.restore, name="katalog-hent-tilbage"),
]

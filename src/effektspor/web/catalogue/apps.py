from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "effektspor.web.catalogue"
    label = "catalogue"

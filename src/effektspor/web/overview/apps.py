from django.apps import AppConfig


class OverviewConfig(AppConfig):
    name = "effektspor.web.overview"
    label = "overview"

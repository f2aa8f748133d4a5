from django.apps import AppConfig


class FindingsConfig(AppConfig):
    name = "effektspor.web.findings"
    label = "findings"

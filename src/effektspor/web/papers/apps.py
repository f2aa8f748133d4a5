from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "effektspor.web.papers"
    label = "papers"

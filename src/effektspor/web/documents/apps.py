from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "effektspor.web.documents"
    label = "documents"

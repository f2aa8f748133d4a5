from django.apps import AppConfig


class OperationConfig(AppConfig):
    name = "effektspor.web.operation"
    label = "operation"

from django.apps import AppConfig


class LogConfig(AppConfig):
    name = "effektspor.web.log"
    label = "log"

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "effektspor.web.jobs"
    label = "jobs"

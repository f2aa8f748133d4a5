from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "effektspor.web.plans"
    label = "plans"

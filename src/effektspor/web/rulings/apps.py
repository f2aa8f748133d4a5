from django.apps import AppConfig


class RulingsConfig(AppConfig):
    name = "effektspor.web.rulings"
    label = "rulings"

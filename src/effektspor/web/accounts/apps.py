from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "effektspor.web.accounts"
    label = "accounts"

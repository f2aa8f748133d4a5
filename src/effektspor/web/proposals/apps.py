from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    name = "effektspor.web.proposals"
    label = "proposals"

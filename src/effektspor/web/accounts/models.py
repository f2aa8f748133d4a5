"""Users: our own model from day one."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class Role(models.TextChoices):
    """The seven roles; what each may see and change stands in access.py."""

    CONTROLLER = "oekonomikonsulent", "Økonomikonsulent"
    CASE_WORKER = "sagsbehandler", "Sagsbehandler"
    VISITATION_HEAD = "visitationsleder", "Visitationsleder"
    MANAGER = "leder", "Leder"
    PROPOSER = "forslagsstiller", "Forslagsstiller"
    AUDITOR = "revisor", "Revisor"
    ADMINISTRATOR = "administrator", "Administrator"


class User(AbstractUser):
    """A person who works in the system. Without a role nothing is seen."""

    role = models.CharField("rolle", max_length=20, choices=Role, blank=True)

    class Meta:
        verbose_name = "bruger"
        verbose_name_plural = "brugere"

    def __str__(self) -> str:
        return self.get_full_name() or self.username

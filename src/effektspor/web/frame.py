"""What every page has around it: the menu a role sees, the municipality and the state of the data."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from effektspor.web.accounts.access import Level, Page, level_of
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.settings import CONFIGURATION

_MENU = (
    (Page.OVERVIEW, "overblik", "Overblik"),
    (Page.PROPOSALS, "forslag", "Forslag"),
    (Page.PLAN, "handleplan", "Handleplan"),
    (Page.CATALOGUE, "kataloger", "Katalog"),
    (Page.DOCUMENTS, "dokumenter", "Dokumenter"),
    (Page.REPORTS, "rapporter", "Rapporter"),
    (Page.TEMPLATES, "skabeloner", "Skabeloner"),
)


@dataclass(frozen=True, slots=True)
class MenuItem:
    address: str
    label: str
    current: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what the base template needs; without a user only the names."""
    names = {
        "municipality": CONFIGURATION["EFFEKTSPOR_MUNICIPALITY"],
        "committee": CONFIGURATION["EFFEKTSPOR_COMMITTEE"],
        "demo": CONFIGURATION.demo,
    }
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return names
    return names | {"menu": _menu(request), "latest": DjangoRecordings().latest()}


def _menu(request: HttpRequest) -> list[MenuItem]:
    """Every page a role sees; one that lies under another it sees is reached from that."""
    items: list[MenuItem] = []
    for page, name, label in _MENU:
        address = reverse(name)
        under = any(_is_current(address, item.address) for item in items)
        if level_of(request.user, page) is not Level.NONE and not under:
            items.append(MenuItem(address, label, _is_current(request.path, address)))
    return items


def _is_current(path: str, address: str) -> bool:
    return path == address or (address != "/" and path.startswith(address))

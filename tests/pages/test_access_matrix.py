"""Every address × role, after the table of pages and roles; a new address without a row fails.

A row says the status each role gets, in the order of Role, and then what somebody gets who is not logged in.
"""

from collections.abc import Callable

import pytest
from django.test import Client

from effektspor.app.documents import File
from effektspor.app.proposal_ports import CatalogueChoice, OwnCatalogue
from effektspor.web.accounts.models import Role, User
from effektspor.web.catalogue.own_store import DjangoOwnCatalogueStore
from effektspor.web.catalogue.store import DjangoCatalogueStore
from effektspor.web.documents.models import DocumentRow
from effektspor.web.log.models import RecordingRow
from effektspor.web.log.store import DjangoRecordings
from tests.pages.addresses import patterns

#                         øk.kons. sagsb. vis.leder leder forslag. revisor admin. | not logged in
MATRIX = {
    "overblik":          (200, 200, 200, 200, 200, 200, 200, 302),
    "dokumenter":        (200, 200, 200, 200, 200, 200, 403, 302),
    "dokument":          (200, 200, 200, 200, 200, 200, 403, 302),
    "laeg-op":           (405, 403, 403, 403, 405, 403, 403, 302),
    "ny-version":        (405, 403, 403, 403, 405, 403, 403, 302),
    "afgoerelse":        (405, 403, 403, 403, 405, 403, 403, 302),
    "fortryd-afgoerelse": (405, 403, 403, 403, 405, 403, 403, 302),
    "laesninger":        (200, 200, 200, 200, 200, 200, 403, 302),
    "laesning":          (200, 200, 200, 200, 200, 200, 403, 302),
    "fund":              (200, 200, 200, 200, 200, 200, 403, 302),
    "fund-csv":          (200, 200, 200, 200, 200, 200, 403, 302),
    "fund-xlsx":         (200, 200, 200, 200, 200, 200, 403, 302),
    "kataloger":         (200, 200, 200, 200, 200, 200, 403, 302),
    "katalog":           (200, 200, 200, 200, 200, 200, 403, 302),
    "katalog-bilag-docx": (200, 200, 200, 200, 200, 200, 403, 302),
    "katalog-bilag-xlsx": (200, 200, 200, 200, 200, 200, 403, 302),
    "katalog-csv":       (200, 200, 200, 200, 200, 200, 403, 302),
    "katalog-xlsx":      (200, 200, 200, 200, 200, 200, 403, 302),
    "katalog-nyt":       (200, 403, 403, 403, 200, 403, 403, 302),
    "katalog-rediger":   (200, 403, 403, 403, 200, 403, 403, 302),
    "katalog-laas":      (405, 403, 403, 403, 405, 403, 403, 302),
    "katalog-laas-op":   (405, 403, 403, 403, 405, 403, 403, 302),
    "katalog-brug-den-nye": (405, 403, 403, 403, 405, 403, 403, 302),
    "katalog-fortryd":   (405, 403, 403, 403, 405, 403, 403, 302),
    "katalog-slet":      (405, 403, 403, 403, 405, 403, 403, 302),
    "katalog-hent-tilbage": (405, 403, 403, 403, 405, 403, 403, 302),
    "forslag":           (200, 200, 200, 200, 200, 200, 403, 302),
    "forslag-csv":       (200, 200, 200, 200, 200, 200, 403, 302),
    "forslag-xlsx":      (200, 200, 200, 200, 200, 200, 403, 302),
    "beslutninger":      (200, 200, 200, 200, 200, 200, 403, 302),
    "beslutninger-csv":  (200, 200, 200, 200, 200, 200, 403, 302),
    # HA04 was read from a paper: it is no forslagsstiller's own.
    "forslag-ny":        (200, 403, 403, 403, 200, 403, 403, 302),
    "forslag-et":        (200, 200, 200, 200, 200, 200, 403, 302),
    "forslag-rediger":   (200, 403, 403, 403, 403, 403, 403, 302),
    "forslag-kontrol":   (405, 403, 403, 403, 405, 403, 403, 302),
    "forslag-kladde":    (405, 403, 403, 403, 405, 403, 403, 302),
    "forslag-sammenlign": (200, 200, 200, 200, 200, 200, 403, 302),
    "forslag-docx":      (200, 200, 200, 200, 200, 200, 403, 302),
    "forslag-pdf":       (200, 200, 200, 200, 200, 200, 403, 302),
    "forslag-skema-docx": (200, 200, 200, 200, 200, 200, 403, 302),
    "forslag-skema-pdf": (200, 200, 200, 200, 200, 200, 403, 302),
    # No proposal has that code.
    "forslag-kode":      (404, 404, 404, 404, 404, 404, 403, 302),
    "forslag-beslut":    (403, 403, 403, 200, 403, 403, 403, 302),
    "forslag-fortryd":   (403, 403, 403, 405, 403, 403, 403, 302),
    "forslag-opfoelgning": (405, 405, 405, 405, 405, 405, 403, 302),
    "handleplan":        (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-docx":   (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-pdf":    (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-opfoelgninger": (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-besparelser": (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-budget": (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-beslutninger": (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-planer": (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-excel": (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-csv": (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-xlsx": (200, 200, 200, 200, 200, 200, 403, 302),
    "strateginotat": (200, 200, 200, 200, 200, 200, 403, 302),
    "strateginotat-docx": (200, 200, 200, 200, 200, 200, 403, 302),
    "strateginotat-pdf": (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-tiltag": (200, 403, 403, 200, 403, 403, 403, 302),
    "gem-tiltag":        (405, 403, 403, 405, 403, 403, 403, 302),
    "kommentar-tilbage": (405, 403, 403, 405, 403, 403, 403, 302),
    "handleplan-fortryd": (405, 403, 403, 403, 403, 403, 403, 302),
    "handleplan-opfoelgning": (200, 403, 403, 403, 403, 403, 403, 302),
    "gem-opfoelgning":   (405, 403, 403, 403, 403, 403, 403, 302),
    "opfoelgning-tilbage": (405, 403, 403, 403, 403, 403, 403, 302),
    "gem-strateginotat": (405, 403, 403, 403, 403, 403, 403, 302),
    "rapporter":         (200, 403, 200, 200, 200, 200, 403, 302),
    "frigivelser":       (200, 403, 200, 200, 200, 200, 403, 302),
    "rapport-hent":      (200, 403, 200, 200, 200, 200, 403, 302),
    "rapport-frigiv":    (403, 403, 403, 200, 403, 403, 403, 302),
    "skabeloner":        (200, 403, 200, 200, 200, 200, 200, 302),
    "skabelon":          (200, 403, 200, 200, 200, 200, 200, 302),
    "skabelon-laeg-op":  (405, 403, 403, 403, 403, 403, 405, 302),
    "skabelon-tag-ud":   (405, 403, 403, 403, 403, 403, 405, 302),
    "log-ind":           (302, 302, 302, 302, 302, 302, 302, 200),
    "log-ind-engang":    (410, 410, 410, 410, 410, 410, 410, 410),
    "log-af":            (405, 405, 405, 405, 405, 405, 405, 302),
    "sundhed":           (200, 200, 200, 200, 200, 200, 200, 200),
}  # fmt: skip
# What is written: posted with nothing in it, so that a role that may is told what is missing (422) or nothing changes.
POSTS = {
    "laeg-op":            (422, 403, 403, 403, 422, 403, 403, 302),
    "ny-version":         (422, 403, 403, 403, 422, 403, 403, 302),
    "afgoerelse":         (422, 403, 403, 403, 422, 403, 403, 302),
    "fortryd-afgoerelse": (302, 403, 403, 403, 302, 403, 403, 302),
    "katalog-laas":       (422, 403, 403, 403, 422, 403, 403, 302),
    "katalog-laas-op":    (422, 403, 403, 403, 422, 403, 403, 302),
    "katalog-brug-den-nye": (422, 403, 403, 403, 422, 403, 403, 302),
    "katalog-fortryd":    (422, 403, 403, 403, 422, 403, 403, 302),
    "katalog-slet":       (422, 403, 403, 403, 422, 403, 403, 302),
    "katalog-hent-tilbage": (422, 403, 403, 403, 422, 403, 403, 302),
    "forslag-kontrol":    (200, 403, 403, 403, 403, 403, 403, 302),
    "forslag-kladde":     (422, 403, 403, 403, 403, 403, 403, 302),
    "forslag-fortryd":    (403, 403, 403, 302, 403, 403, 403, 302),
    "forslag-opfoelgning": (302, 403, 403, 302, 403, 403, 403, 302),
    "gem-tiltag":         (422, 403, 403, 302, 403, 403, 403, 302),
    "kommentar-tilbage":  (422, 403, 403, 422, 403, 403, 403, 302),
    "handleplan-fortryd": (422, 403, 403, 403, 403, 403, 403, 302),
    "gem-opfoelgning":    (422, 403, 403, 403, 403, 403, 403, 302),
    "opfoelgning-tilbage": (422, 403, 403, 403, 403, 403, 403, 302),
    "gem-strateginotat":  (422, 403, 403, 403, 403, 403, 403, 302),
    "skabelon-laeg-op":   (422, 403, 403, 403, 403, 403, 422, 302),
    "skabelon-tag-ud":    (302, 403, 403, 403, 403, 403, 302, 302),
    "log-af":             (302, 302, 302, 302, 302, 302, 302, 302),
}  # fmt: skip
ADDRESSES = dict(patterns())
Case = tuple[str, Role | None, int]


def _cases(matrix: dict[str, tuple[int, ...]]) -> list[Case]:
    return [(name, role, row[index]) for name, row in matrix.items() for index, role in enumerate([*Role, None])]


# What is done with a catalogue that is assembled here.
_OWN_CATALOGUE = ("katalog-rediger", "katalog-laas", "katalog-laas-op", "katalog-brug-den-nye", "katalog-fortryd",
                  "katalog-slet", "katalog-hent-tilbage")  # fmt: skip


def _own_catalogue() -> int:
    with DjangoRecordings().record("test") as recording_id:
        asked = OwnCatalogue("Katalog", (CatalogueChoice("HA04", "Voksne"),), number=1)
        return DjangoOwnCatalogueStore().add(recording_id, asked)


def _example(name: str) -> str:
    if name in _OWN_CATALOGUE:
        return ADDRESSES[name].replace("/1", f"/eget-{_own_catalogue()}")
    if name.startswith("katalog-") or name == "katalog":
        return ADDRESSES[name].replace("/1", f"/{DjangoCatalogueStore().all()[0].id}")
    return ADDRESSES[name].replace("/1", f"/{DocumentRow.objects.order_by('pk').values_list('pk', flat=True)[0]}")


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert set(MATRIX) == set(ADDRESSES)


def test_an_address_that_refuses_get_has_a_row_of_posts() -> None:
    assert {name for name, row in MATRIX.items() if 405 in row} == set(POSTS)


@pytest.mark.parametrize(("name", "role", "status"), _cases(MATRIX), ids=lambda value: str(value or "ingen"))
def test_who_gets_what(
    name: str, role: Role | None, status: int, as_role: Callable[[Role], Client], demo_papers: list[File]
) -> None:
    client = as_role(role) if role else Client()
    assert client.get(_example(name)).status_code == status


@pytest.mark.parametrize(("name", "role", "status"), _cases(POSTS), ids=lambda value: str(value or "ingen"))
def test_who_may_change_what(
    name: str, role: Role | None, status: int, as_role: Callable[[Role], Client], demo_papers: list[File]
) -> None:
    client = as_role(role) if role else Client()
    address = _example(name)
    before = RecordingRow.objects.count()
    assert client.post(address).status_code == status
    assert RecordingRow.objects.count() == before


def test_a_form_from_elsewhere_is_refused(users: dict[Role, User], demo_papers: list[File]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(users[Role.CONTROLLER])
    assert {client.post(_example(name)).status_code for name in POSTS} == {403}


@pytest.mark.parametrize("name", [name for name in MATRIX if MATRIX[name][-1] == 302])
def test_a_user_without_a_role_sees_nothing(name: str, users: dict[Role, object], demo_papers: list[File]) -> None:
    client = Client()
    client.force_login(User.objects.create_user("uden-rolle"))
    assert client.get(ADDRESSES[name]).status_code in (403, 404, 405)

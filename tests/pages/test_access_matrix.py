"""Every address × role, after the table of pages and roles; a new address without a row fails.

A row says the status each role gets, in the order of Role, and then what somebody gets who is not logged in.
"""

from collections.abc import Callable

import pytest
from django.test import Client

from effektspor.app.documents import File
from effektspor.web.accounts.models import Role
from effektspor.web.documents.models import DocumentRow
from tests.pages.addresses import patterns

#                         øk.kons. sagsb. vis.leder leder forslag. revisor admin. | not logged in
MATRIX = {
    "overblik":          (200, 200, 200, 200, 200, 200, 200, 302),
    "dokumenter":        (200, 200, 200, 200, 200, 200, 403, 302),
    "dokument":          (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan":        (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-docx":   (200, 200, 200, 200, 200, 200, 403, 302),
    "handleplan-pdf":    (200, 200, 200, 200, 200, 200, 403, 302),
    "log-ind":           (302, 302, 302, 302, 302, 302, 302, 200),
    "log-ind-engang":    (410, 410, 410, 410, 410, 410, 410, 410),
    "log-af":            (405, 405, 405, 405, 405, 405, 405, 302),
    "sundhed":           (200, 200, 200, 200, 200, 200, 200, 200),
}  # fmt: skip
ADDRESSES = dict(patterns())
CASES = [(name, role, MATRIX[name][index]) for name in MATRIX for index, role in enumerate([*Role, None])]


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert set(MATRIX) == set(ADDRESSES)


@pytest.mark.parametrize(("name", "role", "status"), CASES, ids=lambda value: str(value or "ingen"))
def test_who_gets_what(
    name: str, role: Role | None, status: int, as_role: Callable[[Role], Client], demo_papers: list[File]
) -> None:
    client = as_role(role) if role else Client()
    address = ADDRESSES[name].replace("/1", f"/{DocumentRow.objects.order_by('pk').values_list('pk', flat=True)[0]}")
    assert client.get(address).status_code == status


@pytest.mark.parametrize("name", [name for name in MATRIX if MATRIX[name][-1] == 302])
def test_a_user_without_a_role_sees_nothing(name: str, users: dict[Role, object], demo_papers: list[File]) -> None:
    from effektspor.web.accounts.models import User

    client = Client()
    client.force_login(User.objects.create_user("uden-rolle"))
    assert client.get(ADDRESSES[name]).status_code in (403, 404, 405)

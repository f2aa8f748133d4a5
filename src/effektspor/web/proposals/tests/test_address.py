"""A proposal has a working address, whatever code its paper gave it."""

from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests.contracts.case_values import case

from effektspor.app.proposal_form import fields_of
from effektspor.web.accounts.models import Role, User
from effektspor.web.proposals.address import CodeConverter
from effektspor.web.proposals.store import DjangoProposalStore
from effektspor.web.proposals.tests.conftest import add_proposal

ODD_CODES = ("SO/12", "SO 12 b?", "../12", "12~2f", "50%#", "ny", "beslutninger", "a\\1", "TF03/rediger")


def test_a_plain_code_stands_as_it_is() -> None:
    assert reverse("forslag-et", args=["TF03b"]) == "/forslag/TF03b"


@given(st.text(st.sampled_from("a1/~2f.% ?#ny\\æ"), min_size=1, max_size=12))
def test_a_code_reads_back_as_it_was(code: str) -> None:
    written = CodeConverter().to_url(code)
    assert "/" not in written
    assert CodeConverter().to_python(written) == code


@pytest.mark.django_db
@pytest.mark.parametrize("code", ODD_CODES)
def test_every_page_of_an_odd_code_answers(code: str, controller: Client, users: dict[Role, User]) -> None:
    add_proposal(case(code), users[Role.CONTROLLER])
    address = reverse("forslag-et", args=[code])
    assert f'href="{address}"' in controller.get("/forslag/").content.decode()
    for page in ("", "/rediger", "/sammenlign", "/budgetskema.docx", "/bilag.pdf"):
        assert controller.get(address + page).status_code == 200, page
    checked = controller.post(f"{address}/kontrol", fields_of(case(code))).content.decode()
    assert "En kode må ikke" not in checked


@pytest.mark.django_db
def test_an_odd_code_is_revised(controller: Client, users: dict[Role, User]) -> None:
    add_proposal(case("SO/12 a"), users[Role.CONTROLLER])
    fields = fields_of(case("SO/12 a", saved=-1000)) | {"handling": "gem", "_bygger_paa": "1"}
    answer = controller.post(reverse("forslag-rediger", args=["SO/12 a"]), fields)
    assert (answer.status_code, answer["Location"]) == (302, "/forslag/SO~2f12%20a")
    newest = DjangoProposalStore().find("SO/12 a")
    assert newest is not None
    assert newest.number == 2


@pytest.mark.django_db
def test_the_address_another_page_makes_of_a_code_leads_there(controller: Client) -> None:
    add_proposal(case("SO/12"))
    answer = controller.get(f"/forslag/{quote('SO/12', safe='')}")
    assert (answer.status_code, answer["Location"]) == (302, "/forslag/SO~2f12")
    assert controller.get("/forslag/SO/13").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(("code", "said"), [("SO/12", "»/«"), ("SO12?", "»?«"), ("SO 12", "mellemrum")])
def test_nobody_writes_such_a_code(code: str, said: str, controller: Client) -> None:
    fields = fields_of(case(code)) | {"handling": "gem", "_bygger_paa": "0"}
    answer = controller.post("/forslag/ny", fields)
    assert answer.status_code == 422
    assert f'<a href="#f-kode">En kode må ikke have {said} i sig.' in answer.content.decode()

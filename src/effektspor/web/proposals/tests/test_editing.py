from collections.abc import Callable
from dataclasses import replace

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.contracts.case_values import case

from effektspor.app.proposal_form import fields_of, new_fields
from effektspor.app.proposal_ports import Revision
from effektspor.web.accounts.models import Role, User
from effektspor.web.log.models import RecordingRow
from effektspor.web.proposals.models import DraftRow, RevisionRow
from effektspor.web.proposals.store import DjangoProposalStore
from effektspor.web.proposals.tests.conftest import add_proposal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("only_recorded_writes")]
CPR = "010190-1234"


def _post(client: Client, address: str, fields: dict[str, str], **more: str) -> HttpResponse:
    return client.post(address, {**fields, **more})  # type: ignore[return-value]


def _save(client: Client, fields: dict[str, str], based_on: int = 1, **more: str) -> HttpResponse:
    own = {"handling": "gem", "_bygger_paa": str(based_on), "_note": "Rettet"} | more
    return _post(client, "/forslag/SO12/rediger", fields, **own)


def test_a_new_proposal_is_written_and_kept(controller: Client) -> None:
    page = controller.get("/forslag/ny").content.decode()
    assert "Nyt forslag" in page
    assert "Baggrund og formål" in page
    answer = _post(controller, "/forslag/ny", fields_of(case()), handling="gem", _bygger_paa="0", _note="Første")
    assert (answer.status_code, answer["Location"]) == (302, "/forslag/SO12")
    found = DjangoProposalStore().find("SO12")
    assert found is not None
    assert (found.case, found.note, found.author) == (case(), "Første", Role.CONTROLLER.value)
    assert RecordingRow.objects.latest("pk").use_case == "proposals.revise"


def test_a_revision_is_a_new_one_and_the_old_is_kept(controller: Client, proposal: Revision) -> None:
    assert _save(controller, fields_of(case(saved=-1000))).status_code == 302
    assert list(RevisionRow.objects.order_by("number").values_list("number", flat=True)) == [1, 2]


def test_what_cannot_be_read_is_said_and_what_was_typed_stays(controller: Client, proposal: Revision) -> None:
    answer = _save(controller, fields_of(case()) | {"varig-0-2028": "12,5o", "titel": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<a href="#f-varig-0-2028">»12,5o« kan ikke læses som et tal.' in page
    assert '<a href="#f-titel">Skriv forslagets titel.</a>' in page
    assert 'value="12,5o"' in page
    assert RevisionRow.objects.count() == 1


def test_a_cpr_number_is_neither_kept_nor_echoed(controller: Client, proposal: Revision) -> None:
    typed = fields_of(case()) | {"afsnit-0-tekst": f"Borger {CPR} flytter"}
    for answer in (
        _save(controller, typed),
        _post(controller, "/forslag/SO12/rediger", typed, handling="kladde"),
        _post(controller, "/forslag/SO12/kladde", typed),
        _post(controller, "/forslag/SO12/kontrol", typed),
        _save(controller, fields_of(case(saved=-1)), _note=f"Om {CPR}"),
    ):
        assert CPR not in answer.content.decode()
        assert "CPR-nummer" in answer.content.decode()
    assert (RevisionRow.objects.count(), DraftRow.objects.count()) == (1, 0)


def test_rows_are_added_and_taken_away_without_script(controller: Client, proposal: Revision) -> None:
    address = "/forslag/SO12/rediger"
    answer = _post(controller, address, fields_of(case()), handling="tilfoej:varig", _bygger_paa="1")
    assert answer["Location"] == f"{address}?kladde=fortsaet&fokus=varig-2-tekst"
    page = controller.get(answer["Location"]).content.decode()
    assert 'name="varig-2-tekst"' in page
    assert page.count("autofocus") == 1
    answer = _post(controller, address, fields_of(case()), handling="fjern:varig-0", _bygger_paa="1")
    page = controller.get(answer["Location"]).content.decode()
    assert 'name="varig-0-tekst"' not in page
    assert 'name="varig-1-tekst"' in page


def test_a_draft_is_kept_while_it_is_typed_and_found_again(controller: Client, proposal: Revision) -> None:
    typed = fields_of(case()) | {"titel": "Et nyt navn"}
    answer = _post(controller, "/forslag/SO12/kladde", typed, _bygger_paa="1")
    assert answer.content.decode().startswith("Gemt kl. ")
    assert _post(controller, "/forslag/SO12/kladde", typed, _bygger_paa="1").status_code == 204
    choice = controller.get("/forslag/SO12/rediger").content.decode()
    assert "Fortsæt kladden" in choice
    assert "Kassér" in choice
    assert "Et nyt navn" in controller.get("/forslag/SO12/rediger?kladde=fortsaet").content.decode()
    assert "Du har en kladde" in controller.get("/forslag/SO12").content.decode()


def test_a_draft_is_thrown_away(controller: Client, proposal: Revision) -> None:
    _post(controller, "/forslag/SO12/kladde", fields_of(case()) | {"titel": "Et nyt navn"}, _bygger_paa="1")
    assert controller.post("/forslag/SO12/rediger", {"handling": "kasser"}).status_code == 302
    assert DraftRow.objects.count() == 0


def test_nothing_typed_is_no_draft(controller: Client, proposal: Revision) -> None:
    assert _post(controller, "/forslag/SO12/kladde", fields_of(case()), _bygger_paa="1").status_code == 204
    assert DraftRow.objects.count() == 0


def test_a_draft_that_comes_after_its_revision_is_none(controller: Client) -> None:
    typed = fields_of(case())
    _post(controller, "/forslag/ny", typed, handling="gem", _bygger_paa="0")
    assert _post(controller, "/forslag/ny/kladde", typed).status_code == 204
    assert DraftRow.objects.count() == 0


def test_who_revises_meanwhile_is_named_and_the_choice_is_given(controller: Client, proposal: Revision) -> None:
    add_proposal(case(saved=-1100))
    answer = _save(controller, fields_of(case(saved=-1000)))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "har gemt revision 2 af SO12, siden du begyndte" in page
    assert "/forslag/SO12/sammenlign?fra=1&amp;til=2" in page
    assert "−1.000" in page
    assert _save(controller, fields_of(case(saved=-1000)), handling="gem:2").status_code == 302
    assert RevisionRow.objects.count() == 3


def test_an_old_draft_is_told_that_it_is_old(controller: Client, proposal: Revision) -> None:
    _post(controller, "/forslag/SO12/kladde", fields_of(case(saved=-1000)), _bygger_paa="1")
    add_proposal(case(saved=-1100))
    page = controller.get("/forslag/SO12/rediger").content.decode()
    assert "har gemt revision 2 siden. Din kladde bygger på revision 1." in page


def test_nothing_changed_is_said(controller: Client, proposal: Revision) -> None:
    answer = _save(controller, fields_of(case()))
    assert answer.status_code == 422
    assert "ikke ændret noget siden revision 1" in answer.content.decode()


def test_a_code_that_is_taken_is_said_at_its_field(controller: Client, proposal: Revision) -> None:
    answer = _post(controller, "/forslag/ny", fields_of(case()), handling="gem", _bygger_paa="0")
    assert answer.status_code == 422
    assert '<a href="#f-kode">Koden SO12 er taget' in answer.content.decode()


def test_the_check_answers_with_sums_findings_and_payback(controller: Client, proposal: Revision) -> None:
    typed = fields_of(case()) | {"varig-0-2028": "12,5o", "fordeling-0-noegle": "60"}
    asked = {"_summer": "sum-varig-2027 sum-varig-2028 sum-ialt-2030 noget", "_fund": "impl-0 titel"}
    page = _post(controller, "/forslag/SO12/kontrol", typed, **asked).content.decode()
    assert '<span id="sum-varig-2027" hx-swap-oob="true">−400</span>' in page
    assert '<span id="sum-varig-2028" hx-swap-oob="true">300</span>' in page
    assert 'id="fund-varig-0"' in page
    assert "»12,5o« kan ikke læses som et tal" in page
    assert 'id="fund-impl-0"' in page
    assert 'id="fund-titel"' in page
    assert "giver tilsammen 90 pct., ikke 100" in page
    assert "noget" not in page
    assert (DraftRow.objects.count(), RevisionRow.objects.count()) == (0, 1)


def test_what_is_only_missing_is_not_said_while_typing(controller: Client) -> None:
    page = _post(controller, "/forslag/ny/kontrol", new_fields(2027)).content.decode()
    assert "Skriv forslagets titel" not in page
    assert "Intet at rette" in page


def test_other_years_are_shown_without_a_button(controller: Client, proposal: Revision) -> None:
    shown = {"_aar": "2027 2028 2029 2030", "_summer": "sum-varig-2027", "foerste_aar": "2028"}
    page = _post(controller, "/forslag/SO12/kontrol", fields_of(case()) | shown).content.decode()
    assert '<fieldset class="es-formpart" id="d-varig" hx-swap-oob="true">' in page
    assert 'name="varig-0-2031" value=""' in page
    assert 'name="varig-0-2027" value="−600"' in page
    assert 'id="skema-aar" hx-swap-oob="true"' in page
    assert '<input type="hidden" name="_aar" value="2028 2029 2030 2031">' in page
    assert page.count('id="sum-varig-2027"') == 1


@pytest.mark.parametrize("typed", [{}, {"foerste_aar": "20"}, {"antal_aar": "x"}])
def test_years_that_are_shown_or_cannot_be_read_change_no_table(
    typed: dict[str, str], controller: Client, proposal: Revision
) -> None:
    fields = fields_of(case()) | {"_aar": "2027 2028 2029 2030"} | typed
    assert 'id="d-varig"' not in _post(controller, "/forslag/SO12/kontrol", fields).content.decode()


def test_keys_are_computed_to_the_ore(controller: Client, proposal: Revision) -> None:
    typed = fields_of(replace(case(), lines=case().lines[:1])) | {
        "fordeling-0-noegle": "33,3", "fordeling-1-noegle": "66,7", "varig-0-2027": "−0,01", "varig-0-2028": "-1000",
    }  # fmt: skip
    page = _post(controller, "/forslag/SO12/kontrol", typed).content.decode()
    assert all(f'<td class="n">{text}</td>' in page for text in ("−0,00333", "−0,00667", "−333", "−667"))


def test_a_proposer_writes_only_what_is_their_own(as_role: Callable[[Role], Client], users: dict[Role, User]) -> None:
    add_proposal(case(), users[Role.PROPOSER])
    add_proposal(case("SO13"), users[Role.CONTROLLER])
    add_proposal(case("SO14"))
    proposer = as_role(Role.PROPOSER)
    statuses = [proposer.get(f"/forslag/{code}/rediger").status_code for code in ("SO12", "SO13", "SO14")]
    assert statuses == [200, 403, 403]
    assert proposer.get("/forslag/ny").status_code == 200
    assert _post(proposer, "/forslag/SO13/kladde", fields_of(case("SO13"))).status_code == 403
    assert as_role(Role.CONTROLLER).get("/forslag/SO14/rediger").status_code == 200


def test_drafts_are_their_writers_own(as_role: Callable[[Role], Client], proposal: Revision) -> None:
    _post(as_role(Role.CONTROLLER), "/forslag/ny/kladde", new_fields(2027) | {"titel": "Hemmelig"})
    assert "Hemmelig" not in as_role(Role.PROPOSER).get("/forslag/ny").content.decode()


def test_unknown_fields_are_not_kept(controller: Client, proposal: Revision) -> None:
    _post(controller, "/forslag/SO12/kladde", fields_of(case(saved=-1)) | {"hemmelig": "x"}, _bygger_paa="1")
    assert "hemmelig" not in DraftRow.objects.get().fields

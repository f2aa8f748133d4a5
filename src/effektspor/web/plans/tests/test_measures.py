"""Writing of measures: owner, targets by year, expected, indicators, status and remarks."""

from collections.abc import Callable

import pytest
from django.test import Client

from effektspor.app.documents import File, Loaded
from effektspor.core.plans.targets import Accumulation
from effektspor.web.accounts.models import Role
from effektspor.web.log.models import RecordingRow
from effektspor.web.plans.edits import DjangoMeasureEditStore
from effektspor.web.plans.store import DjangoPlanStore

WRITTEN = {
    "owner": "Centerchef",
    "aar-2019": "2,10",
    "aar-2020": "−1.500,25",
    "aar-2021": "",
    "aar-2022": "3",
    "accumulation": "yearly",
    "expected": "1,85",
    "indicators": "Antal ophold\r\n\r\nGennemsnitlig takst",
    "status_text": "Går efter planen",
    "comment": "Afventer udbud",
}


@pytest.fixture
def plan_id(demo_papers: list[File]) -> int:
    stored = DjangoPlanStore().current()
    assert stored is not None
    return stored.document_id


def _save(client: Client, plan_id: int, number: str = "1", **said: str):  # type: ignore[no-untyped-def]
    return client.post(f"/handleplan/{plan_id}/gem/{number}", WRITTEN | said)


def test_what_is_written_stands_on_the_page(controller: Client, plan_id: int) -> None:
    answer = _save(controller, plan_id)
    assert answer.status_code == 302
    assert answer["Location"] == f"/handleplan/?plan={plan_id}#status-tiltag-1"
    page = controller.get("/handleplan/").content.decode()
    for words in (
        "Centerchef",
        "1,85",
        "2,10",
        "−1.500,25",
        "Gennemsnitlig takst",
        "Går efter planen",
        "Afventer udbud",
    ):
        assert words in page, words
    assert "Ved årets udgang ventes netto" in page


def test_amounts_are_whole_ore_in_the_plans_unit(controller: Client, plan_id: int) -> None:
    _save(controller, plan_id)
    edit = DjangoMeasureEditStore().current(plan_id)["1"]
    assert edit.expected_ore == 185_000_000
    assert edit.targets is not None
    assert edit.targets.stated.as_dict() == {2019: 210_000_000, 2020: -150_025_000_000, 2022: 300_000_000}
    assert edit.indicators == ("Antal ophold", "Gennemsnitlig takst")


def test_totals_follow_a_target_that_is_written(controller: Client, plan_id: int) -> None:
    _save(controller, plan_id, **{"aar-2019": "3,00"})
    page = controller.get("/handleplan/").content.decode()
    assert "8,25" in page, "net target is 7,25 and one more"
    assert "Papiret angiver 7,25 mio. kr. i mål netto, men tiltagene giver 8,25" in page


def test_a_target_that_is_emptied_is_no_target(controller: Client, plan_id: int) -> None:
    _save(controller, plan_id, **{"aar-2019": "", "aar-2020": "", "aar-2022": ""})
    page = controller.get("/handleplan/").content.decode()
    assert "Tiltag 1 er uden mål og tæller ikke med i den sum" in page
    form = controller.get(f"/handleplan/{plan_id}/tiltag/1").content.decode()
    assert 'value="2,00"' not in form
    controller.post(f"/handleplan/{plan_id}/fortryd/1")
    assert "Tiltag 1 er uden mål" not in controller.get("/handleplan/").content.decode()


def test_the_form_shows_what_is_said_now(controller: Client, plan_id: int) -> None:
    _save(controller, plan_id, accumulation=Accumulation.ACCUMULATED)
    form = controller.get(f"/handleplan/{plan_id}/tiltag/1").content.decode()
    for words in ('value="Centerchef"', 'value="2,10"', 'value="1,85"', "Går efter planen", '"accumulated" selected'):
        assert words in form, words
    assert "Afventer udbud</textarea>" not in form, "a remark is not written twice"
    assert "Afventer udbud</p>" in form


def test_saving_the_form_as_it_stands_changes_nothing(controller: Client, plan_id: int) -> None:
    _save(controller, plan_id)
    before = RecordingRow.objects.count()
    assert _save(controller, plan_id, comment="").status_code == 302
    assert RecordingRow.objects.count() == before


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("aar-2020", "halvanden", "2020: »halvanden« er ikke et beløb"),
        ("expected", "1.85.2", "Forventet ved årets udgang: »1.85.2« er ikke et beløb"),
        ("expected", "9" * 30, "Beløbet er for stort"),
        ("owner", "x" * 201, "Ansvarlig: Skriv højst 200 tegn."),
        ("comment", "Borger 010190-1234 flyttede", "Her må ikke stå et CPR-nummer"),
        ("accumulation", "", "Vælg, hvad måltallene er."),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_on_top(
    field: str, typed: str, said: str, controller: Client, plan_id: int
) -> None:
    answer = _save(controller, plan_id, **{field: typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count(said.rpartition(": ")[2][:20]) >= 2
    assert said in page
    assert "Tiltaget er ikke gemt" in page
    assert 'value="Centerchef"' in page or field == "owner", "what was typed stays"
    assert DjangoMeasureEditStore().current(plan_id) == {}


def test_undo_goes_back_and_both_are_kept(controller: Client, plan_id: int) -> None:
    _save(controller, plan_id)
    _save(controller, plan_id, owner="En anden")
    controller.post(f"/handleplan/{plan_id}/fortryd/1")
    assert "Centerchef" in controller.get("/handleplan/").content.decode()
    controller.post(f"/handleplan/{plan_id}/fortryd/1")
    log = controller.get("/handleplan/beslutninger").content.decode()
    assert log.count("Tiltag rettet") == 2
    assert log.count("Ændring fortrudt") == 2


def test_undo_without_an_edit_is_said(controller: Client, plan_id: int) -> None:
    answer = controller.post(f"/handleplan/{plan_id}/fortryd/1")
    assert answer.status_code == 422
    assert "ingen ændring af tiltaget" in answer.content.decode()


def test_a_comment_is_taken_back(controller: Client, plan_id: int) -> None:
    _save(controller, plan_id)
    page = controller.get("/handleplan/").content.decode()
    comment_id = page.split('name="kommentar" value="')[1].split('"')[0]
    controller.post(f"/handleplan/{plan_id}/kommentar-tilbage", {"kommentar": comment_id, "nr": "1"})
    assert "Afventer udbud" not in controller.get("/handleplan/").content.decode()


def test_a_leader_writes_owner_and_comment_and_nothing_else(
    as_role: Callable[[Role], Client], controller: Client, plan_id: int
) -> None:
    _save(controller, plan_id)
    leader = as_role(Role.MANAGER)
    form = leader.get(f"/handleplan/{plan_id}/tiltag/1").content.decode()
    assert 'name="owner"' in form
    assert 'name="expected"' not in form
    _save(leader, plan_id, owner="Direktør", expected="99", comment="Set")
    edit = DjangoMeasureEditStore().current(plan_id)["1"]
    assert (edit.owner, edit.expected_ore) == ("Direktør", 185_000_000)


def test_an_edit_outlives_a_new_version_of_the_paper(
    controller: Client, load: Callable[..., Loaded], demo_papers: list[File], plan_id: int
) -> None:
    _save(controller, plan_id)
    paper = next(file for file in demo_papers if file.name.startswith("000"))
    load(File(paper.name, paper.data.replace(b"5,93", b"5,94")))
    page = controller.get("/handleplan/").content.decode()
    assert "5,94" in page
    assert "Centerchef" in page


def test_a_measure_that_is_not_there_is_not_found(controller: Client, plan_id: int) -> None:
    assert controller.get(f"/handleplan/{plan_id}/tiltag/99").status_code == 404
    assert controller.get("/handleplan/999999/tiltag/1").status_code == 404


# Filters


def test_totals_follow_the_filter(controller: Client, plan_id: int) -> None:
    page = controller.get("/handleplan/?status=partly").content.decode()
    assert "2 tiltag vises af 10" in page
    assert "3,00" in page, "the targets of 1 and 4"
    assert "2,23" in page, "what 1 and 4 realised"
    assert 'id="tiltag-3"' not in page


def test_measures_are_filtered_by_owner(controller: Client, plan_id: int) -> None:
    _save(controller, plan_id)
    page = controller.get("/handleplan/?ansvarlig=Centerchef").content.decode()
    assert "1 tiltag vises af 10" in page
    nobody = controller.get("/handleplan/?ansvarlig=ingen").content.decode()
    assert "9 tiltag vises af 10" in nobody


def test_a_filter_without_measures_offers_to_show_all(controller: Client, plan_id: int) -> None:
    page = controller.get("/handleplan/?ansvarlig=Ukendt").content.decode()
    assert "Ingen tiltag passer til valget" in page
    assert "Vis alle tiltag" in page


def test_a_status_there_is_none_of_is_no_filter(controller: Client, plan_id: int) -> None:
    assert "tiltag vises" not in controller.get("/handleplan/?status=xx&plan=abc").content.decode()


def test_the_address_follows_what_is_chosen(controller: Client, plan_id: int) -> None:
    answer = controller.get("/handleplan/?status=partly&ansvarlig=", headers={"HX-Request": "true"})
    assert answer["HX-Push-Url"] == "/handleplan/?status=partly"


def test_every_role_that_sees_has_no_way_to_write(as_role: Callable[[Role], Client], plan_id: int) -> None:
    page = as_role(Role.AUDITOR).get("/handleplan/").content.decode()
    assert f"/handleplan/{plan_id}/tiltag/" not in page

"""Opfølgninger: what each round said, what moved, and rounds that persons add."""

from collections.abc import Callable

import pytest
from django.test import Client

from effektspor.app.documents import File
from effektspor.app.ports import RulingKind
from effektspor.app.rulings import AskedRuling, fingerprints_of, rule
from effektspor.web.accounts.models import Role
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.estimates import DjangoEstimateStore
from effektspor.web.rulings.store import DjangoRulingStore

ADDRESS = "/handleplan/opfoelgninger"
FOURTH = {"label": "4. opfølgning 2016", "as_of": "31.12.2016", "aar-2016": "13,9", "aar-2017": "15,8"}


@pytest.fixture
def series_id(demo_papers: list[File]) -> int:
    return DjangoEstimateStore().all()[0].id


def _save(client: Client, series_id: int, **said: str):  # type: ignore[no-untyped-def]
    return client.post("/handleplan/opfoelgning/gem", FOURTH | {"serie": str(series_id)} | said)


def test_the_page_says_what_moved_since_the_last_round(controller: Client, series_id: int) -> None:
    page = controller.get(ADDRESS).content.decode()
    for words in ("3. opfølgning 2016 venter", "13,6", "16,0", "+1,1", "+2,4", "Niveau mod startåret"):
        assert words in page, words


def test_a_contested_unit_carries_its_mark_and_its_finding(controller: Client, series_id: int) -> None:
    page = controller.get(ADDRESS).content.decode()
    assert "Tabellen er trykt i 1.000 kr., men teksten siger mio. kr." in page
    assert "#fund-" in page
    assert 'class="n es-doubt"' in page


def test_a_unit_that_is_ruled_right_has_no_mark(controller: Client, series_id: int) -> None:
    papers = DjangoDocumentStore()
    stored = next(each for s in papers.summaries() if s.name.startswith("001") and (each := papers.find(s.id)))
    asked = [mark for mark, finding in zip(fingerprints_of(stored), stored.reading.findings, strict=True)
             if finding.code == "TAB-012"]  # fmt: skip
    for mark in asked:
        ruling = AskedRuling(stored.summary.id, mark, RulingKind.NOT_A_FAULT, "Enheden er 1.000 kr.")
        rule(ruling, papers, DjangoRulingStore(), DjangoRecordings())
    assert asked
    assert "Tabellen er trykt i" not in controller.get(ADDRESS).content.decode()


def test_the_chart_is_drawn_on_the_server_with_its_words(controller: Client, series_id: int) -> None:
    page = controller.get(ADDRESS).content.decode()
    assert "er skønnet for 2016 gået fra 12,2 til 13,6 og for 2017 gået fra 12,2 til 16,0." in page
    assert 'role="img"' in page
    assert "2017: 3. opfølgning 2015 12,2, 1. opfølgning 2016 13,6" in page


def test_the_figures_are_explained_by_the_text(controller: Client, series_id: int) -> None:
    assert "12,2 + 0,3 = 12,5" in controller.get(ADDRESS).content.decode()


def test_a_round_is_added_and_stands_with_who_and_when(controller: Client, series_id: int) -> None:
    answer = _save(controller, series_id)
    assert answer["Location"] == f"{ADDRESS}#raekke-{series_id}"
    page = controller.get(ADDRESS).content.decode()
    for words in ("4. opfølgning 2016 venter", "13,9", "15,8", "opgjort 31.12.2016", "tilføjet af", "−0,2"):
        assert words in page, words
    assert DjangoEstimateStore().estimates_of_year(series_id, 2016)[-1] == ("4. opfølgning 2016", 1_390_000)
    added = DjangoEstimateStore().all()[0].rounds[-1].round
    assert (added.year, added.number) == (2016, 4)


def test_a_round_is_corrected_and_the_old_is_kept(controller: Client, series_id: int) -> None:
    _save(controller, series_id)
    added = DjangoEstimateStore().all()[0].rounds[-1]
    form = controller.get(f"/handleplan/opfoelgning?serie={series_id}&ret={added.id}").content.decode()
    assert 'value="13,9"' in form
    assert 'value="31.12.2016"' in form
    _save(controller, series_id, ret=str(added.id), **{"aar-2016": "14,1"})
    assert DjangoEstimateStore().estimates_of_year(series_id, 2016)[-1] == ("4. opfølgning 2016", 1_410_000)
    log = controller.get("/handleplan/beslutninger").content.decode()
    assert "4. opfølgning 2016 tilføjet" in log
    assert "4. opfølgning 2016 rettet" in log


def test_a_round_is_taken_back(controller: Client, series_id: int) -> None:
    _save(controller, series_id)
    added = DjangoEstimateStore().all()[0].rounds[-1]
    controller.post("/handleplan/opfoelgning/tag-tilbage", {"serie": series_id, "runde": added.id})
    assert len(DjangoEstimateStore().all()[0].rounds) == 4


def test_the_papers_own_round_is_not_taken_back(controller: Client, series_id: int) -> None:
    own = DjangoEstimateStore().all()[0].rounds[0]
    answer = controller.post("/handleplan/opfoelgning/tag-tilbage", {"serie": series_id, "runde": own.id})
    assert answer.status_code == 422
    assert "ikke en, nogen har tilføjet" in answer.content.decode()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"label": ""}, "Navn: Skriv, hvad opfølgningen hedder."),
        ({"label": "3. OPFØLGNING 2016"}, "Der er allerede en opfølgning af det navn."),
        ({"as_of": "31. december"}, "Opgjort pr.: Skriv datoen som 31.03.2026."),
        ({"aar-2016": "", "aar-2017": ""}, "Skriv et skøn for mindst ét år."),
        ({"aar-2016": "tretten"}, "»tretten« er ikke et beløb"),
    ],
)
def test_what_is_wrong_with_a_round_is_said(
    said: dict[str, str], words: str, controller: Client, series_id: int
) -> None:
    answer = _save(controller, series_id, **said)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Opfølgningen er ikke gemt" in answer.content.decode()
    assert len(DjangoEstimateStore().all()[0].rounds) == 4


def test_a_plan_gets_a_series_of_its_own(controller: Client, demo_papers: list[File]) -> None:
    form = controller.get("/handleplan/opfoelgning").content.decode()
    assert 'name="aar-2022"' in form
    plan_id = form.split('name="plan" value="')[1].split('"')[0]
    said = {"plan": plan_id, "label": "1. opfølgning 2019", "as_of": "", "aar-2019": "9,5"}
    controller.post("/handleplan/opfoelgning/gem", said)
    own = next(each for each in DjangoEstimateStore().all() if each.own)
    assert own.estimates.rounds[0].amounts.as_dict() == {2019: 950_000_000}
    controller.post("/handleplan/opfoelgning/gem", said | {"label": "2. opfølgning 2019"})
    assert len([each for each in DjangoEstimateStore().all() if each.own]) == 1, "the second joins the first"


def test_the_papers_can_be_chosen_in_the_address(controller: Client, series_id: int) -> None:
    none = controller.get(f"{ADDRESS}?papir=999999").content.decode()
    assert "16,0" in none, "a paper without estimates is no filter"


def test_a_leader_sees_rounds_and_cannot_add_any(as_role: Callable[[Role], Client], series_id: int) -> None:
    leader = as_role(Role.MANAGER)
    assert "Tilføj opfølgning" not in leader.get(ADDRESS).content.decode()
    assert _save(leader, series_id).status_code == 403


@pytest.mark.django_db
def test_without_rounds_the_page_says_where_they_come_from(controller: Client) -> None:
    assert "Her står, hvad hver budgetopfølgning har ventet" in controller.get(ADDRESS).content.decode()
    assert controller.get("/handleplan/opfoelgning").status_code == 404

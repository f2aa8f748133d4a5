from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.contracts.case_values import case, years

from effektspor.app.proposal_ports import Outcome, Revision
from effektspor.core.plans.convention import Convention
from effektspor.web.accounts.models import Role
from effektspor.web.log.models import RecordingRow
from effektspor.web.proposals.decisions import (
    DjangoAdoptedMeasureStore,
    DjangoBudgetChangeStore,
    DjangoDecisionStore,
    DjangoFollowUpStore,
)
from effektspor.web.proposals.tests.conftest import add_proposal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("only_recorded_writes")]
ADDRESS = "/forslag/SO12/beslut"


@pytest.fixture
def manager(as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.MANAGER)


def _typed(**more: str) -> dict[str, str]:
    today = f"{timezone.localdate():%d.%m.%Y}"
    follow_up = {
        "opf-0-ansvarlig": "Centerchefen",
        "opf-0-frist": "31.12.2028",
        "opf-1-ansvarlig": "",
        "opf-1-frist": "",
    }
    adopted = {f"vedtaget-{year}": "-200" for year in range(2027, 2031)}
    account = {"konto-0-nr": "5.38.52", "konto-0-2027": "−400"} | {f"konto-0-{y}": "−900" for y in range(2028, 2031)}
    decided = {
        "revision": "1",
        "udfald": "adopted",
        "organ": "Socialudvalget",
        "dato": today,
        "note": "",
        "ejer": "Centerchefen",
    }
    return decided | follow_up | adopted | account | more


def _decide(client: Client, **more: str) -> HttpResponse:
    return client.post(ADDRESS, _typed(handling="beslut", **more))  # type: ignore[return-value]


def test_a_decision_is_recorded_with_what_follows(manager: Client, proposal: Revision) -> None:
    assert "4. kvartal 2028" in manager.get(ADDRESS).content.decode()
    answer = _decide(manager, budget="ja", note="Enstemmigt")
    assert (answer.status_code, answer["Location"]) == (302, "/forslag/SO12")
    page = manager.get("/forslag/SO12").content.decode()
    assert "Vedtaget" in page
    assert "Det, beslutningen gav" in page
    assert "20 borgere bor selv" in page
    assert "5.38.52" in page
    assert "Enstemmigt" in page
    assert DjangoAdoptedMeasureStore().current()[0].targets == years(400, 900, 900, 900)
    assert DjangoFollowUpStore().current()[0].responsible == "Centerchefen"
    assert len(DjangoBudgetChangeStore().current()) == 4
    assert RecordingRow.objects.latest("pk").use_case == "proposals.decide"


def test_the_form_has_what_follows_filled_in(manager: Client, proposal: Revision) -> None:
    page = manager.get(ADDRESS).content.decode()
    assert 'name="opf-0-frist" value="31.12.2028"' in page
    assert 'name="vedtaget-2028" value="−900"' in page
    assert 'name="konto-0-2028" value="−900"' in page
    assert 'name="ejer" value="Socialforvaltningen"' in page


def test_targets_are_levels_unless_another_convention_is_chosen(manager: Client, proposal: Revision) -> None:
    assert 'name="maaltal" value="level" checked' in manager.get(ADDRESS).content.decode()
    _decide(manager)
    assert "Måltallene er niveau mod startåret" in manager.get("/forslag/SO12").content.decode()
    assert {each.convention for each in DjangoAdoptedMeasureStore().current()} == {Convention.LEVEL}


def test_targets_of_new_effect_count_each_krone_once(manager: Client, proposal: Revision) -> None:
    _decide(manager, maaltal="new_effect")
    saving, investment = DjangoAdoptedMeasureStore().current()
    assert (saving.convention, saving.targets) == (Convention.NEW, years(400, 500, 0, 0))
    assert (investment.convention, investment.targets) == (Convention.NEW, years(-500, 500, 0, 0))
    page = manager.get("/forslag/SO12").content.decode()
    assert "Måltallene er ny effekt mod budgettets grundlag" in page
    assert "<td>Centerchefen</td>" in page


def test_a_measure_has_somebody_who_owns_it(manager: Client, proposal: Revision) -> None:
    refused = _decide(manager, ejer=" ")
    assert refused.status_code == 422
    assert '<a href="#f-ejer">Skriv, hvem der er ansvarlig for tiltaget' in refused.content.decode()
    assert _decide(manager, ejer="", udfald="rejected").status_code == 302


def test_a_part_is_adopted(manager: Client, proposal: Revision) -> None:
    assert _decide(manager, udfald="partly").status_code == 302
    assert DjangoAdoptedMeasureStore().current()[0].targets == years(200, 200, 200, 200)


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"udfald": ""}, "udfald", "Vælg, hvad der er besluttet."),
        ({"organ": ""}, "organ", "Skriv, hvem der har besluttet det"),
        ({"organ": "Borger 010190-1234"}, "organ", "ligner et CPR-nummer"),
        ({"dato": "i går"}, "dato", "Skriv datoen som dag.måned.år"),
        ({"dato": ""}, "dato", "Skriv beslutningens dato"),
        ({"dato": "01.01.2999"}, "dato", "ikke ligge i fremtiden"),
        ({"udfald": "partly", "vedtaget-2027": "12,5o"}, "vedtaget-2027", "Beløbet kan ikke læses."),
        ({"opf-0-frist": "snart"}, "opf-0-frist", "Skriv datoen som dag.måned.år"),
        ({"budget": "ja", "konto-0-2028": "−800"}, "konto-0-2028", "Der mangler −100 i 2028 (1.000 kr.)."),
        ({"budget": "ja", "konto-0-nr": ""}, "konto-0-nr", "Skriv kontoen."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    manager: Client, proposal: Revision, typed: dict[str, str], field: str, said: str
) -> None:
    answer = _decide(manager, **typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'<a href="#f-{field}">' in page
    assert said in page
    assert "010190-1234" not in page
    assert 'value="Centerchefen"' in page
    assert DjangoDecisionStore().history() == []


def test_a_part_without_amounts_is_refused(manager: Client, proposal: Revision) -> None:
    answer = _decide(manager, udfald="partly", **{f"vedtaget-{year}": "" for year in range(2027, 2031)})
    assert "Skriv de beløb, der er vedtaget." in answer.content.decode()


def test_a_revision_nobody_has_read_is_not_decided(manager: Client, proposal: Revision) -> None:
    add_proposal(case(saved=-1000))
    answer = _decide(manager)
    assert answer.status_code == 422
    assert "har gemt revision 2, siden du åbnede siden" in answer.content.decode()
    assert _decide(manager, revision="2").status_code == 302
    assert DjangoDecisionStore().history()[0].revision == 2


def test_accounts_are_added_one_by_one(manager: Client, proposal: Revision) -> None:
    before = RecordingRow.objects.count()
    page = manager.post(ADDRESS, _typed(handling="tilfoej")).content.decode()
    assert 'name="konto-1-nr"' in page
    assert 'value="5.38.52"' in page
    assert RecordingRow.objects.count() == before


def test_two_accounts_share_to_the_ore(manager: Client, proposal: Revision) -> None:
    shared = {"konto-0-2027": "−133,33333", "konto-1-nr": "5.38.50", "konto-1-2027": "−266,66667"}
    assert _decide(manager, budget="ja", **shared).status_code == 302
    assert sum(each.ore for each in DjangoBudgetChangeStore().current() if each.year == 2027) == -40_000_000


def test_a_decision_is_taken_back_and_kept_in_the_log(manager: Client, proposal: Revision) -> None:
    _decide(manager)
    assert manager.post("/forslag/SO12/fortryd").status_code == 302
    assert DjangoAdoptedMeasureStore().current() == []
    page = manager.get("/forslag/SO12").content.decode()
    assert "Der er ikke truffet en beslutning." in page
    assert "1 tidligere beslutning" in page
    assert "Gjaldt til" in manager.get("/forslag/beslutninger").content.decode()


def test_the_log_is_filtered_and_sent_as_a_file(manager: Client, proposal: Revision) -> None:
    _decide(manager)
    _decide(manager, udfald="rejected")
    log = manager.get("/forslag/beslutninger?udfald=rejected").content.decode()
    assert "Afvist 1" in log
    assert "Alle 2" in log
    rows = manager.get("/forslag/beslutninger.csv").content.decode("utf-8-sig").splitlines()
    assert [row.rpartition(";")[2] for row in rows] == ["Gælder", "ja", "nej"]


def test_a_follow_up_is_done_and_undone(manager: Client, proposal: Revision) -> None:
    _decide(manager)
    first = DjangoFollowUpStore().current()[0]
    manager.post("/forslag/SO12/opfoelgning", {"opfoelgning": str(first.id), "udfoert": "ja"})
    assert "Udført" in manager.get("/forslag/SO12").content.decode()
    done = DjangoFollowUpStore().current()[0]
    assert done.done_on == timezone.localdate()
    manager.post("/forslag/SO12/opfoelgning", {"opfoelgning": str(done.id), "udfoert": "nej"})
    assert DjangoFollowUpStore().current()[0].done_on is None


@pytest.mark.parametrize(
    ("days", "said"), [(-3, "3 dage over fristen"), (0, "I dag"), (1, "Om 1 dag"), (90, "Ikke forfalden")]
)
def test_a_follow_up_says_how_it_stands(manager: Client, proposal: Revision, days: int, said: str) -> None:
    due = timezone.localdate() + timedelta(days=days)
    _decide(manager, **{"opf-0-frist": f"{due:%d.%m.%Y}"})
    assert said in manager.get("/forslag/SO12").content.decode()


@pytest.mark.parametrize("role", [Role.CONTROLLER, Role.PROPOSER, Role.AUDITOR, Role.CASE_WORKER])
def test_only_the_manager_decides(role: Role, as_role: Callable[[Role], Client], proposal: Revision) -> None:
    client = as_role(role)
    assert {client.get(ADDRESS).status_code, _decide(client).status_code} == {403}
    assert client.post("/forslag/SO12/fortryd").status_code == 403


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_can_be_recorded(outcome: Outcome, manager: Client, proposal: Revision) -> None:
    assert _decide(manager, udfald=outcome.value).status_code == 302
    assert outcome.danish in manager.get("/forslag/").content.decode()

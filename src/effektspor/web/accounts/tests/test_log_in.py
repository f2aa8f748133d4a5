import pytest
from django.test import Client

from effektspor.web.accounts.demo import add_demo_users, log_in_links
from effektspor.web.accounts.models import Role, User
from effektspor.web.log.store import DjangoRecordings

pytestmark = pytest.mark.django_db


@pytest.fixture
def links(only_recorded_writes: None) -> dict[str, str]:
    add_demo_users(DjangoRecordings())
    return dict(log_in_links(""))


def test_a_user_logs_in_with_a_password(client: Client) -> None:
    User.objects.create_user("anna", password="et langt kodeord", role=Role.CONTROLLER)
    answer = client.post("/log-ind/", {"username": "anna", "password": "et langt kodeord"})
    assert answer.status_code == 302
    assert client.get("/").status_code == 200


def test_a_wrong_password_is_said_and_the_name_kept(client: Client) -> None:
    answer = client.post("/log-ind/", {"username": "anna", "password": "forkert"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "passer ikke sammen" in page
    assert 'value="anna"' in page
    assert "forkert" not in page.replace("skrevet forkert", "")


def test_an_empty_form_says_what_is_missing_at_each_field(client: Client) -> None:
    page = client.post("/log-ind/", {}).content.decode()
    assert page.count("Skriv dit brugernavn.") == 2
    assert page.count("Skriv din adgangskode.") == 2


def test_a_demo_user_has_a_name_that_can_be_read(links: dict[str, str]) -> None:
    assert str(User.objects.get(role=Role.CONTROLLER)) == "Demo Økonomikonsulent"


def test_a_demo_link_works_once(links: dict[str, str], client: Client) -> None:
    link = links[Role.CONTROLLER.label]
    assert client.get(link).status_code == 302
    assert client.get("/").status_code == 200
    assert Client().get(link).status_code == 410


def test_a_demo_link_works_on_this_machine_only(links: dict[str, str]) -> None:
    client = Client(REMOTE_ADDR="192.0.2.7")
    assert client.get(links[Role.CONTROLLER.label]).status_code == 404


def test_a_link_is_for_demo_users_only(client: Client) -> None:
    User.objects.create_user("anna", role=Role.CONTROLLER)
    assert client.get("/log-ind/engang/anna/abc/").status_code == 410


def test_there_is_a_demo_user_per_role_and_only_once(links: dict[str, str]) -> None:
    assert set(links) == {role.label for role in Role}
    assert add_demo_users(DjangoRecordings()) == 0


def test_logging_off_takes_a_press_of_a_button(controller: Client) -> None:
    assert controller.get("/log-af/").status_code == 405
    assert controller.post("/log-af/").status_code == 302
    assert controller.get("/").status_code == 302

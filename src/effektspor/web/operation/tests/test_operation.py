import json
import logging
import sys

import pytest
from django.db import DatabaseError
from django.test import Client

from effektspor.web.operation import views
from effektspor.web.operation.logs import JsonFormatter, request_id

CPR = "010190-1234"


def _line(message: str, *arguments: object, error: bool = False) -> dict[str, str]:
    record = logging.LogRecord("effektspor", logging.INFO, "", 1, message, arguments, sys.exc_info() if error else None)
    line: dict[str, str] = json.loads(JsonFormatter().format(record))
    return line


def test_a_log_line_is_json_with_the_requests_id() -> None:
    token = request_id.set("abc123")
    line = _line("hentet %s", "/dokumenter/")
    request_id.reset(token)
    assert (line["message"], line["request"], line["level"]) == ("hentet /dokumenter/", "abc123", "INFO")


def test_no_cpr_number_is_logged() -> None:
    assert CPR not in json.dumps(_line("borger %s", CPR))


def test_no_cpr_number_is_logged_in_a_traceback() -> None:
    try:
        raise ValueError(f"ukendt borger {CPR}")
    except ValueError:
        assert CPR not in json.dumps(_line("fejl", error=True))


@pytest.mark.parametrize("address", [f"/dokumenter/?q={CPR}", "/0101901234", "/dokumenter/?q=010190%2D1234"])
def test_an_address_with_a_cpr_number_is_refused(address: str, client: Client) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert "CPR-nummer" in answer.content.decode()
    assert CPR not in answer.content.decode()


@pytest.mark.django_db
def test_health_says_ok_and_nothing_more(client: Client) -> None:
    assert client.get("/sundhed").json() == {"status": "ok"}


def test_health_says_when_the_database_does_not_answer(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    class Down:
        def cursor(self) -> None:
            raise DatabaseError

    monkeypatch.setattr(views, "connection", Down())
    assert client.get("/sundhed").status_code == 503


@pytest.mark.django_db
def test_a_broken_page_gives_a_reference_number(
    controller: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from effektspor.web.overview import views as overview

    def broken() -> None:
        raise RuntimeError("i stykker")

    monkeypatch.setattr(overview, "_papers", broken)
    controller.raise_request_exception = False
    answer = controller.get("/")
    assert answer.status_code == 500
    assert answer["X-Request-Id"] in answer.content.decode()
    assert "i stykker" not in answer.content.decode()


@pytest.mark.django_db
def test_every_answer_has_a_strict_policy_and_an_id(controller: Client) -> None:
    answer = controller.get("/")
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert len(answer["X-Request-Id"]) == 12


@pytest.mark.django_db
def test_a_role_without_access_is_told_so(client: Client) -> None:
    from effektspor.web.accounts.models import User

    client.force_login(User.objects.create_user("uden-rolle"))
    answer = client.get("/")
    assert answer.status_code == 403
    assert "Din rolle har ikke adgang" in answer.content.decode()

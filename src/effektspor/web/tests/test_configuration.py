from pathlib import Path

import pytest

from effektspor.web.configuration import ConfigurationError, read_configuration

KEY = "en-noegle-som-er-lang-nok-til-at-bruges-0123"


def test_without_a_database_url_there_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    database = read_configuration({"EFFEKTSPOR_DATA": str(tmp_path)}).database
    assert database["NAME"] == tmp_path / "effektspor.sqlite3"


@pytest.mark.parametrize(
    ("url", "name", "host", "user"),
    [
        ("postgresql://anna:kode@db.kommune.dk:5433/effekt", "effekt", "db.kommune.dk", "anna"),
        ("postgresql://postgres@/effekt?host=/run/pg", "effekt", "/run/pg", "postgres"),
        ("postgres://a%40b@h/effekt", "effekt", "h", "a@b"),
    ],
)
def test_a_database_url_names_a_postgresql(url: str, name: str, host: str, user: str) -> None:
    database = read_configuration({"DATABASE_URL": url}).database
    assert (database["NAME"], database["HOST"], database["USER"]) == (name, host, user)


@pytest.mark.parametrize("url", ["mysql://h/b", "postgresql://h", "sludder"])
def test_a_wrong_database_url_stops_the_start(url: str) -> None:
    with pytest.raises(ConfigurationError, match="DATABASE_URL"):
        _ = read_configuration({"DATABASE_URL": url}).database


@pytest.mark.parametrize("key", ["", "kort"])
def test_a_missing_or_short_key_stops_the_start(key: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="EFFEKTSPOR_SECRET_KEY"):
        _ = read_configuration({"EFFEKTSPOR_SECRET_KEY": key, "EFFEKTSPOR_DATA": str(tmp_path)}).secret_key


def test_the_key_may_lie_in_the_data_folder(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text(KEY + "\n", encoding="utf-8")
    assert read_configuration({"EFFEKTSPOR_DATA": str(tmp_path)}).secret_key == KEY


def test_sqlite_is_run_as_the_design_says(db: None) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        answers = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    assert answers == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000}

"""Every setting there is, read from the environment; docs/reference/indstillinger.md is made from this table."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


class ConfigurationError(Exception):
    """A setting that stops the start; `str()` is one Danish line that names it and says what to do."""


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    default: str
    danish: str


SETTINGS = (
    Setting(
        "EFFEKTSPOR_DATA", "var", "Mappe til database, filer og nøgle. Skal kunne skrives af den, der kører programmet."
    ),
    Setting("EFFEKTSPOR_DEMO", "0", "1 = demo: simulerede brugere, log ind-links i terminalen, kun på denne maskine."),
    Setting(
        "EFFEKTSPOR_SECRET_KEY",
        "",
        "Nøgle til sessioner og links, mindst 32 tegn. Tom = filen secret-key i datamappen.",
    ),
    Setting("EFFEKTSPOR_HOSTS", "127.0.0.1,localhost", "Navne, siden må kaldes ved, med komma imellem."),
    Setting("EFFEKTSPOR_MUNICIPALITY", "Demokommunen", "Kommunens navn, som det står øverst på hver side."),
    Setting("EFFEKTSPOR_COMMITTEE", "Socialudvalget", "Udvalgets navn, som det står øverst på hver side."),
    Setting(
        "EFFEKTSPOR_TEMPLATES",
        "",
        "Mappe med egne Word-skabeloner til bilag: handleplan.docx, forslag.docx, budgetforslag.docx, "
        "katalogbilag.docx og strateginotat.docx. En skabelon, der er lagt op på siden Skabeloner, går forud. "
        "Tom = programmets egne.",
    ),
    Setting("EFFEKTSPOR_READ_SECONDS", "120", "Hvor mange sekunder læsningen af ét papir må tage, før den stoppes."),
    Setting("EFFEKTSPOR_READ_MB", "2048", "Hvor mange MB hukommelse læsningen af ét papir må bruge."),
    Setting("EFFEKTSPOR_LOG_LEVEL", "INFO", "Hvor meget der logges: DEBUG, INFO, WARNING eller ERROR."),
    Setting("DATABASE_URL", "", "PostgreSQL, fx postgresql://bruger@vært/base. Tom = SQLite i datamappen."),
)
_MIN_KEY = 32


@dataclass(frozen=True, slots=True)
class Configuration:
    """The environment's settings, read once at the start."""

    values: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    @property
    def data(self) -> Path:
        return Path(self["EFFEKTSPOR_DATA"]).absolute()

    @property
    def demo(self) -> bool:
        return self["EFFEKTSPOR_DEMO"] == "1"

    @property
    def hosts(self) -> list[str]:
        return [host.strip() for host in self["EFFEKTSPOR_HOSTS"].split(",") if host.strip()]

    @property
    def secret_key(self) -> str:
        """Return the key, from the environment or the data folder; a missing or short one stops the start."""
        path = self.data / "secret-key"
        key = self["EFFEKTSPOR_SECRET_KEY"] or (path.read_text().strip() if path.is_file() else "")
        if len(key) < _MIN_KEY:
            raise ConfigurationError(
                f"Nøglen mangler eller er kortere end {_MIN_KEY} tegn. "
                f"Sæt EFFEKTSPOR_SECRET_KEY, eller skriv den i {path.name} i datamappen."
            )
        return key

    @property
    def database(self) -> dict[str, object]:
        """Return Django's description of the database: PostgreSQL by DATABASE_URL, else SQLite (ADR 0004)."""
        return _postgres(self["DATABASE_URL"]) if self["DATABASE_URL"] else _sqlite(self.data / "effektspor.sqlite3")


def read_configuration(environment: Mapping[str, str] = os.environ) -> Configuration:
    """Return the settings the environment gives, with defaults for the rest."""
    return Configuration({setting.name: environment.get(setting.name) or setting.default for setting in SETTINGS})


def _sqlite(path: Path) -> dict[str, object]:
    # BEGIN IMMEDIATE takes the write lock at once, so that two writers queue instead of failing half-way.
    options = {
        "timeout": 5,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
    # A file in the tests too: one in memory has neither WAL nor a second connection.
    test = {"NAME": path.with_name("test.sqlite3")}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": options, "TEST": test}


def _postgres(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ConfigurationError("DATABASE_URL skal ligne postgresql://bruger:kode@vært/base.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": query,
        "CONN_HEALTH_CHECKS": True,
    }

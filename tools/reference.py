"""The pages of docs/reference, made from the tables in the code; scripts/reference writes them, a test compares."""

from collections.abc import Iterator
from pathlib import Path

from effektspor.core.audit.catalogue import CHECKS, audit_document
from effektspor.core.audit.check import manual_of
from effektspor.core.document import Document
from effektspor.web.configuration import SETTINGS

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
_MADE = "Siden er skrevet af `scripts/reference` ud fra programmet. Ret den ikke i hånden."
_SETTINGS_HEAD = f"""# Indstillinger

Alle indstillinger er miljøvariable. De læses, når programmet starter; en tom værdi er det samme som ingen.
`scripts/run` starter demoen: den sætter `EFFEKTSPOR_DEMO` til 1, hvis den ikke er sat, og tager porten fra `PORT`
(ellers 8000).

{_MADE}

| navn | hvis den ikke er sat | betydning |
|---|---|---|
"""
_CHECKS_HEAD = f"""# Kontroller

Hvert fund har en kode og et udfald. **Fejl** følger af tallene alene. **Afklares** er tal, der modsiger hinanden, uden
at papiret kan afgøre, hvilket der gælder. **Til orientering** er godt at vide. En afvigelse, som afrunding kan
forklare, er aldrig et fund.

{_MADE}
"""


def pages() -> dict[Path, str]:
    """Return every page of the folder with the text it should have."""
    return {FOLDER / "indstillinger.md": _settings(), FOLDER / "kontroller.md": _checks()}


def _settings() -> str:
    rows = (f"| `{each.name}` | {_code(each.default)} | {each.danish.replace('|', '/')} |\n" for each in SETTINGS)
    return _SETTINGS_HEAD + "".join(rows)


def _code(default: str) -> str:
    return f"`{default}`" if default else "(tom)"


def _checks() -> str:
    manuals = sorted([_no_table(), *((check.code, *manual_of(check)) for check in CHECKS)])
    return _CHECKS_HEAD + "".join(f"\n## {code} {title}\n\n{_listed(text)}\n" for code, title, text in manuals)


def _no_table() -> tuple[str, str, str]:
    """The one finding that no check makes: it is about a paper without tables."""
    finding = next(iter(audit_document(Document("papir.txt", ()))[1]))
    return finding.code, "Papiret har ingen tabel med beløb", f"{finding.message} {finding.remedy}"


def _listed(manual: str) -> str:
    """The wrong and the right example stand on a line each."""
    return "\n".join(_lines(manual))


def _lines(manual: str) -> Iterator[str]:
    for line in manual.splitlines():
        wrong, both, right = line.partition("   Rigtigt:")
        yield from (f"- {wrong}", f"- Rigtigt:{right}") if both else (line,)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")

"""The pages of docs/reference, made from the tables in the code; scripts/reference writes them, a test compares."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from effektspor.core.audit.catalogue import CHECKS, audit_document
from effektspor.core.audit.check import manual_of
from effektspor.core.document import Document
from effektspor.core.effects.doubts import DOUBTS
from effektspor.core.period import danish_date
from effektspor.ingest.changes import FAULTS
from effektspor.ingest.grants.checks.catalogue import ALL_CHECKS as GRANT_CHECKS
from effektspor.ingest.plan_papers.telling import NOTES
from effektspor.ingest.proposals.notes import NOTES as PROPOSAL_NOTES
from effektspor.rules.national import NATIONAL, NationalRule
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
forklare, er aldrig et fund. TAB er tabeller i papirer, FOR er, hvad et forslags tal og tekst betyder, GRA er linjer i
en CSV-fil med bevillinger, CHG er linjer i en fil med ændringer, og EFF er, hvad bevillingerne siger mod en ændring.
PLA er det i en plans papirer, som ikke kunne placeres, og KAT er det samme for forslag og kataloger.

{_MADE}
"""
_RULES_HEAD = f"""# Satser

De nationale satser, som programmet regner med, med den dag, de gælder fra, og kilden. **Nej** under efterprøvet
betyder, at værdien ikke er læst i kilden, som den står her; bemærkningen siger hvorfor, og den følger med, hvor satsen
bruges. Før den første dag findes satsen ikke, og det siges som en fejl. Efter den dag, den sidst er kontrolleret,
bruges den sidst kendte værdi med en bemærkning om det.

{_MADE}
"""


def pages() -> dict[Path, str]:
    """Return every page of the folder with the text it should have."""
    made = {"indstillinger": _settings(), "kontroller": _checks(), "satser": _rules()}
    return {FOLDER / f"{name}.md": text for name, text in made.items()}


def _settings() -> str:
    rows = (f"| `{each.name}` | {_code(each.default)} | {each.danish.replace('|', '/')} |\n" for each in SETTINGS)
    return _SETTINGS_HEAD + "".join(rows)


def _code(default: str) -> str:
    return f"`{default}`" if default else "(tom)"


def _checks() -> str:
    manuals = sorted([_no_table(), *((check.code, *manual_of(check)) for check in (*CHECKS, *GRANT_CHECKS))])
    told = "".join(f"\n## {code} {title}\n\n{_listed(text)}\n" for code, title, text in manuals)
    return f"{_CHECKS_HEAD}{told}{_doubts()}{_faults()}{_notes()}{_proposal_notes()}"


def _doubts() -> str:
    """What can speak against a change, with the sentence it is told in."""
    return "".join(
        f"\n## {code} {text.title}\n\n{text.verdict.danish}: {_blank(text.message)} {_blank(text.remedy)}\n"
        for code, text in DOUBTS.items()
    )


def _blank(sentence: str) -> str:
    return re.sub(r"\{(\w+)\}", "…", sentence)


def _faults() -> str:
    return "".join(
        f"\n## {code} {title}\n\nFejl: linjen bruges ikke. {remedy}\n" for code, (title, remedy) in FAULTS.items()
    )


def _notes() -> str:
    """What of a plan's papers could not be placed."""
    told = ((code, text, text.manual or _blank(f"{text.message} {text.remedy}")) for code, text in NOTES.items())
    return "".join(f"\n## {code} {text.title}\n\nTil orientering: {manual}\n" for code, text, manual in told)


def _proposal_notes() -> str:
    """What reading proposals and catalogues says of itself."""
    return "".join(
        f"\n## {code} {text.title}\n\n{text.verdict.danish}: {_blank(text.message)} {_blank(text.remedy)}\n"
        for code, text in PROPOSAL_NOTES.items()
    )


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


def _rules() -> str:
    return _RULES_HEAD + "".join(_rule(each) for each in NATIONAL)


def _rule(national: NationalRule[Any]) -> str:
    rule = national.load()
    told = [f"Sidst kontrolleret {danish_date(rule.checked_on)}."]
    told += ["Fastsættes for hvert år; et år, der mangler, afvises."] if rule.yearly else []
    told += [f"**Ikke fastsat.** {rule.not_set}"] if rule.not_set else []
    head = f"\n## {rule.title}\n\n`{rule.name}`, {rule.unit}. {' '.join(told)}\n"
    return head + (_versions(national) if rule.versions else "")


def _versions(national: NationalRule[Any]) -> str:
    lines = "".join(
        f"| {danish_date(each.in_force_from)} | {national.kind.show(each.value)} | {_yes(each.verified)} "
        f"| {each.source} | {each.note} |\n"
        for each in national.load().versions
    )
    return f"\n| fra | værdi | efterprøvet | kilde | bemærkning |\n|---|---|---|---|---|\n{lines}"


def _yes(verified: bool) -> str:
    return "Ja" if verified else "**Nej**"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")

"""What reading says of itself: what could not be placed, and what was inferred and from what.

The reader never drops or guesses in silence. Each code has its title here, so that the reference lists it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from effektspor.core.document import Table
from effektspor.core.finding import Finding, Place, Verdict


@dataclass(frozen=True, slots=True)
class NoteText:
    """A code's title, its verdict, and its two Danish sentences with {blanks}."""

    title: str
    message: str
    remedy: str
    verdict: Verdict = Verdict.NOTE


NOTES = {
    "KAT-001": NoteText(
        "En tabel er ikke ført over i forslaget",
        "Tabellen »{table}« i {proposal} er ikke ført over i forslaget.",
        "Se efter i papiret, om den hører med, og skriv i så fald dens tal ind.",
    ),
    "KAT-002": NoteText(
        "Det kan ikke ses, hvad der er krydset af",
        "I {proposal} kan det ikke ses, hvilke forvaltninger der er krydset af.",
        "Sæt kryds ved de berørte forvaltninger i forslaget.",
    ),
    "KAT-003": NoteText(
        "Tekst, der ikke hører til en overskrift",
        "I {proposal} står der tekst, som ikke hører til en overskrift: »{text}«.",
        "Se efter i papiret, hvor den hører hjemme.",
    ),
    "KAT-004": NoteText(
        "Styringsområdet står ikke i tabellen",
        "I {proposal} står styringsområdet ikke ved linjerne; de er regnet som service.",
        "Skriv styringsområdet på, hvis nogle af linjerne ikke er service.",
    ),
    "KAT-005": NoteText(
        "Enheden er sluttet",
        "Tabellerne i {proposal} siger ikke, hvad beløbene er i; de er læst i {unit}, {reason}.",
        "Skriv enheden i tabellens hoved.",
    ),
    "KAT-006": NoteText(
        "Fortegnet er vendt",
        "Besparelser er trykt uden minus i {proposal}; de er læst som minus, {reason}.",
        "Se efter, at besparelser står som minus, og udgifter som plus.",
    ),
    "KAT-007": NoteText(
        "En tabel deler et styringsområde finere",
        "»{table}« i {proposal} har andre linjer end den samlede tabel; linjerne er taget fra den samlede.",
        "Se efter i papiret, hvis du skal bruge den finere deling.",
    ),
    "KAT-008": NoteText(
        "Forslaget har ingen tabel med beløb pr. år",
        "{proposal} har ingen tabel med beløb pr. år, så forslaget har ingen linjer.",
        "Se efter i papiret, hvad forslaget koster og sparer.",
    ),
    "KAT-009": NoteText(
        "Kataloget og forslaget siger ikke det samme",
        "{code} er {stated} i kataloget i {years}, men {computed} i forslaget.",
        "Find ud af, hvilket af de to tal der gælder, og ret det andet.",
        Verdict.ASK,
    ),
    "KAT-010": NoteText(
        "Katalogets række kan ikke genfindes i forslaget",
        "Katalogets beløb for {code} er hverken hele forslaget eller en del af det.",
        "Find ud af, hvad kataloget har taget med, og skriv det i rækken.",
        Verdict.ASK,
    ),
    "KAT-011": NoteText(
        "To forslag kan være de samme kroner",
        "{overlap}",
        "Se efter, om begge skal tælle med, før de lægges sammen.",
    ),
    "KAT-012": NoteText(
        "Kataloget har et forslag, der ikke er beskrevet",
        "{code} står i kataloget, men papiret har ingen beskrivelse af det.",
        "Se efter, om beskrivelsen er sendt for sig.",
    ),
    "KAT-013": NoteText(
        "Et forslag står ikke i kataloget",
        "{code} er beskrevet i papiret, men står ikke i kataloget.",
        "Se efter, om det er trukket, eller om en række mangler.",
    ),
    "KAT-014": NoteText(
        "En række i kataloget har flere beløb i samme celle",
        "Rækken {code} har flere beløb i samme celle, og summerne afgør ikke, hvad der er hvad; ordene er brugt.",
        "Se efter i papiret, hvilket beløb der er investering, og hvilket der er besparelse.",
    ),
    "KAT-015": NoteText(
        "Papiret har ingen forslag",
        "Papiret har ingen forslag, der kan læses.",
        "Se efter, om det er det rigtige papir. Et forslag begynder med »Business case«, »Forslagets titel:« eller "
        "»Forslag nr. 1:«.",
    ),
    "KAT-016": NoteText(
        "Renten, som tilbagebetalingstiden regnes med",
        "{note}",
        "Tilbagebetalingstiden uden rente står ved siden af.",
    ),
    "KAT-017": NoteText(
        "En række er ikke ført over",
        "Rækken »{row}« i {proposal} er ikke ført over: {reason}.",
        "Se efter i papiret, hvad rækken siger.",
    ),
    "KAT-018": NoteText(
        "Det samme forslag står flere gange",
        "{code} står flere gange i papiret; {counts}.",
        "Se efter, at det er den rigtige udgave, der tæller.",
    ),
    "KAT-019": NoteText(
        "En opstilling kan ikke læses som kolonner",
        "»{text}« i {proposal} er en opstilling i kolonner, som ikke kan skilles ad; den er læst som tekst.",
        "Se efter i papiret, hvad der står i hver kolonne.",
    ),
    "KAT-020": NoteText(
        "Katalogets samlede netto er ikke summen af dets rækker",
        "»{row}« er {stated} ({unit}) i {years}, men katalogets rækker giver {computed}.",
        "Find ud af, om summen er forkert, eller om en række mangler eller er talt med to gange.",
        Verdict.ASK,
    ),
    "KAT-021": NoteText(
        "Forslagene i papiret kan ikke skilles ad",
        "Papiret ser ud til at have {count} forslag, men det kan ikke ses, hvor hvert forslag begynder, så de er ikke "
        "holdt op mod hinanden og kataloget.",
        "Skriv en overskrift som »Forslag nr. 1: Titel« eller »Forslagets titel: …« over hvert forslag.",
    ),
}


def note(code: str, place: Place, of: Table | None = None, /, **blanks: str) -> Finding:
    """Return the finding of a code with its blanks filled; `of` is the table it is about."""
    text = NOTES[code]
    return Finding(
        code=code,
        verdict=text.verdict,
        place=place,
        message=text.message.format(**blanks),
        remedy=text.remedy.format(**blanks),
        table=of.id if of else None,
    )


def told_once(findings: Sequence[tuple[str, Finding]]) -> list[Finding]:
    """Return findings, each with the proposal it is about, so that what is said of many is said once.

    What differs by nothing but the proposal is one cause: the first names it, and the others are related places.
    """
    alike: dict[tuple[str, str], list[tuple[str, Finding]]] = {}
    for proposal, finding in findings:
        alike.setdefault(_cause(proposal, finding), []).append((proposal, finding))
    told = []
    for proposal, finding in findings:
        same = alike[_cause(proposal, finding)]
        if len(same) < _MANY:
            told.append(finding)
        elif finding is same[0][1]:
            told.append(_merged(same))
    return told


_MANY = 3


def _cause(proposal: str, finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message.replace(proposal, "")


def _merged(same: list[tuple[str, Finding]]) -> Finding:
    proposal, first = same[0]
    message = first.message.replace(proposal, f"{proposal} og {len(same) - 1} andre forslag", 1)
    return replace(first, message=message, related=tuple(finding.place for _, finding in same[1:]))


def shortened(text: str, longest: int = 60) -> str:
    """Return a text that can be quoted in a sentence."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"

"""What could not be placed in a plan's paper, said in Danish: one text a code."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from effektspor.core.document import Table
from effektspor.core.finding import Finding, Place, Verdict


class UnplacedText(NamedTuple):
    """The manual's title of a code, and its two sentences with what is filled in between braces.

    `manual` is what the manual says where the sentences are nothing but what is filled in.
    """

    title: str
    message: str
    remedy: str
    manual: str = ""


NOTES: Mapping[str, UnplacedText] = {
    "PLA-001": UnplacedText(
        "En tabel ligner noget, der hører til en plan, men kan ikke læses.",
        "{table} ligner {kind}, men {lack}.",
        "{repair}",
        "Det kan være skøn fra opfølgninger uden år over kolonnerne, en til- og afgang uden antallet før eller efter, "
        "eller et budgetoverblik uden år. Fundet siger, hvad der mangler, og hvor det skrives.",
    ),
    "PLA-002": UnplacedText(
        "Tabellen siger ikke sin enhed, og beløbene er læst som kr.",
        "{table} siger ikke, om beløbene er kr., 1.000 kr. eller mio. kr. De er så store, at de er læst som kr.",
        "Skriv enheden i tabellens hoved.",
    ),
    "PLA-003": UnplacedText(
        "Tabellen siger ikke sin enhed, og beløbene er ikke læst.",
        "{table} siger ikke, om beløbene er kr., 1.000 kr. eller mio. kr., så den er ikke læst som {kind}.",
        "Skriv enheden i tabellens hoved.",
    ),
    "PLA-004": UnplacedText(
        "En række blandt opfølgninger nævner ingen opfølgning.",
        "{table} viser skøn fra opfølgninger, men {rows} nævner ikke, hvilken opfølgning beløbene er fra.",
        "Skriv opfølgningens nummer og år i rækken, som »3. opfølgning 2016«.",
    ),
    "PLA-005": UnplacedText(
        "Måltallene kaldes akkumulerede, men er hvert års eget.",
        "Måltallene i {table} kaldes akkumulerede, men summen er en anden end det sidste års tal. De er læst som hvert "
        "års eget.",
        "Skriv hvert års akkumulerede tal, eller flyt ordet til summen.",
    ),
    "PLA-006": UnplacedText(
        "Teksten og tabellen er ikke enige om, hvad en opfølgning ændrede.",
        "Teksten siger, at {round} ændrede {year} med {told}, men i tabellen er ændringen {computed}.",
        "Ret teksten eller tabellen, så de siger det samme.",
    ),
    "PLA-007": UnplacedText(
        "Tekstens hjemtagelser giver ikke tabellens tal.",
        "Teksten ved {table} fortæller, hvad borgere i hvert år har sparet, men tilsammen giver det ikke første linje.",
        "Se efter, om teksten mangler en årgang eller et år.",
    ),
    "PLA-008": UnplacedText(
        "Det samlede skøn nævner noget, der ikke har sin egen tabel.",
        "{rows} står i det samlede skøn, men ingen tabel over tiltag giver de beløb.",
        "Se efter, om tabellen mangler, eller om et beløb er skrevet forkert.",
    ),
}


def note(
    code: str, place: Place, words: Mapping[str, str], table: Table | None = None, related: Sequence[Place] = ()
) -> Finding:
    """Return a note with its words filled in."""
    text = NOTES[code]
    return Finding(
        code=code,
        verdict=Verdict.NOTE,
        place=place,
        message=_sentence(text.message.format(**words)),
        remedy=text.remedy.format(**words),
        table=table.id if table else None,
        related=tuple(related),
    )


def cannot_read(table: Table, named: str, kind: str, lack: str, repair: str) -> Finding:
    """Return the note on a table that looks like a kind and lacks a part of it."""
    words = {"table": named, "kind": kind, "lack": lack, "repair": repair}
    return note("PLA-001", table.place, words, table)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]

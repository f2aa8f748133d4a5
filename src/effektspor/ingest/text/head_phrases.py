"""Heads set with single spaces: the phrases of the field that divide such a line into the names of its columns."""

import re

_YEAR = r"(?:19|20)\d\d(?:/\d\d)?\*?"
_DAY = r"\d{1,2}[./]\d{1,2}\.?(?:\s?(?:19|20)\d\d)?"
_BUDGET = r"(?:(?:Oprindeligt|Opr\.|Korrigeret|Korr\.|Vedtaget|Ajourført|Nuværende|Nyt|Revideret) (?:budget|ramme))"
_EXPECTED = r"(?:(?:Forventet|Forv\.) (?:regnskab|forbrug|årsresultat|resultat|effekt|udgift))"
_OF_YEAR = (
    rf"(?:{_BUDGET}|{_EXPECTED}|Budget|Regnskab|Overslag|Prognose|Udgift|Antal|Pris|Takst|Måltal|Mål|BO|BF|FR|B|R)"
)
_WORDS = (
    r"Forbrugs(?:procent|pct\.)|Forventet|Regnskab|Budget|Ramme|Opr\.|Korr\.",
    r"(?:Ændring|Afvigelse|Afv\.|Vækst|Andel|Opfyldelse) i (?:pct\.|procent|%)",
    r"Afvigelse|Afv\.|Difference|Forskel|Ændring|Restbudget|Rest|Udestår|Mer-/mindreforbrug|Mindre-/merforbrug",
    r"Merforbrug|Mindreforbrug|Pct\.|Procent|Andel|Indeks|I alt|Ialt|Total|Sum|Hele året|Gennemsnit|Netto|Brutto",
    r"Måltal|Mål|Sparekrav|Krav|Opnået(?: besparelse)?|Målopfyldelse|Opfyldelse|Besparelse|Effekt",
    r"Primo|Tilgang|Afgang|Ultimo|Helårspersoner|Pladser|Indskrevne|Belægning|Indbyggere|Modtagere|Borgere|Årsværk",
    r"Enhedspris|Gennemsnitspris|Pris|Takst(?: pr\. døgn)?|Mængde|Udgift i alt|Udgifter|Udgift|Indtægter|Køb|Salg",
    r"\d{1,2}\. (?:kvartal|kvt\.|kv\.|halvår|budgetopfølgning|BO)",
    rf"(?:Forbrug|Realiseret|Antal|Opnået)(?: (?:pr\. )?{_DAY})?",
)
_NAME = re.compile(rf"(?<!\S)(?:{_OF_YEAR} ?{_YEAR}|{_YEAR}|{_BUDGET}|{_EXPECTED}|{'|'.join(_WORDS)})(?!\S)")
_YEAR_ALONE = re.compile(rf"(?:{_OF_YEAR} ?)?{_YEAR}")


def divided(text: str) -> tuple[str, list[str]]:
    """Return the words over the labels and the names of the columns, as many from the right as are known phrases.

    "Område Korrigeret budget Afvigelse" → "Område", ["Korrigeret budget", "Afvigelse"].
    """
    line = " ".join(text.split())
    found = list(_NAME.finditer(line))
    names: list[str] = []
    start = len(line)
    for match in reversed(found):
        if line[match.end() : start].strip():
            break
        names.insert(0, match[0])
        start = match.start()
    return line[:start].strip(), names


def names_of(text: str, width: int) -> tuple[str, list[str]] | None:
    """Return the label and exactly as many names as the rows have figures; None where the line says otherwise."""
    label, names = divided(text)
    extra = names[: len(names) - width]
    if len(names) < width or (extra and not all(map(_YEAR_ALONE.fullmatch, names[len(extra) :]))):
        return None
    # Before years alone, what is left is over the labels: "Mål 2026 2027".
    return " ".join([label, *extra]).strip(), names[len(extra) :]

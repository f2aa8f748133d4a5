"""What the fields of a Word template are, in Danish, for who changes one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from effektspor.reports.template_check import sample_fields

_TABLE = "tabel med beløb"
_DANISH: Mapping[str, str] = {
    "title": "papirets titel",
    "marks": "det, papiret siger om åbne fejl, en linje for hver (mark); skal være med",
    "source": "det, tallene er læst af",
    "made_on": "den dag, papiret er lavet",
    "meta": "linjen under titlen",
    "key": "nøglesætningen i dele (part)",
    "figure": "ja, hvis delen er et tal",
    "caption": "tabellens titel",
    "unit": "enhed og prisniveau",
    "rows": "rækkerne (row)",
    "gross": "ja i rækken Brutto",
    "net": "ja i rækken Netto",
    "number": "nummer eller kode",
    "label": "rækkens navn",
    "target": "mål",
    "realised": "realiseret",
    "difference": "realiseret mod mål",
    "status": "status efter reglen",
    "notes": "noter under tabellen (note)",
    "rule": "reglen for status",
    "chart": "diagrammet",
    "chart_sentence": "det, diagrammet viser",
    "chart_description": "diagrammet i ord, til skærmlæsere",
    "statuses": "det, der er skrevet om hvert tiltag (measure)",
    "lines": "linjer (line)",
    "text": "teksten",
    "bullet": "ja, hvis linjen er et punkt",
    "summary": "resumé",
    "submitted_by": "hvem der stiller forslaget",
    "departments": "forvaltninger med kryds ved dem, det gælder",
    "links": "sammenhæng med andre forslag (link)",
    "kind": "hvordan de hænger sammen",
    "economy": "forslagets samlede økonomi, en " + _TABLE,
    "sections": "afsnittene i skabelonens rækkefølge (section)",
    "heading": "overskrift; i en række: ja, hvis rækken er en overskrift",
    "tables": f"{_TABLE} (table)",
    "text_tables": "tabeller med ord (words)",
    "heads": "kolonnernes overskrifter",
    "columns": "kolonner med beløb (column)",
    "name": "navn",
    "width": "antal kolonner med beløb",
    "number_head": "overskrift over numre; tom uden",
    "category_head": "overskrift over styringsområder; tom uden",
    "key_head": "overskrift over fordelingsnøgler; tom uden",
    "text_head": "overskrift over kolonnen med ord; tom uden",
    "has_text": "ja, hvis tabellen har en kolonne med ord",
    "category": "styringsområde",
    "cells": "beløbene (cell)",
    "beside": "ord i stedet for beløb, fx 28 år",
    "sum": "ja i en sum",
    "total": "ja i den sidste sum",
    "facts": "oplysninger (fact)",
    "groups": f"en {_TABLE} for hver gruppe (group)",
    "summaries": f"summerne af alle grupper, hver en {_TABLE} (summary)",
}
_OF_PAPER: Mapping[tuple[str, str], str] = {("rows", "key"): "fordelingsnøgle i pct."}


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field a template may print: how deep it lies in others, its name, and what it is."""

    depth: int
    name: str
    danish: str


def fields_of_template(name: str) -> tuple[TemplateField, ...]:
    """Return the fields of a template, each list followed by what its entries have."""
    return tuple(_fields(sample_fields(name), 0, ""))


def _fields(fields: Mapping[str, Any], depth: int, within: str) -> Iterator[TemplateField]:
    for name, value in fields.items():
        danish = _OF_PAPER.get((within, name)) or _DANISH[name]
        yield TemplateField(depth, name, danish)
        entry = _entry(value)
        if isinstance(entry, dict):
            yield from _fields(entry, depth + 1, name)


def _entry(value: Any) -> Any:
    """What a list is of, with something in every field that any entry has something in; anything else itself."""
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        return value
    return {name: next((each[name] for each in value if each[name]), "") for each in value for name in each}

"""`effektspor effect GRANTS.csv CHANGES.csv --year 2026 [--json]`: what changes save, by change and by measure."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from effektspor.app.effect import Told, compute_effects, findings_of
from effektspor.cli.errors import CLEAN, ERRORS_FOUND
from effektspor.cli.files import read_bytes
from effektspor.cli.printing import canonical_json, finding_as_json, finding_lines
from effektspor.core.effects.effect import Amounts, Effect
from effektspor.core.finding import Finding, Verdict
from effektspor.core.unit import KRONE
from effektspor.ingest.changes import read_changes
from effektspor.ingest.grants import grants_of, overlapping_ids, read_grants
from effektspor.ingest.grants.checks.across import LinesOverlap

_SAYS = "Regner hver ændrings effekt: brutto, erstatning, tilbageført og netto, i året og i et helt år."


def add_command(commands: Any) -> None:
    parser = commands.add_parser("effect", help="regn ud, hvad ændringer af bevillinger sparer", description=_SAYS)
    add_arguments(parser)
    parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")
    parser.set_defaults(run=run_effect)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `effect` and `explain effect` both ask for."""
    parser.add_argument("grants", metavar="BEVILLINGER", help="CSV med bevillinger")
    parser.add_argument("changes", metavar="ÆNDRINGER", help="CSV med ændringer")
    parser.add_argument("--year", type=int, required=True, metavar="ÅR", help="det år, der spørges til")
    parser.add_argument("--accept-valid", action="store_true", help="regn på de linjer, der ikke er noget galt med")


def run_effect(arguments: argparse.Namespace) -> int:
    """Compute every change's effect; with a faulty line nothing is used unless the rest is accepted."""
    told, findings = read_and_compute(arguments)
    sys.stdout.write(_as_json(told, findings) if arguments.json else _as_text(told, findings, arguments.year))
    return ERRORS_FOUND if any(finding.verdict is Verdict.ERROR for finding in findings) else CLEAN


def read_and_compute(arguments: argparse.Namespace) -> tuple[Sequence[Told], list[Finding]]:
    """Return the effects and all findings of both files; raises UnreadableDocument or NotPossible."""
    grants = read_grants(arguments.grants, read_bytes(arguments.grants), path=arguments.grants)
    changes = read_changes(arguments.changes, read_bytes(arguments.changes), path=arguments.changes)
    unclear = overlapping_ids(grants.rows)
    findings = [_graver(finding) for finding in grants.findings]
    faulty = any(finding.verdict is Verdict.ERROR for finding in (*findings, *changes.findings))
    rows = [row for row in grants.rows if row.grant_id not in unclear]
    used = arguments.accept_valid or not faulty
    told = compute_effects(grants_of(rows), changes.changes, arguments.year) if used else []
    return told, [*findings, *changes.findings, *findings_of(told, changes.places)]


def _graver(finding: Finding) -> Finding:
    """Of a grant with two prices on a day it cannot be told what a change ended."""
    return replace(finding, verdict=Verdict.ERROR) if finding.code == LinesOverlap.code else finding


def _as_json(told: Sequence[Told], findings: Iterable[Finding]) -> str:
    effects = [each.effect for each in told]
    return canonical_json({
        "changes": [_change(effect) for effect in effects],
        "measures": [_measure(name, own) for name, own in sorted(_by_measure(effects).items())],
        "findings": [finding_as_json(finding) for finding in findings],
    })  # fmt: skip


def _change(effect: Effect) -> dict[str, object]:
    change = effect.change
    named = {"change_id": change.change_id, "measure": change.measure, "evidence": effect.evidence.value}
    return named | _amounts(effect.in_year, effect.full_year, effect.carry_over_ore)


def _measure(name: str, effects: Sequence[Effect]) -> dict[str, object]:
    in_year, full_year = _sum(effect.in_year for effect in effects), _sum(effect.full_year for effect in effects)
    return {"measure": name} | _amounts(in_year, full_year, sum(effect.carry_over_ore for effect in effects))


def _amounts(in_year: Amounts, full_year: Amounts, carry_over_ore: int) -> dict[str, object]:
    return {
        "gross_in_year_ore": in_year.gross_ore,
        "replacement_in_year_ore": in_year.replacement_ore,
        "rebound_ore": in_year.rebound_ore,
        "net_in_year_ore": in_year.net_ore,
        "gross_full_year_ore": full_year.gross_ore,
        "replacement_full_year_ore": full_year.replacement_ore,
        "rebound_full_year_ore": full_year.rebound_ore,
        "net_full_year_ore": full_year.net_ore,
        "carry_over_ore": carry_over_ore,
    }


def _sum(amounts: Iterable[Amounts]) -> Amounts:
    return sum(amounts, start=Amounts(0, 0, 0))


def _by_measure(effects: Iterable[Effect]) -> dict[str, list[Effect]]:
    measures: dict[str, list[Effect]] = {}
    for effect in effects:
        measures.setdefault(effect.change.measure, []).append(effect)
    return measures


_HEAD = ("Ændring", "Tiltag", "Brutto", "Erstatning", "Tilbageført", "Årets virkning", "Helårsvirkning",
         "Afledt næste år", "Sikkerhed")  # fmt: skip
_SURE = {"grants": "i bevillinger", "accounts": "i regnskab", "estimate": "skønnet", "none": "ikke dokumenteret"}


def _as_text(told: Sequence[Told], findings: Iterable[Finding], year: int) -> str:
    """Return the effects as a table in kr., and below it what speaks against them."""
    rows = [_HEAD, *(_row(each.effect) for each in told)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
    lines = [f"Effekt i {year} og i et helt år, kr.", *(_line(row, widths) for row in rows)]
    lines += [line for finding in findings for line in finding_lines(finding.place.path or "", finding)]
    return "\n".join(lines) + "\n"


def _row(effect: Effect) -> tuple[str, ...]:
    amounts = (effect.in_year.gross_ore, effect.in_year.replacement_ore, effect.in_year.rebound_ore,
               effect.in_year.net_ore, effect.full_year.net_ore, effect.carry_over_ore)  # fmt: skip
    printed = (KRONE.to_number(ore, 2).danish() for ore in amounts)
    return (effect.change.change_id, effect.change.measure, *printed, _SURE[effect.evidence.value])


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    cells = (text.ljust(width) if at in (0, 1, len(widths) - 1) else text.rjust(width)
             for at, (text, width) in enumerate(zip(row, widths, strict=True)))  # fmt: skip
    return "  ".join(cells).rstrip()

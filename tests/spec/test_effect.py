"""What a change saves: every row of the page is computed to the øre, and nothing speaks against it but what is told."""

from collections import Counter

import pytest

from effektspor.app.effect import compute_effects
from effektspor.core.effects.effect import NOTHING
from tests.spec.tables import examples, ore

EXAMPLES = examples("02-hvad-en-aendring-sparer.md")
COLUMNS = ("brutto", "erstatning", "tilbageført", "årets virkning", "helårsvirkning", "afledt næste år")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.title)
def test_the_page_has_grants_changes_and_effects(example):
    assert example.rows("bevilling") and example.rows("ændring") and example.rows("effekt af")


def amounts(effects):
    in_year = sum((effect.in_year for effect in effects), start=NOTHING)
    full = sum((effect.full_year for effect in effects), start=NOTHING)
    carried = sum(effect.carry_over_ore for effect in effects)
    return in_year.gross_ore, in_year.replacement_ore, in_year.rebound_ore, in_year.net_ore, full.net_ore, carried


@pytest.mark.parametrize(
    ("example", "row"),
    [(each, row) for each in EXAMPLES for row in each.rows("effekt af")],
    ids=lambda each: getattr(each, "title", None) or each["hvorfor"],
)
def test_a_change_saves_what_the_page_says(example, row):
    told = compute_effects(example.grants(), example.changes(), int(row["år"]))
    named = [each.effect for each in told if row["effekt af"] in ("i alt", each.effect.change.change_id)]
    assert amounts(named) == tuple(ore(row[column]) for column in COLUMNS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.title)
def test_what_speaks_against_a_change_is_told(example):
    told = compute_effects(example.grants(), example.changes(), 2026)
    found = Counter((each.effect.change.change_id, doubt.code) for each in told for doubt in each.doubts)
    assert found == Counter((row["fund"], row["kode"]) for row in example.rows("fund"))

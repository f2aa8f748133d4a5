"""A business case ↔ JSON: the one pair for its revisions, with the number of the schema it was written in.

A revision is never rewritten: one of an older schema is brought up to today's by pure steps when it is read.
"""

from collections.abc import Callable, Mapping
from typing import Any

from cattrs.preconf.json import make_converter

from effektspor.core.number import Number, parse_number
from effektspor.core.proposals.budget_proposal import BudgetProposal
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue
from effektspor.core.unit import BILLION, KRONE, MILLION, THOUSAND, Unit
from effektspor.core.year_amounts import YearAmounts

SCHEMA = 1
# From each schema to the next: a step is added here when the shape changes, and a stored file of the old one is kept.
UPCASTERS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
_UNITS = {unit.name: unit for unit in (KRONE, THOUSAND, MILLION, BILLION)}

converter = make_converter(omit_if_default=True)


def _number_from(text: str, _: type) -> Number:
    """A plain string keeps the printed precision: "2.25", "-7125"."""
    whole, _point, decimals = text.partition(".")
    number = parse_number(f"{whole},{decimals}" if decimals else whole)
    assert number is not None, f"{text} is not a number as we write it"
    return number


converter.register_unstructure_hook(Number, lambda number: number.plain())
converter.register_structure_hook(Number, _number_from)
converter.register_unstructure_hook(Unit, lambda unit: unit.name)
converter.register_structure_hook(Unit, lambda name, _: _UNITS[name])
converter.register_unstructure_hook(YearAmounts, lambda amounts: {str(year): ore for year, ore in amounts.pairs})
converter.register_structure_hook(
    YearAmounts, lambda value, _: YearAmounts.of({int(year): ore for year, ore in value.items()})
)


def case_to_json(case: BusinessCase) -> dict[str, Any]:
    """Return a case as plain JSON values, with the schema's number."""
    return {"schema": SCHEMA, "case": converter.unstructure(case)}


def case_from_json(stored: Mapping[str, Any]) -> BusinessCase:
    """Return a case from what `case_to_json` wrote in this schema or an earlier one.

    Raises AssertionError on a schema that is newer than the program.
    """
    schema, value = int(stored["schema"]), dict(stored["case"])
    assert schema <= SCHEMA, f"schema {schema} was written by a newer program than {SCHEMA}"
    for step in range(schema, SCHEMA):
        value = UPCASTERS[step](value)
    return converter.structure(value, BusinessCase)


def catalogue_to_json(catalogue: Catalogue) -> dict[str, Any]:
    return {"schema": SCHEMA, "catalogue": converter.unstructure(catalogue)}


def catalogue_from_json(stored: Mapping[str, Any]) -> Catalogue:
    return converter.structure(stored["catalogue"], Catalogue)


def budget_proposal_to_json(proposal: BudgetProposal) -> dict[str, Any]:
    return {"schema": SCHEMA, "budget_proposal": converter.unstructure(proposal)}


def budget_proposal_from_json(stored: Mapping[str, Any]) -> BudgetProposal:
    return converter.structure(stored["budget_proposal"], BudgetProposal)

"""What a plan's papers hold ↔ JSON: the one pair for each kind, with the number of the schema it was written in."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from effektspor.app.case_json import converter
from effektspor.core.plans.effect_account import EffectAccount
from effektspor.core.plans.flow import FlowTable
from effektspor.core.plans.outlook import BudgetOutlook
from effektspor.core.plans.plan import Measure, Plan
from effektspor.core.plans.rounds import Estimates
from effektspor.core.plans.strategy import AdoptedSavings, StrategyNote
from effektspor.core.plans.targets import Targets
from effektspor.ingest.plan_papers.reading import PlanPapers

SCHEMA = 1
# From each schema to the next: a step is added here when a shape changes. It is given the kind and the value.
UPCASTERS: Mapping[int, Callable[[str, dict[str, Any]], dict[str, Any]]] = {}
KINDS: Mapping[str, type[Any]] = {
    "plan": Plan,
    "measure": Measure,
    "targets": Targets,
    "estimates": Estimates,
    "flow": FlowTable,
    "outlook": BudgetOutlook,
    "effect_account": EffectAccount,
    "adopted": AdoptedSavings,
    "strategy": StrategyNote,
    "papers": PlanPapers,
}
_NAMES = {kind: name for name, kind in KINDS.items()}

T = TypeVar("T")


def plan_to_json(value: object) -> dict[str, Any]:
    """Return a value of one of `KINDS` as plain JSON values, with its kind and the schema's number."""
    return {"schema": SCHEMA, "kind": _NAMES[type(value)], "value": converter.unstructure(value)}


def plan_from_json(stored: Mapping[str, Any], kind: type[T]) -> T:
    """Return a value from what `plan_to_json` wrote in this schema or an earlier one.

    Raises AssertionError on another kind, and on a schema that is newer than the program.
    """
    name, schema, value = str(stored["kind"]), int(stored["schema"]), dict(stored["value"])
    assert name == _NAMES[kind], f"a value of {name} is no {_NAMES[kind]}"
    assert schema <= SCHEMA, f"schema {schema} was written by a newer program than {SCHEMA}"
    for step in range(schema, SCHEMA):
        value = UPCASTERS[step](name, value)
    return converter.structure(value, kind)

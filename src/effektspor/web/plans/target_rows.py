"""Targets ↔ rows by year and the columns that say how they are taken."""

from collections.abc import Iterable

from effektspor.core.plans.targets import Accumulation, Targets
from effektspor.core.year_amounts import YearAmounts
from effektspor.web.plans.models import EditTargetRow, TargetColumns, TargetRow


def target_columns(targets: Targets) -> dict[str, object]:
    return {
        "accumulation": targets.accumulation,
        "accumulation_said": targets.said or "",
        "targets_sum_ore": targets.stated_sum_ore,
        "targets_label": targets.label,
    }


def targets_of(columns: TargetColumns, rows: Iterable[TargetRow] | Iterable[EditTargetRow]) -> Targets:
    """Return targets from their columns and rows; a row without columns (an old one) is yearly."""
    return Targets(
        stated=YearAmounts.of({row.year: row.ore for row in rows}),
        accumulation=Accumulation(columns.accumulation or Accumulation.YEARLY),
        said=Accumulation(columns.accumulation_said) if columns.accumulation_said else None,
        stated_sum_ore=columns.targets_sum_ore,
        label=columns.targets_label,
    )

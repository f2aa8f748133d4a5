"""Cost by month and group, and what is wrong with a file of grants, as Danish lines."""

from collections import Counter
from collections.abc import Iterator, Sequence

from effektspor.cli.grants_arguments import CostRequest
from effektspor.cli.printing import finding_lines
from effektspor.core.finding import Finding
from effektspor.core.grants.cells import CostRow
from effektspor.core.number import Number
from effektspor.core.unit import KRONE

# A wrong date format is wrong on every line; whoever wants all of them asks for JSON.
_MOST_OF_A_CODE = 20
_FIGURES = ("kroner", "persondage", "borgere", "bevillinger")


def cost_as_text(path: str, request: CostRequest, rows: Sequence[CostRow] | None) -> str:
    """Return the findings, then the table of cost, or why there is none."""
    lines = [*findings_as_lines(path, request.grants.findings)]
    lines += [NOTHING_USED] if rows is None else _table(request.by, rows)
    return "\n".join(lines) + "\n"


NOTHING_USED = "Intet er regnet. Ret linjerne, eller brug --accept-valid for at regne på resten."


def findings_as_lines(path: str, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield findings as lines, of each code the first; those left out are counted."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.code] += 1
        if seen[finding.code] <= _MOST_OF_A_CODE:
            yield from finding_lines(path, finding)
    for code, count in sorted(seen.items()):
        if count > _MOST_OF_A_CODE:
            yield f"{path}: {code} findes {whole(count - _MOST_OF_A_CODE)} gange til. Brug --json for at få dem alle."


def kroner(ore: int) -> str:
    """Return 60.450,00."""
    return KRONE.to_number(ore, 2).danish()


def whole(count: int) -> str:
    """Return 1.234."""
    return Number(count).danish()


def _table(by: Sequence[str], rows: Sequence[CostRow]) -> list[str]:
    """Return lines with columns below each other; only cost has a sum, as the other three do not add."""
    total = sum(row.cost_ore for row in rows)
    cells = [
        ("måned", *by, *_FIGURES),
        *((row.month, *row.group, *_figures(row)) for row in rows),
        ("I alt", *("" for _ in by), kroner(total), "", "", ""),
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [_line(row, widths, texts=1 + len(by)) for row in cells]


def _figures(row: CostRow) -> tuple[str, ...]:
    return kroner(row.cost_ore), whole(row.person_days), whole(row.citizens), whole(row.grants)


def _line(row: Sequence[str], widths: Sequence[int], texts: int) -> str:
    """Texts to the left, figures to the right."""
    placed = (text.ljust(width) if at < texts else text.rjust(width)
              for at, (text, width) in enumerate(zip(row, widths, strict=True)))  # fmt: skip
    return "  ".join(placed).rstrip()

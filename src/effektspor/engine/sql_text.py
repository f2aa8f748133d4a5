"""The queries of the SQL engines: written once, in DuckDB's words, and put into each database's own by SQLGlot.

Text and not Ibis, because Ibis divides whole numbers by way of double precision, which is wrong above 2^53.
"""

from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "sql"
# Division of whole numbers cuts towards zero in all three databases, so half is added with the sign of x.
_ROUNDED = "((2 * (x) + CASE WHEN s < 0 THEN -(d) ELSE d END) // (2 * (d)))"


@cache
def query(name: str, dialect: str, first: int, days: int) -> str:
    """Return a query of the folder `sql`, in a database's own words, for `days` from the ordinal `first` on."""
    import sqlglot

    tree = sqlglot.parse_one((_FOLDER / f"{name}.sql").read_text(encoding="utf-8"), read="duckdb")
    _spell_out_rounding(tree)
    tree = tree.transform(_with_values, {"first": first, "days": days})
    if dialect == "postgres":
        _divide_as_whole_numbers(tree)
    text: str = tree.sql(dialect=dialect, comments=False)
    return text


def _spell_out_rounding(tree: Any) -> None:
    """Put R(x, d, s), x / d rounded half away from zero where s has the sign of x, as arithmetic: innermost first."""
    import sqlglot
    from sqlglot import exp

    for call in reversed(list(tree.find_all(exp.Anonymous, bfs=True))):
        parts = dict(zip("xds", call.expressions, strict=True))
        rounded = sqlglot.parse_one(_ROUNDED, read="duckdb")
        for column in list(rounded.find_all(exp.Column)):
            column.replace(parts[column.name].copy())
        call.replace(rounded)


def _with_values(node: Any, values: dict[str, int]) -> Any:
    from sqlglot import exp

    if not isinstance(node, exp.Placeholder | exp.Parameter):
        return node
    return exp.Literal.number(values[node.name])


def _divide_as_whole_numbers(tree: Any) -> None:
    """PostgreSQL's DIV is of the slow type numeric; its `/` of two whole numbers is one, cut towards zero."""
    from sqlglot import exp

    for node in reversed(list(tree.find_all(exp.IntDiv, bfs=True))):
        node.replace(exp.Div(this=node.this, expression=node.expression, typed=True, safe=False))

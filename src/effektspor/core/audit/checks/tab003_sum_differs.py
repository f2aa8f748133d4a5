from collections.abc import Iterator

from effektspor.core.audit.totals import Explanation, causes, difference, explain_totals, parts_sum
from effektspor.core.audit.words import like, listed, quoted
from effektspor.core.document import Table
from effektspor.core.finding import Finding, Verdict
from effektspor.core.number import Number


class SumDiffersFromRows:
    """Summen i tabellen svarer ikke til rækkerne.

    Summen passer med rækkerne i mindst én kolonne, men ikke i alle, og afvigelsen er større, end afrunding kan
    forklare. Passer den i de fleste kolonner, er det en fejl; passer den i højst halvdelen, skal det afklares, om det
    er summen eller en række, der gælder. Der siges intet, når en anden forklaring passer bedre, eller når summen ikke
    passer i nogen kolonne.

    Forkert: Rækker på 100, 200 og 300, og en sum på 650.   Rigtigt: Summen er 600.
    """

    code = "TAB-003"

    def check(self, table: Table) -> Iterator[Finding]:
        for found in explain_totals(table):
            for columns in causes(table, found):
                yield self._finding(table, found, columns)

    def _finding(self, table: Table, found: Explanation, columns: list[int]) -> Finding:
        stated, computed = _stated(table, found, columns[0]), parts_sum(table, found.parts, columns[0])
        names = tuple(table.columns[column] for column in columns)
        certain = len(found.holding) > len(found.failing)
        return Finding(
            code=self.code,
            verdict=Verdict.ERROR if certain else Verdict.ASK,
            place=table.rows[found.row].place,
            related=tuple(table.rows[part].place for part in found.parts),
            table=table.id,
            row=found.row,
            columns=names,
            stated=stated.plain(),
            computed=like(computed, stated).plain(),
            message=_message(table, found, columns),
            remedy=_remedy(table, found, columns),
        )


def _stated(table: Table, found: Explanation, column: int) -> Number:
    number = table.rows[found.row].cells[column].number
    assert number is not None, "only a stated total is tested"
    return number


def _message(table: Table, found: Explanation, columns: list[int]) -> str:
    label = quoted(table.rows[found.row].label)
    printed = _by_column(table, columns, {column: _stated(table, found, column) for column in columns})
    given = " og ".join(dict.fromkeys(number.danish() for number in _computed(table, found, columns).values()))
    holding = listed([table.columns[column] for column in found.holding])
    return f"{label} er {printed}, men rækkerne giver {given}. I {holding} passer den."


def _remedy(table: Table, found: Explanation, columns: list[int]) -> str:
    right = f"{quoted(table.rows[found.row].label)} til {_by_column(table, columns, _computed(table, found, columns))}"
    repairs = [repair for part in found.parts if (repair := _row_repair(table, found, part, columns))]
    if len(repairs) == 1:
        return f"Ret enten {right}, eller {repairs[0]}."
    return f"Ret {right}, eller ret den række, der er forkert."


def _computed(table: Table, found: Explanation, columns: list[int]) -> dict[int, Number]:
    return {column: like(parts_sum(table, found.parts, column), _stated(table, found, column)) for column in columns}


def _by_column(table: Table, columns: list[int], numbers: dict[int, Number]) -> str:
    """Return "−7.125 i 2024, 2025 og 2026", or "90 i 2024 og 190 i 2025" where the figures differ."""
    names: dict[str, list[str]] = {}
    for column in columns:
        names.setdefault(numbers[column].danish(), []).append(table.columns[column])
    return " og ".join(f"{figure} i {listed(where)}" for figure, where in names.items())


def _row_repair(table: Table, found: Explanation, part: int, columns: list[int]) -> str | None:
    """A row is a likely culprit when the repair would make it say what it says in a column that holds."""
    row = table.rows[part]
    elsewhere = {number.value for column in found.holding if (number := row.cells[column].number)}
    repaired = set()
    for column in columns:
        number = row.cells[column].number
        if number is None or number.value + difference(table, found, column) not in elsewhere:
            return None
        repaired.add(like(number.value + difference(table, found, column), number).danish())
    return f"{quoted(row.label)} til {repaired.pop()}" if len(repaired) == 1 else None

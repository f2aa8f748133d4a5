from collections.abc import Iterator
from fractions import Fraction

from effektspor.core.audit.totals import Explanation, explain_totals, parts_sum
from effektspor.core.audit.words import like, listed, quoted
from effektspor.core.document import Table
from effektspor.core.finding import Finding, Verdict
from effektspor.core.number import Number


class SumDiffersFromRows:
    """Summen i tabellen svarer ikke til rækkerne.

    Summen passer med rækkerne i mindst én kolonne, men ikke i alle, og afvigelsen er større, end afrunding kan
    forklare. Passer den i de fleste kolonner, er det en fejl; passer den i højst halvdelen, skal det afklares, om det
    er summen eller en række, der gælder.

    Forkert: Rækker på 100, 200 og 300, og en sum på 650.   Rigtigt: Summen er 600.
    """

    code = "TAB-003"

    def check(self, table: Table) -> Iterator[Finding]:
        for found in explain_totals(table):
            for columns in _same_difference(table, found):
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


def _difference(table: Table, found: Explanation, column: int) -> Fraction:
    return _stated(table, found, column).value - parts_sum(table, found.parts, column)


def _same_difference(table: Table, found: Explanation) -> list[list[int]]:
    """One cause shows as the same difference in every column it holds in."""
    groups: dict[Fraction, list[int]] = {}
    for column in found.failing:
        groups.setdefault(_difference(table, found, column), []).append(column)
    return list(groups.values())


def _message(table: Table, found: Explanation, columns: list[int]) -> str:
    label = quoted(table.rows[found.row].label)
    names = listed([table.columns[column] for column in columns])
    stated = [_stated(table, found, column) for column in columns]
    sums = [like(parts_sum(table, found.parts, column), stated[0]) for column in columns]
    printed = listed(list(dict.fromkeys(number.danish() for number in stated)))
    given = listed(list(dict.fromkeys(number.danish() for number in sums)))
    holding = listed([table.columns[column] for column in found.holding])
    return f"{label} er {printed} i {names}, men rækkerne giver {given}. I {holding} passer den."


def _remedy(table: Table, found: Explanation, columns: list[int]) -> str:
    computed = like(parts_sum(table, found.parts, columns[0]), _stated(table, found, columns[0])).danish()
    where = listed([table.columns[column] for column in columns])
    repairs = [repair for part in found.parts if (repair := _row_repair(table, found, part, columns))]
    if len(repairs) == 1:
        return f"Ret enten {quoted(table.rows[found.row].label)} til {computed} i {where}, eller {repairs[0]}."
    return f"Ret {quoted(table.rows[found.row].label)} til {computed} i {where}, eller ret den række, der er forkert."


def _row_repair(table: Table, found: Explanation, part: int, columns: list[int]) -> str | None:
    """A row is a likely culprit when the repair would make it say what it says in a column that holds."""
    row = table.rows[part]
    elsewhere = {number.value for column in found.holding if (number := row.cells[column].number)}
    repaired = set()
    for column in columns:
        number = row.cells[column].number
        if number is None or number.value + _difference(table, found, column) not in elsewhere:
            return None
        repaired.add(like(number.value + _difference(table, found, column), number).danish())
    return f"{quoted(row.label)} til {listed(sorted(repaired))}"

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from effektspor.core.audit.equations import Kind
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.words import danish_amount, like, listed, quoted
from effektspor.core.document import Paragraph, Row, RowKind, Table
from effektspor.core.finding import Finding, Verdict
from effektspor.core.number import Number, parse_number
from effektspor.core.unit import Unit, find_unit, find_unit_span

_AMOUNT = re.compile(r"[-−–]?\d[\d.,]*\d|\d")
_ROLES = (("net", re.compile(r"netto\w*", re.IGNORECASE)), ("gross", re.compile(r"brutto\w*", re.IGNORECASE)),
          ("investment", re.compile(r"invester\w*", re.IGNORECASE)))  # fmt: skip
_Word = tuple[str, tuple[int, int]]
_Amount = tuple[Number, Unit, tuple[int, int]]
# What is expected of each role, and how far rounding may move it, both in øre.
_Expected = dict[str, tuple[Fraction, Fraction]]
_DANISH = {"net": "netto", "gross": "brutto", "investment": "investeringen"}
_MOST_AMOUNTS = 6
_FAR = 240


@dataclass(frozen=True, slots=True)
class _Stated:
    role: str
    number: Number
    unit: Unit

    @property
    def ore(self) -> Fraction:
        return abs(self.number.value) * self.unit.ore

    @property
    def half_ore(self) -> Fraction:
        return self.number.half_unit * self.unit.ore


class NoteDiffersFromRows:
    """Noten om netto og brutto svarer ikke til rækkerne.

    Noten under tabellen hører til en sum med stjerne. Brutto er summen af de positive rækker, investeringen er de
    negative, og netto er brutto minus investeringen. Er summen selv uenig med rækkerne, står det som TAB-003, og kun
    notens egne tal holdes mod hinanden.

    Forkert: Rækker på 10 og −2 og noten »netto 8, brutto 12, investering 2«.   Rigtigt: »brutto 10«.
    """

    code = "TAB-002"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for table in paper.document.tables:
            for note in table.footnotes:
                column = _marked_column(table, note)
                stated = read_stated(note.text)
                if column is not None and {"net", "gross"} <= {figure.role for figure in stated}:
                    yield from self._against_rows(paper, table, note, column, stated)

    def _against_rows(
        self, paper: Paper, table: Table, note: Paragraph, column: int, stated: list[_Stated]
    ) -> Iterator[Finding]:
        unit = find_unit(table.unit_of(column) or "")
        if unit is None or any(row.cells[column].unread for row in table.rows):
            return
        expected = _from_note(stated) if _sum_is_wrong(paper, table, column) else _from_rows(table, column, unit)
        wrong = [figure for figure in stated if figure.role in expected and not _close(figure, expected[figure.role])]
        if wrong:
            yield self._finding(table, note, column, wrong, expected)

    def _finding(
        self, table: Table, note: Paragraph, column: int, wrong: list[_Stated], expected: _Expected
    ) -> Finding:
        figures = {figure: like(expected[figure.role][0] / figure.unit.ore, figure.number) for figure in wrong}
        said = listed([f"{_DANISH[figure.role]} er {danish_amount(figure.number, figure.unit)}" for figure in wrong])
        given = listed([danish_amount(number, figure.unit) for figure, number in figures.items()])
        return Finding(
            code=self.code,
            verdict=Verdict.ERROR if len(wrong) == 1 else Verdict.ASK,
            place=note.place,
            related=tuple(row.place for row in _marked_rows(table, column, note)),
            table=table.id,
            columns=(table.columns[column],),
            stated=wrong[0].number.plain(),
            computed=figures[wrong[0]].plain(),
            message=f"Noten siger, at {said}, men tallene i {quoted(table.columns[column])} giver {given}.",
            remedy=f"Ret noten til {given}, eller ret den række, der er forkert.",
        )


def read_stated(text: str) -> list[_Stated]:
    """Return the amounts a note states with the word nearest to each: net, gross, investment; each at most once."""
    amounts = list(_amounts(text))
    words = [(role, match.span()) for role, word in _ROLES if (match := word.search(text))]
    pairings = (list(zip(words, chosen, strict=True)) for chosen in permutations(amounts[:_MOST_AMOUNTS], len(words)))
    best = min(pairings, key=_apartness, default=[])
    return [_Stated(role, number, unit) for (role, _), (number, unit, _) in best] if _apartness(best) < _FAR else []


def _apartness(pairing: list[tuple[_Word, _Amount]]) -> int:
    """How far the words stand from their amounts, all in all; a word before its amount counts as nearer."""
    return sum(2 * _distance(span, word) + (word > span) for (_, word), (_, _, span) in pairing)


def _amounts(text: str) -> Iterator[_Amount]:
    for match in _AMOUNT.finditer(text):
        number = parse_number(match[0].rstrip(".,"))
        span = find_unit_span(text[match.end() : match.end() + 12])
        if number and span and not text[match.end() : match.end() + span[1]].strip():
            yield number, span[0], (match.start(), match.end() + span[2])


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _marked_column(table: Table, note: Paragraph) -> int | None:
    """The column whose sum carries the stars the note begins with; None unless exactly one does."""
    columns = [column for column in range(len(table.columns)) if _marked_rows(table, column, note)]
    return columns[0] if len(columns) == 1 else None


def _marked_rows(table: Table, column: int, note: Paragraph) -> list[Row]:
    stars = len(note.text) - len(note.text.lstrip("*"))
    return [row for row in table.rows if row.kind.sums and 0 < stars == _stars_after(row.cells[column].text)]


def _stars_after(text: str) -> int:
    bare = text.rstrip(" )")
    return len(bare) - len(bare.rstrip("*"))


def _sum_is_wrong(paper: Paper, table: Table, column: int) -> bool:
    failing = (each for cause in paper.causes for each in cause.failing if each.kind is Kind.SUM)
    return any((each.result.table, each.result.column) == (table.id, column) for each in failing)


def _from_rows(table: Table, column: int, unit: Unit) -> _Expected:
    """Return what the rows give for each role, with how far rounding may move it, in øre."""
    numbers = [row.cells[column].number for row in table.rows if row.kind is RowKind.ROW]
    positive = [number for number in numbers if number and number.digits > 0]
    negative = [number for number in numbers if number and number.digits < 0]
    sums = {"gross": positive, "investment": negative, "net": positive + negative}
    return {
        role: (abs(_total(n.value for n in parts)) * unit.ore, _total(n.half_unit for n in parts) * unit.ore)
        for role, parts in sums.items()
        if parts
    }


def _total(values: Iterable[Fraction]) -> Fraction:
    return sum(values, Fraction(0))


def _from_note(stated: list[_Stated]) -> _Expected:
    """Return the net that the note's own gross and investment give."""
    by_role = {figure.role: figure for figure in stated}
    if len(by_role) < len(_ROLES):
        return {}
    gross, investment = by_role["gross"], by_role["investment"]
    return {"net": (gross.ore - investment.ore, gross.half_ore + investment.half_ore)}


def _close(figure: _Stated, expected: tuple[Fraction, Fraction]) -> bool:
    return abs(figure.ore - expected[0]) <= expected[1] + figure.half_ore

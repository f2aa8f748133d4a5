"""What the page that writes a proposal shows: its fields as they were typed, what is found at them, what they give."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from effektspor.app.proposal_checks import FieldNote, check_form
from effektspor.app.proposal_form import Fields, FormRow, FormTable, columns_of, rows_of, years_of
from effektspor.app.proposal_reading import read_form
from effektspor.web.proposals.computed import Computed, compute
from effektspor.web.proposals.form_words import BUDGET_FORM, DETAILS, LINES, SECTIONS, ColumnWords, TableWords
from effektspor.web.templatetags.danish import mark


@dataclass(frozen=True, slots=True)
class Message:
    """What is said at a field: a fault to put right before saving, or a finding."""

    field: str
    mark: str
    word: str
    text: str


@dataclass(frozen=True, slots=True)
class FormCell:
    """A field in a row: its name, what is typed, and what it is called for those who do not see the table's head."""

    name: str
    value: str
    label: str
    column: ColumnWords
    mark: str

    @property
    def id(self) -> str:
        return f"f-{self.name}"


@dataclass(frozen=True, slots=True)
class ShownFormRow:
    """A row of the form, with the cells that stand side by side; what is said of it stands below it."""

    key: str
    number: int
    cells: tuple[tuple[FormCell, ...], ...]
    years: tuple[FormCell, ...]
    messages: tuple[Message, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class SumRow:
    """A computed row under a table: each year's name in the page, and its text."""

    label: str
    css: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownFormTable:
    words: TableWords
    years: tuple[int, ...]
    rows: tuple[ShownFormRow, ...]
    sums: tuple[SumRow, ...] = ()

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of its columns; one that stands below another has its name in its field."""
        return tuple(column.head for column in self.words.columns if not column.below)

    @property
    def add_name(self) -> str:
        """What the button that adds a row is called where the focus is said."""
        return f"tilfoej-{self.words.table}"

    @property
    def width(self) -> int:
        """How many columns it has, that of the button included."""
        return len(self.heads) + len(self.years) + 1


@dataclass(frozen=True, slots=True)
class CheckedForm:
    """A form's fields as they were typed, with what is said of them by place, and what they give."""

    typed: Fields
    messages: Mapping[str, tuple[Message, ...]]
    computed: Computed

    @property
    def years(self) -> str:
        """The years that are shown, as the form tells them back to the next check."""
        return years_told(self.typed)

    @property
    def told(self) -> str:
        """The places where something is said, as the form tells them back to the next check."""
        return " ".join(sorted(self.messages))

    @property
    def general(self) -> tuple[Message, ...]:
        """What is about the whole of it."""
        return self.messages.get("", ())

    @property
    def all_messages(self) -> tuple[Message, ...]:
        return tuple(each for place in self.messages.values() for each in place)


@dataclass(frozen=True, slots=True)
class ProposalForm(CheckedForm):
    """A form as it is shown, with its tables."""

    lines: tuple[ShownFormTable, ...]
    sections: ShownFormTable
    details: Mapping[str, ShownFormTable]

    @property
    def sum_names(self) -> str:
        """The sums that stand in the page, as the form tells them back to the next check."""
        tables = (*self.lines, *self.details.values())
        return " ".join(name for table in tables if table.rows for row in table.sums for name, _ in row.cells)

    @property
    def by_year(self) -> tuple[ShownFormTable, ...]:
        """The tables of rows with a column a year."""
        tables = (*self.lines, *self.details.values())
        return tuple(each for each in tables if each.words.table.by_year and not each.words.rows)

    @property
    def asks_budget(self) -> bool:
        """Whether something of the budget's form is typed, so that it is shown unfolded."""
        return any(text.strip() for name, text in self.typed.items() if name.startswith(FormTable.BUDGET_FORM.value))


def years_told(fields: Fields) -> str:
    """Return the years of a form in a text; "" where they cannot be read."""
    return " ".join(map(str, years_of(fields)))


def check_fields(
    fields: Fields, rate_pct: Fraction, codes: Collection[str], *, complete: bool = False, known_code: str = ""
) -> CheckedForm:
    """Return what is said of a form as it reads now; until it is to be saved, what is only missing is not.

    `codes` are the proposals it may link to, `known_code` the code of the one it revises, "" for a new one.
    """
    reading = read_form(fields, known_code)
    faults = [each for each in reading.faults if complete or fields.get(each.field, "").strip()]
    said = [Message(each.field, "fejl", "Ret", each.message) for each in faults]
    said += [_message(note) for note in check_form(reading, codes)]
    return CheckedForm(fields, _by_place(said), compute(reading, rate_pct))


def form_page(checked: CheckedForm) -> ProposalForm:
    """Return a form to be shown, with what is said at its fields."""
    typed = _Typed(checked.typed, checked.messages, checked.computed)
    return ProposalForm(
        checked.typed,
        checked.messages,
        checked.computed,
        tuple(typed.table(words) for words in LINES),
        typed.table(SECTIONS),
        {words.table.value: typed.table(words) for words in (*DETAILS, BUDGET_FORM)},
    )


def place_of(field: str) -> str:
    """Return where something about a field is said: under its row, or at the field itself."""
    parts = field.split("-")
    return "-".join(parts[:2]) if len(parts) == 3 else field


def _by_place(said: Iterable[Message]) -> dict[str, tuple[Message, ...]]:
    places: dict[str, list[Message]] = {}
    for each in said:
        places.setdefault(place_of(each.field), []).append(each)
    return {place: tuple(own) for place, own in places.items()}


def _message(note: FieldNote) -> Message:
    return Message(note.field, mark(note.verdict), note.verdict.danish, f"{note.message} {note.remedy}")


# Which computed sums stand under which table.
_SUMS = {FormTable.PERMANENT: ("varig",), FormTable.IMPLEMENTATION: ("impl", "ialt"), FormTable.POOLS: ("pulje",),
         FormTable.BUDGET_FORM: ("aendring", "nyt", "andel")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Typed:
    """The fields as they are typed, with what is said of them."""

    fields: Fields
    messages: Mapping[str, tuple[Message, ...]]
    computed: Computed

    def table(self, words: TableWords) -> ShownFormTable:
        years = columns_of(self.fields, words.table) if words.table.by_year else ()
        sums = (self.computed.sums[key] for key in _SUMS.get(words.table, ()))
        fixed = tuple(FormRow(words.table, number) for number in range(len(words.rows)))
        rows = enumerate(fixed or rows_of(self.fields, words.table), start=1)
        return ShownFormTable(
            words,
            years,
            tuple(self._row(words, row, at, years) for at, row in rows),
            tuple(SumRow(each.label, each.css, each.cells(years)) for each in sums),
        )

    def _row(self, words: TableWords, row: FormRow, at: int, years: tuple[int, ...]) -> ShownFormRow:
        own = self.messages.get(row.key, ())
        called = words.rows[at - 1] if words.rows else ""
        marks = {each.field: each.mark for each in reversed(own)}

        def cell(column: ColumnWords) -> FormCell:
            name = row.name(column.name)
            label = f"{called}, {column.head}" if called else f"{column.head}, {words.title.lower()} {at}"
            return FormCell(name, self.fields.get(name, ""), label, column, marks.get(name, ""))

        amounts = (ColumnWords(str(year), str(year), "number") for year in years)
        cells = tuple(_stacked(cell(column) for column in words.columns))
        return ShownFormRow(row.key, at, cells, tuple(cell(column) for column in amounts), own, called)


def _stacked(cells: Iterable[FormCell]) -> Iterator[tuple[FormCell, ...]]:
    stack: list[FormCell] = []
    for each in cells:
        if stack and not each.column.below:
            yield tuple(stack)
            stack = []
        stack.append(each)
    yield tuple(stack)

"""Lists printed in columns: the criteria of the follow-up, and service before and after."""

import re
from collections.abc import Iterator, Sequence

from effektspor.core.document import Paragraph
from effektspor.core.proposals.details import Criterion, ServiceLevel
from effektspor.ingest.proposals.cells import cells_of, filled_cells

_COLUMNS = (
    ("measured_by", re.compile(r"hvordan|måle(?:s|metode)|indikator", re.IGNORECASE)),
    ("responsible", re.compile(r"ansvar|hvem", re.IGNORECASE)),
    ("when", re.compile(r"hvornår|tidspunkt|tidsfrist|\bfrist\b|hyppighed|\bopfølgning\b", re.IGNORECASE)),
    ("criterion", re.compile(r"succeskriteri|kriteri|resultatmål|\bmål\b|måltal", re.IGNORECASE)),
)
_LEVEL = re.compile(r"serviceniveau", re.IGNORECASE)
_BEFORE = re.compile(r"\bnu(?:værende)?\b|i dag|\bfør\b|eksisterende", re.IGNORECASE)
_AFTER = re.compile(r"fremover|fremtidig|efter|\bnyt?\b|kommende", re.IGNORECASE)
_LEAST_COLUMNS = 2


def is_form_head(cells: tuple[str, ...]) -> bool:
    """Return whether cells are the head of criteria, or of service before and after."""
    return _criteria_columns(cells) is not None or _level_columns(cells) is not None


def read_criteria(form: Sequence[Paragraph]) -> tuple[Criterion, ...] | None:
    """Return the criteria of a form, or None where its head says that it is something else, or columns are lost."""
    columns = _criteria_columns(cells_of(form[0]))
    if columns is None:
        return None
    rows = [_lined(line, len(cells_of(form[0])), columns) for line in form[1:]]
    return tuple(Criterion(**row) for row in _joined([row for row in rows if row]))


def _criteria_columns(head: tuple[str, ...]) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for at, text in enumerate(head):
        name = next((name for name, words in _COLUMNS if words.search(text)), None)
        if name and name not in found:
            found[name] = at
    # Who follows up and when is enough to know the list by, whatever its first column is called.
    known = found.keys() & {"measured_by", "criterion"} or found.keys() >= {"responsible", "when"}
    return found if len(found) >= _LEAST_COLUMNS and known else None


def _lined(line: Paragraph, width: int, columns: dict[str, int]) -> dict[str, str]:
    """Return a row's fields; the criterion's column often has no head, and is the first then."""
    cells = [" ".join(cell.split()) for cell in cells_of(line)]
    # Where a form lost the empty cell of its head, a row has one cell more than the head.
    shift = 1 if len(cells) == width + 1 and "criterion" not in columns else 0
    if len(cells) not in (width, width + shift):
        return {}
    row = {name: cells[at + shift] for name, at in columns.items()}
    return {"criterion": cells[0]} | row


def _joined(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """A row without a criterion goes on with the one above."""
    answer: list[dict[str, str]] = []
    for row in rows:
        if answer and not row["criterion"]:
            answer[-1] = {name: f"{answer[-1][name]} {text}".strip() for name, text in row.items()}
        else:
            answer.append(row)
    return answer


def read_service_levels(form: Sequence[Paragraph]) -> tuple[ServiceLevel, ...] | None:
    """Return service before and after, or None where a form is about something else."""
    columns = _level_columns(cells_of(form[0]))
    if columns is None or any(len(cells_of(line)) != len(cells_of(form[0])) for line in form):
        return None
    return tuple(_levels(form[1:], *columns))


def _level_columns(head: tuple[str, ...]) -> tuple[int, int] | None:
    levels = [at for at, text in enumerate(head) if _LEVEL.search(text)]
    if len(levels) == _LEAST_COLUMNS:
        return levels[0], levels[1]
    before = [at for at, text in enumerate(head) if _BEFORE.search(text)]
    after = [at for at, text in enumerate(head) if _AFTER.search(text) and at not in before]
    return (before[0], after[0]) if len(before) == len(after) == 1 else None


def _levels(lines: Sequence[Paragraph], before: int, after: int) -> Iterator[ServiceLevel]:
    subject = ""
    for line in lines:
        cells = [" ".join(cell.split()) for cell in cells_of(line)]
        subject = next((text for at, text in enumerate(cells) if at not in (before, after) and text), subject)
        if cells[before] or cells[after]:
            yield ServiceLevel(subject, cells[before], cells[after])


def as_text(form: Sequence[Paragraph]) -> str:
    """Return a form as the lines it is printed in."""
    return "\n".join(" · ".join(filled_cells(line)) for line in form)

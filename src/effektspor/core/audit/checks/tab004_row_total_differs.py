import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from effektspor.core.audit.diagnosis import Cause
from effektspor.core.audit.equations import Kind, number_at
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling import tell_cause
from effektspor.core.audit.words import like, listed, quoted
from effektspor.core.finding import Finding

_ACCUMULATED = re.compile(r"akkumul|opsamlet|kumul", re.IGNORECASE)


class RowTotalDiffers:
    """Rækkens total svarer ikke til årene.

    Kolonnen »I alt« (eller »Samlet«) er summen af årene i de fleste rækker, men ikke i denne. Kaldes rækken
    akkumuleret, og giver de akkumulerede tal totalen, tilbydes det også at skrive dem under årene.

    Forkert: Årene 100 og 200 og »I alt« 400.   Rigtigt: »I alt« er 300.
    """

    code = "TAB-004"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for cause in paper.causes:
            if cause.main.kind is Kind.ROW_TOTAL and not cause.slip:
                told = tell_cause(paper, cause, self.code)
                yield replace(told, remedy=_accumulated_remedy(paper, cause) or told.remedy)


def _accumulated_remedy(paper: Paper, cause: Cause) -> str:
    """Return both repairs of a row called accumulated whose years are each year's own: 2, 3 and 2 + (2 + 3) = 7."""
    main, row = cause.main, paper.tables[cause.main.result.table].rows[cause.main.result.row]
    stated, years = number_at(paper.tables, main.result), [cell for cell, _ in main.parts]
    printed = [number for cell in years if (number := number_at(paper.tables, cell))]
    running = list(accumulate(number.value for number in printed))
    if stated is None or not _ACCUMULATED.search(row.label) or abs(sum(running) - stated.value) > main.bound:
        return ""
    names = paper.tables[main.result.table].columns
    changed = [
        f"{like(value, number).danish()} i {names[cell.column]}"
        for cell, number, value in zip(years, printed, running, strict=True)
        if value != number.value
    ]
    total = like(stated.value - main.residual, stated).danish()
    return (
        f"Ret enten {quoted(row.label)} til {total} i {names[main.result.column]}, "
        f"eller skriv de akkumulerede tal under årene: {listed(changed)}. Så giver de {stated.danish()}."
    )

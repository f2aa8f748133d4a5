from collections import Counter
from collections.abc import Iterator

from effektspor.core.audit.cases import Block, Case, NumberedCaption, numbered_caption, repeats_caption
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.words import listed
from effektspor.core.document import Table
from effektspor.core.finding import Finding, Verdict

_Captions = list[tuple[NumberedCaption, Block]]


class TableNumbering:
    """Tabellernes numre går ikke op.

    I samme forslag står et tabelnummer to gange, eller et nummer er sprunget over. En henvisning til tabellen kan så
    læses på to måder, eller den peger på en tabel, der ikke er der. Numre, der begynder forfra ved Tabel 1, er et nyt
    forslag.

    Forkert: Tabel 3, Tabel 4, Tabel 4, Tabel 5.   Rigtigt: Tabel 3, Tabel 4, Tabel 5, Tabel 6.
    """

    code = "TAB-015"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for case in paper.cases:
            captions = _captions(case)
            yield from self._twice(captions)
            yield from self._skipped(captions)

    def _twice(self, captions: _Captions) -> Iterator[Finding]:
        times = Counter(caption.number for caption, _ in captions)
        for number in (number for number, count in times.items() if count > 1):
            first, *others = [block for caption, block in captions if caption.number == number]
            yield self._finding(
                others[0],
                f"Tabel {number} står {times[number]} gange i samme forslag, første gang på {first.place.danish()}.",
                "Giv tabellerne fortløbende numre, og ret de henvisninger, der peger på dem.",
            )

    def _skipped(self, captions: _Captions) -> Iterator[Finding]:
        used = {caption.number for caption, _ in captions}
        before = 0
        for caption, block in captions:
            missing = [number for number in range(before + 1, caption.number) if number not in used]
            if before and missing:
                yield self._finding(
                    block,
                    f"Efter Tabel {before} kommer Tabel {caption.number}: "
                    f"Tabel {listed([str(number) for number in missing])} er der ikke.",
                    "Sæt den tabel ind, der mangler, eller ret numrene og henvisningerne til dem.",
                )
            before = max(before, caption.number)

    def _finding(self, block: Block, message: str, remedy: str) -> Finding:
        table = block.id if isinstance(block, Table) else None
        return Finding(self.code, Verdict.NOTE, block.place, message, remedy, table=table)


def _captions(case: Case) -> _Captions:
    """Return the numbered captions in order; one that is read as a line and with its table, or on each page, is one."""
    found: dict[int, NumberedCaption] = {}
    for at, block in enumerate(case.blocks):
        caption = numbered_caption(block)
        if caption is None or "fortsat" in caption.rest.casefold():
            continue
        if not any(repeats_caption(known, (at, caption)) for known in found.items()):
            found[at] = caption
    return [(caption, case.blocks[at]) for at, caption in found.items()]

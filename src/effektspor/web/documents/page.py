"""What the page of one paper shows: its blocks with marked cells, and the findings in the order they are numbered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from effektspor.app.ports import DocumentSummary, Ruling, StoredReading
from effektspor.core.document import Paragraph, Table
from effektspor.core.finding import Place, Verdict
from effektspor.web.documents.numbered import NumberedFinding, numbered_findings
from effektspor.web.documents.shown_table import ShownTable, show_table

# More lines of prose than this between two tables are folded, so that the tables stand near each other.
_MOST_LINES = 4
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter: a verdict with its count; `value` is what the address says."""

    label: str
    count: int
    value: str
    verdict: Verdict | None
    current: bool


@dataclass(frozen=True, slots=True)
class ShownLine:
    text: str
    place: Place
    finding: NumberedFinding | None

    @property
    def title(self) -> bool:
        """A short line without a full stop titles what follows."""
        return len(self.text) <= _LONGEST_TITLE and self.text[-1:] not in ".:;," and " · " not in self.text


@dataclass(frozen=True, slots=True)
class ShownText:
    lines: tuple[ShownLine, ...]

    @property
    def folded(self) -> bool:
        return len(self.lines) > _MOST_LINES and not any(line.finding for line in self.lines)


Shown = ShownTable | ShownText


@dataclass(frozen=True, slots=True)
class PaperPage:
    summary: DocumentSummary
    chips: list[Chip]
    blocks: tuple[Shown, ...]
    findings: tuple[NumberedFinding, ...]
    verdict: Verdict | None
    only: bool = False

    @property
    def sentence(self) -> str:
        return paper_sentence(self.summary)

    @property
    def first_unruled(self) -> NumberedFinding | None:
        """The one whose form stands open: the first that a person has yet to rule on."""
        return next(
            (each for each in self.findings if not each.ruling and each.finding.verdict is not Verdict.NOTE), None
        )


def filter_chips(counts: Mapping[Verdict, int], chosen: Verdict | None, dismissed_count: int) -> list[Chip]:
    """Return the filters: all, then each verdict without what is dismissed; one with no findings stays, as 0."""
    everything = Chip("Alle", sum(counts.values()) + dismissed_count, "", None, chosen is None)
    return [everything, *(Chip(each.danish, counts.get(each, 0), each.value, each, each is chosen) for each in Verdict)]


def paper_sentence(summary: DocumentSummary) -> str:
    """Return what the paper's findings come to, in one sentence."""
    errors, asks = summary.counts.get(Verdict.ERROR, 0), summary.counts.get(Verdict.ASK, 0)
    tables = "1 tabel" if summary.table_count == 1 else f"{summary.table_count} tabeller"
    if not summary.table_count:
        return "Papiret har ingen tabel med beløb."
    if not errors and not asks and summary.dismissed_count:
        return f"Intet står tilbage at rette i {tables}: resten er afgjort som ikke en fejl."
    if not errors and not asks:
        return f"Summerne stemmer i {tables}; det, der ikke går op, forklares af afrunding."
    wrong = "1 fejl" if errors == 1 else f"{errors} fejl"
    asked = "1 spørgsmål skal afklares" if asks == 1 else f"{asks} spørgsmål skal afklares"
    return f"{tables.capitalize()} er læst: {' og '.join(part for part, n in ((wrong, errors), (asked, asks)) if n)}."


def paper_page(
    stored: StoredReading,
    verdict: Verdict | None,
    rulings: Mapping[str, Ruling],
    asked: str = "",
    only: frozenset[int] = frozenset(),
) -> PaperPage:
    """Return the page of a paper; with a verdict only the findings that stand with it are marked and listed.

    `asked` names a figure; the cells it is made of light up. `only` are the numbers of the findings to show, none for
    all.
    """
    numbered = tuple(numbered_findings(stored, rulings))
    shown = tuple(
        each
        for each in numbered
        if (verdict is None or (each.finding.verdict is verdict and not each.dismissed))
        and (not only or each.number in only)
    )
    chips = filter_chips(stored.summary.counts, verdict, stored.summary.dismissed_count)
    return PaperPage(
        summary=stored.summary,
        chips=[replace(chip, current=chip.current and not only) for chip in chips],
        blocks=tuple(_without_captions(list(_blocks(stored.reading.document.blocks, shown, asked)))),
        findings=shown,
        verdict=verdict,
        only=bool(only),
    )


def _blocks(blocks: Iterable[Paragraph | Table], findings: tuple[NumberedFinding, ...], asked: str) -> Iterator[Shown]:
    for is_table, group in groupby(blocks, key=lambda block: isinstance(block, Table)):
        if is_table:
            yield from (show_table(block, findings, asked) for block in group if isinstance(block, Table))
        else:
            yield ShownText(tuple(_text_line(block, findings) for block in group if isinstance(block, Paragraph)))


def _without_captions(blocks: list[Shown]) -> Iterator[Shown]:
    """A line that titles the table right under it is shown once: as its caption."""
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        caption = after.table.caption if isinstance(after, ShownTable) else None
        if not isinstance(block, ShownText):
            yield block
        elif lines := tuple(line for line in block.lines if line.text.rstrip(":") != caption):
            yield ShownText(lines)


def _text_line(paragraph: Paragraph, findings: tuple[NumberedFinding, ...]) -> ShownLine:
    at = next((each for each in findings if each.finding.place == paragraph.place), None)
    return ShownLine(paragraph.text.lstrip("# "), paragraph.place, at)

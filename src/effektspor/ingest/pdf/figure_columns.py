"""Where the figures of a table without lines stand, and which lines keep to that."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from effektspor.ingest.pdf.geometry import TOUCHING, Span
from effektspor.ingest.pdf.lines import Line, Phrase

# How far a word may begin before the figures it stands over or among, in em: "Korrigeret" over 9,4.
_REACH = 6.0
# After so many rows it shows where the figures of a table stand; others are of another table.
_FEW = 2


@dataclass(slots=True)
class FigureColumns:
    """The stretches that figures fill, each widened by every figure that overlaps it, and the rows they stand in."""

    spans: list[Span] = field(default_factory=list)
    _rows: dict[Span, set[int]] = field(default_factory=dict)
    _count: int = 0

    def add(self, line: Line) -> None:
        """Let a row's figures make or widen columns."""
        self.add_phrases(line.figures)

    def add_phrases(self, phrases: Iterable[Phrase]) -> None:
        self._count += 1
        for phrase in phrases:
            met = self._met(phrase)
            widest = Span(
                min(phrase.span.x0, *(span.x0 for span in met), phrase.span.x0),
                max(phrase.span.x1, *(span.x1 for span in met), phrase.span.x1),
            )
            rows = [self._rows.pop(span) for span in met] or [set[int]()]
            rows[0].update([self._count], *rows[1:])
            self._rows[widest] = rows[0]
            if met != [widest]:
                self.spans = sorted(self._rows)

    def without_dashes(self, rows: Iterable[Line]) -> list[Span]:
        """Return the columns, one of only dashes joined to its neighbour: they may stand at its other side."""
        lines = list(rows)
        spans: list[Span] = []
        for span in reversed(self.spans):
            figures = [_figure_in(line, span) for line in lines]
            beside = [_figure_in(line, spans[-1]) if spans else "" for line in lines]
            apart = any(one and other for one, other in zip(figures, beside, strict=True))
            if spans and not apart and (_only_dashes(figures) or _only_dashes(beside)):
                spans[-1] = Span(span.x0, spans[-1].x1)
            else:
                spans.append(span)
        return spans[::-1]

    def fits(self, line: Line) -> bool:
        """Return whether every phrase of a line stands in one column or beside the columns, and most figures in one."""
        amounts = [phrase for phrase in line.figures if not _only_dashes([phrase.text])]
        beside = sum(not self._met(phrase) for phrase in amounts)
        other = self._count > _FEW and len(amounts) > 1 and beside * 2 > len(amounts)
        return not other and all(self._fits(phrase, line) for phrase in line.phrases)

    def names(self, line: Line) -> int:
        """Return over how many columns words of a line stand."""
        words = [phrase for phrase in line.phrases if not phrase.is_figure or phrase.is_year]
        return sum(any(span.overlap(word.span) > 0 for word in words) for span in self.spans)

    def _fits(self, phrase: Phrase, line: Line) -> bool:
        met = self._met(phrase)
        if not met:
            return True
        if phrase.is_figure:
            return self._are_one(met)
        # A label may run on into the empty cells after it where figures follow; prose runs across everything.
        near = phrase.span.x0 > met[0].x0 - _REACH * line.height
        return (len(met) == 1 and near) or (line.is_row and any(one.span.x0 > phrase.span.x1 for one in line.figures))

    def _met(self, phrase: Phrase) -> list[Span]:
        return [span for span in self.spans if span.overlap(phrase.span) > TOUCHING]

    def _are_one(self, spans: list[Span]) -> bool:
        """A year at one side of its column and short figures at the other are one column; no row fills both."""
        rows = [self._rows[span] for span in spans]
        return sum(map(len, rows)) == len(set[int]().union(*rows))


def _figure_in(line: Line, span: Span) -> str:
    return next((phrase.text for phrase in line.figures if phrase.span.overlap(span) > TOUCHING), "")


def _only_dashes(texts: list[str]) -> bool:
    return all(text in "-−–" for text in texts)

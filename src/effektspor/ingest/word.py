"""Word documents (.docx): paragraphs, tables, text boxes and footnotes in the order they are read on paper."""

from collections.abc import Callable
from functools import partial

from lxml import etree

from effektspor.core.document import Paragraph
from effektspor.core.finding import Place
from effektspor.ingest.builder import Block, BlockBuilder
from effektspor.ingest.captions import with_captions_and_notes
from effektspor.ingest.characters import raised_text
from effektspor.ingest.limits import Limits
from effektspor.ingest.markup import Element, attribute, child, children, descendants, is_on, local, value_of, whole
from effektspor.ingest.package import WORD, Package, open_package
from effektspor.ingest.word_lists import Lists, read_lists
from effektspor.ingest.word_styles import Styles, read_styles

# What is deleted, moved away, an instruction to Word, or a second copy for old programs is no text.
_NO_TEXT = {"del", "moveFrom", "delText", "instrText", "Fallback", "sectPr", "pPr", "rPr", "tblPr", "trPr", "tcPr"}
_BULLETS = ("-", "–", "•", "·", "*")
_SIGNS = {"br": "\n", "cr": "\n", "tab": " ", "ptab": " ", "noBreakHyphen": "-"}


def read_word(name: str, data: bytes) -> list[Block]:
    """Return the paragraphs and tables of a Word document in order, each table with its caption and footnotes.

    Tracked changes are read as accepted. Raises UnreadableDocument.
    """
    limits = Limits(name)
    package = open_package(limits, data, WORD)
    path, root = package.main()
    styles = package.first_related(path, "styles")
    lists = read_lists(package.first_related(path, "numbering"), styles)
    walk = _Walk(limits, read_styles(styles), lists, _read_notes(package, path))
    walk.through(root)
    return with_captions_and_notes(walk.builder.blocks(), walk.titles)


def _read_notes(package: Package, path: str) -> dict[str, str]:
    """Return the footnotes of a document by id."""
    notes = children(package.first_related(path, "footnotes"), "footnote")
    return {attribute(note, "id") or "": "".join(text.text or "" for text in descendants(note, "t")) for note in notes}


class _Walk:
    """A walk through a document: what each element means is a method of its own."""

    def __init__(self, limits: Limits, styles: Styles, lists: Lists, notes: dict[str, str]) -> None:
        self.builder = BlockBuilder(limits)
        self.titles: set[Paragraph] = set()
        self._styles = styles
        self._lists = lists
        self._notes = notes
        self._paragraphs = self._tables = self._marks = 0
        self._is_title = self._is_raised = self._is_point = False
        # The tables we are in: the number of each, and of its row.
        self._inside: list[list[int]] = []
        self._waiting: list[str] = []
        self._begin: dict[str, Callable[[Element], None]] = {
            "p": self._begin_paragraph, "r": self._begin_run, "t": self._add_text, "footnoteReference": self._add_mark,
            "tbl": self._begin_table, "tr": self._begin_row, "tc": self._begin_cell,
            **{tag: partial(self._add_sign, sign) for tag, sign in _SIGNS.items()},
        }  # fmt: skip
        self._end: dict[str, Callable[[], None]] = {
            "p": self._end_paragraph, "tbl": self._end_table, "tr": self.builder.close_row, "tc": self._end_cell,
        }  # fmt: skip

    def through(self, root: Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = local(element)
            if event == "end":
                if tag in self._end:
                    self._end[tag]()
            elif tag in _NO_TEXT or _is_gone(tag, element):
                walk.skip_subtree()
            elif tag in self._begin:
                self._begin[tag](element)

    def _place(self) -> Place:
        if self._inside:
            table, row = self._inside[-1]
            return Place(paragraph=self._paragraphs or None, table=table, row=max(row, 1))
        return Place(paragraph=self._paragraphs + 1)

    def _begin_paragraph(self, element: Element) -> None:
        self._end_paragraph()
        look = child(element, "pPr")
        self._is_title = value_of(look, "pStyle") in self._styles.titles
        # In a cell a bullet would become part of a label or a figure.
        self._is_point = not self._inside and not self._is_title and self._lists.is_point(look)

    def _end_paragraph(self) -> None:
        paragraph = self.builder.end_paragraph()
        if paragraph and not self._inside:
            self._paragraphs += 1
            if self._is_title:
                self.titles.add(paragraph)
        self._add_notes()

    def _begin_run(self, element: Element) -> None:
        look = child(element, "rPr")
        in_style = value_of(look, "rStyle") in self._styles.raised
        self._is_raised = (value_of(look, "vertAlign") or ("superscript" if in_style else "")) == "superscript"

    def _add_text(self, element: Element) -> None:
        text = element.text or ""
        if self._is_point and text.strip():
            self._is_point = False
            text = text if text.lstrip().startswith(_BULLETS) else f"- {text.lstrip()}"
        self.builder.add_text(raised_text(text) if self._is_raised else text, self._place())

    def _add_sign(self, sign: str, _: Element) -> None:
        self.builder.add_text(sign, self._place())

    def _add_mark(self, element: Element) -> None:
        """Word numbers footnotes itself, in the order they stand, but for those with a mark of their own."""
        mark = ""
        if attribute(element, "customMarkFollows") in (None, "0", "false"):
            self._marks += 1
            mark = raised_text(str(self._marks))
            self.builder.add_text(mark, self._place())
        self._waiting.append(f"{mark or '*'} {self._notes.get(attribute(element, 'id') or '', '')}")

    def _begin_table(self, _: Element) -> None:
        self._end_paragraph()
        self._tables += 1
        self._inside.append([self._tables, 0])
        self.builder.open_table()

    def _begin_row(self, element: Element) -> None:
        if self._inside:
            self._inside[-1][1] += 1
        self.builder.open_row()
        if before := whole(value_of(child(element, "trPr"), "gridBefore"), 0):
            self.builder.open_cell(self._place(), colspan=before)

    def _begin_cell(self, element: Element) -> None:
        look = child(element, "tcPr")
        goes_on = value_of(look, "vMerge") in ("", "continue")
        self.builder.open_cell(self._place(), colspan=whole(value_of(look, "gridSpan"), 1), continued=goes_on)

    def _end_cell(self) -> None:
        self._end_paragraph()
        self.builder.close_cell()

    def _end_table(self) -> None:
        self.builder.close_table()
        if self._inside:
            self._inside.pop()
        self._add_notes()

    def _add_notes(self) -> None:
        """The notes a paragraph or a table names stand right after it, for there they explain it."""
        if self._inside:
            return
        waiting, self._waiting = self._waiting, []
        for note in waiting:
            self.builder.add_text(note, Place(paragraph=self._paragraphs or None))
            self.builder.end_paragraph()


def _is_gone(tag: str, element: Element) -> bool:
    """A row or a cell deleted with its deletion tracked, and text that Word hides."""
    match tag:
        case "tr":
            return child(child(element, "trPr"), "del") is not None
        case "tc":
            return child(child(element, "tcPr"), "cellDel") is not None
        case "r":
            return is_on(child(element, "rPr"), "vanish")
    return False

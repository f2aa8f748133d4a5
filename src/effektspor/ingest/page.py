"""Web pages (.html, .htm): paragraphs and tables in the order they stand, also tables laid out by tables."""

import re

from lxml import etree

from effektspor.core.document import Paragraph
from effektspor.core.finding import Place
from effektspor.core.number import dot_hard_spaces
from effektspor.ingest.builder import Block, BlockBuilder
from effektspor.ingest.captions import with_captions_and_notes
from effektspor.ingest.characters import raised_text
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.grid import TICKED, UNTICKED
from effektspor.ingest.limits import Limits
from effektspor.ingest.markup import Element, whole
from effektspor.ingest.text.decoding import decode_lines

_NO_TEXT = {
    "head", "script", "style", "template", "noscript", "title", "textarea", "select", "svg", "math", "iframe",
    "object", "del",
}  # fmt: skip
_TITLES = {"h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption"}
# Where one of these begins or ends, so does a paragraph.
_PARAGRAPHS = _TITLES | {
    "html", "body", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "section", "article", "header",
    "footer", "main", "aside", "nav", "figure", "address", "form", "fieldset", "legend", "hr", "details", "summary",
    "center", "table", "thead", "tbody", "tfoot", "tr", "td", "th",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CHARSET = re.compile(rb"<(?:meta\b[^>]{0,200}?|\?xml[^>]{0,100}?en)(?:charset|coding)\s*=\s*[\"']?([\w-]{1,40})", re.I)
# What old Danish pages are in, where it is neither UTF-8 nor CP1252.
_OLD_CHARSETS = {"iso-8859-15": "iso-8859-15", "macintosh": "mac-roman", "ibm850": "cp850", "cp850": "cp850"}
_TO_THE_END = 65_534


def read_page(name: str, data: bytes) -> list[Block]:
    """Return the paragraphs and tables of a web page in order, each table with its caption and footnotes.

    Raises UnreadableDocument.
    """
    text = "\n".join(decode_lines(name, _as_utf8(data)))
    limits = Limits(name)
    encoded = text.encode()
    limits.check_tags(encoded)
    walk = _Walk(limits)
    if (root := _root(name, encoded)) is not None:
        walk.through(root)
    return with_captions_and_notes(walk.builder.blocks(), walk.titles)


def _as_utf8(data: bytes) -> bytes:
    """Return a page in UTF-8 where its head names an old encoding; the rest is told from the bytes themselves."""
    named = _CHARSET.search(data[:4096])
    old = _OLD_CHARSETS.get(named[1].decode().lower()) if named else None
    if not old:
        return data
    try:
        data.decode()
    except UnicodeDecodeError:
        return data.decode(old).encode()
    return data


def _root(name: str, data: bytes) -> Element | None:
    """Return the tree of a page, however broken; nothing outside it is fetched."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True
    )
    root = etree.fromstring(data, parser)
    # What lies too deep or is too long is left out without an error, and so is all that follows.
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        reason = "Siden er bygget i for mange lag eller har for lang tekst i ét stykke."
        raise UnreadableDocument(name, reason, "Gem den som tekst (.txt), eller bed om papiret i Word.")
    return root


class _Walk:
    """A walk through a page: what each element means is a method of its own."""

    def __init__(self, limits: Limits) -> None:
        self.builder = BlockBuilder(limits)
        self.titles: set[Paragraph] = set()
        self._raised = 0

    def through(self, root: Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped = None
        for event, element in walk:
            tag = element.tag
            if event == "end":
                if element is not skipped:
                    self._end(tag)
                self._add_text(element.tail, element)
            elif tag in _NO_TEXT or _is_hidden(element):
                skipped = element
                walk.skip_subtree()
            else:
                self._begin(tag, element)
                self._add_text(element.text, element)

    def _add_text(self, text: str | None, element: Element) -> None:
        if not text:
            return
        place = _place(element, text)
        shown = raised_text(text) if self._raised else re.sub(r"\s", " ", dot_hard_spaces(text))
        self.builder.add_text(shown, place)

    def _begin(self, tag: str, element: Element) -> None:
        if tag in _PARAGRAPHS:
            self.builder.end_paragraph()
        match tag:
            case "br":
                self.builder.break_line()
            case "input" if (element.get("type") or "").lower() == "checkbox":
                ticked = "checked" in element.attrib
                self.builder.add_text(f"{TICKED if ticked else UNTICKED} ", _place(element))
            case "sup":
                self._raised += 1
            case "table":
                self.builder.open_table()
            case "tr":
                self.builder.open_row()
            case "td" | "th":
                rowspan = whole(element.get("rowspan"), 1) or _TO_THE_END
                self.builder.open_cell(_place(element), colspan=whole(element.get("colspan"), 1), rowspan=rowspan)

    def _end(self, tag: str) -> None:
        match tag:
            case "sup":
                self._raised = max(self._raised - 1, 0)
            case "caption":
                self.builder.close_caption()
            case "td" | "th":
                self.builder.close_cell()
            case "tr":
                self.builder.close_row()
            case "table":
                self.builder.close_table()
        if tag in _PARAGRAPHS:
            self._end_paragraph(tag)

    def _end_paragraph(self, tag: str) -> None:
        paragraph = self.builder.end_paragraph()
        if paragraph and tag in _TITLES:
            self.titles.add(paragraph)


def _is_hidden(element: Element) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))


def _place(element: Element, text: str = "") -> Place:
    """Return the line on which an element stands, or the text that begins in it."""
    return Place(line=(element.sourceline or 1) + text[: len(text) - len(text.lstrip())].count("\n"))

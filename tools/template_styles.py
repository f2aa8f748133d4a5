"""The page, the styles and the footer of our Word templates."""

import io
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

FONT, TEXT, HINT = "IBM Plex Sans", "1A1A1A", "454545"
# The text is as wide as A4 without its margins of 22 mm.
ROOM = 9411


@dataclass(frozen=True, slots=True)
class Look:
    """A style of paragraphs: its size in points, and the room before and after it in twips."""

    name: str
    size: float
    before: int = 0
    after: int = 80
    line: int = 276
    bold: bool = False
    color: str = TEXT
    keeps_next: bool = False
    right: bool = False


LOOKS = (
    Look("Normal", 9.5),
    Look("Title", 17, 0, 80, 264, bold=True, keeps_next=True),
    Look("Heading 1", 12, 260, 80, 264, bold=True, keeps_next=True),
    Look("Heading 2", 9.5, 180, 20, 264, bold=True, keeps_next=True),
    Look("List Bullet", 9.5, 0, 40),
    Look("Caption", 9.5, 200, 60, 264, bold=True, keeps_next=True),
    Look("Undertitel", 9.5, 0, 180, color=HINT),
    Look("Hovedsætning", 12, 0, 80, 288),
    Look("Forbehold", 9.5, 0, 40, bold=True),
    Look("Tabeltekst", 9, 40, 40, 252),
    Look("Tabeltal", 9, 40, 40, 252, right=True),
    Look("Over tabel", 8.5, 0, 60, color=HINT, keeps_next=True),
    Look("Note", 8, 60, 0, 264, color=HINT),
    Look("Diagram", 9.5, 0, 120),
    Look("Sidefod", 8, color=HINT),
)


NOT_HYPHENATED = ("Title", "Heading 1", "Heading 2", "Caption")


def new_template() -> Document:
    """Return an empty Danish A4 document with our styles and our footer."""
    document = docx.Document()
    document.element.body.clear_content()
    _set_page(document)
    _set_language(document)
    for look in LOOKS:
        _set_style(document, look)
    _drop_unused(document)
    _name_stand_in(document)
    _add_footer(document)
    return document


def saved(document: Document, title: str) -> bytes:
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "Effektspor", "da-DK"
    properties.comments = ""
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def style_id(name: str) -> str:
    return name.replace(" ", "")


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Twips(11906), Twips(16838)
    section.left_margin = section.right_margin = Twips(1247)
    section.top_margin, section.bottom_margin = Twips(1134), Twips(1361)
    section.header_distance, section.footer_distance = Twips(720), Twips(680)


def _set_language(document: Document) -> None:
    """Danish everywhere: for the speller, the hyphenation and a screen reader."""
    settings = document.settings.element
    for name in ("themeFontLang", "decimalSymbol", "listSeparator"):
        for old in settings.findall(qn(f"w:{name}")):
            value = {"themeFontLang": "da-DK", "decimalSymbol": ",", "listSeparator": ";"}[name]
            old.set(qn("w:val"), value)
    hyphenation = OxmlElement("w:autoHyphenation")
    settings.find(qn("w:defaultTabStop")).addnext(hyphenation)
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(defaults):
        defaults.remove(child)
    for part in (_fonts(), '<w:sz %s w:val="19"/>', '<w:szCs %s w:val="19"/>', _LANGUAGE):
        defaults.append(parse_xml(part % nsdecls("w")))


_LANGUAGE = '<w:lang %s w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/>'


def _name_stand_in(document: Document) -> None:
    """Where our font is not installed, Word takes Calibri."""
    table = next(relation.target_part for relation in document.part.rels.values() if relation.reltype == RT.FONT_TABLE)
    fonts = parse_xml(table.blob)
    font = f'<w:font %s w:name="{FONT}"><w:altName w:val="Calibri"/><w:family w:val="swiss"/></w:font>'
    fonts.append(parse_xml(font % nsdecls("w")))
    table._blob = serialize_part_xml(fonts)


def _drop_unused(document: Document) -> None:
    """Leave out the library's styles that no paper uses, and its picture of an empty page."""
    kept = {style_id(look.name) for look in LOOKS} | _WORDS_OWN
    for style in list(document.styles.element.style_lst):
        if style.styleId not in kept:
            document.styles.element.remove(style)
        for link in style.findall(qn("w:link")):
            style.remove(link)
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_LIBRARYS_OWN)]:
            relations.pop(key)


_LIBRARYS_OWN = ("/thumbnail", "/stylesWithEffects")
_WORDS_OWN = {"Header", "Footer", "DefaultParagraphFont", "TableNormal", "NoList"}


def _fonts() -> str:
    return f'<w:rFonts %s w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'


def _set_style(document: Document, look: Look) -> None:
    names = [style.name for style in document.styles]
    style = document.styles[look.name] if look.name in names else document.styles.add_style(look.name, 1)
    assert isinstance(style, ParagraphStyle)
    if look.name not in names:
        style.base_style = document.styles["Normal"]
        style.quick_style = True
    element = style.element
    for old in (element.find(qn("w:rPr")), *element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}")):
        if old is not None:
            old.getparent().remove(old)
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, False
    style.font.color.rgb = RGBColor.from_string(look.color)
    character = element.get_or_add_rPr()
    for old in character.findall(qn("w:rFonts")):
        character.remove(old)
    character.insert(0, parse_xml(_fonts() % nsdecls("w")))
    character.append(parse_xml(_LANGUAGE % nsdecls("w")))
    _set_paragraphs(style, look)


def _set_paragraphs(style: ParagraphStyle, look: Look) -> None:
    form = style.paragraph_format
    form.keep_with_next, form.widow_control = look.keeps_next, True
    form.alignment = WD_ALIGN_PARAGRAPH.RIGHT if look.right else None
    if look.name == "List Bullet":
        form.left_indent, form.first_line_indent = Twips(340), Twips(-227)
    form.space_before, form.space_after = Twips(look.before), Twips(look.after)
    form.line_spacing = look.line / 240
    if look.name in NOT_HYPHENATED:
        style.element.get_or_add_pPr().append(OxmlElement("w:suppressAutoHyphens"))
        _in_schema_order(style.element.pPr)


def _add_footer(document: Document) -> None:
    footer = document.sections[0].footer
    paragraph = footer.paragraphs[0]
    paragraph.style = document.styles["Sidefod"]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(ROOM), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run("Udarbejdet {{ made_on }} · Lavet med Effektspor")
    paragraph.add_run("\tSide ")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" af ")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    for kind in ("begin", None, "separate", "1", "end"):
        run = paragraph.add_run("1" if kind == "1" else "")
        if kind is None:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {instruction} "
            run._r.append(code)
        elif kind != "1":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


_ORDER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "suppressLineNumbers", "pBdr",
          "shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")  # fmt: skip


def _in_schema_order(look: BaseOxmlElement) -> None:
    """Word refuses a file whose properties stand in another order than its schema has them in."""
    children = sorted(look, key=lambda child: _ORDER.index(child.tag.rpartition("}")[2]))
    for child in children:
        look.append(child)

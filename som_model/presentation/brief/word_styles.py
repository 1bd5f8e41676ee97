"""How a brief looks in Word: page, styles, language, and the parts of Word's own format that python-docx has no name for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from som_model.presentation.brief.blocks import TEXT_WIDTH, Brief

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Calibri"
INK = "1A1A1A"
ACCENT = "00466E"
FAINT = "555555"
RULE = "9AA5AD"
PART_FILL = "EEF3F6"
LONG_AGO = datetime(2000, 1, 1)
"""When every brief says it was made, so that the same brief gives the same bytes; a date asked for stands in its text."""
NEWEST_LAYOUT = "15"
"""Word lays the file out as it does new ones, and says nothing of compatibility."""
STYLES: tuple[tuple[str, float, str, bool, float, float], ...] = (
    ("Normal", 9.5, INK, False, 0, 3),
    ("Title", 17, ACCENT, True, 0, 3),
    ("Subtitle", 9.5, FAINT, False, 0, 1),
    ("Heading 1", 11, ACCENT, True, 6, 2),
    ("Caption", 8.5, INK, True, 3, 1.5),
    ("List Bullet", 9, INK, False, 0, 1),
    ("Footer", 8, FAINT, False, 0, 0),
    ("Answer", 11.5, INK, True, 1, 4),
    ("Small print", 7.5, FAINT, False, 1, 3),
    ("Colophon", 7, FAINT, False, 5, 0),
    ("Text cell", 8.5, INK, False, 0.6, 0.6),
    ("Number cell", 8.5, INK, False, 0.6, 0.6),
)
"""Name, size in points, colour, whether bold, and the points before and after."""


def styled(brief: Brief) -> Document:
    """An empty document with the page, the styles, the language and the properties of a brief."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Cm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - TEXT_WIDTH) / 2)
    section.top_margin, section.bottom_margin = Cm(1.5), Cm(1.6)
    section.footer_distance = Cm(0.8)
    for style in STYLES:
        _style(document, *style)
    _paragraph_looks(document)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), NEWEST_LAYOUT)
    for root, name in ((document.styles.element, "w:lang"), (document.settings.element, "w:themeFontLang")):
        for language in root.iter(qn(name)):
            language.set(qn("w:val"), brief.locale)
    properties = document.core_properties
    properties.title, properties.author, properties.subject = brief.title[:250], "som_model", brief.kicker[:250]
    properties.comments, properties.last_modified_by, properties.language = "", "som_model", brief.locale
    properties.created = properties.modified = LONG_AGO
    properties.revision = 1
    return document


def _style(document: Document, name: str, size: float, colour: str, bold: bool, before: float, after: float) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    known = {style.name for style in document.styles}
    style: Any = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if name not in known:
        style.base_style = document.styles["Normal"]
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    for tag in ("w:spacing", "w:kern"):
        for old in style.element.rPr.findall(qn(tag)):
            style.element.rPr.remove(old)
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.0


def _paragraph_looks(document: Document) -> None:
    """What is particular to single styles: a bar beside the answer, numbers to the right, what stays with what follows."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
    from docx.shared import Cm

    styles: Any = document.styles
    for name in ("Heading 1", "Caption", "Title", "Subtitle"):
        styles[name].paragraph_format.keep_with_next = True
    styles["Number cell"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    styles["Answer"].paragraph_format.left_indent = Cm(0.3)
    _borders(styles["Answer"].element.get_or_add_pPr(), "w:pBdr", {"left": (ACCENT, 24)}, space="6")
    _borders(styles["Title"].element.get_or_add_pPr(), "w:pBdr", {"bottom": (ACCENT, 6)}, space="3")
    styles["List Bullet"].paragraph_format.left_indent = Cm(0.45)
    styles["List Bullet"].paragraph_format.first_line_indent = Cm(-0.45)
    tabs = styles["Footer"].paragraph_format.tab_stops
    tabs.clear_all()
    tabs.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _borders(parent: Any, name: str, sides: dict[str, tuple[str, int]], space: str = "0") -> None:
    """Borders of a paragraph or cell; any that were there go."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for old in parent.findall(qn(name)):
        parent.remove(old)
    borders = OxmlElement(name)
    for side in ("top", "left", "bottom", "right"):
        if side in sides:
            colour, size = sides[side]
            edge = OxmlElement(f"w:{side}")
            for key, value in (("val", "single"), ("sz", str(size)), ("space", space), ("color", colour)):
                edge.set(qn(f"w:{key}"), value)
            borders.append(edge)
    if name == "w:pBdr":
        parent.insert_element_before(borders, *BEFORE_BORDERS)
    else:
        parent.append(borders)


BEFORE_BORDERS = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE",
    "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId",
    "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
"""What must follow the borders of a paragraph, or Word mends the file when it opens it."""


def shade(cell: Any, fill: str | None, rules: dict[str, str]) -> None:
    """The thin rules of a cell, and its ground."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = cell._tc.get_or_add_tcPr()
    if rules:
        _borders(properties, "w:tcBorders", {side: (colour, 4) for side, colour in rules.items()})
    if fill is not None:
        ground = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
            ground.set(qn(f"w:{key}"), value)
        properties.append(ground)


def property_of(parent: Any, name: str, **values: str) -> None:
    """An element of Word's format with its values, in place of one that is there already."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    there = parent.find(qn(name))
    element = there if there is not None else OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    if there is None:
        parent.append(element)


def field(paragraph: Any, name: str) -> None:
    """A number that Word finds itself: PAGE or NUMPAGES."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)


def link(paragraph: Any, text: str, url: str) -> None:
    """A text that leads to a page of the web."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    hyperlink = OxmlElement("w:hyperlink")
    hyperlink.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.font.underline = True
    hyperlink.append(run._r)
    paragraph._p.append(hyperlink)

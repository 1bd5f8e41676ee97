"""The brief as a Word file: real headings, tables whose header rows repeat, pictures with a text, and a language."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, assert_never
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from som_model.presentation.brief.blocks import TEXT_WIDTH, Brief, Heading, Item, Items, Paragraph, Picture
from som_model.presentation.brief.word_styles import PART_FILL, RULE, field, link, property_of, shade, styled
from som_model.presentation.described.table import Table
from som_model.presentation.saving import picture

if TYPE_CHECKING:
    from docx.document import Document

STILL = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every part of the file, so that the same brief gives the same bytes."""


def word(brief: Brief) -> bytes:
    """The bytes of the brief as .docx; they depend on the brief alone. The footer has the title to the left, to the right the
    page and the number of pages."""
    from docx.shared import Cm

    document = styled(brief)
    document.add_paragraph(brief.kicker, style="Subtitle")
    document.add_paragraph(brief.title, style="Title")
    for block in brief.blocks:
        match block:
            case Heading():
                document.add_heading(block.text, level=1)
            case Paragraph():
                document.add_paragraph(block.text, style={"answer": "Answer", "body": "Normal"}[block.kind])
            case Items():
                for item in block.items:
                    _item(document, item)
            case Table():
                _table(document, block)
            case Picture():
                document.add_paragraph(block.title, style="Caption")
                shape = document.add_picture(BytesIO(picture(block.figure, "png")), width=Cm(TEXT_WIDTH))
                shape._inline.docPr.set("descr", block.alt)
                shape._inline.docPr.set("name", "Chart")
            case _:
                assert_never(block)
    document.add_paragraph(brief.colophon, style="Colophon")
    footer = document.sections[0].footer.paragraphs[0]
    footer.style = "Footer"
    footer.add_run(f"{brief.short_title}\t{brief.page} ")
    field(footer, "PAGE")
    footer.add_run(f" {brief.of} ")
    field(footer, "NUMPAGES")
    return _without_times(document)


def _item(document: Document, item: Item) -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    if item.lead:
        paragraph.add_run(f"{item.lead}: ").bold = True
    if item.link:
        link(paragraph, item.text, item.link)
    else:
        paragraph.add_run(item.text)


def _table(document: Document, table: Table) -> None:
    """A title, a table of fixed widths whose head repeats on the next page, and a note."""
    from docx.shared import Cm

    document.add_paragraph(table.title, style="Caption")
    drawn = document.add_table(rows=0, cols=len(table.columns))
    drawn.autofit = False
    property_of(drawn._tbl.tblPr, "w:tblLayout", type="fixed")
    property_of(drawn._tbl.tblPr, "w:tblDescription", val=table.title)
    for grid, width in zip(drawn.columns, table.widths(TEXT_WIDTH), strict=True):
        grid.width = Cm(width)
    _row(drawn, table, [column.label for column in table.columns], "head", stays=True)
    for i, (row, look) in enumerate(zip(table.rows, table.looks(), strict=True)):
        _row(drawn, table, [str(cell) for cell in row], look, stays=bool(table.note) or i < len(table.rows) - 1)
    document.add_paragraph(table.note, style="Small print")


def _row(drawn: Any, table: Table, texts: list[str], look: str, *, stays: bool) -> None:
    """One row of a table: its head, or a row that is plain, heads those below it or sums them; stays: with what follows."""
    from docx.shared import Cm

    is_head = look == "head"
    row = drawn.add_row()
    properties = row._tr.get_or_add_trPr()
    property_of(properties, "w:cantSplit")
    if is_head:
        property_of(properties, "w:tblHeader")
    rules = {"bottom": RULE} if is_head else {"top": RULE, "bottom": RULE} if look == "sum" else {}
    for cell, text, column, width in zip(row.cells, texts, table.columns, table.widths(TEXT_WIDTH), strict=True):
        cell.width = Cm(width)
        paragraph = cell.paragraphs[0]
        paragraph.style = "Text cell" if column.is_text else "Number cell"
        paragraph.add_run(text).bold = look != "plain"
        paragraph.paragraph_format.keep_with_next = stays
        shade(cell, PART_FILL if is_head else None, rules)


def _without_times(document: Document) -> bytes:
    """The file with one time stamp throughout and its parts in one order."""
    written, still = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as parts, ZipFile(still, "w", ZIP_DEFLATED) as whole:
        for name in parts.namelist():
            part = ZipInfo(name, STILL)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0
            whole.writestr(part, parts.read(name))
    return still.getvalue()

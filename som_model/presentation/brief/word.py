"""The brief as a Word file: real headings, tables whose header rows repeat, pictures with a text, and a language."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, assert_never
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from som_model.presentation.brief.blocks import TEXT_WIDTH, Block, Brief, Heading, Item, Items, Paragraph, Picture, Row, Table
from som_model.presentation.brief.word_styles import PART_FILL, RULE, field, link, property_of, shade, styled
from som_model.presentation.saving import picture

if TYPE_CHECKING:
    from docx.document import Document

STILL = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every part of the file, so that the same brief gives the same bytes."""


def word(brief: Brief) -> bytes:
    """The bytes of the brief as .docx; they depend on the brief alone."""
    document = styled(brief)
    document.add_paragraph(brief.kicker, style="Subtitle")
    document.add_paragraph(brief.title, style="Title")
    for block in brief.blocks:
        _add(document, block)
    document.add_paragraph(brief.colophon, style="Colophon")
    _footer(document, brief)
    return _without_times(document)


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading():
            document.add_heading(block.text, level=1)
        case Paragraph():
            style = {"answer": "Answer", "body": "Normal"}[block.kind]
            document.add_paragraph(block.text, style=style)
        case Items():
            for item in block.items:
                _item(document, item)
        case Table():
            _table(document, block)
        case Picture():
            _picture(document, block)
        case _:
            assert_never(block)


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
    made = document.add_table(rows=0, cols=len(table.columns))
    made.autofit = False
    property_of(made._tbl.tblPr, "w:tblLayout", type="fixed")
    property_of(made._tbl.tblPr, "w:tblDescription", val=table.title)
    for grid, column in zip(made.columns, table.columns, strict=True):
        grid.width = Cm(column.width)
    head = Row(tuple(column.label for column in table.columns), "sum")
    for row in (head, *table.rows):
        _row(made, table, row, is_head=row is head)
    document.add_paragraph(table.note, style="Small print")


def _row(made: Any, table: Table, row: Row, *, is_head: bool) -> None:
    from docx.shared import Cm

    cells = made.add_row()
    properties = cells._tr.get_or_add_trPr()
    property_of(properties, "w:cantSplit")
    if is_head:
        property_of(properties, "w:tblHeader")
    for cell, text, column in zip(cells.cells, row.cells, table.columns, strict=True):
        cell.width = Cm(column.width)
        paragraph = cell.paragraphs[0]
        paragraph.style = "Number cell" if column.number else "Text cell"
        run = paragraph.add_run(text)
        run.bold = is_head or row.kind != "plain"
        paragraph.paragraph_format.keep_with_next = bool(table.note) or row is not table.rows[-1]
        rules = {"bottom": RULE} if is_head else {"top": RULE, "bottom": RULE} if row.kind == "sum" else {}
        shade(cell, PART_FILL if is_head else None, rules)


def _picture(document: Document, drawn: Picture) -> None:
    from docx.shared import Cm

    document.add_paragraph(drawn.title, style="Caption")
    shape = document.add_picture(BytesIO(picture(drawn.figure, "png")), width=Cm(TEXT_WIDTH))
    shape._inline.docPr.set("descr", drawn.alt)
    shape._inline.docPr.set("name", "Chart")


def _footer(document: Document, brief: Brief) -> None:
    """The title to the left, the page and the number of pages to the right."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = "Footer"
    paragraph.add_run(f"{brief.short_title}\t{brief.page} ")
    field(paragraph, "PAGE")
    paragraph.add_run(f" {brief.of} ")
    field(paragraph, "NUMPAGES")


def _without_times(document: Document) -> bytes:
    """The file with one time stamp throughout and its parts in one order."""
    written, still = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as parts, ZipFile(still, "w", ZIP_DEFLATED) as made:
        for name in parts.namelist():
            part = ZipInfo(name, STILL)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0
            made.writestr(part, parts.read(name))
    return still.getvalue()

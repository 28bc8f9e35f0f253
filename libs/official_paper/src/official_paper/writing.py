"""From the description to the file."""

from __future__ import annotations

import io
from datetime import date

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from official_paper import layout
from official_paper.blank import blank_file
from official_paper.description import Document, Receipt
from official_paper.lettering import clean, lines, write
from official_paper.packing import repack
from official_paper.page_numbers import number_pages

NAME_COLUMN_MM, VALUE_COLUMN_MM = 46, 110


def write_file(document: Document) -> bytes:
    """The paper as a Word file; equal descriptions give equal bytes."""
    file = blank_file(clean(document.title), document.day)
    _title(file, document.title)
    if document.number:
        write(_centred(file), document.number)
    _line(file)
    if document.addressee:
        write(_line(file), f"{document.addressee}：")
    for part in document.parts:
        if part.heading:
            write(_indented(file), part.heading, layout.HEADING_FONT)
        for text in lines(part.text):
            write(_indented(file), text)
    for text in lines(document.remedy or ""):
        write(_indented(file), text)
    _signature(file, document.unit, document.day)
    if document.receipt is not None:
        _receipt(file, document.receipt)
    number_pages(file.sections[0])
    written = io.BytesIO()
    file.save(written)
    return repack(written.getvalue())


def chinese_day(day: date) -> str:
    """A day as a signature writes it: 2026年3月2日, without noughts before the figures."""
    return f"{day.year}年{day.month}月{day.day}日"


def _title(file: WordFile, title: str) -> None:
    write(_centred(file), title, layout.TITLE_FONT, layout.TITLE_PT)


def _signature(file: WordFile, unit: str, day: date) -> None:
    """Unit and day, to the right; the last line of the body, the unit and the day stay on one page."""
    gap = _line(file)
    of_unit = _to_the_right(file, layout.UNIT_FROM_RIGHT_CHARACTERS)
    write(of_unit, unit)
    of_day = _to_the_right(file, layout.DAY_FROM_RIGHT_CHARACTERS)
    write(of_day, chinese_day(day))
    gap.paragraph_format.keep_with_next = of_unit.paragraph_format.keep_with_next = True


def _receipt(file: WordFile, receipt: Receipt) -> None:
    heading = _centred(file)
    heading.paragraph_format.page_break_before = True
    write(heading, receipt.title, layout.TITLE_FONT, layout.TITLE_PT)
    _line(file)
    table = file.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    for name, value in receipt.rows:
        cells = table.add_row().cells
        for cell, text, width in zip(cells, (name, value), (NAME_COLUMN_MM, VALUE_COLUMN_MM), strict=True):
            cell.width = Mm(width)
            write(cell.paragraphs[0], text)


def _line(file: WordFile) -> Paragraph:
    return file.add_paragraph()


def _centred(file: WordFile) -> Paragraph:
    paragraph = file.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _indented(file: WordFile) -> Paragraph:
    """Two characters in, whatever the size of a character is; the measure in points is for readers that count so."""
    paragraph = file.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(layout.BODY_PT * layout.INDENT_CHARACTERS)
    indent = paragraph._p.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:firstLineChars"), str(layout.INDENT_CHARACTERS * 100))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    return paragraph


def _to_the_right(file: WordFile, characters: int) -> Paragraph:
    paragraph = file.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.paragraph_format.right_indent = Pt(layout.BODY_PT * characters)
    return paragraph

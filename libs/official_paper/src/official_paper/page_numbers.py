"""Page numbers as official papers have them: — 1 —, odd pages to the right, even pages to the left."""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section, _Footer
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from official_paper import layout
from official_paper.lettering import set_fonts, write


def number_pages(section: Section) -> None:
    """Put the number into the footers of odd and even pages, one character in from the edge."""
    _fill(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _fill(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def _fill(footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(layout.PAGE_NUMBER_PT)
    write(paragraph, "— ", layout.PAGE_NUMBER_FONT, layout.PAGE_NUMBER_PT)
    _add_page_field(paragraph)
    write(paragraph, " —", layout.PAGE_NUMBER_FONT, layout.PAGE_NUMBER_PT)


def _add_page_field(paragraph: Paragraph) -> None:
    """A field of three runs: Word counts the page between the first and the last."""
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        run.font.size = Pt(layout.PAGE_NUMBER_PT)
        set_fonts(run._r.get_or_add_rPr(), layout.PAGE_NUMBER_FONT)
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.text = "PAGE"
            run._r.append(instruction)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)

"""An empty page of the official layout: python-docx's own template without what these papers do not use."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import _Relationship
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from official_paper import layout
from official_paper.lettering import set_fonts

KEPT_STYLES = frozenset(
    {
        "Normal",
        "Header",
        "HeaderChar",
        "Footer",
        "FooterChar",
        "DefaultParagraphFont",
        "TableNormal",
        "TableGrid",
        "NoList",
    }
)
UNUSED_FILE = "/word/stylesWithEffects.xml"
UNUSED_PARTS = (
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
)


def blank_file(title: str, day: date) -> WordFile:
    """One empty section with page, margins and body lettering set; its properties name no person and no clock."""
    file = docx.Document()
    _drop_unused(file)
    _set_properties(file, title, day)
    normal = file.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.size = Pt(layout.BODY_PT)
    set_fonts(normal.element.get_or_add_rPr(), layout.BODY_FONT)
    spacing = normal.paragraph_format
    spacing.line_spacing = Pt(layout.LINE_PT)
    spacing.space_before = spacing.space_after = Pt(0)
    _set_page(file.sections[0])
    file.settings.odd_and_even_pages_header_footer = True
    return file


def _set_page(section: Section) -> None:
    section.page_width, section.page_height = (Mm(length) for length in layout.PAGE_MM)
    section.top_margin, section.bottom_margin = Mm(layout.TOP_MM), Mm(layout.BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(layout.LEFT_MM), Mm(layout.RIGHT_MM)
    section.footer_distance = Mm(layout.FOOTER_MM)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:linePitch"), str(layout.LINE_PT * 20))


def _set_properties(file: WordFile, title: str, day: date) -> None:
    properties = file.core_properties
    properties.title = title
    properties.author = properties.comments = properties.keywords = properties.last_modified_by = ""
    properties.created = properties.modified = datetime.combine(day, time(), UTC).replace(tzinfo=None)
    properties.revision = 1


def _is_unused(relation: _Relationship, kinds: tuple[str, ...]) -> bool:
    return relation.reltype in kinds or str(relation.target_part.partname) == UNUSED_FILE


def _drop_unused(file: WordFile) -> None:
    for relations, kinds in (
        (file.part.rels, UNUSED_PARTS),
        (file.part.package.rels, (RELATIONSHIP_TYPE.THUMBNAIL,)),
    ):
        for key in [key for key, relation in relations.items() if _is_unused(relation, kinds)]:
            del relations[key]
    for style in list(file.styles.element.style_lst):
        if style.styleId not in KEPT_STYLES:
            file.styles.element.remove(style)

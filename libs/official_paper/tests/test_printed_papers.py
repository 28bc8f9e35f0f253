"""A paper is opened again and read: what it says, in which lettering, on which page."""

import hashlib
import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from official_paper import Document, Part, Receipt, render

LETTER = Document(
    title="信访事项处理意见书",
    number="水信意〔2026〕3号",
    addressee="信访人",
    parts=(
        Part("自来水管网冻裂属实。\n\n  已派人查看。 ", heading="一、事实和理由"),
        Part("十日内修复通水。"),
    ),
    remedy="如不服本意见，可以自收到之日起30日内请求复查。",
    unit="彭阳县水务局",
    day=date(2026, 3, 2),
    receipt=Receipt((("受送达人", "信访人"), ("签收日期", ""))),
)
GOLDEN = "28c3f5dd71b0b92d7bd08cdb96329e18ff6194a44d60017386ed962ad29b693c"


def opened(document: Document = LETTER) -> WordFile:
    return docx.Document(io.BytesIO(render(document)))


def the_line(file: WordFile, text: str) -> Paragraph:
    return next(paragraph for paragraph in file.paragraphs if paragraph.text == text)


def chinese_font(paragraph: Paragraph) -> str:
    return paragraph.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia"))


def test_everything_that_was_described_is_there_in_its_order():
    assert [line.text for line in opened().paragraphs if line.text] == [
        "信访事项处理意见书",
        "水信意〔2026〕3号",
        "信访人：",
        "一、事实和理由",
        "自来水管网冻裂属实。",
        "已派人查看。",
        "十日内修复通水。",
        "如不服本意见，可以自收到之日起30日内请求复查。",
        "彭阳县水务局",
        "2026年3月2日",
        "送达回执",
    ]


def test_what_was_left_out_leaves_no_trace():
    bare = replace(LETTER, number=None, addressee=None, remedy=None, receipt=None, parts=(Part("一句话。"),))
    file = opened(bare)
    assert [line.text for line in file.paragraphs if line.text] == [
        "信访事项处理意见书",
        "一句话。",
        "彭阳县水务局",
        "2026年3月2日",
    ]
    assert file.tables == []


def test_the_page_is_a4_with_the_margins_of_the_standard():
    section = opened().sections[0]
    measured = {
        "page": (section.page_width, section.page_height),
        "top": section.top_margin,
        "bottom": section.bottom_margin,
        "left": section.left_margin,
        "right": section.right_margin,
    }
    wanted = {"page": (Mm(210), Mm(297)), "top": Mm(37), "bottom": Mm(35), "left": Mm(28), "right": Mm(26)}
    for name, length in wanted.items():
        assert measured[name] == pytest.approx(length, abs=Mm(1) // 10), name


@pytest.mark.parametrize(
    ("text", "font", "size"),
    [
        ("信访事项处理意见书", "方正小标宋简体", 22),
        ("水信意〔2026〕3号", "仿宋", 16),
        ("一、事实和理由", "黑体", 16),
        ("十日内修复通水。", "仿宋", 16),
        ("彭阳县水务局", "仿宋", 16),
    ],
)
def test_every_line_has_the_lettering_of_its_kind(text: str, font: str, size: int):
    line = the_line(opened(), text)
    assert chinese_font(line) == font
    assert line.runs[0].font.size == Pt(size)


def test_lines_are_28_points_apart_and_the_body_is_indented_by_two_characters():
    file = opened()
    assert file.styles["Normal"].paragraph_format.line_spacing == Pt(28)
    assert the_line(file, "十日内修复通水。").paragraph_format.first_line_indent == Pt(32)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("信访事项处理意见书", WD_ALIGN_PARAGRAPH.CENTER),
        ("彭阳县水务局", WD_ALIGN_PARAGRAPH.RIGHT),
        ("2026年3月2日", WD_ALIGN_PARAGRAPH.RIGHT),
    ],
)
def test_title_and_signature_stand_where_the_standard_wants_them(text: str, side: WD_ALIGN_PARAGRAPH):
    assert the_line(opened(), text).alignment == side


def test_pages_are_numbered_odd_ones_right_and_even_ones_left():
    file = opened()
    section = file.sections[0]
    assert file.settings.odd_and_even_pages_header_footer
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        line = footer.paragraphs[0]
        assert (line.text, line.alignment) == ("—  —", side)
        assert "PAGE" in line._p.xml


def test_the_receipt_is_a_page_of_its_own_with_blanks_to_be_filled_in():
    file = opened()
    assert the_line(file, "送达回执").paragraph_format.page_break_before
    assert [[cell.text for cell in row.cells] for row in file.tables[0].rows] == [
        ["受送达人", "信访人"],
        ["签收日期", ""],
    ]


def test_the_same_description_gives_the_same_bytes_and_another_gives_others():
    assert render(LETTER) == render(LETTER)
    assert render(replace(LETTER, day=date(2026, 3, 3))) != render(LETTER)


def test_the_bytes_are_those_of_the_day_the_layout_was_agreed():
    """A change here means that every paper made before now has another hash: it is a decision, not an accident."""
    assert hashlib.sha256(render(LETTER)).hexdigest() == GOLDEN


def test_the_archive_tells_no_time_and_no_person():
    with zipfile.ZipFile(io.BytesIO(render(LETTER))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
    properties = opened().core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert properties.created is not None and properties.created.date() == LETTER.day


def test_every_style_that_is_named_is_there():
    with zipfile.ZipFile(io.BytesIO(render(LETTER))) as archive:
        styles = archive.read("word/styles.xml").decode()
        used = "".join(archive.read(f"word/{part}.xml").decode() for part in ("document", "footer1", "footer2"))
    kept = set(re.findall(r'w:styleId="([^"]+)"', styles))
    named = set(re.findall(r'<w:(?:basedOn|link|next) w:val="([^"]+)"', styles))
    named |= set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', used))
    assert named - kept == set()


def test_characters_a_word_file_cannot_hold_are_left_out():
    file = opened(replace(LETTER, parts=(Part("甲\x00乙\x0b丙\ud800丁\ufffe。"),)))
    text = "".join(line.text for line in file.paragraphs)
    assert "甲乙" in text and "丙丁。" in text


def test_a_paper_stays_small():
    assert len(render(LETTER)) < 64 * 1024

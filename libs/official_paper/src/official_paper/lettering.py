"""Fonts and text of runs."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from official_paper import layout

_CANNOT_BE_HELD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text without characters a Word file cannot hold."""
    return _CANNOT_BE_HELD.sub("", text)


def lines(text: str) -> list[str]:
    """The lines of a text that say something, without blanks around them."""
    return [line.strip() for line in clean(text).splitlines() if line.strip()]


def set_fonts(properties: Any, chinese: str) -> None:
    """The font of Chinese characters, and the one for everything else; the theme's fonts no longer count."""
    fonts = properties.get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    fonts.set(qn("w:ascii"), layout.LATIN_FONT)
    fonts.set(qn("w:hAnsi"), layout.LATIN_FONT)
    fonts.set(qn("w:cs"), layout.LATIN_FONT)
    fonts.set(qn("w:eastAsia"), chinese)


def write(paragraph: Paragraph, text: str, chinese: str = layout.BODY_FONT, size_pt: int = layout.BODY_PT) -> None:
    """Add the text in this font and size."""
    run = paragraph.add_run(clean(text))
    run.font.size = Pt(size_pt)
    set_fonts(run._r.get_or_add_rPr(), chinese)

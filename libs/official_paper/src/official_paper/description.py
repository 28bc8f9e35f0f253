"""What a paper says, without a word on how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SUFFIX = ".docx"


@dataclass(frozen=True)
class Part:
    """One part of the body. Line breaks in `text` begin a new paragraph; a heading stands on a line of its own."""

    text: str
    heading: str | None = None


@dataclass(frozen=True)
class Receipt:
    """The slip the recipient signs (送达回执): rows of a name and a value, blank where a person writes."""

    rows: tuple[tuple[str, str], ...]
    title: str = "送达回执"


@dataclass(frozen=True)
class Document:
    """One paper. `remedy` is a paragraph after the body; `unit` and `day` are the signature (落款)."""

    title: str
    unit: str
    day: date
    parts: tuple[Part, ...]
    number: str | None = None
    addressee: str | None = None
    remedy: str | None = None
    receipt: Receipt | None = None

"""Words that must be there: a reason or a part of a letter that is only blanks counts as missing."""

from __future__ import annotations

from petition_assignment.domain.errors import NoticeNumberRequired, TextRequired


def required_text(field: str, text: str | None) -> str:
    """The text without blanks around it; blank => TextRequired naming the field."""
    written = (text or "").strip()
    if not written:
        raise TextRequired(field)
    return written


def notice_number(number: str | None, anonymous: bool) -> str | None:
    """The number of the written notice to the petitioner.

    《信访工作条例》第二十三条: needed, except where name or address is unknown.
    """
    written = (number or "").strip() or None
    if written is None and not anonymous:
        raise NoticeNumberRequired("notice_no")
    return written

"""Every way a search is refused."""

from __future__ import annotations

from petition_intake.domain.errors import Refused


class WordTooShort(Refused):
    code = "WORD_TOO_SHORT"
    zh = "每个检索词至少{least}个字，“{word}”不能检索。"
    en = "A word to search for has at least {least} characters; “{word}” has not."


class CursorOfAnotherSearch(Refused):
    code = "CURSOR_OF_ANOTHER_SEARCH"
    zh = "游标不属于本次检索，请从第一页开始。"
    en = "The cursor is not one of this search; begin with the first page."

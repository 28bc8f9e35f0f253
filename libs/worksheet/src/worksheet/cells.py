"""What stands in a cell: numbers as numbers, everything else as a text that no program takes for a formula."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Also in full width, as Chinese input writes them."""

_BLANKS = " \n\u00a0\u3000\ufeff"
LONGEST_TEXT = 32_767
"""As many signs as a cell of an XLSX file holds."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that XML cannot hold."""


def harmless(value: Any) -> str | int | float | None:
    """The value as it may stand in a cell.

    A number that is not a truth value => itself. Nothing => nothing. Days and instants => ISO text. Lists => their
    parts, separated by 、. A text that begins with one of FORMULA_SIGNS => with an apostrophe in front, also when
    blanks come first.
    """
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    text = _UNWRITABLE.sub("", _text(value))
    guarded = f"'{text}" if text.lstrip(_BLANKS).startswith(FORMULA_SIGNS) else text
    return guarded[:LONGEST_TEXT]


def _text(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "、".join(_text(part) for part in value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)

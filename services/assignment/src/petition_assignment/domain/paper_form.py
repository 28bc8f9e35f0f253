"""The shape of a printed paper: whom it addresses, its sentences, its remedy, whether a receipt goes with it.

A sentence with a blank nobody filled in is left out as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class To(Enum):
    """Whom a paper addresses. A petitioner's name is not known here: the printed paper leaves it to the receipt."""

    NOBODY = "nobody"
    PETITIONER = "petitioner"
    UNIT = "unit"
    HEAD = "head"


@dataclass(frozen=True)
class Form:
    """`parts` are headings with sentences; `signed_by` are lines for signatures under the text."""

    to: To
    parts: tuple[tuple[str | None, str], ...]
    remedy: tuple[str, ...] = ()
    receipt: bool = False
    signed_by: tuple[str, ...] = ()


OF_THE_CASE = "信访事项编号：{case_no}"

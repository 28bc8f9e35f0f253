"""An objection of a unit to a transfer (《信访工作条例》第二十三条).

Within 5 working days of receipt, with written reasons; the sender decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from petition_assignment.domain.clocks import Clock, running
from petition_assignment.domain.errors import ObjectionWindowClosed

REASONS: dict[str, tuple[str, str]] = {
    "not_our_power": ("不属本单位职权", "not within this unit's power"),
    "not_our_system": ("不属本系统", "not within this system"),
    "wrong_place": ("属地错误", "the matter lies elsewhere"),
    "several_units": ("应由多家共办", "several units must handle it together"),
    "papers_incomplete": ("材料不全无法办理", "the papers are too incomplete to act on"),
    "assigned_twice": ("重复交办", "the same matter was sent before"),
    "other": ("其他", "another reason"),
}
"""Codes by which objections are counted; the reason itself is always written out as well."""


def open_window(clocks: Sequence[Clock], now: datetime) -> Clock:
    """The running 5-working-day window.

    Over, or used by an earlier objection to the same transfer => ObjectionWindowClosed.
    The window is over at its due instant even when nobody has noted that yet.
    """
    for window in running(clocks, "K4"):
        if not window.is_late(now):
            return window
    raise ObjectionWindowClosed("case_no")
